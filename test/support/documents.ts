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
