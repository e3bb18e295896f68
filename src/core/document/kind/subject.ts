import type { ParsedDocument } from '../model.ts';
import { isBundle } from './neighbours.ts';
import { readProse, type Prose } from './prose.ts';
import { pathWords, wordsOf, type PathWords } from './words.ts';

/** One piece of evidence for or against a kind. */
export interface Evidence {
  /** Names it among the evidence of its kind; the fitted weights know it by this name. */
  readonly id: string;
  readonly weight: number;
  /** Part of a sentence about the document: "it is in runbooks/". */
  readonly reason: string;
}

/** The parts of a document that evidence is read from. */
export interface Subject extends PathWords {
  readonly title: string;
  /** Whether it stands for its folder, which has its name. */
  readonly bundle: boolean;
  /** The front matter's keys, in lower case, with the words of a text or list value. */
  readonly stated: ReadonlyMap<string, string>;
  readonly prose: Prose;
  readonly document: ParsedDocument;
}

/** Longer titles are cut. */
export const longestTitle = 300;

/** Returns the parts of a document that evidence is read from. */
export function subjectOf(path: string, document: ParsedDocument): Subject {
  const values = Object.entries(document.frontMatter?.values ?? {});
  const stated = new Map(values.map(([key, value]) => [key.toLowerCase(), wordsOfValue(value)]));
  const title = wordsOf(document.title.slice(0, longestTitle));
  const bundle = isBundle(path);
  const place = bundle ? pathWords(path.slice(0, path.lastIndexOf('/'))) : pathWords(path);
  return { ...place, bundle, title, stated, prose: readProse(document), document };
}

/** Words by which front matter puts a page among postmortems, or among runbooks. */
export const postmortemGroup = /\b(?:postmortems?|incidents?|outages?)\b/;
export const runbookGroup = /\b(?:alerts?|runbooks?|playbooks?|alarms?)\b/;

const groupKeys = [
  'section',
  'type',
  'doctype',
  'doc_type',
  'category',
  'categories',
  'tags',
  'kind',
  'layout',
  'parent',
];

/** Returns whether the front matter names such a kind of page. */
export function isStatedKind(stated: Subject['stated'], group: RegExp): boolean {
  return groupKeys.some((key) => group.test(stated.get(key) ?? ''));
}

/** Returns the nearest folder of those that match. */
export function nearestFolder(folders: readonly string[], pattern: RegExp): string | undefined {
  return folders.findLast((words) => pattern.test(words));
}

/** Returns whether a folder that matches is below the given one. */
export function hasBelow(folders: readonly string[], folder: string, pattern: RegExp): boolean {
  return folders.slice(folders.lastIndexOf(folder) + 1).some((words) => pattern.test(words));
}

function wordsOfValue(value: unknown): string {
  const parts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return parts
    .filter((part) => typeof part === 'string')
    .map(wordsOf)
    .join(', ');
}
