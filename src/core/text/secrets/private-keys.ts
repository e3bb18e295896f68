import { matchesOf } from '../matches.ts';
import { isMadeUp } from './made-up.ts';
import type { Candidate } from './secret.ts';

/** The first line of a private key: PEM (RFC 7468 and before), OpenSSH, OpenPGP, PuTTY. */
const firstLine = /-----BEGIN (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d: [\w-]{1,60}/g;
const lastLine = /-----END [A-Z\d ]{3,60}-----|Private-MAC: ?[\da-f]{0,64}/y;
/** What ends the lines of a key. */
const ending = /-----|Private-MAC|PuTTY-User/;
const otherThanBase64 = /[^\d+/=A-Za-z]+/;
/** Lines of base64 from here on; also escaped in a string or in a quotation. */
const lines = /(?:[\s>"'|,\\]{1,20}[\d+/=A-Za-z]{16,20000}){1,500}/y;
const shortestLine = 16;
/** So much of a key shows whether it is one. */
const enough = 64;
/** What is read of a key to find its end. */
const longest = 20_000;

/** The last line in PEM, which alone may be left of a key that was cut. */
const lastOfPem = /-----END (?:[A-Z\d]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const inBase64 = /[\d+/=A-Za-z]/;
const betweenLines = /[\s>"'|,\\]/;

/**
 * Returns the private keys of a text from their first line to their last, also if the first is not in the text. Those whose content is left
 * out, as in examples, are none.
 */
export function privateKeysIn(text: string): Candidate[] {
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY-User-Key-File')) {
    return [];
  }
  const whole = matchesOf(firstLine, text).flatMap(({ 0: head, index }): Candidate[] => {
    const from = index + head.length;
    const { content, end } = bodyAt(text, from);
    return content.length < enough || isMadeUp(content.slice(0, 2 * enough))
      ? []
      : [{ kind: kindOf(head, text.slice(Math.max(0, index - 600), index)), start: index, end }];
  });
  const ends = new Set(whole.map(({ end }) => end));
  const cut = matchesOf(lastOfPem, text)
    .filter(({ 0: last, index }) => !ends.has(index + last.length))
    .flatMap(({ 0: last, index }): Candidate[] => {
      const start = linesBefore(text, index);
      const content = base64Of(text.slice(start, index));
      return content.length < enough || isMadeUp(content.slice(0, 2 * enough))
        ? []
        : [{ kind: last.includes('PGP') ? 'PGP private key' : 'private key', start, end: index + last.length }];
    });
  return [...whole, ...cut];
}

/** Where the lines of base64 begin that end before a place; only the last of them may be short. */
function linesBefore(text: string, end: number): number {
  const least = Math.max(0, end - longest);
  const back = (from: number, pattern: RegExp): number => {
    let at = from;
    while (at > least && pattern.test(text.charAt(at - 1))) {
      at -= 1;
    }
    return at;
  };
  let start = end;
  for (;;) {
    const last = back(start, betweenLines);
    const first = back(last, inBase64);
    if (first === last || (last - first < shortestLine && start !== end)) {
      return start;
    }
    start = first;
  }
}

/** What is base64 after the first line of a key, and where the key ends: at its last line, or without one at its last line of base64. */
function bodyAt(text: string, from: number): { readonly content: string; readonly end: number } {
  const body = text.slice(from, from + longest);
  const length = body.search(ending);
  lastLine.lastIndex = from + length;
  const [last] = (length === -1 ? null : lastLine.exec(text)) ?? [];
  lines.lastIndex = 0;
  const [told = ''] = last === undefined ? (lines.exec(body) ?? []) : [body.slice(0, length)];
  return {
    content: base64Of(told),
    end: from + told.length + (last?.length ?? 0),
  };
}

function base64Of(text: string): string {
  return text
    .split(otherThanBase64)
    .filter((line) => line.length >= shortestLine)
    .join('');
}

function kindOf(head: string, before: string): string {
  if (head.includes('PGP')) {
    return 'PGP private key';
  }
  if (head.includes('OPENSSH') || head.startsWith('P')) {
    return 'SSH private key';
  }
  return /"type"\s*:\s*"service_account"/.test(before) ? 'Google service account key' : 'private key';
}
