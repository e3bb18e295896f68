import { firstDefined } from '../../../util/first-defined.ts';
import type { TextEdit } from '../../../text/edit.ts';
import type { Lines } from '../../../text/lines.ts';
import type { ActionItem } from '../item.ts';
import type { FieldLine } from '../fields.ts';
import { fieldLinesOf } from './field-lines.ts';
import type { Fact } from './inline-facts.ts';

const labels: Readonly<Record<Fact['role'], string>> = { owner: 'Owner', due: 'Due' };

/**
 * A new line below an item for a fact, such as "- Owner: Ada": where lines below the item tell other facts, or where such a line is below
 * one of the others.
 */
export function* newFieldLine(
  lines: Lines,
  item: ActionItem,
  others: readonly ActionItem[],
  { role, value }: Fact,
): Generator<readonly TextEdit[]> {
  if (item.shape === 'row') {
    return;
  }
  const sibling = firstDefined(others, (other) => {
    const field =
      other.shape === item.shape ? fieldLinesOf(lines, other).find((found) => found.role === role) : undefined;
    return field && { field, gap: field.value.line - other.textEnd.line - 1 };
  });
  const own = fieldLinesOf(lines, item);
  const last = own.at(-1);
  if (last !== undefined) {
    const label = sibling === undefined ? labels[role] : labelOf(lines, sibling.field);
    yield insertBehind(lines, last.value.line, 0, `${prefixOf(lines, last, label)}${value}`);
  }
  if (sibling !== undefined) {
    const prefix = prefixOf(lines, sibling.field, labelOf(lines, sibling.field));
    yield insertBehind(lines, item.textEnd.line, Math.min(1, sibling.gap), `${prefix}${value}`);
  }
}

// oxlint-disable-next-line regexp/no-super-linear-backtracking -- It stands in front of a field's value: at most 60 characters behind the marks of a list.
const named = /^(?<before>.*?)(?<label>[\p{L}][\p{L}\p{M} '’/?-]*?)(?<after>(?:\*\*|__)?\s*[:：](?:\*\*|__)?\s*)$/u;

/** Returns the text before a field's value, with another label in the place of its own. */
function prefixOf(lines: Lines, { value }: FieldLine, label: string): string {
  const text = lines.text(value.line).slice(0, value.from);
  const { before = '', after = ': ' } = named.exec(text)?.groups ?? {};
  return `${before}${label}${after.trimEnd()} `;
}

function labelOf(lines: Lines, { value }: FieldLine): string {
  return named.exec(lines.text(value.line).slice(0, value.from))?.groups?.['label'] ?? '';
}

/** @param gap how many empty lines are between the line and the new one. */
function insertBehind(lines: Lines, line: number, gap: number, text: string): TextEdit[] {
  const { end } = lines.range(line, line);
  return [{ range: { start: end, end }, newText: `${lines.eol.repeat(1 + Math.max(0, gap))}${text}` }];
}
