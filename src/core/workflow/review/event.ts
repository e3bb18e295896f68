import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { fold } from '../../text/plain-text.ts';
import type { Author } from '../../ports.ts';
import type { TeamWords } from '../../team/settings.ts';
import { agenda } from './agenda.ts';
import { canBeInvited, participantsOf, type Participant } from './people.ts';

/** An address that an invitation goes to. */
export interface Address {
  readonly name: string;
  readonly email: string;
}

/** A retrospective for a calendar. */
export interface RetrospectiveEvent {
  /** The same for each date that is set for one record, so that calendars take a later one as a change. */
  readonly uid: string;
  /** Revision of the event, from 0. It grows by one each time the event is made again. */
  readonly sequence: number;
  readonly title: string;
  readonly start: Date;
  readonly minutes: number;
  /** Plain text of several lines. */
  readonly description: string;
  /** Who calls the meeting; without one nobody can be invited by the file. */
  readonly organizer?: Address;
  readonly attendees: readonly Address[];
}

/** Input for the event of a retrospective that the record does not contain. */
export interface EventRequest {
  readonly start: Date;
  readonly minutes: number;
  /** The address at which the record can be read: a path or link. */
  readonly address: string;
  readonly words: TeamWords;
  /** People whose addresses are known. */
  readonly known: readonly Author[];
  /** Who is at the keyboard. */
  readonly organizer?: Author | undefined;
  /** The event that is in the file already; it is changed. */
  readonly previous?: KnownEvent | undefined;
}

/**
 * Returns the retrospective of a record, with an agenda drawn from it. Those who have a part in the record are invited where their
 * addresses are known; the others are named in the description.
 */
export function retrospectiveEvent(document: CatalogDocument, request: EventRequest): RetrospectiveEvent {
  const { start, minutes, address, words, known, previous } = request;
  const organizer = addressOf(request.organizer);
  const people = participantsOf(document, words, known);
  const invited = organizer === undefined ? [] : people.flatMap((person) => addressOf(person) ?? []);
  const others = people.filter(({ email }) => organizer === undefined || email === undefined);
  const uninvited =
    others.length === 0 ? [] : ['', 'Not invited by this file. Please invite them too:', ...others.map(personText)];
  return {
    uid: previous?.uid ?? uidOf(document),
    sequence: previous === undefined ? 0 : previous.sequence + 1,
    title: `Retrospective: ${fold(document.title)}`,
    start,
    minutes,
    description: [agenda(document, address), ...uninvited].join('\n'),
    ...(organizer && { organizer }),
    attendees: invited.filter(({ email }, index) => invited.findIndex((other) => other.email === email) === index),
  };
}

function personText({ name, roles, email }: Participant): string {
  const beside = [...roles, ...(email === undefined ? [] : [email])];
  return `- ${name}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}`;
}

function addressOf(person: { readonly name: string; readonly email?: string } | undefined): Address | undefined {
  return person?.email !== undefined && canBeInvited(person.email)
    ? { name: person.name, email: person.email }
    : undefined;
}

/** Records of different repositories may have one path, but seldom one date as well. */
function uidOf(document: CatalogDocument): string {
  const { date = 'undated' } = document.metadata;
  // Half characters cannot be encoded.
  const path = pathFromTop(document).replace(/\p{Surrogate}/gu, '_');
  return `retrospective-${date}-${encodeURIComponent(path)}@runbook-lens`;
}

/** The content of a calendar file about its event. */
export interface KnownEvent {
  readonly uid: string;
  readonly sequence: number;
  /** Absent if it is not given in UTC. */
  readonly start?: Date;
}

/** Returns the event of a calendar file; undefined for what is not a calendar file, or one without an event. */
export function readEvent(text: string): KnownEvent | undefined {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n');
  const from = lines.indexOf('BEGIN:VEVENT');
  const to = lines.indexOf('END:VEVENT');
  const event = from === -1 || to < from ? [] : lines.slice(from, to);
  const valueOf = (name: string): string | undefined =>
    event.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  const uid = valueOf('UID')?.trim();
  if (uid === undefined || uid === '') {
    return undefined;
  }
  const sequence = Number(/^\d{1,9}$/.exec(valueOf('SEQUENCE') ?? '')?.[0] ?? 0);
  const [, date = '', time = ''] = /^(\d{8})T(\d{6})Z$/.exec(valueOf('DTSTART') ?? '') ?? [];
  const start = new Date(
    `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`,
  );
  return { uid, sequence, ...(!Number.isNaN(start.getTime()) && { start }) };
}
