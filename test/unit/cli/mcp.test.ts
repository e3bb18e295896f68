import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { indexFolder } from '../../../src/cli/index-folder.ts';
import { ioOf } from '../../../src/cli/io.ts';
import { FolderSource } from '../../../src/cli/mcp/folder-source.ts';
import { answerCall, type FileRules } from '../../../src/core/index.ts';
import { alertRules, alertRunbook } from '../../support/documents.ts';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { ranIn } from './ran.ts';

describe('runbook-lens mcp', () => {
  let root = '';

  beforeEach(async () => {
    root = await temporaryFolder('mcp');
    await writeTree(root, { 'runbooks/alerts/DiskFillingUp.md': alertRunbook('DiskFillingUp'), ...alertRules });
  });
  afterEach(async () => rm(root, { recursive: true, force: true }));

  /** A source over a folder below the root, and what moves its clock. */
  async function source(
    folder = '.',
    globs: Partial<FileRules> = {},
  ): Promise<{ readonly from: FolderSource; readonly later: () => void }> {
    let now = 0;
    const io = ioOf({ out: () => undefined, err: () => undefined, cwd: root });
    const indexed = await indexFolder({ path: folder, include: [], exclude: [], ...globs, history: false }, io);
    return { from: new FolderSource(indexed, () => now), later: () => void (now += 60_000) };
  }

  async function found(from: FolderSource, query: string): Promise<readonly string[]> {
    const { text } = await answerCall('find_runbook', { query }, from);
    return (JSON.parse(text) as { data: { runbooks: Array<{ path: string }> } }).data.runbooks.map(({ path }) => path);
  }

  it('finds the runbook of an alert by its rule', async () => {
    const { from } = await source();
    assert.deepEqual(await found(from, 'VolumeNearlyFull'), ['runbooks/alerts/DiskFillingUp.md']);
  });

  it('follows files that are new, changed and gone, after a while', async () => {
    const { from, later } = await source();
    assert.deepEqual(await found(from, 'zeppelin'), []);
    await writeTree(root, { 'runbooks/Zeppelin.md': alertRunbook('Zeppelin') });
    assert.deepEqual(await found(from, 'zeppelin'), [], 'not read again at once');
    later();
    assert.deepEqual(await found(from, 'zeppelin'), ['runbooks/Zeppelin.md']);
    await writeTree(root, { 'runbooks/Zeppelin.md': alertRunbook('Airship') });
    later();
    assert.deepEqual(await found(from, 'airship'), ['runbooks/Zeppelin.md']);
    await rm(path.join(root, 'runbooks', 'Zeppelin.md'));
    later();
    assert.deepEqual(await found(from, 'airship'), []);
  });

  it('follows rule files and where their links lead', async () => {
    const { from, later } = await source();
    const states = async (): Promise<Readonly<Record<string, string>>> =>
      Object.fromEntries((await from.alerts()).map(({ name, state }) => [name, state]));
    const before = await states();
    assert.equal(before['VolumeNearlyFull'], 'resolved');
    await rm(path.join(root, 'runbooks'), { recursive: true });
    later();
    assert.equal((await states())['VolumeNearlyFull'], 'dead');
    await writeTree(root, { 'rules/partners.yaml': 'groups: []\n' });
    later();
    assert.equal((await states())['VolumeNearlyFull'], undefined);
  });

  it('forgets the alerts of rule files that are gone', async () => {
    const { from, later } = await source();
    const why = async (): Promise<string> =>
      (await answerCall('find_runbook', { query: 'VolumeNearlyFull' }, from)).text;
    assert.match(await why(), /"by":"alert"/);
    await rm(path.join(root, 'rules'), { recursive: true });
    later();
    assert.doesNotMatch(await why(), /"by":"alert"/);
    assert.deepEqual(await from.alerts(), []);
  });

  it('reads once for calls at the same time', async () => {
    const { from, later } = await source();
    later();
    const [one, other] = await Promise.all([from.alerts(), from.alerts()]);
    assert.deepEqual(one, other);
  });

  it('has only what is in the folder that it is started in', async () => {
    await gitInit(root);
    const { from } = await source('runbooks');
    assert.deepEqual(
      (await from.documents()).map(({ path }) => path),
      ['alerts/DiskFillingUp.md'],
    );
    assert.deepEqual(await from.alerts(), []);
    assert.deepEqual(await found(from, 'VolumeNearlyFull'), ['alerts/DiskFillingUp.md']);
    const rules = await source('rules');
    const alerts = await rules.from.alerts();
    assert.deepEqual(
      alerts.find(({ name }) => name === 'VolumeNearlyFull'),
      {
        path: 'partners.yaml',
        lines: [8, 11],
        name: 'VolumeNearlyFull',
        group: 'partners',
        link: 'runbooks/alerts/DiskFillingUp.md',
        state: 'resolved',
        services: [],
      },
    );
  });

  describe('with a rule file that is left out', () => {
    const secretRules =
      'groups:\n- name: b\n  rules:\n  - alert: Zeppelin\n    expr: up\n    annotations: {runbook_url: runbooks/alerts/DiskFillingUp.md}\n';

    async function told(from: FolderSource): Promise<string> {
      const calls = [
        await answerCall('list_alerts', {}, from),
        await answerCall('find_runbook', { query: 'Zeppelin' }, from),
        await answerCall('similar_incidents', { text: 'Zeppelin' }, from),
        await answerCall('get_open_incidents', {}, from),
      ];
      return calls.map(({ text }) => text).join('\n');
    }

    beforeEach(async () => writeTree(root, { 'b/rules.yaml': secretRules }));

    it('by --exclude or --include, tells nothing of it', async () => {
      assert.match(await told((await source()).from), /"name":"Zeppelin"[^]*"by":"alert"/);
      for (const globs of [{ exclude: ['b/**'] }, { include: ['runbooks/**', 'rules/**'] }]) {
        const text = await told((await source('.', globs)).from);
        assert.doesNotMatch(text, /b\/rules|"name":"Zeppelin"|"by":"alert"/);
        assert.match(text, /VolumeNearlyFull/);
      }
    });

    it('by --exclude, completes no alert with what it says', async () => {
      await writeTree(root, {
        'chart/Chart.yaml': 'name: c\n',
        'chart/values.yaml': 'name: HushChart\n',
        'chart/templates/rules.yaml':
          'groups:\n- name: c\n  rules:\n  - alert: "{{ .Values.name }}Down"\n    expr: up\n',
      });
      assert.match(await told((await source()).from), /"name":"HushChartDown"/);
      const text = await told((await source('.', { exclude: ['**/values.yaml'] })).from);
      assert.doesNotMatch(text, /HushChart/);
      assert.match(text, /chart\/templates\/rules/);
    });

    it('by --exclude outside of the folder, uses it for no answer', async () => {
      await gitInit(root);
      assert.match(await told((await source('runbooks')).from), /"by":"alert"/);
      assert.doesNotMatch(await told((await source('runbooks', { exclude: ['b/**'] })).from), /"by":"alert"/);
    });
  });

  it('knows the services that alerts and incidents belong to by names of files and folders', async () => {
    await writeTree(root, {
      'slos/ledger.yaml':
        'version: prometheus/v1\nservice: ledger\nslos:\n  - name: availability\n    objective: 99.9\n    sli: {events: {error_query: e, total_query: t}}\n',
      'alerts/ledger.rules.yaml': 'groups:\n- name: b\n  rules:\n  - alert: BooksOpen\n    expr: up\n',
      'postmortems/ledger/2026-11-29-books.md':
        '---\ntitle: Books are open\ndate: 2026-11-29\nseverity: SEV-2\nstatus: Investigating\n---\n\n# Books are open\n\n## Timeline\n\n- 09:00 They are open.\n',
    });
    const { from } = await source();
    const input = { service: 'Ledger' };
    assert.match((await answerCall('list_alerts', input, from)).text, /"total":1,.*BooksOpen/);
    assert.match((await answerCall('get_open_incidents', input, from)).text, /postmortems\/ledger\/2026-11-29/);
    assert.doesNotMatch((await answerCall('get_open_incidents', { service: 'x' }, from)).text, /postmortems/);
  });

  it('tells of a wrong folder, of arguments it does not know, and has help', async () => {
    assert.match((await ranIn(root, 'mcp', 'nowhere')).err, /The folder .*nowhere does not exist/);
    assert.match((await ranIn(root, 'mcp', '--format', 'json')).err, /Unknown option '--format'/);
    assert.match((await ranIn(root, 'mcp', 'a', 'b')).err, /mcp accepts one path, not 2/);
    const { code, out } = await ranIn(root, 'mcp', '--help');
    assert.equal(code, 0);
    assert.match(out, /^Usage: runbook-lens mcp/);
  });
});
