import type { Block, ParsedDocument } from '../model.ts';
import { matchesOf } from '../../text/matches.ts';
import { once } from '../../util/memo.ts';
import { developerCommandsIn, operatorCommandsIn } from './commands.ts';
import { matchAt } from '../../time/sticky.ts';
import { anywhere, languages, plain, whole, withoutAccents, written } from '../../vocabulary/words.ts';
import { anyOf, anyWord } from './words.ts';

/** Properties of the running text of a document, independent of its headings. */
export interface Prose {
  /** Sentences and list items that tell the reader to do something. */
  readonly instructions: number;
  /** Whether the text calls itself a runbook or the like. */
  readonly callsItselfRunbook: boolean;
  /** Whether its first lines say that an alert leads here. */
  readonly namesItsAlert: boolean;
  /** Different words of people on duty: pager, escalate, dashboard. */
  readonly dutyWords: number;
  /** Different words for what such people look after: cluster, replica, disk. */
  readonly systemWords: number;
  /** Code, also in list items, with commands that one gives to a running system rather than to a working copy. */
  readonly operatorCommands: number;
  /** Those of them that are steps: in list items. */
  readonly operatorSteps: number;
  /** Code with commands of those who write software. */
  readonly developerCommands: number;
  /** Number of different phrases about a past incident. */
  readonly accounts: number;
  /** Places to be filled in: "[Describe the impact]". */
  readonly prompts: number;
  /** Whether the text says that it explains or defines. */
  readonly explains: boolean;
  /** Letters of text, tables and headings left out. */
  readonly length: number;
  /** Whether it is in a language whose instructions are known. */
  readonly readable: boolean;
}

/** Longest text that is read; the kind of a document shows before that. */
const longest = 10_000;

/** Number of characters at the beginning of a page that are read for its purpose. */
const opening = 1500;

/** Reads what the running text shows. */
export function readProse({ blocks }: ParsedDocument): Prose {
  const texts = blocks.filter(({ type }) => type === 'text').map(({ text }) => text);
  const raw = texts.join('\n').slice(0, longest);
  const text = withoutAccents(raw).toLowerCase();
  const tables = blocks.filter(({ type }) => type === 'table').map((block) => block.text);
  return {
    instructions: countInstructions(text),
    callsItselfRunbook: selfReference().test(text),
    namesItsAlert: alertReference().test(text.slice(0, opening)),
    dutyWords: distinct(text, dutyWord()),
    systemWords: distinct(text, systemWord),
    operatorCommands: blocks.filter(isOperatorCommand).length,
    operatorSteps: blocks.filter((block) => block.item !== undefined && isOperatorCommand(block)).length,
    developerCommands: blocks.filter(({ type, text: code }) => type === 'code' && developerCommandsIn(code) > 0).length,
    accounts: accounts().filter((pattern) => pattern.test(text)).length,
    prompts: countPrompts(`${raw}\n${tables.join('\n')}`.slice(0, longest)),
    explains: explanation.test(text),
    length: text.length,
    readable: knownLanguage().test(text),
  };
}

const selfReference = anyWord(({ itself }) => itself);

const alertReference = anyWord(({ alert }) => alert);

/** Words of people on duty; each matched once. */
const dutyWord = anyWord(({ duty }) => duty, 'g');

const systemWord = anyOf(
  [
    'clusters?',
    'nodes?',
    'pods?',
    'hosts?',
    'servers?',
    'instances?',
    'replicas?',
    'replication',
    'database',
    'backups?',
    'snapshots?',
    'disks?',
    'volumes?',
    'memory',
    'cpu',
    'latency',
    'queues?',
    'production',
    'staging',
    'certificates?',
    'secrets?',
    'credentials?',
    'dns',
    'load balancers?',
    'firewall',
    'logs',
    'prod',
    'fleet',
  ],
  'g',
);

const operatorLanguage = /^(?:promql|logql|psql|sql|mysql|kusto|kql|cypher)\b/;

/** Commands that stand in a list item or sentence. */
const inlineCode = /(?<!`)`([^`\n]+)`(?!`)/g;

function isOperatorCommand(block: Block): boolean {
  if (block.type === 'text') {
    return (
      block.item !== undefined &&
      matchesOf(inlineCode, block.text).some(([, code = '']) => operatorCommandsIn(`${code} `) > 0)
    );
  }
  if (block.type !== 'code') {
    return false;
  }
  return operatorLanguage.test(block.language ?? '') || operatorCommandsIn(block.text.slice(0, 4000)) > 0;
}

/** Turns of phrase of someone who tells what happened; each counts once. */
const accounts = once(() => {
  const { spaced } = plain(({ time }) => time.months.toLowerCase().replaceAll(',', '|'));
  const month = `(?:${spaced})`;
  return [
    /\bwe (?:experienced|suffered|had|saw|observed|noticed|were alerted|received) (?:\w+ ){0,4}(?:outages?|incidents?|downtime|disruptions?|degradation|errors?|issues?|reports?|alerts?)\b/,
    /\b(?:users?|customers?|clients?|requests?|visitors|services?|sites?) (?:were|was|could ?n.?t|could not|experienced|saw|reported|started|had been|failed)\b/,
    /\broot cause\b|\bcaused by\b|\bthe cause (?:was|of)\b/,
    /\bwas (?:restored|resolved|mitigated|rolled back|reverted|fixed|identified|discovered|deployed|restarted|detected)\b/,
    /\bwe (?:apologi[sz]e|are sorry|sincerely)\b/,
    new RegExp(
      `\\b(?:began|started|ended|occurred|resolved) (?:at|on|around) (?:approximately |about )?(?:\\d|${month})`,
      'u',
    ),
    // Digits are rarer than the words before them, so the search begins with the digits.
    /(?<=\b(?:at|around|by|until|from|between) ~?)\d{1,2}[:.h]\d{2}\b/,
    /(?<=\b(?:for|lasted|took|about|approximately|roughly) (?:about |approximately )?)\d+ ?(?:minutes?|mins?|hours?|hrs?|days?)\b/,
    /\blessons? learn(?:ed|t)\b|\bwent (?:well|wrong)\b|\bgot lucky\b/,
    /\bto (?:prevent|avoid) (?:this|it|a recurrence|such|similar|these|future)\b|\b(?:going|moving) forward\b/,
    new RegExp(
      `\\bon(?: \\w+,?)? (?:\\d{1,2}(?:st|nd|rd|th)? )?${month}(?![\\p{L}\\p{N}])|\\bon \\d{4}-\\d{2}-\\d{2}\\b`,
      'u',
    ),
    // Phrases about a past incident in each other language.
    ...languages
      .filter(({ kind }) => kind.accounts !== '')
      .map((language) => new RegExp(whole(plain((other) => (other === language ? other.kind.accounts : ''))), 'u')),
  ];
});

/** Brackets, not of a link, with what is to be written in their place; and patterns of dates and times. */
const prompts = once(() => [
  new RegExp(`\\[[^\\]\\n]{0,60}?${whole(written(({ grammar }) => grammar.blanks))}[^\\]\\n]{0,60}\\](?![([:])`, 'giu'),
  /\[[A-Z][\p{Lu}0-9_ ]{3,60}\](?![([:])/gu,
  /\b(?:HH:MM|YYYY-MM-DD|hh:mm|yyyy-mm-dd|YYYY\/MM\/DD|DD\/MM\/YYYY)\b/g,
]);

const explanation = anyOf([
  '(?:this|the) (?:document|page|article|guide|post|section|tutorial|chapter) (?:\\w+ )?(?:tries to explain|explains|discusses|defines|introduces|outlines our|describes (?:our|the (?:architecture|design|process|roles?|tasks and duties)|how (?:we|the|our)))',
  'in this (?:tutorial|article|blog post|post|chapter)',
  'you will learn',
  'learning objectives',
  'we define an? \\w+ as',
]);

/** Common words of the languages whose instructions `instruction` knows. */
const knownLanguage = anyWord(({ everyday }) => everyday);

/** Words before the verb of an instruction: "Then", "Please", "You should". */
const lead =
  /^(?:(?:\d+[.)]|step \d+:?|please|then|now|first(?:ly)?|second(?:ly)?|next|finally|also|and|otherwise|either|always|simply|just|manually|immediately|temporarily|carefully|optionally|alternatively|again|you (?:can|could|should|must|may|might|need to|have to|will need to|may need to|want to)|be sure to|try to|remember to|dont|don't|do not|never)[\s,:]+){0,3}/;
const condition = once(
  () => new RegExp(`^(?:${plain(({ kind }) => kind.condition).spaced})\\s[^,\\n]{1,110},\\s*`, 'u'),
);

/** The verb at the beginning of an instruction. */
const instruction = anyWord(({ verbs }) => verbs, 'y');

/** Instructions that show at their end: German infinitives, Japanese verbs. */
const lateInstruction = once(() => new RegExp(`${anywhere(plain(({ kind }) => kind.lateVerbs))}[。.!！)）]?$`, 'u'));

function countInstructions(text: string): number {
  let count = 0;
  for (const sentence of text.split(/\n|(?<=[.!?:;。])\s+|(?<=。)/u)) {
    count += isInstruction(sentence) ? 1 : 0;
  }
  return count;
}

/** Returns whether a sentence tells the reader to do something. */
export function isInstruction(sentence: string): boolean {
  const bare = sentence
    .slice(0, 400)
    .replace(/[*_`~"“”]+/g, '')
    .replace(/^[\s\p{P}\p{S}]+/u, '')
    .trimEnd();
  if (bare.length < 4) {
    return false;
  }
  const clause = bare.replace(condition(), '').replace(lead, '');
  return matchAt(instruction(), clause, 0) !== undefined || lateInstruction().test(bare);
}

function countPrompts(text: string): number {
  const places = prompts().flatMap((pattern) => matchesOf(pattern, text).map(({ index }) => index));
  return new Set(places).size;
}

function distinct(text: string, pattern: RegExp): number {
  return new Set(matchesOf(pattern, text).map(([word]) => word.replace(/e?s$/, ''))).size;
}
