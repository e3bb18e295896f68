import { once } from '../../util/memo.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { matchesOf } from '../../text/matches.ts';
import { placed, within } from '../../text/span.ts';
import type { Tracking } from './item.ts';
import type { Said } from './said.ts';
import { wordsFor } from './words.ts';

const link =
  /(?<!!)\[(?:[^\]\n]{0,300})\]\(\s*<?([^()\s>]{1,600})>?[^()]{0,200}\)|(?<!!)\[[^\]\n]{1,200}\]\[[^\]\n]{0,100}\]|https?:\/\/[^\s)>\]|"'<]{3,600}/g;
/** Addresses that lead to a person, to a place on the page or to no page: none of them follows the work. */
const elsewhere = /^(?:#|(?!https?:)[a-z][a-z0-9+.-]*:)/i;
const image = /!\[[^\]\n]{0,300}\]\([^()\n]{0,800}\)/g;
const number =
  /(?<![\w&/#])(?:[\w.-]{1,60}\/[\w.-]{1,80})?#\d{1,7}\b|(?<![\w!])!\d{2,7}\b|\b(?:issue|ticket|bug|task|PR|MR|pull request|merge request|card|story|change|incident)\s(?:no\.? ?|number )?#?\d{2,8}\b/gi;
/** "Ticket: 4711", where the number alone is the ticket. */
const labelled = once(
  () =>
    new RegExp(
      `(?<=${wordsFor('ticket')}(?:\\*\\*|__)?\\s?[:=](?:\\*\\*|__)?\\s{0,3})(?:no\\.? ?)?\\d{1,8}(?![\\p{L}\\p{N}]|[.,:/-]\\d|\\s?%|\\s(?:of|out|times|more|\\p{L}{1,20}s)\\b)`,
      'giu',
    ),
);
const key =
  /(?<![\w/-])(?!(?:UTF|SHA|ISO|RFC|HTTP|CVE|COVID|SEV|AES|ASCII|TLS|IPV|GPT|RSA|MD|EC|US|EU|P|Q)-)[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])/g;

/** Returns the links, issue numbers and ticket keys in a text. */
export function trackingIn({ span, text: whole }: Said): Tracking[] {
  const text = whole.replace(image, (match) => ' '.repeat(match.length));
  const found: Array<{ from: number; to: number; kind: Tracking['kind'] | undefined }> = [];
  for (const [kind, pattern] of [
    ['url', link],
    ['number', number],
    ['number', labelled()],
    ['key', key],
  ] as const) {
    for (const match of matchesOf(pattern, text)) {
      const to = match.index + (kind === 'url' ? trimmedEnd(match[0], /[.,;:!?]/) : match[0]).length;
      if (!found.some((other) => match.index < other.to && other.from < to)) {
        const isElsewhere = match[1] !== undefined && elsewhere.test(match[1]);
        const from = match.index + (isElsewhere ? match[0].indexOf('](') : 0);
        found.push({ from, to, kind: isElsewhere ? undefined : kind });
      }
    }
  }
  return found
    .toSorted((a, b) => a.from - b.from)
    .flatMap(({ from, to, kind }) => (kind === undefined ? [] : [{ ...placed(within(span, from, to)), kind }]));
}
