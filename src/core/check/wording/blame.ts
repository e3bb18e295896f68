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

const nouns = String.raw`(?:engineers?|developers?|devs?|programmers?|admin(?:istrator)?s?|sysadmins?|sres?|on-?call|oncaller|responders?|employees?|contractors?|consultants?|interns?|trainees?|juniors?|new hires?|colleagues?|co-?workers?|team members?|team[ -]?mates?|people|persons?|dbas?|technicians?|staff(?: members?)?|maintainers?|reviewers?|committers?|deployers?|managers?|incident commander|commander|individuals?|human)(?: (?:on[- ](?:call|duty|shift)|who))?`;
const roles = String.raw`(?:(?:the|an?|one|two|three|four|some|several|both|many|our|his|her|their|my|another|other|this|that|these|those|each|same|on-?call|junior|senior|new|human|responsible|duty|lead|external|release|platform|site|reliability|database|network|security|system|operations|ops|devops|support|software|backend|one of (?:the|our)) ){1,4}${nouns}|(?:an?|one|another|the|two|some|several) (?:other )?members? of (?:the|our|my|their) (?:\w+ )?(?:team|staff)|(?:engineers|developers|administrators|sysadmins|colleagues|co-?workers|employees|contractors|team members|team[ -]?mates)`;
const pronouns = String.raw`(?:he|she|someone|somebody)`;
const handle = String.raw`(?<![\w./@])@[A-Za-z][\w-]{1,38}`;
/** A name can be that of a system. So only verbs count that systems do not do: they fail, but they do not forget. */
const name = String.raw`(?!(?:We|They|You|It|This|That|Nobody|Everyone|Everybody|Who|Which|Also|But|And|Then|Team|Users?|Customers?)\b)\p{Lu}\p{Ll}{1,20}`;
const people = `(?:${roles}|${pronouns}|${handle})`;
/** An operator is a person only where nothing else does such things: there are programs of that name. */
const persons = `(?:${people}|(?:the|an?|our|one|some|two|several)(?: [a-z]{2,15})? operators?)`;
const adverbs = String.raw`(?:(?:also|simply|just|clearly|then|again|had|has|have|again|completely|probably|apparently) ){0,2}`;

/** Participles of actions. "Should have been told" or "given" does not blame a person. */
const duty = String.raw`(?!been (?:able|alerted|given|informed|notified|paged|told|warned)\b)(?:(?:\w{2,9}-)?\w{2,20}ed|been|caught|done|given|gone|known|made|never|not|paid|read|run|seen|taken|thought|told|understood)`;

/** Adverbs that call an action an accident or careless, and what says the same behind it. */
const wrongly = String.raw`(?:accidentally|inadvertently|mistakenly|unintentionally|unwittingly|erroneously|recklessly|negligently|carelessly|foolishly|thoughtlessly|hastily|sloppily)`;
const inError = String.raw`(?:by (?:accident|mistake|error)|in (?:error|haste|a hurry|a rush)|${wrongly}|without (?:checking|thinking|looking|verifying|reading|paying attention|asking|bothering))`;
/** Verbs in the past: "if someone accidentally deletes it" blames nobody. */
const past = String.raw`(?:(?:re-?|un|over)?(?:\w{2,20}ed|ran|set|did|put|left|took|shut|sent|broke|made|cut|wrote|had|has|have|gave|chose|brought|lost|reset))`;
const didNot = String.raw`(?:(?:did|had|has|have)(?: not|n[’']t)(?: even| actually| really| properly)? |never (?:even )?|(?:failed|neglected|omitted) to )`;
/** Verbs for actions of people only: "The operator did not follow the procedure." */
const thought = String.raw`(?:reali[sz]ed?|notic(?:e|ed)|bother(?:ed)?|th(?:ink|ought)|pa(?:y|id) (?:\w+ ){0,2}attention|follow(?:ed)? (?:the|our|this|any|its|his|her|their|procedures?|process(?:es)?|instructions)|double[- ]?check(?:ed)?|check(?:ed)?|verif(?:y|ied)|read (?:the|our|it|any|this|his|her)|remember(?:ed)?|consider(?:ed)?|test(?:ed)? (?:the|it|his|her|their|this|any)|care(?:d)?)`;
const careless = String.raw`(?:careless|hasty|sloppy|lazy|reckless|negligent|inattentive|incompetent|inexperienced|complacent|distracted|overconfident|in a (?:hurry|rush))`;

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
      String.raw`\b(?:due to|caused by|because of|result of|root cause (?:was|is)|cause:|attributed to|traced to|down to|was|were) (?:an? )?(?:simple |plain )?(?:operator|user|admin(?:istrator)?) (?:error|mistake)\b(?! (?:rate|message|log|code|page|handling|budget)s?\b)|\b(?:operator|user) error was made\b|(?:^|\n|\|)[^\p{L}\n|]{0,20}(?:operator|user) (?:error|mistake)(?=[\s*_.]{0,9}(?:\n|\||$))|\b(?:engineer|developer|employee|staff|admin(?:istrator)?|sysadmin|manual|individual|personnel)(?:['’]?s?['’]?) (?:errors?|mistakes?)\b(?! (?:rate|message|log|code|page|handling|budget)s?\b)`,
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
    hint: /accident|mistake|error|inadvertently|unintentionally|unwittingly|recklessly|negligently|careless|foolishly|thoughtlessly|hast|sloppily|hurry|rush|without/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])(?<!\b(?:if|whenever|unless|case) )(?:${persons} (?:(?:had |has |have )?${wrongly} ${past}\b|(?:then |also |had |has |have )*${past} (?:[^\s.!?|;]{1,40} ){0,14}${inError}\b)|${wrongly} (?:\w{2,20} ){1,3}by (?!accident|mistake)${persons}|by (?:accident|mistake) by ${persons}|(?:\w{2,20}(?:ed|wn|en)|run|set|put|shut) by ${persons} ${inError}\b|(?:mistake|error|slip|blunder|oversight)s? (?:was |were |had been )?(?:(?:made|caused|committed|introduced) )?(?:by|of|from|on the part of) (?:${roles}|${handle}))`,
    ),
  },
  {
    reason: 'person',
    hint: /not|n[’']t|never|failed|neglected|omitted/i,
    pattern: words(String.raw`(?<![\p{L}\w])${persons} ${adverbs}${didNot}${thought}\b`),
  },
  {
    reason: 'person',
    hint: /was|were/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])${persons} (?:was|were)(?:(?: not|n[’']t) (?:paying attention|careful|attentive|concentrating|diligent|competent|qualified|thinking)| (?:too |overly |being |simply |just |very )?(?:${careless}|too quick))\b`,
    ),
  },
  {
    reason: 'person',
    hint: /forgot|neglected|mistake|did|was/,
    pattern: named(
      String.raw`(?<![\p{L}\w])(?:${name}(?: ${name})? (?:had )?(?:(?:forgot|forgotten|neglected) to|made a mistake|did(?: not|n[’']t) (?:bother|reali[sz]e|pay attention|think to)|was (?:careless|negligent|sloppy|in a hurry|not paying attention)))\b`,
    ),
  },
  {
    reason: 'person',
    hint: /fault|negligence|carelessness|incompetence|mistake|oversight|failure/i,
    pattern: words(
      String.raw`\b(?:(?:the|an?|our) (?:engineer|developer|admin(?:istrator)?|operator|employee|contractor|intern|colleague|person|on-?call|maintainer|reviewer)|his|her|someone|somebody)['’]?s? (?:fault|negligence|carelessness|incompetence|mistake|oversight|failure to)\b`,
    ),
  },
  {
    reason: 'person',
    hint: /(?:fault|mistake|negligence)\s{1,3}of/i,
    pattern: words(String.raw`\b(?:fault|mistake|negligence) of (?:${roles}|${handle})`),
  },
  {
    reason: 'person',
    hint: /to\s{1,3}blame|at\s{1,3}fault|guilty|responsible/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])${people} (?:is|was|are|were) (?:to blame|at fault|guilty|responsible for (?:the|this) (?:outage|incident|failure|error|mistake))`,
    ),
  },
  {
    reason: 'person',
    hint: /by\s{1,3}@/i,
    pattern: words(String.raw`\b(?:caused|broken|triggered) by ${handle}`),
  },
  {
    reason: 'person',
    hint: /blame/i,
    pattern: words(String.raw`\bblames? (?:${roles}|${handle})`),
  },
  {
    reason: 'judgement',
    pattern: words(
      // The subject of "looks careless" is a thing.
      String.raw`(?<!\b(?:it|this|that|which) (?:may |might |must )?(?:look|seem|appear|sound)(?:s|ed)? )${whole(written(({ wording }) => wording.judgement))}`,
    ),
  },
  {
    reason: 'hindsight',
    hint: /should|ought|better/i,
    pattern: words(
      String.raw`(?<![\p{L}\w])${people} (?:${adverbs}should(?:n't|n’t| not)?(?: have|'ve|’ve) (?:really |probably |also |clearly )?|(?:probably |clearly |really )(?:should|ought to) have |ought to have )${duty}\b|(?<![\p{L}\w])(?:they|you|who|people|everyone|one|(?:the|this|that|our) (?:\w+ )?team) (?:\w{2,12} )?should(?:n[’']t| not)?(?: have|['’]ve) (?:known|noticed|reali[sz]ed|thought|paid attention|been more careful)\b|\b(?:knew|known|know) better\b`,
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
  /not (?:human|operator|user)|not (?:to )?(?:assign|about|place|point|blame|an?|a matter of|caused by|due to|because of|simply|just)\b|without blam|never (?:the|a) |no ?(?:body|one)\b|(?:instead of|rather than) (?:\w+ )?(?:blam|individual|person|people|human)|finger[- ]point|resist|prevent|protect|guard|reduce|eliminate|avoid|minimi[sz]e|prone|room for|potential for|possib|risk of|chance of|mitigate|against (?:\w+ ){0,2}(?:human|operator|user|such|this|these|errors?|mistakes?|accidents?)|likel|susceptible/;

const oneself = once(() => new RegExp(whole(written(({ wording }) => wording.oneself)), 'iu'));
const behind = once(() => new RegExp(whole(written(({ wording }) => wording.behindError)), 'iu'));

/** Returns whether a text after a human error goes on to ask for what is behind it, or tells it. */
export function goesBehind(text: string): boolean {
  return behind().test(text);
}

const quotation = /"[^"\n]{1,600}"|“[^”]{1,600}”|«[^»]{1,600}»|„[^“”]{1,600}[“”]|‘[^’]{1,300}’(?!\w)/gu;

/** Quotations are the words of somebody else; pattern for `blank`. */
export const quotations = quotation;

/**
 * Returns the blame in a text. Sentences about blamelessness, or about measures against such errors, do not count. Systems, teams, and
 * the "we" and "I" of the author are not persons here, and what authors say of themselves judges nobody.
 * @param text without code and quotations.
 */
export function blamesIn(text: string): Blame[] {
  return rules()
    .filter(({ hint }) => hint?.test(text) !== false)
    .flatMap(({ pattern, reason }) =>
      matchesOf(pattern, text).map((match): Blame => ({ index: match.index, words: match[0].trim(), reason })),
    )
    .filter(({ index, words: found, reason }) => {
      const sentence = sentenceAround(text, index, found.length);
      return !aboutBlame().test(sentence) && (reason === 'person' || !oneself().test(sentence));
    })
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
