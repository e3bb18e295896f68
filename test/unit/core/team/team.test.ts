import { configurationSchema } from '../../../../src/core/check/configuration-schema.ts';
import assert from 'node:assert/strict';
import { isPlain, isTeamFile, isTemplateFile, Team, type TeamFile } from '../../../../src/core/team/team.ts';

function file(path: string, content: unknown): TeamFile {
  return { uri: `file:${path}`, path, text: typeof content === 'string' ? content : JSON.stringify(content) };
}

function configuration(folder: string, content: unknown): TeamFile {
  return file(folder === '' ? '.runbook-lens.json' : `${folder}/.runbook-lens.json`, content);
}

function template(path: string, kind = 'runbook', more = ''): TeamFile {
  return file(path, `---\nrunbook-lens:\n  kind: ${kind}\n${more}---\n# T\n\n## Steps\n`);
}

describe('the files of a team', () => {
  it('are its configurations, templates and owners files, in any folder', () => {
    for (const path of [
      '.runbook-lens.json',
      'a/b/.runbook-lens.json',
      '.runbook-lens/templates/a.md',
      'docs/.runbook-lens/templates/a.markdown',
      'OWNERS',
      'a/OWNERS',
      'CODEOWNERS',
      '.github/CODEOWNERS',
      '.gitlab/CODEOWNERS',
      'docs/CODEOWNERS',
    ]) {
      assert.ok(isTeamFile(path), path);
    }
    for (const path of [
      'runbook-lens.json',
      'my.runbook-lens.json',
      '.runbook-lens/a.md',
      '.runbook-lens/templates/a.txt',
      '.runbook-lens/templates/deep/a.md',
      'x.runbook-lens/templates/a.md',
      'a/CODEOWNERS',
      'OWNERS.md',
      'OWNERS_ALIASES',
    ]) {
      assert.ok(!isTeamFile(path), path);
    }
    assert.ok(isTemplateFile('.runbook-lens/templates/a.md') && !isTemplateFile('.runbook-lens.json'));
  });

  it('are plain where no ending tells of another format', () => {
    for (const path of ['README', 'a/restart', 'notes.txt', 'notes.text', 'v1.2 outage', 'a.b/c', '2024.01']) {
      assert.ok(isPlain(path), path);
    }
    for (const path of ['a.png', 'a.json', 'a.b/c.yaml', 'a.HTML']) {
      assert.ok(!isPlain(path), path);
    }
  });
});

describe('the settings of a document', () => {
  const team = new Team(
    [
      configuration('docs/ops', {
        severities: ['P1'],
        rules: { 'owner-missing': { severity: 'hint' }, 'missing-section': 'off', 'metadata-missing': 'error' },
      }),
      configuration('', {
        severities: ['SEV-1'],
        services: ['mail'],
        roles: [],
        rules: {
          'owner-missing': { severity: 'error', always: true },
          'empty-section': 'hint',
          'missing-section': 'error',
        },
      }),
      configuration('docs', { services: ['web'], statuses: ['open'], rules: { 'empty-section': 'off' } }),
    ],
    configurationSchema,
  );

  it('are those of the nearest folder that says something, setting by setting', () => {
    assert.deepEqual(team.settingsFor('docs/ops/deep/a.md').words, {
      services: ['web'],
      severities: ['P1'],
      statuses: ['open'],
      roles: [],
    });
    assert.deepEqual(team.settingsFor('a.md').words, { services: ['mail'], severities: ['SEV-1'], roles: [] });
    assert.deepEqual(team.settingsFor('docsy/a.md'), team.settingsFor('a.md'));
  });

  it('take the level of a rule and each of its options from the nearest folder that gives it', () => {
    const { levels, options } = team.settingsFor('docs/ops/a.md');
    assert.deepEqual(levels, {
      'owner-missing': 'hint',
      'empty-section': 'off',
      'missing-section': 'off',
      'metadata-missing': 'error',
    });
    assert.deepEqual(options, { 'owner-missing': { always: true } });
  });

  it('keep a level from above where only options are given', () => {
    const { levels, options } = new Team(
      [
        configuration('', { rules: { 'owner-missing': 'error', 'review-overdue': { graceDays: 3 } } }),
        configuration('a', { rules: { 'owner-missing': { always: true }, 'review-overdue': 'hint' } }),
      ],
      configurationSchema,
    ).settingsFor('a/b.md');
    assert.deepEqual(levels, { 'owner-missing': 'error', 'review-overdue': 'hint' });
    assert.deepEqual(options, { 'owner-missing': { always: true }, 'review-overdue': { graceDays: 3 } });
  });

  it('are empty where no team says anything', () => {
    assert.deepEqual(new Team([], configurationSchema).settingsFor('a/b.md'), {
      words: {},
      tracker: {},
      alerts: {},
      levels: {},
      options: {},
    });
  });
});

describe('what a team says of alerts', () => {
  const team = new Team(
    [
      configuration('', {
        alerts: {
          keys: ['wiki'],
          sites: [{ address: 'https://docs.acme.io/ops', folder: './docs/ops/' }],
          usedElsewhere: ['docs/**'],
        },
      }),
      configuration('ops', {
        alerts: {
          paging: ['P1'],
          sites: [{ address: 'https://ops.acme.io', folder: '.' }],
          usedElsewhere: ['shared/*.md', '!shared/own.md'],
        },
      }),
    ],
    configurationSchema,
  );

  it('is that of the nearest folder, setting by setting, with folders from the top', () => {
    assert.deepEqual(team.settingsFor('rules/a.yaml').alerts, {
      keys: ['wiki'],
      sites: [{ address: 'https://docs.acme.io/ops', folder: 'docs/ops' }],
    });
    assert.deepEqual(team.settingsFor('ops/rules/a.yaml').alerts, {
      keys: ['wiki'],
      paging: ['P1'],
      sites: [{ address: 'https://ops.acme.io', folder: 'ops' }],
    });
  });

  it('says which runbooks alerts elsewhere use, in the nearest folder that lists some', () => {
    const used = ['docs/a.md', 'a.md', 'ops/shared/a.md', 'ops/shared/own.md', 'ops/docs/a.md'];
    assert.deepEqual(
      used.filter((path) => team.isUsedElsewhere(path)),
      ['docs/a.md', 'ops/shared/a.md'],
    );
  });
});

describe('the kind that a team gives a document', () => {
  it('is looked for among others, then runbooks, then postmortems', () => {
    const team = new Team(
      [configuration('', { kinds: { postmortem: ['**'], runbook: ['ops/**'], other: ['ops/old/**'] } })],
      configurationSchema,
    );
    assert.equal(team.kindOf('ops/old/a.md')?.kind, 'other');
    assert.equal(team.kindOf('ops/a.md')?.kind, 'runbook');
    assert.deepEqual(team.kindOf('a.md'), { kind: 'postmortem', why: '.runbook-lens.json says so' });
  });

  it('is that of the nearest folder which says one', () => {
    const team = new Team(
      [
        configuration('', { kinds: { postmortem: ['docs/**'] } }),
        configuration('docs', { kinds: { runbook: ['ops/'], other: ['./x.md'] } }),
      ],
      configurationSchema,
    );
    assert.deepEqual(team.kindOf('docs/ops/a.md'), { kind: 'runbook', why: 'docs/.runbook-lens.json says so' });
    assert.equal(team.kindOf('docs/x.md')?.kind, 'other');
    assert.equal(team.kindOf('docs/a.md')?.kind, 'postmortem');
    assert.equal(team.kindOf('ops/a.md'), undefined);
  });

  it('counts files and folders that begin with a dot', () => {
    assert.equal(
      new Team([configuration('', { kinds: { runbook: ['ops/**'] } })], configurationSchema).kindOf('ops/.x/.a.md')
        ?.kind,
      'runbook',
    );
  });
});

describe('the files that a team lets be read', () => {
  it('are those with a markdown ending where it says nothing', () => {
    const team = new Team([], configurationSchema);
    assert.ok(team.reads('a/b.md') && team.reads('a.MDX'));
    assert.ok(!team.reads('README') && !team.reads('a.txt') && !team.reads('a.png'));
    assert.equal(team.namesFiles, false);
  });

  it('are those that it includes, and not those that it excludes', () => {
    const team = new Team(
      [configuration('', { files: { include: ['docs/**'], exclude: ['docs/old/'] } })],
      configurationSchema,
    );
    assert.ok(team.reads('docs/a.md') && team.reads('docs/RESTART'));
    assert.ok(!team.reads('a.md') && !team.reads('docs/old/a.md') && !team.reads('docs/a.png'));
    assert.equal(team.namesFiles, true);
  });

  it('are decided by the nearest include and the nearest exclude', () => {
    const team = new Team(
      [
        configuration('', { files: { include: ['docs/**'], exclude: ['**/draft-*'] } }),
        configuration('docs/ops', { files: { include: ['*.md'] } }),
        configuration('docs/web', { files: { exclude: [] } }),
      ],
      configurationSchema,
    );
    assert.ok(team.reads('docs/ops/a.md') && !team.reads('docs/ops/deep/a.md'));
    assert.ok(!team.reads('docs/ops/draft-a.md'));
    assert.ok(team.reads('docs/web/draft-a.md'));
    assert.equal(team.namesFiles, true);
  });

  it('are without a markdown ending only where they are named as something', () => {
    const team = new Team(
      [configuration('', { kinds: { runbook: ['ops/*'], postmortem: ['pm/'], other: ['x/*'] } })],
      configurationSchema,
    );
    assert.ok(team.reads('ops/restart') && team.reads('pm/2024/mail.txt'));
    assert.ok(!team.reads('x/restart') && !team.reads('ops/deep/restart') && !team.reads('ops/a.png'));
    assert.ok(team.reads('x/a.md') && team.reads('elsewhere/a.md'));
    assert.equal(team.namesFiles, true);
  });
});

describe('the template of a document', () => {
  const team = new Team(
    [
      template('.runbook-lens/templates/b.md'),
      template('.runbook-lens/templates/a.md', 'runbook', '  applies-to: ops/**\n'),
      template('.runbook-lens/templates/c.md', 'postmortem'),
      template('ops/deep/.runbook-lens/templates/z.md'),
      template('broken/.runbook-lens/templates/a.md', 'poem'),
    ],
    configurationSchema,
  );
  const id = (path: string, kind: 'runbook' | 'postmortem' | 'other' = 'runbook'): string | undefined =>
    team.templateFor(kind, path)?.id;

  it('is the first, by file name, of the nearest folder that governs it', () => {
    assert.equal(id('ops/x.md'), '.runbook-lens/templates/a.md');
    assert.equal(id('x.md'), '.runbook-lens/templates/b.md');
    assert.equal(id('ops/deep/x.md'), 'ops/deep/.runbook-lens/templates/z.md');
    assert.equal(id('broken/x.md'), '.runbook-lens/templates/b.md');
  });

  it('is one of its kind', () => {
    assert.equal(id('ops/deep/x.md', 'postmortem'), '.runbook-lens/templates/c.md');
    assert.equal(id('ops/x.md', 'other'), undefined);
    assert.equal(new Team([], configurationSchema).templateFor('runbook', 'a.md'), undefined);
  });
});

describe('the owners of a document', () => {
  it('are those of CODEOWNERS, then those of OWNERS files, each once', () => {
    const team = new Team(
      [
        file('docs/OWNERS', 'approvers: [ann, "@all"]\n'),
        file('CODEOWNERS', '* @late\n'),
        file('.github/CODEOWNERS', '* @all\n'),
      ],
      configurationSchema,
    );
    assert.deepEqual(team.ownersOf('docs/a.md'), ['@all', 'ann']);
    assert.deepEqual(team.ownersOf('a.md'), ['@all']);
    assert.deepEqual(new Team([], configurationSchema).ownersOf('a.md'), []);
  });
});

describe('the findings of a team’s own files', () => {
  const broken = configuration('docs', { roles: 7, services: 7 });
  const bad = template('.runbook-lens/templates/a.md', 'poem');

  it('are errors, in the order of their places', () => {
    const team = new Team([broken, bad, configuration('', {})], configurationSchema);
    assert.deepEqual(
      team.findings(broken.uri, {}).map(({ rule, severity, range }) => [rule, severity, range.start.character]),
      [
        ['invalid-configuration', 'error', 9],
        ['invalid-configuration', 'error', 22],
      ],
    );
    assert.deepEqual(
      team.findings(bad.uri, {}).map(({ rule }) => rule),
      ['invalid-template'],
    );
    assert.deepEqual(team.findings('file:.runbook-lens.json', {}), []);
    assert.deepEqual(team.findings('file:gone', {}), []);
  });

  it('have the level that a user sets', () => {
    const team = new Team([broken], configurationSchema);
    assert.deepEqual(team.findings(broken.uri, { 'invalid-configuration': 'off' }), []);
    assert.equal(team.findings(broken.uri, { 'invalid-configuration': 'hint' })[0]?.severity, 'hint');
    assert.equal(team.findings(broken.uri, { 'invalid-template': 'off' }).length, 2);
  });

  it('have the level that the configuration sets, unless a user sets one', () => {
    const team = new Team(
      [bad, broken, configuration('', { rules: { 'invalid-template': 'hint', 'invalid-configuration': 'off' } })],
      configurationSchema,
    );
    assert.equal(team.findings(bad.uri, {})[0]?.severity, 'hint');
    assert.equal(team.findings(bad.uri, { 'invalid-template': 'warning' })[0]?.severity, 'warning');
    assert.deepEqual(team.findings(broken.uri, {}), []);
  });
});
