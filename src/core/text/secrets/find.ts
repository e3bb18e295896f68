import { matchesOf } from '../matches.ts';
import { decoded } from './base64.ts';
import { endsInBase62Sum, endsInHexSum } from './checksum.ts';
import { patternOf } from './forms.ts';
import { isMadeUp } from './made-up.ts';
import { isAtHost, isPassword, isScrambled, isStrongPassword } from './password.ts';
import { privateKeysIn } from './private-keys.ts';
import { cutValue, type Candidate, type Secret } from './secret.ts';
import { namedRows, tokenRows } from './shapes.ts';
import { isValidToken } from './web-token.ts';

// What hides secrets is in the file that this begins; see `shared` in esbuild.config.mjs.
export { quotingWithout } from './hide.ts';
export { removedSecret } from './hide.ts';
export { withoutSecretsIn } from './hide.ts';
export { withoutSecretsInLines } from './hide.ts';

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
      return { kind, start, end: last, shown: value.includes('\n') ? '…' : cutValue(value), doubtful };
    });
}

/** What of a form is looked for at a place. */
interface Shape {
  readonly kind: string;
  readonly pattern: RegExp;
  readonly proof: string | undefined;
}

const tokens = tokenRows
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [kind = '', begins = '', form = '', proof] = row.split('|');
    const shape: Shape = { kind, pattern: patternOf(form), proof };
    return begins.split(' ').map((begin) => ({ begin, shape }));
  });

/** The forms of tokens by their beginning, long ones first: `sk-ant-` tells more than `sk-`. */
const shapesBy = new Map(
  tokens
    .toSorted((a, b) => b.begin.length - a.begin.length)
    .map(({ begin }) => [begin, tokens.filter((token) => token.begin === begin).map(({ shape }) => shape)] as const),
);

/** Where a token can begin: not in a word, but after an escaped line break in a string and an escaped character in a URL. */
const beginnings = new RegExp(
  String.raw`(?:(?<![\w-])|(?<=\\[nrt]|%[\dA-Fa-f]{2}))(?:${[...shapesBy.keys()]
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

/** What may stand between a name and its value. */
const between = /["'`*]{0,3}(?:\s{1,3}is\b)?[\s"'`:=|>*]{0,12}/y;

function namedIn(text: string): Candidate[] {
  const folded = text.toLowerCase();
  return named
    .filter(({ has }) => has.some((part) => folded.includes(part)))
    .flatMap(({ before, shape }) =>
      matchesOf(before, text).flatMap(({ 0: name, index }) => {
        between.lastIndex = index + name.length;
        const start = index + name.length + (between.exec(text)?.[0].length ?? 0);
        return candidateAt(text, start, start, shape) ?? [];
      }),
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
    proof === 'at-host'
      ? isPassword(rest) && isAtHost(text.slice(end, end + 120))
      : proof === 'password'
        ? isStrongPassword(plain(rest))
        : proof === 'basic'
          ? isPassword(/:(.+)/.exec(decoded(rest) ?? '')?.[1] ?? '')
          : !isMadeUp(rest) && holds(value, rest, proof, today);
  return isReal ? { kind, start, end, doubtful: !isSummed(value, proof) } : undefined;
}

/** Whether a value has what its form states of its content. @param rest without its beginning. */
function holds(value: string, rest: string, proof: string | undefined, today: string): boolean {
  switch (proof) {
    case 'web-token':
      return isValidToken(value, today);
    case 'private-key':
      return (decoded(value.slice(0, 120)) ?? '').includes('PRIVATE KEY');
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

function isSummed(value: string, proof: string | undefined): boolean {
  return proof === 'base62-sum' ? endsInBase62Sum(value) : proof !== 'hex-sum' || endsInHexSum(value);
}

/** A value, or what it is the base64 of, as in a Secret of Kubernetes. */
function plain(value: string): string {
  const text = value.length % 4 === 0 ? decoded(value) : undefined;
  return text !== undefined && /^[ -~]+$/.test(text) ? text : value;
}
