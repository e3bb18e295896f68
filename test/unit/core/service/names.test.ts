import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keyOf, Services, type ServiceSources } from '../../../../src/core/service/names.ts';
import { documentOf } from '../../support/context.ts';
import { surveyOf } from '../alert/surveyed.ts';

const nothing: ServiceSources = { documents: [], alerts: [], objectives: [], configured: [], ownedFolders: [] };
const runbook = (path: string, service?: string) =>
  documentOf('runbook', service === undefined ? '# A\n' : `---\nservice: ${service}\n---\n# A\n`, path);

const rules = (name: string, labels: string): string =>
  `groups:\n  - name: g\n    rules:\n      - alert: ${name}\n        expr: up == 0\n        labels: {${labels}}\n        annotations: {runbook_url: runbooks/pay/PayDown.md}\n`;

describe('services', () => {
  it('are one for all spellings, under the most frequent one', () => {
    const { all } = new Services({
      ...nothing,
      documents: [runbook('a.md', 'payments-api'), runbook('b.md', 'Payments API'), runbook('c.md', 'Payments API')],
    });
    assert.deepEqual(all, [{ key: 'payments-api', name: 'Payments API' }]);
  });

  it('are called as the configuration calls them', () => {
    const documents = [runbook('a.md', 'Pay'), runbook('b.md', 'Pay')];
    assert.deepEqual(new Services({ ...nothing, documents, configured: ['pay'] }).all, [{ key: 'pay', name: 'pay' }]);
  });

  it('are named by folders beside those that are called like services, if these are half or more', () => {
    const stated = [runbook('runbooks/pay/a.md', 'pay'), runbook('runbooks/ship/a.md', 'ship')];
    const named = (more: readonly string[]): string[] =>
      new Services({ ...nothing, documents: [...stated, ...more.map((path) => runbook(path))] }).all.map(
        ({ key }) => key,
      );
    assert.deepEqual(named(['runbooks/mail/a.md', 'runbooks/stock/a.md']), ['mail', 'pay', 'ship', 'stock']);
    const more = ['pay', 'pay', 'ship', 'ship'].map((name, index) => `runbooks/${name}/${index}.md`);
    const others = ['runbooks/a/a.md', 'runbooks/b/a.md', 'runbooks/c/a.md'];
    assert.deepEqual(named([...more, ...others]), ['pay', 'ship']);
    // Where fewer than half of the runbooks have a service, all folders side by side are taken.
    assert.deepEqual(named(others), ['a', 'b', 'c', 'pay', 'ship']);
  });

  it('are the folders that hold most runbooks where nothing else names one', () => {
    const named = (paths: readonly string[]): string[] =>
      new Services({ ...nothing, documents: paths.map((path) => runbook(path)) }).all.map(({ key }) => key);
    const four = ['docs/redis/a.md', 'docs/patroni/a.md', 'docs/gitaly/deep/a.md', 'docs/web/a.md'];
    assert.deepEqual(named([...four, 'docs/general/x.md']), ['gitaly', 'patroni', 'redis', 'web']);
    assert.deepEqual(named(four.slice(1)), []);
    assert.deepEqual(named([...four, ...Array.from({ length: 4 }, (_, index) => `more/${index}.md`)]), []);
  });

  it('are told apart by signs, and one with a remark in brackets is the one without', () => {
    const documents = ['C++', 'C#', 'checkout', 'checkout (EU only)', 'lonely (EU)'].map((name, index) =>
      runbook(`${index}.md`, `"${name}"`),
    );
    const services = new Services({ ...nothing, documents });
    assert.deepEqual(
      services.all.map(({ name }) => name),
      ['C#', 'C++', 'checkout', 'lonely (EU)'],
    );
    assert.deepEqual(services.ofDocument(documents[3]!), ['checkout']);
  });

  it('are not what is filled in later', async () => {
    for (const label of ['"{{ $labels.app }}"', '"${service}"', '"%(service)s"', '"[[ app ]]"']) {
      const { alerts } = await surveyOf({ 'rules/a.yaml': rules('PayDown', `service: ${label}`) });
      assert.deepEqual(new Services({ ...nothing, alerts }).all, [], label);
    }
  });

  it('are named by CODEOWNERS in folders of services', () => {
    const ownedFolders = [
      'services/ledger',
      'docs/ledger2',
      'a/services/feed-reader',
      'src/services/http',
      'services/docs',
    ];
    assert.deepEqual(
      new Services({ ...nothing, ownedFolders }).all.map(({ name }) => name),
      ['feed-reader', 'ledger'],
    );
  });

  it('are those that a document states, else that of its nearest folder', () => {
    const documents = [runbook('runbooks/pay/a.md', 'Pay'), runbook('runbooks/pay/deep/b.md'), runbook('c.md')];
    const services = new Services({ ...nothing, documents });
    assert.deepEqual(
      documents.map((document) => services.ofDocument(document)),
      [['pay'], ['pay'], []],
    );
  });

  it('are those of the labels of an alert, else of its runbook, else of its file', async () => {
    const documents = [runbook('runbooks/pay/PayDown.md', 'pay'), runbook('x.md', 'stock')];
    const keysOf = async (
      file: string,
      labels: string,
      page = 'runbooks/pay/PayDown.md',
    ): Promise<readonly string[]> => {
      const { alerts } = await surveyOf({ [file]: rules('PayDown', labels), [page]: '# PayDown\n' });
      const [first] = alerts;
      assert.ok(first);
      return new Services({ ...nothing, documents, alerts }).ofAlert(first);
    };
    assert.deepEqual(await keysOf('rules/x.yaml', 'service: Stock'), ['stock']);
    assert.deepEqual(await keysOf('rules/x.yaml', 'severity: page'), ['pay']);
    assert.deepEqual(await keysOf('rules/stock-alerts.yaml', 'severity: page', 'elsewhere.md'), ['stock']);
    assert.deepEqual(await keysOf('rules/stock/all.yaml', 'severity: page', 'elsewhere.md'), ['stock']);
    assert.deepEqual(await keysOf('rules/all.yaml', 'severity: page', 'elsewhere.md'), []);
  });

  it('are found by any spelling, and by one that is nearly right', () => {
    const services = new Services({ ...nothing, configured: ['Parcel API', 'notifier'] });
    assert.equal(services.named('parcel_api')?.name, 'Parcel API');
    assert.equal(services.named('parcel'), undefined);
    assert.equal(services.near('notifer')?.name, 'notifier');
    assert.equal(services.near('zebra'), undefined);
  });

  it('have keys that are the same when taken again, and none for signs or sentences', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => keyOf(keyOf(name)) === keyOf(name)));
    assert.equal(keyOf('–'), '');
    assert.equal(keyOf('they store messages that applications consume'), '');
  });
});
