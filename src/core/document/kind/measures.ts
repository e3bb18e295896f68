import type { Block } from '../model.ts';
import { developerCommandsIn, operatorCommandsIn } from './commands.ts';
import type { Subject } from './subject.ts';

/** A property of a document that is measured, besides its words. */
export type Measure = readonly [name: string, value: number];

/** Text and code that is looked at: the kind of a document shows before that. */
const longest = 10_000;

const clock = /(?<![\d:.])\d{1,2}[:：h]\d{2}(?::\d{2})?(?![\d:])/g;
const day = /(?<!\d)(?:19|20)\d{2}[-/.\p{Script=Han}]\d{1,2}[-/.\p{Script=Han}]\d{1,2}(?!\d)/gu;
const past =
  /\b(?:was|were|had|did|went|came|began|saw|found|took|made|became|led|ran|brought|broke|lost|sent|\w{3,}ed)\b/g;
const present = /\b(?:is|are|can|should|must|will|may|has|have|does|do)\b/g;
const we = /\b(?:we|our|us)\b/g;
const you = /\b(?:you|your)\b/g;
/** The first letter of each word. */
const word = /(?<![\p{L}'])[\p{L}']/gu;
const question = /[?？]\s*$/;

/** A name that begins or ends with a day, or is one. */
const dated = /(?:^|[^\d])(?:19|20)\d{2}[-_.]?\d{2}(?:[-_.]?\d{2})?(?:[^\d]|$)/;
const alertLike = /^[A-Z][a-z0-9]+[A-Z][a-z0-9][A-Za-z0-9]*$/;
const numbered = /^\d{1,4}[-_. ]/;

/** More folders say no more; no labelled document has as many. */
const deepest = 9;

/** Yields what is counted in a document; values are from 0 to about 1. */
export function* measuresOf({ stem, folders, prose, document }: Subject): Generator<Measure> {
  const { blocks, sections, signals } = document;
  const text = joined(blocks, 'text');
  const plain = text.toLowerCase();
  const code = joined(blocks, 'code');
  const words = count(word, plain);
  yield ['dated', dated.test(stem) ? 1 : 0];
  yield ['datedFolder', folders.some((folder) => /(?:^| )(?:19|20)\d{2}(?: |$)/.test(folder)) ? 1 : 0];
  yield ['alertName', alertLike.test(stem) ? 1 : 0];
  yield ['numberedName', numbered.test(stem) && !dated.test(stem) ? 1 : 0];
  yield ['capitals', /^[A-Z][A-Z0-9_-]{2,}$/.test(stem) ? 1 : 0];
  yield ['deep', Math.min(folders.length, deepest) / 5];
  yield ['top', folders.length === 0 ? 1 : 0];
  yield ['clocks', squash(count(clock, text) + signals.timelineEntries, 20)];
  yield ['days', squash(count(day, text), 20)];
  yield ['timeline', squash(signals.timelineEntries, 20)];
  yield ['past', share(count(past, plain), words, 0.1)];
  yield ['present', share(count(present, plain), words, 0.1)];
  yield ['we', share(count(we, plain), words, 0.05)];
  yield ['you', share(count(you, plain), words, 0.05)];
  yield ['instructions', squash(prose.instructions, 30)];
  yield ['dense', share(prose.instructions * 100, prose.length, 1)];
  yield ['accounts', prose.accounts / 6];
  yield ['duty', prose.dutyWords / 6];
  yield ['systems', prose.systemWords / 10];
  yield ['prompts', squash(prose.prompts, 10)];
  yield ['explains', prose.explains ? 1 : 0];
  yield ['unknownLanguage', prose.readable || prose.length === 0 ? 0 : 1];
  yield ['operatorCommands', squash(operatorCommandsIn(code), 20)];
  yield ['developerCommands', squash(developerCommandsIn(code), 20)];
  yield ['commandBlocks', squash(signals.commandBlocks, 20)];
  yield ['otherCode', squash(blocks.filter(({ type }) => type === 'code').length - signals.commandBlocks, 20)];
  yield ['ordered', squash(signals.orderedItems, 30)];
  yield ['items', squash(blocks.filter(({ item }) => item !== undefined).length, 100)];
  yield ['tasks', squash(blocks.filter(({ item }) => item?.checked !== undefined).length, 30)];
  yield ['tables', squash(blocks.filter(({ type }) => type === 'table').length, 10)];
  yield ['links', share(count(/\]\(/g, text) * 10, words, 1)];
  yield ['list', signals.linkList ? 1 : 0];
  yield ['headings', squash(sections.filter(({ style }) => style === 'heading').length, 40)];
  yield ['labels', squash(sections.filter(({ style }) => style === 'label').length, 40)];
  yield ['questions', squash(sections.filter(({ title }) => question.test(title)).length, 5)];
  yield ['long', squash(text.length, 20_000)];
  yield ['short', text.length < 400 ? 1 : 0];
  yield ['empty', text.length < 60 ? 1 : 0];
  yield ['noHeadings', sections.length < 2 ? 1 : 0];
}

function joined(blocks: readonly Block[], type: Block['type']): string {
  return blocks
    .filter((block) => block.type === type)
    .map((block) => block.text)
    .join('\n')
    .slice(0, longest);
}

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

/** A count from 0 to 1: growing ever more slowly, 1 at `most`. */
function squash(counted: number, most: number): number {
  return Math.min(1, Math.log1p(counted) / Math.log1p(most));
}

/** A share from 0 to 1: 1 where `part` is `usual` of the whole and more. */
function share(part: number, whole: number, usual: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole / usual);
}
