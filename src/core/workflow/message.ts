import { once } from '../util/memo.ts';
import { anyOfNames, whole, wordsIn } from '../vocabulary/words.ts';
import { trimmedEnd } from '../text/ends.ts';
import type { CatalogDocument } from '../document/document.ts';
import { mostCommon } from '../document/most-common.ts';
import { fold } from '../text/plain-text.ts';
import { slugOf } from '../team/templates/file-name.ts';

/** A commit message: a subject, and a body, which may be empty. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: string;
}

/** Subjects of commits, newest first, without merges. */
export interface CommitHabit {
  /** Subjects of the commits that changed the folders with records. */
  readonly records: readonly string[];
  /** Subjects of any commits. */
  readonly all: readonly string[];
}

/** Git's own tools cut a subject that is longer. */
const longestSubject = 72;
/** Fewer subjects than this show no habit. */
const fewestSubjects = 3;
/** `type(scope): …` and `type: …`; see https://www.conventionalcommits.org. */
const conventional = /^(([a-z]{2,12})(?:\([^()]{1,40}\))?)!?: \S/;
const closed = once(
  () => new RegExp(`${whole(anyOfNames(wordsIn(({ reviews }) => reviews.closed)))}|\\bfinal\\b`, 'iu'),
);
const announced =
  /^(?:(?:incident|outage)?\s*(?:post-?\s?mortem|report|review|retrospective|record)|incident|outage)\b(?:\s+(?:of|for|on))?\s*[:–—-]\s+(?=\S)/i;

/**
 * Returns a commit message for one record in the style of the repository: a conventional commit if most commits are, with the type that
 * records have; else a plain sentence.
 * @param before the record in the last commit; undefined for a new one.
 */
export function commitMessage(
  document: CatalogDocument,
  before: CatalogDocument | undefined,
  habit: CommitHabit,
): CommitMessage {
  const { title, metadata } = document;
  const what = fold(title.replace(announced, '').replaceAll(/\p{Cc}+/gu, ' ')) || fold(title);
  const severity = fold(metadata.severity ?? '');
  const action = before === undefined ? 'record' : isClosed(document) && !isClosed(before) ? 'close' : 'update';
  const prefix = prefixOf(habit);
  return {
    subject:
      prefix === undefined
        ? fitted(`${sentences[action]}: `, what, severity === '' ? '' : ` (${severity})`)
        : fitted(`${prefix}: ${action} ${severity === '' ? '' : `${severity} `}"`, what.replaceAll('"', "'"), '"'),
    body: bodyOf(document, before),
  };
}

/**
 * Returns a branch name for a record, such as `incident/2026-03-04-queue-full`.
 * @param today YYYY-MM-DD, for a record without a date.
 */
export function branchName({ title, metadata }: CatalogDocument, today: string): string {
  const words = slugOf(title.replace(announced, '')).replace(/^\d{4}-\d{2}-\d{2}-/, '');
  const short = trimmedEnd([...words].slice(0, 50).join(''), /-/);
  return `incident/${metadata.date ?? today}-${short}`;
}

const sentences = {
  record: 'Record incident',
  update: 'Update incident record',
  close: 'Close incident record',
} as const;

function isClosed({ metadata }: CatalogDocument): boolean {
  return closed().test(metadata.status ?? '');
}

/** The text cut at the end of a word where it would be too long. */
function fitted(lead: string, text: string, tail: string): string {
  const room = longestSubject - lead.length - tail.length;
  if (text.length <= room) {
    return `${lead}${text}${tail}`;
  }
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length >= room) {
      break;
    }
    cut += character;
  }
  // No longer than a subject.
  // oxlint-disable-next-line regexp/no-super-linear-move, regexp/no-super-linear-backtracking
  const words = cut.replace(/[\s,;:–—-]+\S*$/u, '');
  return `${lead}${words.length * 2 > cut.length ? words : cut}…${tail}`;
}

/** Returns the usual prefix of commits of records if commits are conventional; undefined if they are not. */
function prefixOf({ records, all }: CommitHabit): string | undefined {
  const own = records.length >= fewestSubjects;
  const subjects = own ? records : all;
  const matches = subjects.map((subject) => conventional.exec(subject)).filter((match) => match !== null);
  if (subjects.length < fewestSubjects || matches.length * 2 <= subjects.length) {
    return undefined;
  }
  const usual = own
    ? (mostOf(matches.map(([, prefix = '']) => prefix)) ?? mostOf(matches.map(([, , type = '']) => type)))
    : // What the rest of a repository is about says nothing of records.
      undefined;
  return usual ?? 'docs(incident)';
}

/** Returns the text that more than half of the texts are equal to; undefined if there is none. */
function mostOf(texts: readonly string[]): string | undefined {
  const most = mostCommon(texts);
  return texts.filter((text) => text === most).length * 2 > texts.length ? most : undefined;
}

function bodyOf({ metadata }: CatalogDocument, before: CatalogDocument | undefined): string {
  const line = (name: string, now: string | undefined, then: string | undefined): string[] =>
    now === undefined || now === ''
      ? []
      : [`${name}: ${then === undefined || then === '' || then === now ? '' : `${then} → `}${now}`];
  return [
    ...line('Status', metadata.status, before?.metadata.status),
    ...line('Severity', metadata.severity, before?.metadata.severity),
    ...line('Services', metadata.services?.join(', '), undefined),
  ].join('\n');
}
