import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog/catalog.ts';
import { gapsOf, serviceMarkdown } from '../../../../src/core/service/markdown.ts';
import { servicePage, servicesOf, type ServicePage } from '../../../../src/core/service/page.ts';
import { alertRunbook } from '../../../support/documents.ts';
import { surveyOf } from '../alert/surveyed.ts';

const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => new Date('2026-05-01T00:00:00Z') };

const record = (title: string, date: string, status: string, items = ''): string =>
  `---\ntitle: ${title}\nservices: [pay]\ndate: ${date}\nseverity: SEV-2\nstatus: ${status}\n---\n# ${title}\n\n## Summary\n\nIt broke.\n\n## Timeline\n\n- 10:00 UTC — It broke.\n- 10:20 UTC — Mended.\n\n## Root Cause\n\nA bug.\n\n## Action Items\n\n${items}\n`;

const files: Readonly<Record<string, string>> = {
  'runbooks/pay/PayDown.md': `---\nservice: pay\nowner: '@pay-team'\nlast_reviewed: 2025-01-01\nreview_every: 6 months\n---\n${alertRunbook('PayDown')}`,
  'runbooks/pay/PaySlow.md': alertRunbook('PaySlow'),
  'runbooks/mail/MailDown.md': `---\nservice: mail\n---\n${alertRunbook('MailDown')}`,
  'postmortems/2026-03-01-pay.md': record(
    'Pay was down',
    '2026-03-01',
    'Closed',
    '- [ ] Add a <b>limit</b> (owner: Ada, due: 2026-04-01)\n- [x] Done already\n',
  ),
  'postmortems/2026-04-30-pay.md': record('Pay is down', '2026-04-30', 'Investigating'),
  'rules/pay.yaml': `groups:\n  - name: pay\n    rules:\n      - alert: PayDown\n        expr: up == 0\n        labels: {service: pay, severity: page}\n        annotations: {runbook_url: runbooks/pay/PayDown.md}\n      - alert: PayOdd\n        expr: up == 0\n        labels: {service: pay, severity: page}\n`,
};

async function pageOf(name: string): Promise<ServicePage> {
  const catalog = new Catalog(logger, clock);
  catalog.upsert(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.md'))
      .map(([path, text]) => ({ uri: path, root: '', path, text })),
  );
  catalog.setLastChanges('', new Map([['runbooks/pay/PaySlow.md', { date: '2026-02-03T10:00:00Z', author: 'Ada' }]]));
  const world = { catalog, root: '', survey: await surveyOf(files) };
  const services = servicesOf(world);
  const service = services.named(name);
  assert.ok(service);
  return servicePage(world, services, service);
}

describe('the page of a service', () => {
  it('has what documents and alerts say about it, and nothing of others', async () => {
    const page = await pageOf('Pay');
    assert.deepEqual(page.owners, ['@pay-team']);
    assert.deepEqual(
      page.runbooks.map(({ path, alerts, lastChange, reviewDue }) => [path, alerts, lastChange, reviewDue]),
      [
        ['runbooks/pay/PayDown.md', 1, undefined, '2025-07-01'],
        ['runbooks/pay/PaySlow.md', 0, '2026-02-03', undefined],
      ],
    );
    assert.deepEqual(
      page.alerts.map(({ name, state }) => [name, state]),
      [
        ['PayDown', 'resolved'],
        ['PayOdd', 'none'],
      ],
    );
    assert.equal(page.coverage, 0.5);
    assert.deepEqual(
      page.incidents.map(({ title, open }) => [title, open]),
      [
        ['Pay is down', 'investigating'],
        ['Pay was down', undefined],
      ],
    );
    assert.deepEqual(
      page.actionItems.map(({ text, owners, due, state }) => [text, owners, due, state]),
      [['Add a limit', ['Ada'], '2026-04-01', 'overdue']],
    );
  });

  it('says first what is to be done', async () => {
    assert.deepEqual(gapsOf(await pageOf('pay')), [
      '1 alert has no runbook.',
      'The review of 1 runbook is overdue.',
      '1 action item is overdue.',
    ]);
    assert.deepEqual(gapsOf(await pageOf('mail')), []);
  });

  it('is Markdown in which text of documents stays text, with links to lines', async () => {
    const page = await pageOf('pay');
    const text = serviceMarkdown({ ...page, name: 'pay <img src=x> | [a](b)\n# c' });
    assert.match(text, /^# pay \\<img src=x\\> \\\| \\\[a\\\]\(b\) \\# c\n/);
    assert.match(text, /\| \[PayDown\]\(rules\/pay\.yaml#L4\) \| page \| \[PayDown\]\(runbooks\/pay\/PayDown\.md\) \|/);
    assert.match(text, /\n- \[Add a limit\]\(postmortems\/2026-03-01-pay\.md#L\d+\) \(Ada, was due 2026-04-01\)\n/);
    assert.match(
      text,
      /\| 2026-04-30 \| SEV-2 \| \[Pay is down\]\(postmortems\/2026-04-30-pay\.md\) \| open: investigating \|/,
    );
  });

  it('says what there is none of', async () => {
    const text = serviceMarkdown(await pageOf('mail'));
    assert.match(text, /^# mail\n\nNo owner is named\.\n\n## Alerts\n\nNo alert names this service\.\n/);
    assert.match(text, /## Incidents\n\nNo incident is recorded\.\n$/);
  });
});
