import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strictObject, safeParse, type ObjectEntries } from 'valibot';
import { Lines } from '../../../../src/core/text/lines.ts';
import { allRules } from '../../../../src/core/check/rules/registry.ts';
import { configurationSchema } from '../../../../src/core/check/configuration-schema.ts';
import type { Configuration } from '../../../../src/core/team/configuration.ts';
import { nearest } from '../../../../src/core/text/nearest.ts';
import { readConfiguration as read } from '../../../../src/core/team/read-configuration.ts';
import { assertInside } from '../../support/assertions.ts';
import { examples } from '../../support/examples.ts';
import { anyText } from '../../support/markdown.ts';

/** What is wrong with a configuration, as `text at fault: message`. */
const readConfiguration = (text: string): ReturnType<typeof read> => read(text, configurationSchema);

function problemsOf(text: string): string[] {
  const lines = Lines.of(text);
  return readConfiguration(text).problems.map(
    ({ message, range }) => `${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))}: ${message}`,
  );
}

function configurationOf(text: string): Configuration {
  return readConfiguration(text).configuration;
}

const level = fc.constantFrom('error', 'warning', 'information', 'hint', 'off');
const texts = fc.array(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });
const globs = fc.array(fc.constantFrom('docs/**', 'a.md', '!**/[ab]/{c,d}'), { maxLength: 3 });
const ruleIds = allRules.map(({ id }) => id);

/** Values that the schema allows. */
const valid = fc.record(
  {
    $schema: fc.string(),
    files: fc.record({ include: globs, exclude: globs }, { requiredKeys: [] }),
    kinds: fc.record({ runbook: globs, postmortem: globs, other: globs }, { requiredKeys: [] }),
    services: texts,
    severities: texts,
    statuses: texts,
    roles: texts,
    tracker: fc.record(
      {
        key: fc.constantFrom('https://tracker.example/${key}', 'https://tracker.example:8443?id=${key}'),
        number: fc.constant('https://example.com/issues/${number}#top'),
      },
      { requiredKeys: [] },
    ),
    alerts: fc.record(
      {
        keys: texts,
        sites: fc.array(
          fc.record({
            address: fc.constantFrom('https://docs.example.com', 'http://docs.example.com:8080/a/'),
            folder: fc.constantFrom('.', 'docs/ops', ''),
          }),
          { maxLength: 2 },
        ),
        paging: texts,
        usedElsewhere: globs,
      },
      { requiredKeys: [] },
    ),
    rules: fc.dictionary(
      fc.constantFrom(...ruleIds),
      fc.oneof(level, fc.record({ severity: level }, { requiredKeys: [] })),
      { maxKeys: 4 },
    ),
  },
  { requiredKeys: [] },
);

/** Values of the right shape in which anything may be wrong. */
const nearlyValid = fc.dictionary(
  fc.constantFrom(
    '$schema',
    'files',
    'kinds',
    'services',
    'severities',
    'tracker',
    'alerts',
    'rules',
    'service',
    '__proto__',
    'toString',
  ),
  fc.oneof(
    fc.jsonValue(),
    texts,
    fc.array(fc.jsonValue(), { maxLength: 4 }),
    fc.dictionary(
      fc.constantFrom('include', 'exclude', 'runbook', 'other', 'keys', 'sites', 'constructor', ...ruleIds),
      fc.oneof(
        fc.jsonValue(),
        level,
        fc.array(fc.dictionary(fc.constantFrom('address', 'folder'), fc.oneof(fc.jsonValue(), fc.webUrl()))),
        fc.dictionary(
          fc.constantFrom('severity', 'allow', 'also', 'keys', 'always', 'graceDays', 'prompts'),
          fc.oneof(fc.jsonValue(), level),
          { maxKeys: 3 },
        ),
      ),
      { maxKeys: 4 },
    ),
  ),
  { maxKeys: 5 },
);

/** Some JSON in which a piece was taken out or put in. */
const brokenJson = fc
  .tuple(valid, fc.nat(400), fc.nat(20), fc.constantFrom('', '{', '}', '[', ']', '"', ',', ':', '/*', '//', '\\', '\n'))
  .map(([value, at, removed, added]) => {
    const text = JSON.stringify(value, null, 2);
    const place = at % (text.length + 1);
    return text.slice(0, place) + added + text.slice(place + removed);
  });

function assertUsable(text: string): void {
  const { configuration, problems } = readConfiguration(text);
  const lines = Lines.of(text);
  for (const { message, range } of problems) {
    assertInside(lines, range, message);
    assert.ok(message.length > 0);
  }
  assert.ok(safeParse(configurationSchema, configuration).success, JSON.stringify(configuration));
}

describe('readConfiguration', () => {
  it('never throws, places every problem in the text, and gives what is valid by the schema', () => {
    fc.assert(fc.property(anyText, assertUsable));
    fc.assert(fc.property(brokenJson, assertUsable), { numRuns: examples(300) });
    fc.assert(
      fc.property(nearlyValid, (value) => assertUsable(JSON.stringify(value))),
      { numRuns: examples(500) },
    );
    fc.assert(fc.property(fc.json(), assertUsable));
  });

  it('does not throw for brackets nested deeper than the parser can follow', () => {
    for (const piece of ['[', '{"a":', '{"rules":[']) {
      const { configuration, problems } = readConfiguration(piece.repeat(100_000));
      assert.deepEqual(configuration, {});
      assert.ok(problems.length > 0);
    }
  });

  it('gives a valid configuration as it is, without a problem', () => {
    fc.assert(
      fc.property(valid, fc.constantFrom(undefined, 2, '\t'), (value, indent) => {
        const { configuration, problems } = readConfiguration(JSON.stringify(value, null, indent));
        assert.deepEqual(problems, []);
        assert.equal(JSON.stringify(configuration), JSON.stringify(value));
      }),
    );
  });

  it('takes what is wrong for a problem of its own, and keeps what is right beside it', () => {
    fc.assert(
      fc.property(
        valid,
        fc.constantFrom(...(['services', 'severities', 'statuses', 'roles'] as const)),
        (value, key) => {
          const { configuration, problems } = readConfiguration(JSON.stringify({ ...value, [key]: 7, unheard: 1 }));
          assert.equal(problems.length, 2);
          const { [key]: _, ...rest } = value;
          // Key order is that of the text, which the schema does not keep.
          assert.deepEqual(plain(configuration), plain(rest));
        },
      ),
    );
  });

  it('says nothing for an empty file or one of comments', () => {
    for (const text of ['', ' \r\n', '// later\n', '/* later */', '{}', '{ /* later */ }']) {
      assert.deepEqual(readConfiguration(text), { configuration: {}, problems: [] }, text);
    }
  });

  it('allows comments and trailing commas', () => {
    const text = '{\n  // ours\n  "services": ["mail", /* old */ "web",],\n  "roles": [],\n}\n';
    assert.deepEqual(readConfiguration(text), {
      configuration: { services: ['mail', 'web'], roles: [] },
      problems: [],
    });
  });

  it('names the setting that was meant, or all that are known', () => {
    assert.deepEqual(problemsOf('{ "Services": [] }'), [
      '"Services": Unknown setting "Services". Did you mean "services"?',
    ]);
    assert.deepEqual(problemsOf('{ "kinds": { "x": [] } }'), [
      '"x": Unknown setting "x". Known settings: runbook, postmortem, other.',
    ]);
    assert.deepEqual(problemsOf('{ "rules": { "empty-secton": "off" } }'), [
      '"empty-secton": Unknown setting "empty-secton". Did you mean "empty-section"?',
    ]);
    assert.deepEqual(problemsOf('{ "rules": { "empty-section": { "severty": "off" } } }'), [
      '"severty": Unknown setting "severty". Did you mean "severity"?',
    ]);
  });

  it('says what a value must be and what it is', () => {
    assert.deepEqual(problemsOf('{ "services": "mail" }'), ['"mail": "services" must be a list in [ ], not "mail".']);
    assert.deepEqual(problemsOf('{ "services": ["mail", 7, ""] }'), [
      '7: An entry of services must be a text, not 7.',
      '"": An entry of services must be a text that is not empty, not 0.',
    ]);
    assert.deepEqual(problemsOf('{ "files": ["a"] }'), ['["a"]: "files" must be an object in { }, not a list.']);
    assert.deepEqual(problemsOf('{ "alerts": { "sites": [[]] } }'), [
      '[]: An entry of sites must be an object in { }, not a list.',
    ]);
    assert.deepEqual(problemsOf('{ "alerts": { "sites": [{ "address": "https://a.example" }] } }'), [
      '{ "address": "https://a.example" }: An entry of sites has no "folder".',
    ]);
    assert.deepEqual(problemsOf('{ "alerts": { "sites": [{ "address": "docs", "folder": "." }] } }'), [
      '"docs": "address" must be an https:// address, not "docs".',
    ]);
    assert.deepEqual(problemsOf('[7]'), ['[7]: The file must be an object in { }, not a list.']);
    assert.deepEqual(problemsOf('null'), ['null: The file must be an object in { }, not null.']);
    assert.match(
      problemsOf('{ "rules": { "empty-section": "warn" } }')[0] ?? '',
      /^"warn": "empty-section" must be "error", "warning", "information", "hint", "off" or an object in \{ \}, not "warn"\.$/,
    );
    assert.match(
      problemsOf('{ "rules": { "empty-section": { "severity": 3 } } }')[0] ?? '',
      /^3: "severity" must be "error", "warning", "information", "hint" or "off", not 3\.$/,
    );
  });

  it('leaves out the entries at fault and keeps the rest', () => {
    assert.deepEqual(configurationOf('{ "services": ["mail", 7, "web", null], "files": 3, "roles": ["IC"] }'), {
      services: ['mail', 'web'],
      roles: ['IC'],
    });
    assert.deepEqual(
      configurationOf(
        '{ "rules": { "empty-section": "warn", "missing-section": { "severity": "x" }, "gone": "off" } }',
      ),
      { rules: { 'missing-section': {} } },
    );
    assert.deepEqual(configurationOf('[{ "services": [] }]'), {});
  });

  it('marks broken JSON where it breaks, and applies what stands before', () => {
    const text = '{\n  "services": ["mail"],\n  "roles": ["IC"\n';
    const { configuration, problems } = readConfiguration(text);
    assert.deepEqual(configuration.services, ['mail']);
    assert.ok(problems.length > 0);
    for (const { message } of problems) {
      assert.match(message, /^This is not valid JSON: [a-z ]+\. Settings before this place apply\.$/);
    }
    assert.ok(readConfiguration('{ "services": ["mail"] } x').problems.length > 0);
    assert.ok(readConfiguration('{ "services" ["mail"] }').problems.length > 0);
    assert.ok(readConfiguration("{ 'services': [] }").problems.length > 0);
  });

  it('marks the later of two settings of one name where that is the one at fault', () => {
    const text = '{\n  "services": [],\n  "services": 7\n}';
    assert.deepEqual(
      readConfiguration(text).problems.map(({ range }) => range.start.line),
      [2],
    );
  });

  it('keeps what a byte order mark stands before', () => {
    assert.deepEqual(configurationOf('\ufeff{ "services": ["mail"] }'), { services: ['mail'] });
  });

  it('takes the names of built-in members of objects for unknown settings', () => {
    for (const name of ['toString', 'constructor', '__proto__', 'hasOwnProperty']) {
      assert.match(readConfiguration(`{ "${name}": 1 }`).problems[0]?.message ?? '', /^Unknown setting/, name);
    }
  });

  it('names globs that cannot be used where they stand, and keeps them, so that an include of them takes in nothing', () => {
    const text = '{ "files": { "include": ["docs/+(a)"] }, "kinds": { "other": ["a.md", "!{b"] } }';
    assert.deepEqual(problemsOf(text), [
      '"docs/+(a)": This glob matches nothing: groups in ( ) are not supported. Write {a,b} for alternatives, or [(] for the character.',
      '"!{b": This glob matches nothing: a { is not closed. Write [{] for the character.',
    ]);
    assert.deepEqual(configurationOf(text).files, { include: ['docs/+(a)'] });
    const many = JSON.stringify({ files: { exclude: Array.from({ length: 40 }, () => '*a'.repeat(400)) } });
    assert.match(problemsOf(many).join('\n'), /^\["\*a.*This list matches nothing: its globs with wildcards/);
  });
});

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

describe('options of rules', () => {
  for (const rule of allRules) {
    if (rule.options !== undefined) {
      const entries: ObjectEntries = rule.options;
      it(`of ${rule.id} accept their own defaults, written out`, () => {
        const result = safeParse(strictObject(entries), {});
        assert.ok(result.success, 'each option has a default');
        const text = JSON.stringify({ rules: { [rule.id]: { severity: 'hint', ...result.output } } });
        const { configuration, problems } = readConfiguration(text);
        assert.deepEqual(problems, []);
        assert.deepEqual(plain(configuration), JSON.parse(text));
      });
    }
  }

  it('are unknown for rules that have none', () => {
    assert.match(problemsOf('{ "rules": { "empty-section": { "always": true } } }')[0] ?? '', /^"always": Unknown/);
  });
});

describe('nearest', () => {
  it('is the candidate with the fewest letters changed, in any case', () => {
    assert.equal(nearest('SERVICE', ['severities', 'services', 'statuses']), 'services');
    assert.equal(nearest('kind', ['kind', 'kinds']), 'kind');
  });

  it('is undefined where none is close', () => {
    assert.equal(nearest('x', ['kind', 'name']), undefined);
    assert.equal(nearest('kind', []), undefined);
  });

  it('finds every candidate that lost a letter', () => {
    const candidates = ['missing-section', 'severity', 'applies-to', 'path'];
    fc.assert(
      fc.property(fc.constantFrom(...candidates), fc.nat(), (candidate, at) => {
        const place = at % candidate.length;
        assert.equal(nearest(candidate.slice(0, place) + candidate.slice(place + 1), candidates), candidate);
      }),
    );
  });
});

describe('an empty list where an object belongs', () => {
  it('is a problem, and the rest applies', () => {
    const { configuration, problems } = readConfiguration('{ "rules": [], "services": ["mail"] }');
    assert.deepEqual(configuration, { services: ['mail'] });
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['"rules" must be an object in { }, not a list.'],
    );
    assert.equal(readConfiguration('[]').problems.length, 1);
  });

  it('is told of a glob that is too long to be one', () => {
    const text = JSON.stringify({ files: { include: ['a'.repeat(70_000)] } });
    assert.equal(readConfiguration(text).problems.length, 1);
  });
});
