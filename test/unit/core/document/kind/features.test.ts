import assert from 'node:assert/strict';
import fc from 'fast-check';
import { assess, decide, featuresByItself } from '../../../../../src/core/document/kind/classify.ts';
import { measuresOf } from '../../../../../src/core/document/kind/measures.ts';
import { reasonsOf, whyOf } from '../../../../../src/core/document/kind/reasons.ts';
import { subjectOf } from '../../../../../src/core/document/kind/subject.ts';
import { fitted } from '../../../../../src/core/document/kind/weights.ts';
import { readWeights } from '../../../../../src/core/document/kind/weighing.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';
import { documentKinds, kinds } from '../../../../../src/core/vocabulary/kind.ts';
import { examples } from '../../../support/examples.ts';
import { anyText, wildMarkdown } from '../../../support/markdown.ts';

const texts = fc.oneof({ weight: 1, arbitrary: anyText }, { weight: 4, arbitrary: wildMarkdown });
const folder = fc.constantFrom(
  'docs',
  'runbooks',
  'postmortems',
  '2023',
  '2023-04',
  'templates',
  'ops',
  'ä',
  'a b',
  '',
);
const name = fc.constantFrom(
  'a.md',
  'README.md',
  'index.md',
  '2023-01-02-mail.md',
  'MailQueueFull.md',
  '.md',
  '',
  'constructor.md',
  '-.md',
);
const paths = fc.oneof(
  fc.tuple(fc.array(folder, { maxLength: 12 }), name).map(([folders, file]) => [...folders, file].join('/')),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** What the pages beside a document may say. */
const beside = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...['beside', 'alike', 'headed'].flatMap((group) => documentKinds.map((kind) => `${group}:${kind}`)),
      ),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    { maxLength: 6 },
  )
  .map((entries) => [...new Map(entries)]);

function measuresIn(path: string, ...lines: readonly string[]): ReadonlyMap<string, number> {
  return new Map(measuresOf(subjectOf(path, parseDocument(lines.join('\n'), path))));
}

describe('the features of any document', () => {
  it('are finite numbers from 0 to about 1', () => {
    fc.assert(
      fc.property(texts, paths, (text, path) => {
        for (const [feature, value] of featuresByItself(path, parseDocument(text, path))) {
          // Sums of evidence are cut at three times the heaviest.
          const most = /^(?:runbook|postmortem|against)\./.test(feature) ? 3 : 5;
          assert.ok(value > 0 && value <= most, `${feature} ${value}`);
        }
      }),
      { numRuns: examples(2000) },
    );
  });

  it('have names that a table of weights can hold', () => {
    fc.assert(
      fc.property(texts, paths, (text, path) => {
        for (const feature of featuresByItself(path, parseDocument(text, path)).keys()) {
          assert.match(feature, /^[^,\s]+$/u);
        }
      }),
      { numRuns: examples(1000) },
    );
  });

  it('are the same whatever the line breaks are', () => {
    fc.assert(
      fc.property(wildMarkdown, paths, (text, path) => {
        const unix = text.replaceAll(/\r\n|\r/g, '\n');
        assert.deepEqual(
          featuresByItself(path, parseDocument(unix.replaceAll('\n', '\r\n'), path)),
          featuresByItself(path, parseDocument(unix, path)),
        );
      }),
      { numRuns: examples(300) },
    );
  });

  it('are few, however long it is', () => {
    const words = Array.from({ length: 20_000 }, (_, index) => `word${index.toString(36)}x`);
    const long = ['# Title', words.join(' '), ...words.slice(0, 3000).map((word) => `## ${word} ${word}y`)].join(
      '\n\n',
    );
    assert.ok(featuresByItself('a.md', parseDocument(long, 'a.md')).size < 1000);
  });
});

describe('what is counted in a document', () => {
  /** Numbers of different words, and of folders. */
  const counted = new Set(['deep', 'accounts', 'duty', 'systems']);

  it('is from 0 to about 1, of nothing as well', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.constant('')), paths, (text, path) => {
        for (const [measure, value] of measuresOf(subjectOf(path, parseDocument(text, path)))) {
          assert.ok(value >= 0 && value <= (counted.has(measure) ? 5 : 1), `${measure} ${value}`);
        }
      }),
      { numRuns: examples(2000) },
    );
  });

  it('knows what a file name tells', () => {
    const found = (path: string): string[] =>
      [...measuresIn(path, '# X')].flatMap(([measure, value]) =>
        value > 0 && /^(?:dated|datedFolder|alertName|numberedName|capitals|top)$/.test(measure) ? [measure] : [],
      );
    assert.deepEqual(found('docs/2023-04-05-mail.md'), ['dated']);
    assert.deepEqual(found('docs/mail_20230405.md'), ['dated']);
    assert.deepEqual(found('docs/2023/mail.md'), ['datedFolder']);
    assert.deepEqual(found('docs/12-mail.md'), ['numberedName']);
    assert.deepEqual(found('docs/MailQueueFull.md'), ['alertName']);
    assert.deepEqual(found('docs/DR_PLAN.md'), ['capitals']);
    assert.deepEqual(found('mail.md'), ['top']);
    assert.deepEqual(found('docs/Mail.md'), []);
    assert.deepEqual(found('docs/mailQueue.md'), []);
  });

  it('counts times, days, tenses and persons', () => {
    const record = measuresIn('a.md', '# Mail', '', 'On 2023-04-05 we saw that mail was late. It had queued at 10:20.');
    const guide = measuresIn('a.md', '# Mail', '', 'You can send mail. Your mail is queued and may be late.');
    for (const measure of ['clocks', 'days', 'past', 'we']) {
      assert.ok(record.get(measure)! > guide.get(measure)!, measure);
    }
    for (const measure of ['present', 'you']) {
      assert.ok(guide.get(measure)! > record.get(measure)!, measure);
    }
  });

  it('tells commands of operators from those of developers', () => {
    const commands = (...lines: readonly string[]): unknown[] => {
      const found = measuresIn('a.md', '# Mail', '', '```sh', ...lines, '```');
      return ['operatorCommands', 'developerCommands'].map((measure) => found.get(measure)! > 0);
    };
    assert.deepEqual(commands('kubectl get pods'), [true, false]);
    assert.deepEqual(commands('', '  $ sudo systemctl restart mail'), [true, false]);
    assert.deepEqual(commands('$ npm install', '', ''), [false, true]);
    assert.deepEqual(commands('// npm and kubectl', 'echo kubectl', 'kubectlx get'), [false, false]);
  });

  it('counts each command once, after empty lines too', () => {
    const lines = (between: string): unknown =>
      measuresIn('a.md', '# Mail', '', '```sh', 'kubectl a', between, 'kubectl b', between, 'kubectl c', '```').get(
        'operatorCommands',
      );
    assert.equal(lines('\n\n\n'), lines('#'));
  });
});

describe('deciding', () => {
  it('never throws; the probability is from 0 to 1, and at most three reasons are told, none empty', () => {
    fc.assert(
      fc.property(texts, paths, beside, (text, path, others) => {
        const { kind, why, probability, possible, template } = decide(assess(path, parseDocument(text, path)), others);
        assert.ok(kinds.includes(kind));
        assert.ok(probability === undefined ? kind === 'other' : probability >= 0 && probability <= 1);
        const parts = why.split('; ');
        assert.ok(parts.length >= 1 && parts.length <= 3, why);
        assert.ok(
          parts.every((part) => part.trim() !== '' && !/undefined|NaN|~/.test(part)),
          why,
        );
        assert.ok(possible === undefined || (kind === 'other' && template !== true));
        const { decided, possible: bound } = fitted.bounds;
        assert.ok(kind === 'other' || probability! >= Math.floor(decided * 100) / 100);
        assert.ok(possible === undefined || (probability! >= bound - 0.01 && probability! <= decided + 0.01));
      }),
      { numRuns: examples(2000) },
    );
  });

  it('gives the same each time', () => {
    fc.assert(
      fc.property(texts, paths, (text, path) => {
        const assessment = assess(path, parseDocument(text, path));
        assert.deepEqual(decide(assessment), decide(assess(path, parseDocument(text, path))));
        assert.deepEqual(decide(assessment), decide(assessment, []));
      }),
      { numRuns: examples(300) },
    );
  });

  it('is surer the more pages beside it are of the kind', () => {
    const assessment = assess('docs/mail.md', parseDocument('# Mail\n\n## Steps\n\n1. Restart it.\n', 'docs/mail.md'));
    const chance = (share: number): number => {
      const {
        kind,
        possible,
        probability = 0,
      } = decide(assessment, [
        ['beside:runbook', share],
        ['alike:runbook', share],
      ]);
      return (possible ?? kind) === 'runbook' ? probability : 1 - probability;
    };
    assert.ok(chance(0) < chance(0.5) && chance(0.5) < chance(1), [0, 0.5, 1].map(chance).join());
  });
});

describe('the reasons of features', () => {
  const weighed = [...readWeights(fitted.table).keys()];
  const own = weighed.filter((name) => !/^(?:beside|alike|headed):/.test(name));

  it('are known for all that has a weight and speaks for itself', () => {
    const silent = /^(?:text:|\(|runbook\.|postmortem\.|against\.)/;
    for (const feature of weighed.filter((one) => !silent.test(one))) {
      for (const kind of kinds) {
        const why = whyOf(kind, 'runbook', [reasonsOf([[feature, 1]])]);
        assert.doesNotMatch(why, /undefined|NaN|~/, feature);
      }
    }
  });

  it('are at most three of all readings together, the strongest first, each once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...own), { maxLength: 40 }), beside, (names, others) => {
        const readings = [reasonsOf(names.map((feature) => [feature, 1] as const)), reasonsOf(others)];
        for (const kind of kinds) {
          const why = whyOf(kind, 'postmortem', readings);
          const parts = why === '' ? [] : why.split('; ');
          assert.ok(parts.length <= 3);
          assert.equal(new Set(parts).size, parts.length, why);
        }
      }),
      { numRuns: examples(1000) },
    );
  });

  it('of nothing are none', () => {
    assert.equal(whyOf('runbook', 'runbook', [reasonsOf([]), reasonsOf([])]), '');
    assert.equal(whyOf('other', 'runbook', [reasonsOf([['title:no-such-word', 1]])]), '');
  });
});
