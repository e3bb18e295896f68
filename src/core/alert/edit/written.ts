import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Alert, AlertLink } from '../alert.ts';
import { isWhole } from './usual.ts';

/**
 * Returns the ways to write another address in the place of a link, the best first. Parts of templates, quotation marks and what stands around stay. None if
 * a part of a template would have to change, or if the place of the link in its text is unknown.
 */
export function replacements(alert: Alert, link: AlertLink, lines: Lines, address: string): TextEdit[] {
  const { range, written, placeholder } = link;
  const there = lines.slice(range);
  const { line, character } = range.start;
  const before = lines.text(line).slice(0, character).slice(-1);
  const mark = /^["']/.exec(there)?.[0];
  if (there !== written || written === '') {
    // The place is that of the whole value.
    if (!placeholder && !isWhole(alert, link)) {
      return [];
    }
    const blank = there === '' && !/\s/.test(before) ? ' ' : '';
    return inQuotes(address, mark).map((newText) => ({ range, newText: `${blank}${newText}` }));
  }
  const newText = placeholder ? address : rewritten(written, link.address, address);
  if (newText === undefined) {
    return [];
  }
  const canQuote = !/["\\\n]/.test(newText) && isWhole(alert, link) && !/["']/.test(before);
  return [{ range, newText }, ...(canQuote ? [{ range, newText: `"${newText}"` }] : [])];
}

function inQuotes(address: string, mark: string | undefined): string[] {
  return mark === undefined ? [address, `"${address}"`] : [`${mark}${address}${mark}`];
}

/** A written link whose address becomes another one; undefined if a part of a template would have to change. */
function rewritten(written: string, address: string, wanted: string): string | undefined {
  const at = written.indexOf(address);
  if (at !== -1) {
    return written.slice(0, at) + wanted + written.slice(at + address.length);
  }
  const same = commonStart(address, wanted);
  const end = commonEnd(address, wanted, Math.min(address.length, wanted.length) - same);
  const middle = wanted.slice(same, wanted.length - end);
  const left = /^[^]*?(?=\{\{|\$\{|\{%|$)/.exec(written)?.[0].length ?? 0;
  const right =
    written.length - Math.max(...['}}', '%}', '}'].map((close) => written.lastIndexOf(close) + close.length));
  if (address.length - end <= left) {
    return written.slice(0, same) + middle + written.slice(address.length - end);
  }
  return address.length - same <= right
    ? written.slice(0, written.length - (address.length - same)) + middle + written.slice(written.length - end)
    : undefined;
}

function commonStart(one: string, other: string): number {
  let length = 0;
  while (length < Math.min(one.length, other.length) && one[length] === other[length]) {
    length += 1;
  }
  return length;
}

function commonEnd(one: string, other: string, most: number): number {
  let length = 0;
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) {
    length += 1;
  }
  return length;
}
