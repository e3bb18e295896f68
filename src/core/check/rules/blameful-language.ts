import { perDocument } from '../../document/per-document.ts';
import { array, description, optional, pipe, string } from 'valibot';
import { blamesIn, goesBehind, quotations, type Blame } from '../wording/blame.ts';
import { blank, passage, prose } from '../wording/passages.ts';
import { blocksWithin } from '../../document/block-at.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { sectionAt } from '../../document/section-at.ts';
import type { Block } from '../../document/model.ts';
import { fold } from '../../text/plain-text.ts';
import { optionsOf, type Report, type Rule } from './rule.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

const options = {
  allow: optional(pipe(array(string()), description('Phrases that this team accepts. They are not reported.')), []),
  also: optional(pipe(array(string()), description('More phrases to report, such as "rookie mistake".')), []),
};

const advice: Readonly<Record<Blame['reason'], string>> = {
  'error-kind': 'ends the search for causes: say what made the mistake possible and why nothing stopped it',
  person: 'blames a person: say why the action made sense at the time',
  judgement: 'judges a person: describe what happened and what the system required of people',
  hindsight: 'judges with hindsight: say what was known at the time and what information was missing',
};

/** Reports blame of a person in a postmortem. */
export const blamefulLanguage: Rule = {
  id: 'blameful-language',
  summary: 'A postmortem names a person or "human error" as the cause.',
  defaultSeverity: 'hint',
  options,

  *check(context): Iterable<Report> {
    const { document } = context;
    if (!tellsIncident(document)) {
      return;
    }
    const { allow, also } = optionsOf(blamefulLanguage, options, context);
    const { lines } = document;
    for (const { block, offset, bare, blames } of proseOf(document)) {
      for (const { index, words, reason } of [...blames, ...phrasesIn(bare, also)]) {
        if (
          !allow.some((phrase) => covers(phrase, bare, index, words)) &&
          !(reason === 'error-kind' && goesOn(document, block, bare.slice(index + words.length)))
        ) {
          yield {
            range: { start: lines.positionAt(offset + index), end: lines.positionAt(offset + index + words.length) },
            about: fold(words),
            message: `"${fold(words)}" ${advice[reason]}.`,
          };
        }
      }
    }
  },
};

/** The passages of a document without code and quotations, with their offsets and the blame in them. */
const proseOf = perDocument((document) => {
  const { lines } = document;
  return document.blocks.filter(isProse).map((block) => {
    const { offset, text } = passage(document, block, lines);
    const bare = blank(prose(text), quotations);
    return { block, offset, bare, blames: blamesIn(bare) };
  });
});

/** Whether the section of a human error goes on behind it to what made it possible. */
function goesOn(document: CatalogDocument, { lastLine }: Block, rest: string): boolean {
  const end = sectionAt(document, lastLine)?.range.end.line ?? document.lines.count;
  return goesBehind(rest) || [...blocksWithin(document, lastLine + 1, end)].some(({ text }) => goesBehind(text));
}

function isProse({ type, quoted }: Block): boolean {
  return !quoted && (type === 'text' || type === 'table');
}

/** Phrases of the team, anywhere in a text. */
function phrasesIn(text: string, phrases: readonly string[]): Blame[] {
  const lower = text.toLowerCase();
  const wanted = phrases.map((phrase) => phrase.trim().toLowerCase()).filter((phrase) => phrase !== '');
  return wanted.flatMap((phrase) => {
    const parts = lower.split(phrase);
    let index = -phrase.length;
    return parts.slice(0, -1).map((part): Blame => {
      index += part.length + phrase.length;
      return { index, words: text.slice(index, index + phrase.length), reason: 'person' };
    });
  });
}

/** Whether a phrase overlaps the words that were found. */
function covers(phrase: string, text: string, index: number, words: string): boolean {
  const wanted = fold(phrase).toLowerCase();
  const around = fold(
    text.slice(Math.max(0, index - phrase.length), index + words.length + phrase.length),
  ).toLowerCase();
  return wanted !== '' && around.includes(wanted);
}
