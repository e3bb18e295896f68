import type { Metadata } from './model.ts';
import { idsByName, namesById, nameSet } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';

/** A fact that a document states about itself. */
export type Field = keyof Metadata;

/**
 * The names of each field in front matter, labels ("**Severity:** SEV-2") and two-column tables, as `normaliseName` gives them, usual
 * name first.
 */
export const fieldNames: () => Readonly<Record<Field, readonly string[]>> = namesById(({ labels }) => labels.facts);

const fieldOf: () => ReadonlyMap<string, Field> = idsByName(({ labels }) => labels.facts);

/** Returns the field of a key, label or table row with this name; names are compared as `normaliseName` gives them. */
export function fieldNamed(name: string): Field | undefined {
  return fieldOf().get(normaliseName(name));
}

/** Returns the facts by name, in order of precedence. */
export function rankedFieldNames(): ReadonlyMap<string, Field> {
  return fieldOf();
}

const labelNames = nameSet(({ labels: { facts, steps, roles, ...others } }) =>
  [facts, steps, roles, others].flatMap((group) => Object.values<string>(group)).join('|'),
);

/** Returns whether a label with this name has a known meaning: a fact, a time of the incident, a person in a role, a review date. */
export function isLabelName(name: string): boolean {
  return labelNames().has(normaliseName(name));
}

const knownValues = nameSet(({ phases, reviews, severities }) =>
  [...Object.values<string>(phases), ...Object.values<string>(reviews), severities].join('|'),
);

/** Returns whether a text is a usual value of a fact: a status, a severity word, or something with a number. */
export function isUsualValue(text: string): boolean {
  return /\d/.test(text) || knownValues().has(normaliseName(text));
}

/** Number of lines at the top in which a document states facts about itself. */
export const headLines = 80;
