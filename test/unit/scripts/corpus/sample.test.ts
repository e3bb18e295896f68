import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { draw } from '../../../../scripts/corpus/sample/draw.ts';
import { excerpt } from '../../../../scripts/corpus/sample/excerpt.ts';
import { readRates, writeSheet } from '../../../../scripts/corpus/sample/files.ts';
import { rateLines } from '../../../../scripts/corpus/sample/report.ts';
import { sheetOf } from '../../../../scripts/corpus/sample/sheet.ts';
import { parseVerdicts } from '../../../../scripts/corpus/sample/verdicts.ts';
import { temporaryFolder } from '../../../support/workspaces.ts';
import { told } from './told.ts';

const one = Array.from({ length: 30 }, (_, index) => told(`${index}.md`, 'rule-one'));
const two = Array.from({ length: 3 }, (_, index) => told(`${index}.md`, 'rule-two', { severity: 'hint' }));

describe('a sample of findings', () => {
  it('has at most so many of each rule, and knows how many there are', () => {
    const drawn = draw([...one, ...two], 5, 1);
    const of = (rule: string): number[] =>
      drawn.filter(({ told: { finding } }) => finding.rule === rule).map((each) => each.of);
    assert.deepEqual(of('rule-one'), [30, 30, 30, 30, 30]);
    assert.deepEqual(of('rule-two'), [3, 3, 3]);
  });

  it('is the same for a seed, in whatever order findings come, and another for another seed', () => {
    const drawn = draw(one, 5, 1);
    assert.deepEqual(draw(one.toReversed(), 5, 1), drawn);
    assert.notDeepEqual(draw(one, 5, 2), drawn);
  });

  it('keeps what is still told when other findings go', () => {
    const drawn = draw(one, 5, 1).map(({ told: { path: file } }) => file);
    const fewer = one.filter((each, index) => drawn.includes(each.path) || index % 2 === 0);
    const again = draw(fewer, 5, 1).map(({ told: { path: file } }) => file);
    assert.deepEqual(again, drawn);
  });
});

describe('the text around a finding', () => {
  const text = Array.from({ length: 60 }, (_, index) => `line ${index + 1}`).join('\r\n');

  it('is twelve lines before and after it, and its own lines are marked', () => {
    const lines = excerpt(text, { start: { line: 20, character: 2 }, end: { line: 22, character: 0 } });
    assert.equal(lines.length, 26);
    assert.equal(lines[0], '      9 | line 9');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('>')),
      ['>    21 | line 21', '>    22 | line 22'],
    );
  });

  it('is shortened in the middle of a long finding', () => {
    const lines = excerpt(text, { start: { line: 0, character: 0 }, end: { line: 39, character: 3 } });
    assert.equal(lines.filter((line) => line.startsWith('>')).length, 30);
    assert.ok(lines.includes('         … 10 more lines of it'));
    assert.equal(lines.at(-1), '     52 | line 52');
  });
});

describe('a sheet', () => {
  let folder = '';
  before(async () => {
    folder = await temporaryFolder('sheet');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows message, severity and text, but not the rule', () => {
    const { text, key } = sheetOf(draw([...one, ...two], 2, 1));
    assert.ok(text.includes('warning: something in '));
    assert.ok(text.includes('>     2 |     verdict: wrong\n'));
    assert.ok(!/rule-(?:one|two)/.test(text));
    assert.deepEqual(
      key.map(({ number }) => number),
      [1, 2, 3, 4],
    );
  });

  it('gives no verdicts as long as none is filled in, whatever stands in the documents', () => {
    const judgements = parseVerdicts(sheetOf(draw(one, 3, 1)).text);
    assert.deepEqual(
      judgements,
      [1, 2, 3].map((number) => ({ number, note: '' })),
    );
  });

  it('gives the rates of wrong findings by rule and severity, of warnings and of all', async () => {
    const sheet = sheetOf(draw([...one, ...two], 4, 1));
    const file = path.join(folder, 'judged.md');
    await writeSheet(file, sheet);
    // Of rule one, the first is wrong; of rule two, the second and the third; the last of rule one is left.
    const written = ['wrong – it is a list', 'right', 'Debatable: who knows', '', 'right', 'WRONG', 'wrong, too'];
    const order = [...sheet.key].toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.number - b.number));
    const verdicts = new Map(order.map(({ number }, position) => [number, written[position] ?? '']));
    const blocks = (await readFile(file, 'utf8')).split(/^(?=## \d)/m).map((block) => {
      const number = Number(/^## (\d+)/.exec(block)?.[1]);
      return block.replace(/^verdict: $/m, `verdict: ${verdicts.get(number) ?? ''}`);
    });
    await writeFile(file, blocks.join(''));
    const { rules, warnings, all, wrong } = await readRates(file);
    assert.deepEqual(
      rules.map(({ rule, severity, rate }) => [rule, severity, rate.judged, rate.right, rate.wrong, rate.unjudged]),
      [
        ['rule-one', 'warning', 3, 1, 1, 1],
        ['rule-two', 'hint', 3, 1, 2, 0],
      ],
    );
    assert.equal(warnings.wrongOfAll, 1 / 3);
    assert.deepEqual([all.judged, all.wrong, all.debatable], [6, 3, 1]);
    // A third of thirty, and two of three.
    assert.ok(Math.abs(all.wrongOfAll - 12 / 33) < 1e-9);
    assert.equal(wrong.length, 3);
    assert.ok(wrong.some(({ note }) => note === 'it is a list'));
    assert.ok(rateLines({ rules, warnings, all, wrong }).some((line) => line.startsWith('all rules  warnings')));
  });

  it('is not written over another, which may have verdicts', async () => {
    const file = path.join(folder, 'twice.md');
    await writeSheet(file, sheetOf(draw(one, 1, 1)));
    await assert.rejects(writeSheet(file, sheetOf(draw(one, 1, 1))), { name: 'UserError' });
  });

  it('is refused with a word that is no verdict, without a line for it, and with the key of another', async () => {
    const { text } = sheetOf(draw(one, 2, 1));
    assert.throws(() => parseVerdicts(text.replace(/^verdict: /m, 'verdict: maybe')), /"maybe" of finding 1/);
    assert.throws(() => parseVerdicts(text.replace(/^verdict: /m, '')), /Finding 1 has no line/);
    const file = path.join(folder, 'other.md');
    await writeSheet(file, sheetOf(draw(one, 3, 1)));
    await writeFile(file, text);
    await assert.rejects(readRates(file), /not those in its key/);
  });
});
