// Small documents for tests, with the shapes that real repositories have.

/** An alert runbook with the sections given. */
export function alertRunbook(
  name: string,
  sections: readonly string[] = ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'],
): string {
  return `# ${name}\n\n${sections.map((section) => `## ${section}\n\nWhat ${name} says under ${section.toLowerCase()}.\n`).join('\n')}`;
}

/** A postmortem with front matter and the sections given. */
export function postmortem(
  facts: { readonly title: string; readonly date: string; readonly severity: string; readonly service: string },
  sections: readonly string[] = [
    'Summary',
    'Impact',
    'Root Causes',
    'Resolution',
    'Action Items',
    'Lessons Learned',
    'Timeline',
  ],
): string {
  const { title, date, severity, service } = facts;
  const head = `---\ntitle: ${title}\ndate: ${date}\nseverity: ${severity}\nstatus: Reviewed\nservices: [${service}]\nauthors: [Ada Example]\n---\n\n# ${title}\n\n`;
  return head + sections.map((section) => `## ${section}\n\n- ${date} 10:00 Something about ${title}.\n`).join('\n');
}

/** A page that is possibly a runbook, in a folder of documentation: it has steps, but little else. */
export function possibleRunbook(title: string): string {
  return `# ${title}\n\nNotes on how the ${title.toLowerCase()} are operated.\n\n## Restart\n\n1. Drain the node.\n2. Restart the service with \`systemctl restart worker\`.\n3. Check that the queue is empty.\n`;
}

/** A page that is possibly a postmortem, in a file whose name has a date: it says what happened, but little else. */
export const possiblePostmortem =
  '# Mail was slow on 2 March\n\nWe found that the relay was slow. The queue grew for two hours. Tomasz restarted the relay at 14:20.\n\n## What we changed\n\nThe relay has more memory now.\n';

const pages = 'https://github.com/acme/shop/blob/main/runbooks';

/** Rule files whose links to alert runbooks are right, dead, without heading, absent and elsewhere. */
export const alertRules: Readonly<Record<string, string>> = {
  'rules/storage.yaml': `groups:
  - name: storage
    rules:
      - alert: DiskFillingUp
        expr: disk_free_percent < 10
        for: 10m
        labels:
          severity: critical
          service: storage
        annotations:
          summary: The disk fills up.
          runbook_url: ${pages}/alerts/DiskFillingUp.md
      - alert: ReplicaLag
        expr: lag_seconds > 30
        labels:
          severity: critical
        annotations:
          summary: The replica is late.
          runbook_url: ${pages}/ReplicaLag.md
      - alert: QueueBacklog
        expr: waiting > 1000
        labels:
          severity: warning
        annotations:
          runbook_url: ${pages}/alerts/QueueBacklog.md#mitigatoin
      - alert: CertificateExpires
        expr: certificate_days < 7
        for: 1h
        labels:
          severity: page
        annotations:
          summary: The certificate expires soon.
      - alert: ApiErrorsHigh
        expr: errors > 5
        labels:
          severity: critical
        annotations:
          runbook_url: ${pages}/alerts/ApiErrorsHigh.md#diagnosis
`,
  'rules/partners.yaml': `groups:
  - name: partners
    rules:
      - alert: PartnerDown
        expr: up == 0
        annotations:
          runbook_url: https://status.partner.example/
      - alert: VolumeNearlyFull
        expr: volume_free < 5
        annotations:
          runbook_url: runbooks/alerts/DiskFillingUp.md
`,
};
