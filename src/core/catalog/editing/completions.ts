import { stringify } from 'yaml';
import { hasSection } from '../../convention/coverage.ts';
import type { Lines } from '../../text/lines.ts';
import type { Position, Range } from '../../text/position.ts';
import type { RuleContext } from '../../check/rules/rule.ts';
import { knownKey, knownKeys, type Words } from './vocabulary.ts';

/** A completion. */
export interface Completion {
  readonly type: 'key' | 'value' | 'section' | 'person';
  readonly label: string;
  /** Next to the label: the evidence, or what it is. */
  readonly detail?: string;
  /** Help for the content. */
  readonly help?: string;
  readonly newText: string;
  /** The text that the completion replaces; ends at the cursor. */
  readonly range: Range;
}

/** Longer lines get no completions. */
const longestLine = 1000;

/**
 * Returns the completions at a position of a runbook or postmortem, most likely first: keys and values of front matter, missing sections
 * in a heading, values after labels such as "**Severity**:", and people after "@". Empty if nothing fits.
 */
export function completionsAt(context: RuleContext, position: Position, words: Words): Completion[] {
  const lines = context.document.lines;
  const before = lines.text(position.line).slice(0, position.character);
  if (before.length > longestLine) {
    return [];
  }
  const front = frontMatterLines(lines);
  if (front !== undefined && position.line > 0 && position.line < front) {
    return inFrontMatter(context, lines, position, before, front, words);
  }
  const code = context.document.blocks.some(
    ({ type, firstLine, lastLine }) => type === 'code' && firstLine <= position.line && position.line <= lastLine,
  );
  return code ? [] : inBody(context, position, before, words);
}

/** The last line of the front matter, even if its YAML is unfinished; undefined without front matter. */
function frontMatterLines(lines: Lines): number | undefined {
  if (
    lines
      .text(0)
      .replace(/^\ufeff/, '')
      .trimEnd() !== '---'
  ) {
    return undefined;
  }
  for (let line = 1; line < lines.count; line += 1) {
    if (/^(?:---|\.\.\.)\s*$/.test(lines.text(line))) {
      return line;
    }
  }
  return undefined;
}

function inFrontMatter(
  context: RuleContext,
  lines: Lines,
  position: Position,
  before: string,
  end: number,
  words: Words,
): Completion[] {
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestLine` characters.
  const pair = /^\s*([\w-][\w -]*):(\s*\[(?:[^\]]*,)?)?\s*(["']?)([^"'\]]*)$/.exec(before);
  if (pair !== null) {
    const [, key = '', bracket, quote = '', typed = ''] = pair;
    return inYaml(values(key, typed, position, words), quote, bracket !== undefined);
  }
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestLine` characters.
  const item = /^\s*-\s+(["']?)(.*)$/.exec(before);
  if (item !== null) {
    const [, quote = '', typed = ''] = item;
    return inYaml(values(parentKey(lines, position.line), typed, position, words), quote, false);
  }
  return /^[\w-]*$/.test(before) ? keys(context, lines, position, before, end) : [];
}

/** Values as YAML reads them back: quoted where it needs that, unless a quote comes before the cursor. */
function inYaml(found: readonly Completion[], quote: string, inBrackets: boolean): Completion[] {
  return found.map((completion) => ({ ...completion, newText: scalar(completion.newText, quote, inBrackets) }));
}

function scalar(value: string, quote: string, inBrackets: boolean): string {
  switch (quote) {
    case '"':
      return JSON.stringify(value).slice(1, -1);
    case "'":
      return value.replaceAll("'", "''");
    default: {
      const options = { lineWidth: 0, blockQuote: false } as const;
      return inBrackets && /[[\]{},]/.test(value) ? JSON.stringify(value) : stringify(value, options).trimEnd();
    }
  }
}

/** The key whose list a line is in. */
function parentKey(lines: Lines, line: number): string {
  for (let at = line - 1; at > 0; at -= 1) {
    const key = /^\s*([\w-][\w -]*):\s*$/.exec(lines.text(at))?.[1];
    if (key !== undefined || !/^\s*(?:-|$)/.test(lines.text(at))) {
      return key ?? '';
    }
  }
  return '';
}

function keys(
  { neighbourhood }: RuleContext,
  lines: Lines,
  position: Position,
  before: string,
  end: number,
): Completion[] {
  const present = new Set(
    Array.from({ length: end - 1 }, (_, index) => index + 1)
      .filter((line) => line !== position.line)
      .map((line) => /^([\w-]+)\s*:/.exec(lines.text(line))?.[1]?.toLowerCase()),
  );
  const counts = new Map<string, number>();
  for (const { frontMatter } of neighbourhood.documents) {
    Object.keys(frontMatter?.values ?? {}).forEach((key) => counts.set(key, (counts.get(key) ?? 0) + 1));
  }
  const usual = [...counts].toSorted((a, b) => b[1] - a[1]).map(([key]) => key);
  return [...new Set([...usual, ...knownKeys.map(({ key }) => key)])]
    .filter((key) => !present.has(key))
    .map((key): Completion => {
      const count = counts.get(key);
      const help = knownKey(key)?.help;
      return {
        type: 'key',
        label: key,
        ...(count !== undefined && { detail: `${count} of ${neighbourhood.documents.length} documents here have it` }),
        ...(help !== undefined && { help }),
        newText: `${key}: `,
        range: behind(position, before.length),
      };
    });
}

function values(key: string, typed: string, position: Position, words: Words): Completion[] {
  const known = knownKey(key);
  const emails = new Map(words.people.map(({ name, email }) => [name, email]));
  return (known?.values(words) ?? []).map((value): Completion => {
    const email = emails.get(value);
    return {
      type: emails.has(value) ? 'person' : 'value',
      label: value,
      ...(email !== undefined && { detail: email }),
      newText: value,
      range: behind(position, typed.length),
    };
  });
}

function inBody(context: RuleContext, position: Position, before: string, words: Words): Completion[] {
  // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestLine` characters.
  const heading = /^\s{0,3}(#{1,6})(\s*)([^#]*)$/.exec(before);
  if (heading !== null) {
    const [, marks = '', , typed = ''] = heading;
    return sections(context, `${marks} `, marks.length + (heading[2] ?? '').length + typed.length, position);
  }
  const person = /(?:^|[\s(|,])@([\p{L}\p{M}\p{N} .'-]*)$/u.exec(before);
  if (person !== null) {
    return words.people.map(({ name, email }): Completion => ({
      type: 'person',
      label: `@${name}`,
      ...(email !== undefined && { detail: email }),
      newText: `@${name}`,
      range: behind(position, (person[1] ?? '').length + 1),
    }));
  }
  const label =
    /^\s*(?:[-*+]\s+)?(?:\|\s*)?(?:\*\*|__)?([\p{L}][\p{L} _-]{2,30}?)(?::?(?:\*\*|__):?|:|\s*\|)\s+(\S*)$/u.exec(
      before,
    );
  return label === null ? [] : values(label[1] ?? '', label[2] ?? '', position, words);
}

/** The sections that the document does not have: the required ones first, each in the usual order. */
function sections(
  { document, expectation }: RuleContext,
  marks: string,
  length: number,
  position: Position,
): Completion[] {
  // The heading at the cursor is a section too, and must not hide its own completion.
  const isOther = (index: number): boolean => document.sections[index]?.titleRange.start.line !== position.line;
  const others = {
    ...document,
    sections: document.sections.map((section, index) =>
      isOther(index) ? section : { ...section, title: '', name: '' },
    ),
    keys: new Map([...document.keys].filter(([, found]) => found.some(isOther))),
  };
  return expectation.sections
    .filter((section) => !hasSection(others, section))
    .toSorted((a, b) => Number(b.required) - Number(a.required))
    .map(({ title, evidence, help, required }): Completion => ({
      type: 'section',
      label: title,
      detail: required ? evidence : `optional: ${evidence}`,
      ...(help !== '' && { help }),
      newText: `${marks}${title}`,
      range: behind(position, length),
    }));
}

function behind(position: Position, length: number): Range {
  return { start: { line: position.line, character: position.character - length }, end: position };
}
