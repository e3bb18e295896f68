import type { CatalogDocument } from '../../document/document.ts';
import type { Placed } from '../../text/span.ts';
import { perDocument } from '../../document/per-document.ts';
import type { Lines } from '../../text/lines.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import type { ActionItem } from './item.ts';

const name = "(?:\\p{Lu}[\\p{L}'’.-]{1,20}(?: \\p{Lu}[\\p{L}'’.-]{0,20}){0,2})";
/** A ticket may come after the names: "(Ada, OPS-12)". */
const ticket = String.raw`(?:\[[^\]\n]{1,60}\]\([^()\s]{1,300}\)|[A-Z][A-Z0-9]{1,9}-\d{1,7}|#\d{1,7})`;
const atEnd = new RegExp(`\\((${name}(?:(?:, | & | and |/)${name})*)(?:[,;:]? ${ticket})?\\)\\.?$`, 'u');
/** Names without capitals are names only where a ticket comes after them: anything may be in such brackets. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,12}`;
const atEndUnspaced = new RegExp(`[（(](${unspaced}(?:[、・]${unspaced})*)[、,，：:] ?${ticket}[）)][。.]?$`, 'u');
const atStart = new RegExp(`^(?:\\*\\*)?\\[(${name}(?:(?:, | & | and |/)${name})*)\\](?![([:])`, 'u');
/** An account, such as "(j.doe)". Other words look the same. */
const accountAtEnd = /\(([a-z][a-z0-9]{0,20}(?:[._-][a-z0-9]{1,20}){0,2})\)\.?$/;
/** Number of characters of an item, at either end, that are searched for brackets. */
const farthest = 400;
const nobody =
  /^(?:done|fixed|completed?|optional|todo|wip|high|medium|low|critical|short|long|mitigat\w*|prevent\w*|detect\w*|process\w*|tbd|high priority|low priority|in progress|ongoing|pending|open|closed|blocked|stretch|nice|new|planned|p\d|q\d.*)\b/i;

/**
 * Returns the items of one section, with owners where the section names them in brackets alone: "(Ada)" after at least two items and half
 * of them, or "[Ada]" before them, or an account, "(ada.l)", after them, where the document names such people elsewhere.
 */
export function withNamedOwners(
  document: CatalogDocument,
  lines: Lines,
  items: readonly ActionItem[],
): readonly ActionItem[] {
  const people = peopleOf(document);
  const found = items.map((item) => (item.owner === undefined ? bracketed(lines, item) : undefined));
  const ends = found.filter((owner) => owner?.where === 'end');
  const usual = ends.length >= 2 && ends.length * 2 >= items.length;
  return items.map((item, index) => {
    const owner = found[index];
    const known =
      owner !== undefined &&
      (owner.where === 'account' ? people.accounts.has(owner.text) : people.text.includes(owner.text.toLowerCase()));
    return owner !== undefined && (known || (usual && owner.where === 'end'))
      ? { ...item, owner: { text: owner.text, range: owner.range } }
      : item;
  });
}

function bracketed(lines: Lines, item: ActionItem): (Placed & { where: 'start' | 'end' | 'account' }) | undefined {
  const { start, end } = item.textRange;
  const text = lines.text(start.line).slice(start.character, end.character);
  for (const [where, pattern] of [
    ['end', atEnd],
    ['end', atEndUnspaced],
    ['start', atStart],
    ['account', accountAtEnd],
  ] as const) {
    const match = pattern.exec(where === 'start' ? text.slice(0, farthest) : text.slice(-farthest));
    if (match?.[1] !== undefined && !nobody.test(match[1])) {
      const offset =
        (where === 'start' ? 0 : Math.max(0, text.length - farthest)) + match.index + match[0].indexOf(match[1]);
      const character = start.character + offset;
      const range = {
        start: { line: start.line, character },
        end: { line: start.line, character: character + match[1].length },
      };
      return { text: match[1], range, where };
    }
  }
  return undefined;
}

/** Maximum number of lines of a document that are read for the names of participants. */
const mostLines = 60;
/** Maximum length of the text about participants that is searched for each item, in characters. */
const mostText = 4000;

/** The text of a document about its participants, in lower case, and the words in it that may be accounts. */
const peopleOf = perDocument((document) => {
  const { lines } = document;
  const said = sectionsWith(document, ['people']).flatMap(({ range: { start, end } }) =>
    Array.from({ length: Math.min(end.line - start.line + 1, mostLines) }, (_, index) => start.line + index),
  );
  const texts = said.slice(0, mostLines).map((line) => lines.text(line));
  const text = [...(document.metadata.owners ?? []), ...texts].join('\n').toLowerCase().slice(0, mostText);
  return { text, accounts: new Set(text.split(/[^\w.-]+/)) };
});
