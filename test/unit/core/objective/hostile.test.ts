import assert from 'node:assert/strict';
import fc from 'fast-check';
import { slowness } from '../../../support/slowness.ts';
import { examples } from '../../support/examples.ts';
import type { ObjectiveFile } from '../../../../src/core/objective/objective.ts';
import { readObjectives } from '../../../../src/core/objective/read/read.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const heads = fc.constantFrom(
  'apiVersion: openslo/v1\nkind: SLO\n',
  'apiVersion: openslo/v1alpha\nkind: Service\n',
  'version: prometheus/v1\nservice: a\nslos:\n',
  'apiVersion: sloth.slok.dev/v1\nkind: PrometheusServiceLevel\n',
  'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\n',
);
/** Pieces that such files are made of, in any order. */
const pieces = fc.constantFrom(
  'metadata:\n  name: a\n',
  'spec:\n',
  '  service: b\n',
  '  objectives:\n',
  '    - target: 0.9\n',
  '- name: c\n',
  '  objective: 99.9\n',
  '  target: "99"\n',
  '  window: 4w\n',
  '  timeWindow:\n  - duration: 1M\n',
  'targetPercent: 100',
  'isRolling: false\n',
  'calendar: {}\n',
  'labels: {app: x}\n',
  'indicatorRef: q\n',
  'kind: List\nitems:\n',
  '---\n',
  '<<: *a\n',
  ...'{}[],:|>"\'#0~\n\r\t \ufeff',
  '&a ',
  '*a',
  '{{',
  '}}',
  '- ',
  '!!str ',
  '\r\n',
  '  ',
  '-1',
  '1e9',
  'null',
);
const texts = fc
  .tuple(heads, fc.array(fc.oneof({ weight: 8, arbitrary: pieces }, fc.string({ maxLength: 3 })), { maxLength: 40 }))
  .map(([head, rest]) => head + rest.join(''));

/** A sound file of each form, to be changed. */
const sound = fc.constantFrom(
  'apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: a\nspec:\n  service: b\n  timeWindow:\n    - duration: 28d\n      isRolling: true\n  budgetingMethod: Occurrences\n  objectives:\n    - target: 0.99\n    - targetPercent: 99.9\n',
  'version: prometheus/v1\nservice: b\nslos:\n  - name: a\n    objective: 99.9\n  - name: c\n    objective: 95\n',
  'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\nmetadata:\n  name: a\nspec:\n  target: "99"\n  window: 4w\n',
);
const changed = fc
  .tuple(sound, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.oneof(pieces, fc.string({ maxLength: 8 })))
  .map(([text, where, length, put]) => {
    const at = Math.floor(where * text.length);
    return text.slice(0, at) + put + text.slice(at + length);
  });

/** Checks what holds for any text. */
function holds({ objectives, problems }: ObjectiveFile, text: string): void {
  const lines = Lines.of(text);
  for (const { range, target, window, sliceTarget, name } of objectives) {
    assert.ok(target > 0 && target < 1);
    assert.ok(sliceTarget === undefined || (sliceTarget > 0 && sliceTarget <= 1));
    assert.ok(window === undefined || (window.days > 0 && Number.isFinite(window.days)));
    assert.notEqual(name.trim(), '');
    for (const place of [range.start, range.end]) {
      assert.deepEqual(lines.clamp(place.line, place.character), place);
    }
    assert.ok(lines.offsetAt(range.start) < lines.offsetAt(range.end));
  }
  for (const { line, message } of problems) {
    assert.ok(line >= 0 && line < lines.count);
    assert.match(message, /^\S.*\.$/s);
  }
  const inOrder = problems.map(({ line }) => line);
  assert.deepEqual(
    inOrder,
    inOrder.toSorted((a, b) => a - b),
  );
}

describe('reading of hostile files of objectives', () => {
  it('never throws; targets are fractions, windows have a length, and places are in the text', () => {
    fc.assert(
      fc.property(fc.oneof(texts, changed, fc.string()), fc.constantFrom('a.yaml', 'a.yml', 'a.md', ''), (text, path) =>
        holds(readObjectives(path, text), text),
      ),
      { numRuns: examples(2000) },
    );
  });

  it('says what is wrong where a target is no number between nothing and all', () => {
    const read = (target: string): ObjectiveFile =>
      readObjectives('a.yaml', `version: prometheus/v1\nservice: a\nslos:\n- name: b\n  objective: ${target}\n`);
    fc.assert(
      fc.property(fc.double({ min: -1000, max: 1000, noNaN: true }), (target) => {
        const { objectives, problems } = read(String(target));
        assert.ok(objectives.length === 1 || problems.length === 1);
        if (objectives.length === 1) {
          assert.ok(Math.abs((objectives[0]?.target ?? 0) - target / 100) < 1e-12);
        }
      }),
    );
    for (const close of ['99.99999999999999999999', '0.00000000000000000000000001', `0.${'0'.repeat(400)}1`]) {
      assert.ok(read(close).objectives.every(({ target: share }) => share > 0 && share < 1));
    }
  });

  let slow = 1;
  before(() => {
    slow = slowness();
  });
  const slo = (index: number): string => `  - name: a${index}\n    objective: 99\n`;
  const sloth = 'version: prometheus/v1\nservice: a\n';
  const hostile: Readonly<Record<string, { text: string; objectives?: number; problem?: RegExp }>> = {
    'a bomb of aliases': {
      text: `${sloth}a0: &a0 {name: b, objective: 9}\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} {<<: [*a${at}, *a${at}, *a${at}]}`).join('\n')}\nslos: [*a40]\n`,
    },
    'a list in a list in a list': {
      text: `${sloth}a0: &a0 [{name: b, objective: 9}]\n${Array.from({ length: 40 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}, *a${at}]`).join('\n')}\nslos: *a40\n`,
      objectives: 0,
    },
    'an alias of itself': { text: `&a\n${sloth}slos: [*a, &b {name: c, objective: 9, <<: *b}]\n`, objectives: 1 },
    'a long list in many documents': {
      text: `x: &a\n${'- {}\n'.repeat(10_000)}${`---\n${sloth}slos: *a\n`.repeat(500)}`,
      problem: /^The file has more than is read/,
    },
    'a long mapping merged into many': {
      text: `x: &a\n${Array.from({ length: 20_000 }, (_, at) => `  k${at}: v\n`).join('')}${sloth}slos:\n${`- name: a\n  objective: 9\n  <<: *a\n`.repeat(5000)}`,
      problem: /^The file has more than is read/,
    },
    'more objectives than are read': {
      text: `${sloth}slos:\n${Array.from({ length: 11_000 }, (_, at) => slo(at)).join('')}`,
      problem: /^The file has more than is read/,
    },
    'more items than a call takes arguments': { text: `# openslo SLO\n${'- &a b\n'.repeat(130_000)}`, objectives: 0 },
    'very many documents': { text: `${sloth}slos: []\n${'---\na: b\n'.repeat(20_000)}`, objectives: 0 },
    'very many objects without a name': {
      text: '---\napiVersion: openslo/v1\nkind: SLO\n'.repeat(20_000),
      objectives: 0,
    },
    'deep nesting': {
      text: `${sloth}slos: ${'['.repeat(10_000)}\n`,
      objectives: 0,
      problem: /more than 1000 brackets in one another/,
    },
    'items in items': { text: `${sloth}slos:\n${'- '.repeat(50_000)}name: A\n`, objectives: 0 },
    'brackets on many lines': {
      text: `${sloth}slos:\n${'a: [\n'.repeat(100_000)}`,
      objectives: 0,
      problem: /more than 20000 brackets/,
    },
    'a text that is too long': {
      text: `${sloth}slos:\n${'x'.repeat(1_000_000)}`,
      objectives: 0,
      problem: /more than 1000000 characters/,
    },
    'tags of all kinds': {
      text: `${sloth}slos: !!js/function\n- name: !<tag:a> A\n  objective: !!float 99\n`,
      objectives: 1,
    },
    'quotation marks without end': { text: `${sloth}slos: "${"'".repeat(500_000)}`, objectives: 0 },
  };
  for (const [name, { text, objectives, problem }] of Object.entries(hostile)) {
    it(`is bounded: ${name}`, () => {
      const start = performance.now();
      const file = readObjectives('a.yaml', text);
      const took = performance.now() - start;
      holds(file, text);
      assert.ok(took < 3000 * slow, `${took.toFixed()} ms`);
      if (objectives !== undefined) {
        assert.equal(file.objectives.length, objectives);
      }
      if (problem !== undefined) {
        assert.ok(
          file.problems.some(({ message }) => problem.test(message)),
          JSON.stringify(file.problems.slice(0, 3)),
        );
      }
    }).timeout(20_000);
  }
});
