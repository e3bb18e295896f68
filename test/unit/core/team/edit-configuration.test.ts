import { configurationSchema } from '../../../../src/core/check/configuration-schema.ts';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exactTest, globFault, globTest } from '../../../../src/core/util/globs/glob-test.ts';
import { literal, withFolderKind, withKind, withRuleLevel } from '../../../../src/core/team/edit-configuration.ts';
import { readConfiguration as read } from '../../../../src/core/team/read-configuration.ts';
import { Team } from '../../../../src/core/team/team.ts';
import { UserError } from '../../../../src/core/util/user-error.ts';
import { examples } from '../../support/examples.ts';

/** Paths as file systems allow them: anything but a slash and NUL in a name. */
const segment = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 8 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }),
    fc.string({ unit: fc.constantFrom(...'*?[]{}()!+@|,^$.-#"\'\\ ~&;<>=%a1'), minLength: 1, maxLength: 8 }),
  )
  .map((name) => name.replace(/[/\0]/g, '_'))
  .filter((name) => name !== '.' && name !== '..');
const paths = fc.array(segment, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));

const markdownPaths = paths.map((path) => `${path}.md`);
const kinds = fc.constantFrom('runbook', 'postmortem', 'other');

const commented = `// Ours.
{
  // The words we use.
  "services": ["mail"], // one
  "rules": {
    // Loud.
    "empty-section": { "severity": "error" },
    "missing-section": "warning", /* two */
  },
}
`;

const readConfiguration = (text: string): ReturnType<typeof read> => read(text, configurationSchema);

describe('literal', () => {
  it('matches its own path', () => {
    fc.assert(
      fc.property(paths, (path) => assert.ok(exactTest([literal(path)])(path), literal(path))),
      { numRuns: examples(1000) },
    );
  });

  it('matches no other path', () => {
    fc.assert(
      fc.property(paths, paths, (path, other) => {
        fc.pre(path !== other);
        assert.equal(globFault(literal(path)), undefined);
        assert.ok(!exactTest([literal(path)])(other), literal(path));
        assert.equal(globTest([literal(path)])(other), other.startsWith(`${path}/`), literal(path));
      }),
      { numRuns: examples(1000) },
    );
  });

  it('escapes what a glob would take for more', () => {
    for (const [path, other] of [
      ['docs/[a].md', 'docs/a.md'],
      ['docs/{a,b}.md', 'docs/a.md'],
      ['docs/*.md', 'docs/a.md'],
      ['docs/a?.md', 'docs/ab.md'],
      ['docs/+(a).md', 'docs/aa.md'],
      ['!docs/a.md', 'docs/b.md'],
      ['docs/"a".md', 'docs/a.md'],
      ['docs/a|b.md', 'docs/a'],
    ] as const) {
      const matches = globTest([literal(path)]);
      assert.ok(matches(path), path);
      assert.ok(!matches(other), `${path} matches ${other}`);
    }
  });
});

describe('withRuleLevel', () => {
  it('makes a file where there is none', () => {
    const text = withRuleLevel('', 'empty-section', 'off');
    assert.deepEqual(readConfiguration(text), { configuration: { rules: { 'empty-section': 'off' } }, problems: [] });
    assert.ok(text.endsWith('}\n'));
    assert.deepEqual(
      readConfiguration(withRuleLevel('// later\n', 'empty-section', 'off')).configuration.rules?.['empty-section'],
      'off',
    );
  });

  it('keeps comments, other settings and the layout', () => {
    assert.equal(
      withRuleLevel(commented, 'missing-section', 'off'),
      commented.replace('"missing-section": "warning"', '"missing-section": "off"'),
    );
  });

  it('keeps the options of the rule', () => {
    assert.equal(
      withRuleLevel(commented, 'empty-section', 'hint'),
      commented.replace('"severity": "error"', '"severity": "hint"'),
    );
    const text = '{ "rules": { "owner-missing": { "always": true } } }';
    assert.deepEqual(readConfiguration(withRuleLevel(text, 'owner-missing', 'off')).configuration, {
      rules: { 'owner-missing': { always: true, severity: 'off' } },
    });
  });

  it('changes nothing the second time, and is read back as it was set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', '{}', '{\r\n\t"services": []\r\n}\r\n', commented, '{"rules":{}}', '{ "rules": {}, }'),
        fc.constantFrom('error', 'warning', 'information', 'hint', 'off'),
        fc.constantFrom('missing-section', 'empty-section', 'section-order'),
        (text, level, rule) => {
          const once = withRuleLevel(text, rule, level);
          assert.equal(withRuleLevel(once, rule, level), once);
          const { configuration, problems } = readConfiguration(once);
          assert.deepEqual(problems, [], once);
          const entry: unknown = configuration.rules?.[rule];
          assert.deepEqual(
            typeof entry === 'string' ? entry : entry,
            typeof entry === 'string' ? level : { severity: level },
          );
        },
      ),
    );
  });

  it('keeps the line breaks and the indentation of the file', () => {
    const text = '{\r\n\t"services": [\r\n\t\t"mail"\r\n\t]\r\n}\r\n';
    const result = withRuleLevel(text, 'empty-section', 'off');
    assert.doesNotMatch(result, /(?<!\r)\n/);
    assert.match(result, /^\t"rules": \{\r\n\t\t"empty-section": "off"\r\n\t\}/m);
    const wide = withRuleLevel('{\n    "services": []\n}\n', 'empty-section', 'off');
    assert.match(wide, /^ {4}"rules": \{\n {8}"empty-section"/m);
  });

  it('throws a UserError for JSON that is broken', () => {
    for (const text of ['{', '{ "rules": }', '{ "a": 1 } }', 'nonsense']) {
      assert.throws(() => withRuleLevel(text, 'empty-section', 'off'), UserError, text);
      assert.throws(() => withKind(text, 'a.md', 'runbook'), UserError, text);
    }
  });

  it('throws a UserError for a file whose settings are of another shape, rather than lose them', () => {
    for (const text of ['[]', '7', '"x"', '{ "rules": [] }', '{ "rules": "off" }']) {
      try {
        const result = withRuleLevel(text, 'empty-section', 'off');
        assert.deepEqual(readConfiguration(result).configuration.rules, { 'empty-section': 'off' }, text);
      } catch (error) {
        assert.ok(error instanceof UserError, `${text}: ${String(error)}`);
      }
    }
  });
});

describe('withKind', () => {
  it('makes a file be what is said, whatever its name', () => {
    fc.assert(
      fc.property(markdownPaths, kinds, (path, kind) => {
        const text = withKind('', path, kind);
        const { problems } = readConfiguration(text);
        assert.deepEqual(problems, []);
        const team = new Team([{ uri: 'c', path: '.runbook-lens.json', text }], configurationSchema);
        assert.equal(team.kindOf(path)?.kind, kind, text);
      }),
      { numRuns: examples(500) },
    );
  });

  it('says the last thing that was said of a file, and nothing of others', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a.md', 'b/[c].md', 'd e.md'), fc.option(kinds, { nil: undefined })), {
          maxLength: 8,
        }),
        (steps) => {
          const text = steps.reduce((current, [path, kind]) => withKind(current, path, kind), commented);
          const last = new Map<string, string | undefined>(steps);
          const team = new Team([{ uri: 'c', path: '.runbook-lens.json', text }], configurationSchema);
          for (const path of ['a.md', 'b/[c].md', 'd e.md', 'other.md']) {
            assert.equal(team.kindOf(path)?.kind, last.get(path), text);
          }
          for (const comment of commented.match(/\/\/.*|\/\*.*?\*\//g) ?? []) {
            assert.ok(text.includes(comment), comment);
          }
          assert.deepEqual(readConfiguration(text).problems, []);
        },
      ),
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(markdownPaths, fc.option(kinds, { nil: undefined }), (path, kind) => {
        const once = withKind(commented, path, kind);
        assert.equal(withKind(once, path, kind), once);
      }),
    );
  });

  it('keeps the other globs', () => {
    const text = '{ "kinds": { "runbook": ["ops/**", "a.md"], "other": ["b.md"] } }';
    assert.deepEqual(readConfiguration(withKind(text, 'a.md', undefined)).configuration.kinds, {
      runbook: ['ops/**'],
      other: ['b.md'],
    });
    assert.deepEqual(readConfiguration(withKind(text, 'b.md', 'runbook')).configuration.kinds, {
      runbook: ['ops/**', 'a.md', 'b.md'],
      other: [],
    });
  });

  it('keeps comments in its lists, and trailing commas valid', () => {
    const text = '{\n  "kinds": {\n    "other": [\n      "a.md", // a draft\n      "b.md"\n    ],\n  }\n}\n';
    assert.match(withKind(text, 'c.md', 'other'), /"a\.md", \/\/ a draft\n {6}"b\.md",\n {6}"c\.md"\n/);
    assert.deepEqual(readConfiguration(withKind('{"kinds":{"runbook":["a.md"],}}', 'a.md', undefined)), {
      configuration: { kinds: { runbook: [] } },
      problems: [],
    });
  });

  it('leaves a file alone that says nothing of the path', () => {
    assert.equal(withKind(commented, 'a.md', undefined), commented);
    assert.equal(withKind('', 'a.md', undefined), '');
  });
});

describe('withFolderKind', () => {
  const kindOf = (text: string, path: string): string | undefined =>
    new Team([{ uri: 'u', path: '.runbook-lens.json', text }], configurationSchema).kindOf(path)?.kind;

  it('states the kind of what is below a folder, and of nothing else', () => {
    fc.assert(
      fc.property(paths, markdownPaths, kinds, (folder, path, kind) => {
        const text = withFolderKind(commented, folder, kind);
        assert.equal(kindOf(text, `${folder}/${path}`), kind);
        assert.equal(kindOf(text, `${folder}.md`), undefined);
      }),
      { numRuns: examples(200) },
    );
  });

  it('states it once, the last one; a single file has its own', () => {
    const once = withFolderKind(withFolderKind('', 'ops', 'other'), 'ops', 'runbook');
    assert.deepEqual(readConfiguration(once).configuration.kinds, { other: [], runbook: ['ops/**'] });
    assert.equal(kindOf(withKind(once, 'ops/a.md', 'other'), 'ops/a.md'), 'other');
  });

  it('states it of all that a configuration governs, for its own folder', () => {
    assert.deepEqual(JSON.parse(withFolderKind('', '', 'postmortem')), { kinds: { postmortem: ['**'] } });
  });
});
