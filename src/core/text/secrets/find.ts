import { matchesOf } from '../matches.ts';
import { decoded } from './base64.ts';
import { endsInBase62Sum, endsInHexSum } from './checksum.ts';
import { patternOf } from './forms.ts';
import { isMadeUp } from './made-up.ts';
import { hostAfter, isPassword, isScrambled, isStrongPassword } from './password.ts';
import { privateKeysIn } from './private-keys.ts';
import { cutValue, type Candidate, type Secret } from './secret.ts';
import { namedRows, tokenRows, type Proof } from './shapes.ts';
import { valueEnd } from './value.ts';
import { isValidToken } from './web-token.ts';

// In the same bundle; see `shared` in esbuild.config.mjs.
export { withoutSecretsIn } from './hide.ts';

/**
 * Returns the secrets of a text, in order and apart from one another: private keys, keys and tokens of known forms, and passwords in URLs.
 * Placeholders, the examples of vendors, variables and expired web tokens are none. Takes time in proportion to the text.
 *
 * The forms are our own, from the vendors' documentation. Of the kept detectors, secretlint's rules are 59 kB, return promises, and know
 * neither Stripe, Twilio, PyPI, Google, Azure, Datadog nor PagerDuty; the 222 patterns of gitleaks are 98 kB of TOML for an engine without backtracking, which
 * JavaScript does not have; detect-secrets is for Python.
 * @param today YYYY-MM-DD, in UTC: web tokens that expired before are left out. Without it, none is taken for expired.
 */
export function secretsIn(text: string, today = '0000-01-01'): readonly Secret[] {
  const candidates = [...privateKeysIn(text), ...tokensIn(text, today), ...namedIn(text)];
  let end = 0;
  return candidates
    .toSorted((a, b) => a.start - b.start)
    .filter((candidate) => {
      const isApart = candidate.start >= end;
      end = isApart ? candidate.end : end;
      return isApart;
    })
    .map(({ kind, start, end: last, doubtful = false }) => {
      const value = text.slice(start, last);
      // The ends of a password tell much of it, and those of a key with several lines nothing.
      const shown = value.includes('\n') || kind.startsWith('password') ? '…' : cutValue(value);
      return { kind, start, end: last, shown, doubtful };
    });
}

/** What of a form is looked for at a place. */
interface Shape {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly proof: Proof | undefined;
}

const tokens = tokenRows
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [kind = '', begins = '', form = '', proof] = row.split('|');
    const shape: Shape = { kind, pattern: patternOf(form), proof: proof as Proof | undefined };
    return begins.split(' ').map((begin) => ({ begin, shape }));
  });

/** The forms of tokens by their beginning, long ones first: `sk-ant-` tells more than `sk-`. */
const shapesBy = new Map(
  tokens
    .toSorted((a, b) => b.begin.length - a.begin.length)
    .map(({ begin }) => [begin, tokens.filter((token) => token.begin === begin).map(({ shape }) => shape)] as const),
);

/** Where a token can begin: not in a word, but in emphasis, after an escaped line break in a string and an escaped character in a URL. */
const beginnings = new RegExp(
  String.raw`(?:(?<![\w-])|(?<=(?<![\w-])_{1,2}|\\[nrt]|%[\dA-Fa-f]{2}))(?:${[...shapesBy.keys()]
    .map((begin) => begin.replaceAll(/[.+]/g, String.raw`\$&`))
    .join('|')})`,
  'g',
);

function tokensIn(text: string, today: string): Candidate[] {
  return matchesOf(beginnings, text).flatMap(({ 0: begin, index }) => {
    for (const shape of shapesBy.get(begin) ?? []) {
      const found = candidateAt(text, index, index + begin.length, shape, today);
      if (found !== undefined) {
        return found;
      }
    }
    return [];
  });
}

const named = namedRows.map(([kind, has, before, form, proof]) => ({
  has: has.split(' '),
  before,
  shape: { kind, pattern: patternOf(form), proof },
}));

/** What may stand between a name and its value, also in a string within a string, in HTML and in a command over several lines. */
const between =
  /(?:\\{0,3}["'`*]){0,3}[ \t]{0,40}(?:\s{0,3}is\b)?(?:[\s"'`:=|>*]|\\{1,3}(?=["'\s])|<\/?[a-z]{1,9}>){0,12}[ \t]{0,40}/iy;

function namedIn(text: string): Candidate[] {
  const folded = text.toLowerCase();
  return named
    .filter(({ has }) => has.some((part) => folded.includes(part)))
    .flatMap(({ before, shape }) =>
      matchesOf(before, text).flatMap(({ 0: name, index }) => {
        between.lastIndex = index + name.length;
        const start = index + name.length + (between.exec(text)?.[0].length ?? 0);
        const end = freeEnd(text, index, start, shape);
        const { kind } = shape;
        return end === undefined
          ? (candidateAt(text, start, start, shape) ?? [])
          : end > start
            ? { kind, start, end }
            : [];
      }),
    );
}

/** Where a value without a form ends: `start` if it is none, undefined if its kind has a form. @param from where its name begins. */
function freeEnd(text: string, from: number, start: number, { pattern, proof }: Shape): number | undefined {
  switch (proof) {
    case 'at-host':
      return start + passwordOfUrl(text.slice(start, start + mostOfUrl)).length;
    case 'password':
    case 'curl': {
      const end = valueEnd(text, start);
      const isOne = isOfStrong(text.slice(start, end)) && (proof === 'password' || isOfCurl(text, start));
      return isOne ? end : start;
    }
    case 'strong': {
      const inForm = candidateAt(text, start, start, { kind: '', pattern, proof })?.end ?? start;
      const end = valueEnd(text, start);
      const value = text.slice(start, end);
      const isWhole = !/\s/.test(value);
      const isOwn = isWhole && value.length >= shortestOwn && isStrongPassword(value) && !isMadeUp(value);
      return (inForm > start || isOwn) && !isId(text, from, start, end)
        ? Math.max(isWhole ? end : start, inForm)
        : start;
    }
    default:
      return undefined;
  }
}

/** What is read of a URL after the name of a user. */
const mostOfUrl = 320;
/** The least length of a value that a word such as "token" tells. */
const shortestOwn = 20;

/** The password that a URL goes on with, up to the last "@" before a host; empty if there is none. */
function passwordOfUrl(following: string): string {
  const [rest = ''] = /^[^\s"'/<>[\\\]`{|}]*/.exec(following) ?? [];
  const value = rest.slice(0, Math.max(0, rest.lastIndexOf('@')));
  const host = hostAfter(following.slice(value.length));
  return host !== undefined && isPassword(value, host.includes('.') ? 'words' : 'signs') ? value : '';
}

/** Whether a value is a strong password as a whole, or up to a sign that often ends one. */
function isOfStrong(value: string): boolean {
  const [part = ''] = /^[^\s"'|,;<>`]*/.exec(value) ?? [];
  return isStrongPassword(plain(part)) || (part !== value && !/\s/.test(value) && isStrongPassword(value));
}

/** Whether a place is in a command of curl, perhaps over several lines. */
function isOfCurl(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 600), start);
  const command = before.slice(Math.max(0, before.lastIndexOf('curl')));
  return /^curl\b[^\n|;&]*$/.test(command.replaceAll(/\\\r?\n|"[^"]*"|'[^']*'/g, ' '));
}

const id = /^(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|[\da-f]{32})$/i;

/** Whether a value is an id or a sum, unless its name says that it is secret. @param from where the end of its name begins. */
function isId(text: string, from: number, start: number, end: number): boolean {
  return (
    id.test(text.slice(start, end)) &&
    !/(?:api|secret(?! removed))[^\n]*$/i.test(text.slice(Math.max(0, from - 24), start))
  );
}

/** The value of a form, if there is one and it is no example. @param body where its beginning, which all such values have, ends. */
function candidateAt(
  text: string,
  start: number,
  body: number,
  { kind, pattern, proof }: Shape,
  today = '',
): Candidate | undefined {
  pattern.lastIndex = body;
  const [rest] = pattern.exec(text) ?? [];
  if (rest === undefined) {
    return undefined;
  }
  const end = body + rest.length;
  const value = text.slice(start, end);
  const isReal =
    proof === 'basic'
      ? isPassword(/:(.+)/.exec(decoded(rest) ?? '')?.[1] ?? '')
      : !isMadeUp(rest) &&
        (proof !== 'called' ||
          callsKeys.test(text.slice(Math.max(0, start - 160), start) + text.slice(end, end + 80))) &&
        holds(value, rest, proof, today);
  return isReal ? { kind, start, end, doubtful: !isSummed(value, proof) } : undefined;
}

/** What is near to a key whose form sums have too. */
const callsKeys = /twilio|mailgun|deepseek|api|secret(?! removed)|token|auth|bearer|credential|passw/i;

/** Whether a value has what its form states of its content. @param rest without its beginning. */
function holds(value: string, rest: string, proof: Proof | undefined, today: string): boolean {
  switch (proof) {
    case 'web-token':
      return isValidToken(value, today);
    case 'private-key':
      return (decoded(value.slice(0, 120)) ?? '').includes('PRIVATE KEY');
    case 'both-cases':
      return [/\d/, /[a-z]/, /[A-Z]/, /[g-z+/]/i].every((each) => each.test(rest));
    case 'strong':
    case 'mixed':
      return (
        /\d/.test(rest) &&
        /[a-z]/i.test(rest) &&
        !rest.startsWith('eyJ') &&
        (proof === 'mixed' || isScrambled(rest, 0.22))
      );
    default:
      return true;
  }
}

function isSummed(value: string, proof: Proof | undefined): boolean {
  return proof === 'base62-sum' ? endsInBase62Sum(value) : proof !== 'hex-sum' || endsInHexSum(value);
}

/** A value, or what it is the base64 of, as in a Secret of Kubernetes. */
function plain(value: string): string {
  const text = value.length % 4 === 0 ? decoded(value) : undefined;
  return text !== undefined && /^[ -~]+$/.test(text) ? text : value;
}
