import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';
import { matchesOf } from '../../text/matches.ts';

/** Words that blame a person. */
export interface Blame {
  /** Offset in the text that was read. */
  readonly index: number;
  readonly words: string;
  readonly reason: 'error-kind' | 'person' | 'judgement' | 'hindsight';
}

const roles = String.raw`(?:(?:the|an?|one|some|our|another|this|that|each|on-?call|junior|senior|new|human|responsible|duty|release|platform|site|reliability|database|network|operations|ops|devops|support|software|backend|one of (?:the|our)) ){1,4}(?:engineers?|developers?|devs?|admin(?:istrator)?s?|sysadmins?|sre|on-?call|oncaller|responders?|employees?|contractors?|interns?|colleagues?|team members?|team mates?|teammates?|people|person|dba|technicians?|staff(?: members?)?|maintainers?|reviewers?|deployers?|managers?|incident commander|commander|individuals?|human)`;
const pronouns = String.raw`(?:he|she|someone|somebody)`;
const handle = String.raw`(?<![\w./@])@[A-Za-z][\w-]{1,38}`;
/** A name can be that of a system. So only verbs count that systems do not do: they fail, but they do not forget. */
const name = String.raw`(?!(?:We|They|You|It|This|That|Nobody|Everyone|Everybody|Who|Which|Also|But|And|Then|Team|Users?|Customers?)\b)\p{Lu}\p{Ll}{1,20}`;
const people = `(?:${roles}|${pronouns}|${handle})`;
const adverbs = String.raw`(?:(?:also|simply|just|clearly|then|again|had|has|have|again|completely|probably|apparently) ){0,2}`;

/** Participles of actions. "Should have been told" or "given" does not blame a person. */
const duty = String.raw`(?!been (?:able|alerted|given|informed|notified|paged|told|warned)\b)(?:\w{2,20}ed|been|caught|done|given|gone|known|made|never|not|paid|read|run|seen|taken|thought|told|understood)`;

interface Rule {
  /** A quick test: where it fails, the pattern finds nothing. */
  readonly hint?: RegExp;
  readonly pattern: RegExp;
  readonly reason: Blame['reason'];
}

function words(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', String.raw`\s{1,3}`), 'giu');
}

/** Like `words`, where capitals tell a name. */
function named(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', String.raw`\s{1,3}`), 'gu');
}

const rules = once((): readonly Rule[] => [
  {
    reason: 'error-kind',
    pattern: words(whole(written(({ wording }) => wording.humanError))),
  },
  {
    reason: 'error-kind',
    pattern: words(
      String.raw`\b(?:due to|caused by|because of|result of|root cause (?:was|is)|cause:|attributed to|traced to|down to|was|were) (?:an? )?(?:simple |plain )?(?:operator|user|admin(?:istrator)?) (?:error|mistake)\b(?! (?:rate|message|log|code|page|handling|budget)s?\b)|\b(?:operator|user) error was made\b`,
    ),
  },
  {
    reason: 'person',
    hint: /forget|forgot|neglected|overlooked|ignored|made|bother|screwed|messed|broke|carelessly|failed/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])${people} ${adverbs}(?:forg[eo]t(?:ten)? (?:to|that|about|the)|neglected to|overlooked|ignored the|made (?:an?|the) (?:\w+ )?(?:mistake|error|typo)|did(?:n[’']t| not) bother|screwed up|messed up|broke (?:production|prod|the|our|everything)|carelessly|failed to (?!log |login|sign |authenticat|connect|reconcil|start|schedul|respond to (?:health|ping|request)))`,
    ),
  },
  {
    reason: 'person',
    hint: /forgot|neglected|mistake/,
    pattern: named(
      String.raw`(?<![\p{L}\w])(?:${name}(?: ${name})? (?:had )?(?:(?:forgot|forgotten|neglected) to|made a mistake))\b`,
    ),
  },
  {
    reason: 'person',
    hint: /fault|negligence|carelessness|incompetence|mistake|failure|blame|responsible|by\s{1,3}@/i,
    pattern: words(
      String.raw`\b(?:(?:the|an?|our) (?:engineer|developer|admin(?:istrator)?|operator|employee|contractor|intern|colleague|person|on-?call|maintainer|reviewer)|his|her|someone|somebody)['’]?s? (?:fault|negligence|carelessness|incompetence|mistake|failure to)\b|\b(?:fault|mistake|negligence) of (?:${roles}|${handle})|${people} (?:is|was|are|were) (?:to blame|at fault|responsible for (?:the|this) (?:outage|incident|failure|error|mistake))|\b(?:caused|broken|triggered) by ${handle}|\bblames? (?:${roles}|${handle})`,
    ),
  },
  {
    reason: 'judgement',
    pattern: words(
      // What "looks careless" is a thing.
      String.raw`(?<!\b(?:it|this|that|which) (?:may |might |must )?(?:look|seem|appear|sound)(?:s|ed)? )${whole(written(({ wording }) => wording.judgement))}`,
    ),
  },
  {
    reason: 'hindsight',
    hint: /should|ought/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])${people} ${adverbs}should(?:n't|n’t| not)?(?: have|'ve|’ve) (?:really |probably |also |clearly )?${duty}\b|${people} (?:probably |clearly |really )(?:should|ought to) have ${duty}\b|${people} ought to have ${duty}\b`,
    ),
  },
  {
    reason: 'person',
    pattern: words(whole(written(({ wording }) => wording.person))),
  },
]);

/** A sentence about blamelessness, or one that says that no person was the cause. */
const aboutBlame = once(
  () => new RegExp(`${whole(written(({ wording }) => wording.blameless))}|${againstErrors.source}`, 'iu'),
);
const againstErrors =
  /not (?:human|operator|user)|not (?:to )?(?:assign|about|place|point|blame|an?|a matter of|caused by|due to|because of|simply|just)\b|without blam|never (?:the|a) |no ?(?:body|one)\b|(?:instead of|rather than) (?:\w+ )?(?:blam|individual|person|people|human)|finger[- ]point|resist|prevent|protect|guard|reduce|eliminate|avoid|minimi[sz]e|prone|room for|potential for|possib|risk of|chance of|mitigate|against|likel|susceptible/;

const quotation = /"[^"\n]{1,600}"|“[^”]{1,600}”|«[^»]{1,600}»|„[^“”]{1,600}[“”]|‘[^’]{1,300}’(?!\w)/gu;

/** Quotations are the words of somebody else; pattern for `blank`. */
export const quotations = quotation;

/**
 * Returns the blame in a text. Sentences about blamelessness, or about measures against such errors, do not count. Systems, teams, and
 * the "we" and "I" of the author are not persons here.
 * @param text without code and quotations.
 */
export function blamesIn(text: string): Blame[] {
  return rules()
    .filter(({ hint }) => hint?.test(text) !== false)
    .flatMap(({ pattern, reason }) =>
      matchesOf(pattern, text).map((match): Blame => ({ index: match.index, words: match[0].trim(), reason })),
    )
    .filter(({ index, words: found }) => !aboutBlame().test(sentenceAround(text, index, found.length)))
    .toSorted((a, b) => a.index - b.index)
    .filter(({ index }, at, all) => {
      const before = all[at - 1];
      return before === undefined || before.index + before.words.length <= index;
    });
}

/** Longest distance to the end of a sentence, in characters. */
const furthest = 300;

function sentenceAround(text: string, index: number, length: number): string {
  const before = text.slice(Math.max(0, index - furthest), index);
  const after = text.slice(index, index + length + furthest);
  const start = Math.max(
    ...['. ', '.\n', '? ', '! ', '\n\n', '|', '\n- ', '\n* '].map((end) => before.lastIndexOf(end) + 1),
  );
  const end = /[.!?](?:\s|$)|\n[^\S\n]*\n|\||\n[^\S\n]*[-*+]\s/.exec(after.slice(length));
  return before.slice(start) + after.slice(0, length + (end?.index ?? furthest));
}
