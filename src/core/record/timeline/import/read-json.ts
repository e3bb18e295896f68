import type { MessageSource, RawMessage } from './message.ts';
import { isNoise } from './read-chat.ts';
import { htmlText, slackText, tidied } from './tidy.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Maximum depth of messages in the structure of an export. */
const deepest = 6;

/**
 * Returns the messages of a JSON export: of a channel from Slack, log entries, incidents, notes and webhooks from PagerDuty, messages from
 * Teams, and lists of things with a time and a text. Undefined if the text is no JSON.
 */
export function readJson(text: string): { source: MessageSource; messages: RawMessage[] } | undefined {
  const value = parsed(text);
  if (value === undefined) {
    return undefined;
  }
  const found = [...thingsIn(value, 0)];
  const names = namesIn(found);
  const told = found.flatMap((thing) => slackMessage(thing, names) ?? logEntry(thing) ?? plainMessage(thing) ?? []);
  const messages = told.map(({ message }) => message);
  return {
    source: told[0]?.source ?? 'json',
    messages: messages.every(({ instant }) => instant !== undefined)
      ? messages.toSorted((a, b) => (a.instant ?? 0) - (b.instant ?? 0))
      : messages,
  };
}

/** A JSON text, or one with a JSON text on each line. */
function parsed(text: string): unknown {
  const told = text.replace(/^\ufeff/, '').trim();
  if (!/^[[{]/.test(told)) {
    return undefined;
  }
  try {
    return JSON.parse(told);
  } catch {
    try {
      return told.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
    } catch {
      return undefined;
    }
  }
}

/** The things with a time and a text, wherever they are. */
function* thingsIn(value: unknown, depth: number): Generator<Fields> {
  if (depth > deepest) {
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* thingsIn(item, depth + 1);
    }
  } else if (isFields(value)) {
    const inner = [
      'log_entries',
      'messages',
      'incidents',
      'notes',
      'value',
      'entries',
      'items',
      'events',
      'data',
      'timeline',
    ];
    const lists = inner.filter((name) => Array.isArray(value[name]));
    const wraps = ['incident', 'event', 'message', 'log_entry'].filter((name) => isFields(value[name]));
    const own = timeOf(value) !== undefined && textOf(value) !== '';
    if (own) {
      yield value;
    }
    for (const name of lists) {
      yield* thingsIn(value[name], depth + 1);
    }
    for (const name of own ? [] : wraps) {
      yield* thingsIn(value[name], depth + 1);
    }
  }
}

interface Told {
  readonly source: MessageSource;
  readonly message: RawMessage;
}

function slackMessage(thing: Fields, names: ReadonlyMap<string, string>): Told | undefined {
  const ts = field(thing, 'ts');
  if (!/^\d{9,11}(?:\.\d+)?$/.test(ts)) {
    return undefined;
  }
  const attached = Array.isArray(thing['attachments']) ? thing['attachments'].filter(isFields) : [];
  const text = field(thing, 'text') || attached.map((each) => field(each, 'fallback') || field(each, 'text')).join(' ');
  const user = field(thing, 'user');
  const person =
    profileName(thing) || names.get(user) || field(thing, 'username') || field(thing, 'bot_profile', 'name') || user;
  const noise = /^(?:channel|group|pinned|reminder|huddle|bot_add|bot_remove)/.test(field(thing, 'subtype'));
  return { source: 'slack', message: made(Math.floor(Number(ts) * 1000), '', person, slackText(text, names), noise) };
}

/** An entry of a log, an incident, a note or an event of PagerDuty. */
function logEntry(thing: Fields): Told | undefined {
  const type = field(thing, 'type') || field(thing, 'event_type');
  const note = field(thing, 'content');
  const isLog = /_log_entry(?:_reference)?$|^incident(?:\.|$|_)/.test(type);
  const isNote = note !== '' && isFields(thing['user']) && field(thing, 'created_at') !== '';
  if (!isLog && !isNote) {
    return undefined;
  }
  const person =
    [field(thing, 'agent', 'summary'), field(thing, 'user', 'summary'), field(thing, 'agent', 'name')].find(Boolean) ??
    '';
  const channel =
    field(thing, 'channel', 'content') || field(thing, 'channel', 'summary') || field(thing, 'channel', 'subject');
  const subject =
    field(thing, 'data', 'title') || field(thing, 'data', 'content') || field(thing, 'event_details', 'description');
  const summary = field(thing, 'summary') || field(thing, 'title') || eventName(type);
  const about = [channel, subject].find((each) => each !== '' && !summary.includes(each)) ?? '';
  const text = isNote ? note : type.startsWith('annotate') && channel !== '' ? channel : withSubject(summary, about);
  const noise = /^(?:notify|snooze|repeat_escalation|exhaust|reach)/.test(type);
  const when = field(thing, 'created_at') || field(thing, 'occurred_at');
  return { source: 'pagerduty', message: made(undefined, when, text.includes(person) ? '' : person, text, noise) };
}

/** "incident.priority_updated" as words. */
function eventName(type: string): string {
  const words = type.replace(/^incident\./, '').replaceAll(/[_.]/g, ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

function withSubject(summary: string, subject: string): string {
  return subject === '' ? summary : `${summary.replace(/\.$/, '')}: ${subject}`;
}

/** Anything else with a time and a text, as Teams and other programs write it. */
function plainMessage(thing: Fields): Told | undefined {
  const time = timeOf(thing);
  if (time === undefined) {
    return undefined;
  }
  const person =
    field(thing, 'from', 'user', 'displayName') ||
    field(thing, 'from', 'application', 'displayName') ||
    personFields
      .map((name) => field(thing, name) || field(thing, name, 'summary') || field(thing, name, 'name'))
      .find(Boolean) ||
    '';
  const html = field(thing, 'body', 'contentType') === 'html' || /<(?:p|div|br)\b/i.test(textOf(thing));
  const text = html ? htmlText(textOf(thing)) : textOf(thing);
  const isTeams = field(thing, 'createdDateTime') !== '';
  const system = field(thing, 'messageType').startsWith('system');
  return { source: isTeams ? 'teams' : 'json', message: made(time.instant, time.when, person, text, system) };
}

const timeFields = [
  'created_at',
  'createdAt',
  'createdDateTime',
  'occurred_at',
  'timestamp',
  'ts',
  'time',
  'datetime',
  'date',
  'at',
  'started_at',
];
const personFields = [
  'author',
  'user',
  'agent',
  'sender',
  'from',
  'owner',
  'name',
  'who',
  'actor',
  'username',
  'displayName',
];
const textFields = [
  'summary',
  'text',
  'content',
  'message',
  'note',
  'description',
  'event',
  'title',
  'what',
  'body',
  'details',
];

function timeOf(thing: Fields): { readonly instant?: number; readonly when: string } | undefined {
  for (const name of timeFields) {
    const value = thing[name];
    const instant = epoch(value);
    if (instant !== undefined) {
      return { instant, when: '' };
    }
    if (typeof value === 'string' && /\d/.test(value)) {
      return { when: value };
    }
  }
  return undefined;
}

function textOf(thing: Fields): string {
  const type = field(thing, 'event_type');
  return textFields.map((name) => field(thing, name) || field(thing, name, 'content')).find(Boolean) ?? type;
}

/** Returns the milliseconds since 1970 of a number of seconds, milliseconds or microseconds; undefined if it is none of this century. */
export function epoch(value: unknown): number | undefined {
  const number =
    typeof value === 'number'
      ? value
      : typeof value === 'string' && /^\d{9,16}(?:\.\d+)?$/.test(value)
        ? Number(value)
        : 0;
  const scale = [1000, 1, 1e-3].find((each) => number * each >= 946_684_800_000 && number * each < 4_102_444_800_000);
  return scale === undefined ? undefined : Math.round(number * scale);
}

function made(instant: number | undefined, when: string, person: string, said: string, noise: boolean): RawMessage {
  const told = tidied(said.split(/\r?\n/));
  return {
    when,
    ...(instant !== undefined && { instant }),
    ...(person.trim() !== '' && { person: person.trim() }),
    ...told,
    noise: noise || isNoise(told.text),
  };
}

/** Names of people by their ids, where messages state both. */
function namesIn(things: readonly Fields[]): ReadonlyMap<string, string> {
  return new Map(
    things
      .map((thing) => [field(thing, 'user'), profileName(thing)] as const)
      .filter(([id, name]) => id !== '' && name !== ''),
  );
}

function profileName(thing: Fields): string {
  return field(thing, 'user_profile', 'real_name') || field(thing, 'user_profile', 'display_name');
}

/** The text of a field; empty if there is none. */
function field(thing: Fields, ...path: readonly string[]): string {
  const found = path.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), thing);
  return typeof found === 'string' ? found : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
