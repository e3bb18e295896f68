import assert from 'node:assert/strict';
import { Catalog, type CatalogChange } from '../../../../src/core/catalog/catalog.ts';
import { load, type LoadRequest, type LoadResult } from '../../../../src/core/catalog/load.ts';
import type { FileStore } from '../../../../src/core/ports.ts';
import { type TeamFile, isTeamFile } from '../../../../src/core/team/team.ts';
import { recordingLogger } from '../../support/quiet.ts';

const alert = '# Queue\n\n## Impact\n\nLate mail.\n';

function teamFile(path: string, text: string): TeamFile {
  return { uri: `r:${path}`, path, text };
}

function catalogOf(
  documents: Readonly<Record<string, string>>,
  team: readonly TeamFile[] = [],
): { catalog: Catalog; changes: CatalogChange[] } {
  const catalog = new Catalog(recordingLogger());
  catalog.setTeam('r', team);
  catalog.upsert(Object.entries(documents).map(([path, text]) => ({ uri: `r:${path}`, root: 'r', path, text })));
  const changes: CatalogChange[] = [];
  catalog.onDidChange((change) => void changes.push(change));
  return { catalog, changes };
}

function messages(catalog: Catalog, path: string, rule = 'missing-section'): string[] {
  return catalog
    .findings(`r:${path}`)
    .filter((finding) => finding.rule === rule)
    .map(({ severity, message }) => `${severity}: ${message}`);
}

describe('a catalog with a team', () => {
  const kinds = (content: object): TeamFile => teamFile('.runbook-lens.json', JSON.stringify({ kinds: content }));

  it('makes documents the kind that the configuration gives them, those read later too', () => {
    const { catalog } = catalogOf({ 'notes/a.md': alert }, [kinds({ postmortem: ['notes/**'] })]);
    assert.equal(catalog.get('r:notes/a.md')?.kind, 'postmortem');
    assert.equal(catalog.get('r:notes/a.md')?.why, '.runbook-lens.json says so');
    catalog.upsert([{ uri: 'r:notes/b.md', root: 'r', path: 'notes/b.md', text: alert }]);
    assert.equal(catalog.get('r:notes/b.md')?.kind, 'postmortem');
  });

  it('looks at documents anew when the kinds change, and back when they are taken away', () => {
    const { catalog } = catalogOf({ 'runbooks/a.md': alert });
    const kindNow = (): string | undefined => catalog.get('r:runbooks/a.md')?.kind;
    assert.equal(kindNow(), 'runbook');
    catalog.setTeam('r', [kinds({ postmortem: ['**'] })]);
    assert.equal(kindNow(), 'postmortem');
    assert.ok(messages(catalog, 'runbooks/a.md').some((message) => message.includes('Timeline')));
    catalog.setTeamText('r:.runbook-lens.json', '{ "kinds": { "other": ["**"] } }');
    assert.equal(kindNow(), 'other');
    assert.equal(catalog.context('r:runbooks/a.md'), undefined);
    catalog.setTeam('r', []);
    assert.equal(kindNow(), 'runbook');
  });

  it('gives sections the keys of the new kind', () => {
    const { catalog } = catalogOf({ 'runbooks/a.md': '# Queue\n\n## Root cause\n' });
    catalog.setTeam('r', [kinds({ postmortem: ['**'] })]);
    const fresh = catalogOf({ 'runbooks/a.md': '# Queue\n\n## Root cause\n' }, [kinds({ postmortem: ['**'] })]);
    assert.deepEqual(catalog.get('r:runbooks/a.md')?.keys, fresh.catalog.get('r:runbooks/a.md')?.keys);
  });

  it('counts paths from the repository’s top', () => {
    const catalog = new Catalog(recordingLogger());
    catalog.setTeam('r', [kinds({ runbook: ['docs/ops/**'] })]);
    catalog.upsert([{ uri: 'r:a.md', root: 'r', path: 'a.md', prefix: 'docs/ops/', text: '# Page\n' }]);
    assert.equal(catalog.get('r:a.md')?.kind, 'runbook');
  });

  it('tells of a change once, with the documents and the files, and not of files that are the same', () => {
    const { catalog, changes } = catalogOf({ 'runbooks/a.md': alert });
    const file = kinds({});
    catalog.setTeam('r', [file]);
    catalog.setTeam('r', [{ ...file }]);
    assert.equal(catalog.setTeamText(file.uri, file.text), true);
    assert.deepEqual(changes, [{ changed: ['r:runbooks/a.md', file.uri], removed: [], structure: true }]);
    catalog.setTeam('r', []);
    assert.deepEqual(changes[1]?.changed, ['r:runbooks/a.md', file.uri]);
    assert.deepEqual(catalog.teamFiles(), []);
  });

  it('takes a text for one of its files only', () => {
    const { catalog, changes } = catalogOf({ 'runbooks/a.md': alert }, [kinds({})]);
    assert.equal(catalog.setTeamText('r:runbooks/a.md', '{}'), false);
    assert.deepEqual(changes, []);
    assert.deepEqual(
      catalog.teamFiles('r').map(({ path }) => path),
      ['.runbook-lens.json'],
    );
    assert.deepEqual(catalog.teamFiles('other'), []);
  });

  it('keeps the teams of roots apart', () => {
    const { catalog } = catalogOf({ 'notes/a.md': alert }, [kinds({ runbook: ['**'] })]);
    catalog.upsert([{ uri: 's:notes/a.md', root: 's', path: 'notes/a.md', text: alert }]);
    assert.equal(catalog.get('r:notes/a.md')?.kind, 'runbook');
    assert.equal(catalog.get('s:notes/a.md')?.kind, 'other');
    catalog.removeRoot('r');
    assert.deepEqual(catalog.teamFiles(), []);
  });

  it('gives the findings of the files themselves, by the level that is set', () => {
    const { catalog } = catalogOf({}, [teamFile('.runbook-lens.json', '{ "rols": [] }')]);
    assert.match(catalog.findings('r:.runbook-lens.json')[0]?.message ?? '', /Did you mean "roles"/);
    assert.deepEqual(catalog.findings('r:.runbook-lens.json', { 'invalid-configuration': 'off' }), []);
    catalog.setTeamText('r:.runbook-lens.json', '{ "roles": [] }');
    assert.deepEqual(catalog.findings('r:.runbook-lens.json'), []);
  });

  it('gives findings the level that the configuration of their folder sets, unless a user sets one', () => {
    const { catalog } = catalogOf({ 'postmortems/a.md': '# Mail\n', 'postmortems/web/a.md': '# Mail\n' }, [
      teamFile('.runbook-lens.json', '{ "rules": { "missing-section": "error" } }'),
      teamFile('postmortems/web/.runbook-lens.json', '{ "rules": { "missing-section": "off" } }'),
    ]);
    assert.match(messages(catalog, 'postmortems/a.md')[0] ?? '', /^error/);
    assert.deepEqual(messages(catalog, 'postmortems/web/a.md'), []);
    assert.ok(catalog.findings('r:postmortems/web/a.md', { 'missing-section': 'hint' }).length > 0);
  });
});

describe('a team’s template', () => {
  const template = (...sections: readonly string[]): TeamFile =>
    teamFile(
      '.runbook-lens/templates/alert.md',
      `---\nrunbook-lens:\n  kind: runbook\n  name: Our alerts\n---\n# \${title}\n\n${sections.map((section) => `${section}\n\n`).join('')}`,
    );
  const path = 'runbooks/a.md';

  it('is asked for in its name', () => {
    const { catalog } = catalogOf({ [path]: alert }, [template('## Impact', '## Rollback')]);
    assert.deepEqual(messages(catalog, path), [
      'warning: Missing section: Rollback (required by the template Our alerts, .runbook-lens/templates/alert.md)',
    ]);
    assert.equal(catalog.context(`r:${path}`)?.expectation.authority, 'template');
  });

  it('wins over the custom of the documents around, and over built-in conventions', () => {
    const texts = Object.fromEntries(
      ['b', 'c', 'd', 'e', 'f'].map((name) => [
        `runbooks/${name}.md`,
        `${alert}\n## Diagnosis\n\nx\n\n## Escalation\n\nx\n`,
      ]),
    );
    const { catalog } = catalogOf({ ...texts, [path]: alert });
    assert.deepEqual(
      messages(catalog, path).map((message) => /: (\w+) \(/.exec(message)?.[1]),
      ['Diagnosis', 'Escalation'],
    );
    assert.equal(catalog.context(`r:${path}`)?.expectation.authority, 'custom');
    catalog.setTeam('r', [template('## Impact')]);
    assert.deepEqual(messages(catalog, path), []);
  });

  it('does not ask for optional sections', () => {
    const { catalog } = catalogOf({ [path]: alert }, [
      template('## Impact', '## Rollback\n\n<!-- Optional. How to go back. -->', '## Notes\n\n<!-- optional: more -->'),
    ]);
    assert.deepEqual(messages(catalog, path), []);
  });

  it('asks for deeper headings only where it says that they are required', () => {
    const sections = ['## Impact', '### Who', '### What\n\n<!-- Required. What breaks. -->'];
    const { catalog } = catalogOf({ [path]: alert }, [template(...sections)]);
    assert.deepEqual(
      messages(catalog, path).map((message) => /section: (\w+)/.exec(message)?.[1]),
      ['What'],
    );
    const help = catalog.context(`r:${path}`)?.expectation.sections.find(({ title }) => title === 'What')?.help;
    assert.equal(help, 'What breaks.');
  });

  it('tells two sections that mean the same apart by their names', () => {
    const { catalog } = catalogOf({ [path]: '# Queue\n\n## Mitigation\n\nx\n' }, [
      template('## Mitigation', '## Resolution'),
    ]);
    const keys = catalog.context(`r:${path}`)?.expectation.sections.map((section) => section.keys);
    assert.deepEqual(keys, [['=mitigation'], ['=resolution']]);
    assert.deepEqual(
      messages(catalog, path).map((message) => /section: (\w+)/.exec(message)?.[1]),
      ['Resolution'],
    );
  });

  it('is met by a section of the same meaning under another name', () => {
    const { catalog } = catalogOf({ [path]: '# Queue\n\n## Troubleshooting\n\nx\n' }, [template('## Diagnosis')]);
    assert.deepEqual(messages(catalog, path), []);
  });

  it('changes the findings when it changes', () => {
    const { catalog, changes } = catalogOf({ [path]: alert }, [template('## Impact')]);
    assert.deepEqual(messages(catalog, path), []);
    assert.equal(catalog.setTeamText('r:.runbook-lens/templates/alert.md', template('## Other').text), true);
    assert.equal(messages(catalog, path).length, 1);
    assert.ok(changes[0]?.changed.includes(`r:${path}`));
  });

  it('is not asked for where it governs nothing of the kind', () => {
    const { catalog } = catalogOf({ 'postmortems/a.md': '# Mail\n' }, [template('## Rollback')]);
    assert.ok(messages(catalog, 'postmortems/a.md').every((message) => !message.includes('Our alerts')));
  });
});

describe('load with a team', () => {
  /** A repository whose top is given; the root stands at `prefix`. */
  function storeOf(files: Readonly<Record<string, string>>, prefix: string, listed: boolean[]): FileStore {
    const resolve = (path: string): string => new URL(path, `file:///${prefix}`).pathname.slice(1);
    return {
      list: async (_root, _signal, all = false) => {
        listed.push(all);
        return Object.keys(files)
          .filter((path) => path.startsWith(prefix))
          .filter((path) => all || path.endsWith('.md') || isTeamFile(path))
          .map((path) => path.slice(prefix.length));
      },
      names: async (_root, folder) => {
        const base = resolve(folder);
        return Object.keys(files)
          .filter((path) => path.startsWith(base) && !path.slice(base.length).includes('/'))
          .map((path) => path.slice(base.length));
      },
      read: async (_root, path) => {
        const text = files[resolve(path)];
        return text === undefined ? { skipped: 'it no longer exists' } : { text };
      },
    };
  }

  async function loaded(
    files: Readonly<Record<string, string>>,
    prefix = '',
    more: Partial<LoadRequest> = {},
  ): Promise<{ catalog: Catalog; result: LoadResult; listed: boolean[]; messages: string[] }> {
    const logger = recordingLogger();
    const catalog = new Catalog(logger);
    const listed: boolean[] = [];
    const result = await load({
      root: 'r',
      store: storeOf(files, prefix, listed),
      catalog,
      logger,
      ...(prefix !== '' && { prefix }),
      isCandidate: () => true,
      uriOf: (path) => `r:${path}`,
      signal: new AbortController().signal,
      ...more,
    });
    return { catalog, result, listed, messages: logger.messages };
  }

  const template = '---\nrunbook-lens:\n  kind: runbook\n---\n# T\n\n## Rollback\n';

  it('reads what the team says before the documents', async () => {
    const { catalog, listed } = await loaded({
      'notes/a.md': alert,
      '.runbook-lens.json': '{ "kinds": { "other": ["notes/**"] }, "files": { "exclude": ["old/"] } }',
      'old/a.md': alert,
      OWNERS: 'approvers: [ann]\n',
    });
    assert.equal(catalog.get('r:notes/a.md')?.why, '.runbook-lens.json says so');
    assert.equal(catalog.get('r:old/a.md'), undefined);
    assert.deepEqual(catalog.team('r').ownersOf('notes/a.md'), ['ann']);
    assert.deepEqual(listed, [false]);
  });

  it('lists all files only where some are named that may have no markdown ending', async () => {
    const { catalog, listed } = await loaded({
      '.runbook-lens.json': '{ "kinds": { "runbook": ["ops/*"] } }',
      'ops/RESTART': 'Restart it.\n',
      'ops/a.png': '',
      'elsewhere/RESTART': 'x',
      'a.md': '# a',
    });
    assert.deepEqual(listed, [false, true]);
    assert.deepEqual(
      catalog.documents().map(({ path }) => path),
      ['ops/RESTART', 'a.md'],
    );
    assert.equal(catalog.get('r:ops/RESTART')?.kind, 'runbook');
  });

  it('finds the team’s files in the folders above the root', async () => {
    const { catalog } = await loaded(
      {
        '.runbook-lens.json': '{ "services": ["mail"] }',
        'docs/.runbook-lens.json': '{ "kinds": { "runbook": ["ops/**"] } }',
        'docs/ops/deep/.runbook-lens.json': '{ "roles": ["IC"] }',
        '.runbook-lens/templates/t.md': template,
        '.github/CODEOWNERS': 'docs/ @docs\n',
        'docs/OWNERS': 'approvers: [ann]\n',
        'beside/.runbook-lens.json': '{ "services": ["no"] }',
        'docs/ops/deep/a.md': '# Page\n',
      },
      'docs/ops/',
    );
    const context = catalog.context('r:deep/a.md');
    assert.deepEqual(context?.words, { services: ['mail'], roles: ['IC'] });
    assert.equal(context?.expectation.authority, 'template');
    assert.deepEqual(context && context.ownersOf(context.document), ['@docs', 'ann']);
    assert.deepEqual(
      catalog
        .teamFiles()
        .map(({ uri, path }) => `${uri} ${path}`)
        .toSorted(),
      [
        'r:../../.github/CODEOWNERS .github/CODEOWNERS',
        'r:../../.runbook-lens.json .runbook-lens.json',
        'r:../../.runbook-lens/templates/t.md .runbook-lens/templates/t.md',
        'r:../.runbook-lens.json docs/.runbook-lens.json',
        'r:../OWNERS docs/OWNERS',
        'r:deep/.runbook-lens.json docs/ops/deep/.runbook-lens.json',
      ],
    );
  });

  it('reads documents by globs that count from the top', async () => {
    const { catalog } = await loaded(
      {
        '.runbook-lens.json': '{ "files": { "exclude": ["docs/old/**"] } }',
        'docs/a.md': '# a',
        'docs/old/b.md': '# b',
      },
      'docs/',
    );
    assert.deepEqual(
      catalog.documents().map(({ path }) => path),
      ['a.md'],
    );
  });

  it('takes the text of an open editor for a team’s file too', async () => {
    const { catalog } = await loaded({ '.runbook-lens.json': '{}', 'a.md': alert }, '', {
      textOf: (uri) => (uri === 'r:.runbook-lens.json' ? '{ "kinds": { "runbook": ["**"] } }' : undefined),
    });
    assert.equal(catalog.get('r:a.md')?.why, '.runbook-lens.json says so');
  });

  it('logs a team’s file that cannot be read, and reads the rest', async () => {
    const files = { '.runbook-lens.json': '{}', 'runbooks/a.md': alert };
    const store = storeOf(files, '', []);
    const { catalog, messages: logged } = await loaded(files, '', {
      store: {
        ...store,
        read: async (root, path) => (path.endsWith('.json') ? { skipped: 'it is binary' } : store.read(root, path)),
      },
    });
    assert.deepEqual(logged, ['warn: Not read: .runbook-lens.json: it is binary']);
    assert.equal(catalog.documents().length, 1);
  });

  it('leaves the team as it was when it is stopped', async () => {
    const files = { '.runbook-lens.json': '{ "roles": ["IC"] }', 'a.md': alert };
    const controller = new AbortController();
    controller.abort();
    const { catalog, result } = await loaded(files, '', { signal: controller.signal });
    assert.deepEqual([result.cancelled, catalog.teamFiles(), catalog.documents()], [true, [], []]);
  });
});

describe('a template whose sections have no help', () => {
  it('still has its missing sections inserted', () => {
    const catalog = new Catalog(recordingLogger());
    const template = '---\nrunbook-lens:\n  kind: runbook\n---\n\n# ${title}\n\n## Alpha\n\n## Steps\n';
    catalog.setTeam('r', [{ uri: 't', path: '.runbook-lens/templates/t.md', text: template }]);
    catalog.upsert([
      { uri: 'd', root: 'r', path: 'runbooks/d.md', text: '# Runbook: d\n\n## Steps\n\n1. Do.\n2. Go.\n' },
    ]);
    assert.equal(catalog.check('d')?.fixAll().length, 1);
  });
});
