import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog/catalog.ts';
import { gapsOf, serviceMarkdown } from '../../../../src/core/service/markdown.ts';
import { readObjectives } from '../../../../src/core/objective/read/read.ts';
import { readServices, type ServicePage } from '../../../../src/core/service/page.ts';
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
  'postmortems/2026-04-10-pay.md': record('Pay failed in part', '2026-04-10', 'Closed').replace(
    'status: Closed',
    'status: Closed\nstart_time: 2026-04-10T10:00:00Z\nend_time: 2026-04-10T12:00:00Z\nerror_rate: 10%',
  ),
  // Test data is of no service.
  'tests/pay.yaml': `groups:\n  - name: pay\n    rules:\n      - alert: PayTrial\n        expr: up == 0\n        labels: {service: pay}\n`,
  'rules/pay.yaml': `groups:\n  - name: pay\n    rules:\n      - alert: PayDown\n        expr: up == 0\n        labels: {service: pay, severity: page}\n        annotations: {runbook_url: runbooks/pay/PayDown.md}\n      - alert: PayOdd\n        expr: up == 0\n        labels: {service: pay, severity: page}\n`,
};

const slo = `version: prometheus/v1
service: Pay
slos:
  - name: availability
    objective: 99.9
    sli: {events: {error_query: e, total_query: t}}
`;

async function pageOf(name: string): Promise<ServicePage> {
  const catalog = new Catalog(logger, clock);
  catalog.upsert(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.md'))
      .map(([path, text]) => ({ uri: path, root: '', path, text })),
  );
  catalog.setLastChanges('', new Map([['runbooks/pay/PaySlow.md', { date: '2026-02-03T10:00:00Z', author: 'Ada' }]]));
  const { objectives } = readObjectives('slos/pay.yaml', slo);
  const { services, pageOf: page } = readServices({
    catalog,
    root: '',
    findingsOf: ({ uri }) => catalog.findings(uri),
    survey: await surveyOf(files),
    objectives,
  });
  const service = services.named(name);
  assert.ok(service);
  return page(service);
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
        ['Pay failed in part', undefined],
        ['Pay was down', undefined],
      ],
    );
    assert.deepEqual(
      page.actionItems.map(({ text, owners, due, state }) => [text, owners, due, state]),
      [['Add a limit', ['Ada'], '2026-04-01', 'overdue']],
    );
  });

  it('has its objectives, with what incidents spent of the budget, or which fact is missing', async () => {
    const { objectives } = await pageOf('pay');
    assert.deepEqual(
      objectives.map(({ name, target, line, budget }) => [
        name,
        target,
        line,
        'percent' in budget ? { ...budget, percent: Math.round(budget.percent) } : budget,
      ]),
      [
        [
          'availability',
          0.999,
          3,
          {
            percent: 28,
            text: '12 min of 43.2 min (28 %) in the last 30 days, by 1 incident; 1 is not counted',
            counted: ['2026-04-10, 120 min × 10 % = 12 min of 43.2 min (28 %)'],
            uncounted: [
              '2026-04-30, not counted: the record has no start; the record has no end; the record does not say what share failed',
            ],
          },
        ],
      ],
    );
    assert.deepEqual((await pageOf('mail')).objectives, []);
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
