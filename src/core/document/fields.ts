import type { Metadata } from './model.ts';
import { idsByName, namesById, nameSet } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';

/** A fact that documents state about themselves. */
export type Field = keyof Metadata;

/**
 * The names that teams give to each field, in front matter, labels ("**Severity:** SEV-2") and two-column tables, as `normaliseName` gives
 * them, the usual one first.
 */
export const fieldNames: () => Readonly<Record<Field, readonly string[]>> = namesById(({ labels }) => labels.facts);

const fieldOf: () => ReadonlyMap<string, Field> = idsByName(({ labels }) => labels.facts);

/** The field that a key, label or table row of this name states; names are compared as `normaliseName` gives them. */
export function fieldNamed(name: string): Field | undefined {
  return fieldOf().get(normaliseName(name));
}

/** The facts by the names under which documents state them, those that rank higher first. */
export function rankedFieldNames(): ReadonlyMap<string, Field> {
  return fieldOf();
}

const labelNames = nameSet(({ labels: { facts, steps, roles, ...others } }) =>
  [facts, steps, roles, others].flatMap((group) => Object.values<string>(group)).join('|'),
);

/** Whether labels of this name state something that is known: a fact, a time of the incident, who had a role, when a review is due. */
export function isLabelName(name: string): boolean {
  return labelNames().has(normaliseName(name));
}

const knownValues = nameSet(({ phases, reviews, severities }) =>
  [...Object.values<string>(phases), ...Object.values<string>(reviews), severities].join('|'),
);

/** Whether a text is a usual value of a fact: a status, a word for a severity, or something with a number. */
export function isUsualValue(text: string): boolean {
  return /\d/.test(text) || knownValues().has(normaliseName(text));
}

/** How far down a document states facts about itself. */
export const headLines = 80;
