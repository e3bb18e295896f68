import { groupedBy } from '../util/grouped-by.ts';
import { firstDefined } from '../util/first-defined.ts';
import type { Block, Metadata, Section } from './model.ts';
import { isRecord } from '../text/unknown.ts';
import { idsByName, namesById } from '../vocabulary/names.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { isPlaceholder } from '../vocabulary/placeholder.ts';
import { dateOfPath, findDate } from '../time/dates.ts';
import { readYaml } from './front-matter.ts';
import { fold, plainText } from '../text/plain-text.ts';

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

/** How far down a document states facts about itself. */
export const headLines = 80;

/**
 * The facts that a document states about itself. Front matter wins over the body, the first statement over later ones;
 * placeholders ("SEV-X", "<service>") are no statement. `date` falls back to the first heading, then to the path.
 */
export function readMetadata(
  values: Readonly<Record<string, unknown>>,
  blocks: readonly Block[],
  sections: readonly Section[],
  path: string,
): Metadata {
  const stated: { [F in Field]?: string[] } = {};
  const state = (name: string, texts: readonly string[]): void => {
    const field = fieldOf().get(name);
    const usable = texts.map((text) => fold(text)).filter((text) => isStatement(text));
    if (field !== undefined && stated[field] === undefined && usable.length > 0) {
      stated[field] = usable;
    }
  };
  // A key's place in the table above ranks it: `date` wins over `start_time` wherever they stand.
  const entries = groupedBy(Object.entries(values), ([key]) => normaliseName(key));
  for (const name of fieldOf().keys()) {
    for (const [, value] of entries.get(name) ?? []) {
      state(name, textsOf(value));
    }
  }
  for (const [key, text] of bodyFields(blocks)) {
    state(normaliseName(key), [text]);
  }
  const heading = sections[0]?.title ?? '';
  const named = firstDefined(stated.date ?? [], findDate) ?? findDate(heading) ?? dateOfPath(path);
  const date = refine(named, blocks);
  return {
    ...(stated.services && { services: stated.services.flatMap(splitList) }),
    ...(stated.severity?.[0] !== undefined && { severity: shorten(stated.severity[0]) }),
    ...(stated.status?.[0] !== undefined && { status: shorten(stated.status[0]) }),
    ...(date !== undefined && { date }),
    ...(stated.owners && { owners: stated.owners.flatMap(splitList) }),
  };
}

/** A record that is dated by its year or month alone happened on the first day that its timeline tells of, if that agrees. */
function refine(date: string | undefined, blocks: readonly Block[]): string | undefined {
  if (date === undefined || date.length === 10) {
    return date;
  }
  for (const block of blocks) {
    const texts =
      block.rows?.map((row) => row[0] ?? '') ??
      (block.item !== undefined || block.type === 'heading' ? [block.text] : []);
    const found = texts.map((text) => /^\W*(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1]).find((text) => text !== undefined);
    const day = found === undefined ? undefined : findDate(found);
    if (day?.startsWith(date) === true) {
      return day;
    }
  }
  return date;
}

function* bodyFields(blocks: readonly Block[]): Generator<readonly [key: string, text: string]> {
  let field: string | undefined;
  for (const block of blocks) {
    if (block.firstLine > headLines) {
      return;
    }
    if (block.type === 'heading') {
      field = plainText(block.text);
      const pair = /^([^:]{3,30}):\s*(\S.*)$/.exec(field);
      if (pair?.[1] !== undefined && pair[2] !== undefined) {
        yield [pair[1], pair[2]];
      }
      continue;
    }
    if (block.type === 'text') {
      for (const line of block.text.split('\n')) {
        const pair = labelled(line);
        if (pair !== undefined) {
          yield [plainText(pair.name), plainText(pair.value)];
        }
      }
      if (field !== undefined) {
        yield [field, plainText(block.text.split('\n')[0] ?? '')];
      }
    } else if (block.type === 'table') {
      yield* tableFields(block);
    } else if (block.type === 'code' && /^ya?ml$/.test(block.language ?? '')) {
      for (const [key, value] of Object.entries(readYaml(block.text).values)) {
        yield [key, textsOf(value).join(', ')];
      }
    }
    field = undefined;
  }
}

/** A label at the start of a line, perhaps in bold, and what stands behind its colon. */
function labelled(line: string): { name: string; value: string } | undefined {
  const colon = line.indexOf(':');
  const name = line
    .slice(0, Math.max(0, colon))
    .trim()
    .replace(/^(?:\*\*|__)/, '')
    .replace(/(?:\*\*|__)$/, '')
    .trim();
  const value = line
    .slice(colon + 1)
    .trimStart()
    .replace(/^(?:\*\*|__)/, '')
    .trim();
  return /^[^*_|]{2,40}$/.test(name) && value !== '' ? { name, value } : undefined;
}

function* tableFields(table: Block): Generator<readonly [key: string, text: string]> {
  const header =
    table.text
      .split('\n')[0]
      ?.split('|')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '') ?? [];
  for (const row of [header, ...(table.rows ?? [])]) {
    if (row.length === 2) {
      yield [plainText(row[0] ?? ''), plainText(row[1] ?? '')];
    }
  }
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  if (isRecord(value)) {
    return textsOf(value['name'] ?? value['id'] ?? []);
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

function isStatement(text: string): boolean {
  return (
    text !== '' &&
    text.length <= 120 &&
    !isPlaceholder(text) &&
    !hasBrackets(text) &&
    !/\b(?:yyyy|sev-?x)\b/i.test(text)
  );
}

/** Whether something stands in angle, curly or square brackets, as what is to be filled in does. */
export function hasBrackets(text: string): boolean {
  const open = text.search(/[<{[]/);
  return open !== -1 && /[>}\]]/.test(text.slice(open));
}

/** @param text with white space folded. */
function splitList(text: string): string[] {
  return text.split(/ ?[,;] ?| (?:and|&) /).filter((part) => part !== '');
}

/** "SEV-2 (customers affected)" and "High - a third of requests" state SEV-2 and High. @param text with white space folded. */
function shorten(text: string): string {
  const [begin = ''] = text.split(/[(,;]| [-–—] /u, 1);
  return begin.trim().slice(0, 40) || text.slice(0, 40);
}
