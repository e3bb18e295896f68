import { once } from '../../util/memo.ts';
import { readDocument, type CatalogDocument } from '../../document/document.ts';
import { mostCommon } from '../../document/most-common.ts';
import { othersOf } from '../../convention/others.ts';
import { setFields } from '../../document/facts/set-fields.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { fieldNames } from '../../document/fields.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import { reviewStatuses, type ReviewStatus } from '../../vocabulary/language.ts';
import { idsByName } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { phaseOf } from '../../record/status.ts';
import type { TeamWords } from '../../team/settings.ts';

export { reviewStatuses, type ReviewStatus } from '../../vocabulary/language.ts';

/**
 * Names that teams use for each state, the longest first. The review of an incident that is still fought has not begun.
 */
const known = once(() =>
  [...idsByName(({ reviews }) => reviews)()]
    .map(([name, status]) => ({ status, name }))
    .toSorted((a, b) => b.name.length - a.name.length),
);

/**
 * Returns the review status for a word: by its usual meaning, else by its index in the configured statuses if there are four. Undefined
 * for other words.
 */
export function meaningOf(word: string, { statuses = [] }: TeamWords = {}): ReviewStatus | undefined {
  const name = normaliseName(word);
  const usual = known().find((entry) => name === entry.name || name.startsWith(`${entry.name} `))?.status;
  const place = statuses.findIndex((status) => normaliseName(status) === name);
  return usual ?? (statuses.length === reviewStatuses.length ? reviewStatuses[place] : undefined);
}

/** Returns the review status of a postmortem; undefined if it states none, or an unknown one. */
export function reviewStatusOf({ metadata }: CatalogDocument, words: TeamWords = {}): ReviewStatus | undefined {
  return metadata.status === undefined ? undefined : meaningOf(metadata.status, words);
}

/** Returns the word of the team's configuration for a state; not one for an incident that still goes on. Undefined if it has none. */
export function configuredWord(words: TeamWords, status: ReviewStatus): string | undefined {
  return words.statuses?.find((word) => meaningOf(word, words) === status && phaseOf(word) === undefined);
}

/**
 * Returns the word for a status in a document: the word that the team's configuration has for it, else the one that the
 * documents around it use, if that is spelled in the manner of the document's own, else the usual word in that manner
 * ("In Review", "in-review").
 */
function statusWord(context: RuleContext, status: ReviewStatus): string {
  const { document, words } = context;
  const configured = configuredWord(words, status);
  if (configured !== undefined) {
    return configured;
  }
  const own = document.metadata.status;
  const around = mostCommon(
    othersOf(context).flatMap(({ metadata }) =>
      metadata.status !== undefined && meaningOf(metadata.status, words) === status ? [metadata.status] : [],
    ),
  );
  return around !== undefined && (own === undefined || isCapital(own) === isCapital(around))
    ? around
    : inMannerOf(own ?? '', status);
}

/**
 * Returns edits that set the status of a document, where it states one, else in its front matter; empty if it has that status. Undefined
 * if it cannot be set; then the author must write it.
 */
export function statusEdits(context: RuleContext, status: ReviewStatus): readonly TextEdit[] | undefined {
  const { document, words } = context;
  if (reviewStatusOf(document, words) === status) {
    return [];
  }
  const field = { key: 'status', names: fieldNames().status, value: statusWord(context, status) };
  const edits = setFields(document, [field]);
  const after = readDocument(document, applyEdits(document.text, edits), document);
  return reviewStatusOf(after, words) === status ? edits : undefined;
}

function isCapital(word: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(word);
}

/** A status with the case of another, and its separator between words. */
function inMannerOf(own: string, status: ReviewStatus): string {
  const separator = /\p{L}([-_])\p{L}/u.exec(own)?.[1] ?? ' ';
  const parts = status.split(' ');
  const later = own.split(/[\s_-]+/).slice(1);
  const shout = own.length > 1 && own === own.toUpperCase() && own !== own.toLowerCase();
  return parts
    .map((part, index) => {
      const capital = isCapital(own) && (index === 0 || later.every((word) => isCapital(word)));
      return shout ? part.toUpperCase() : capital ? part.charAt(0).toUpperCase() + part.slice(1) : part;
    })
    .join(separator);
}
