import type { CatalogDocument } from '../../../document/document.ts';
import type { ExpectedSection } from '../../../team/templates/template.ts';
import type { Lines } from '../../../text/lines.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { instantOf, instantOfEntry } from '../../../time/instant.ts';
import { UserError } from '../../../util/user-error.ts';
import { readTimelines } from '../read.ts';
import { entryAdded } from '../write/log-entry.ts';
import type { NewEntry } from '../write/new-entry.ts';
import type { ImportedMessage } from './message.ts';
import { asWritten } from './as-written.ts';

/** Maximum difference between the times of one event in two places, in minutes. */
const sameEvent = 2;
/** A text this long is known by a part. In letters and digits. */
const longEnough = 8;

/** See `importEntries`. */
export interface ImportOptions {
  readonly expected?: readonly ExpectedSection[];
  readonly again?: ReadonlySet<ImportedMessage>;
}

/** The changes of an import. */
export interface Import {
  readonly edits: readonly TextEdit[];
  /** The messages that get an entry, in order of time. */
  readonly added: readonly ImportedMessage[];
  /** Those that no place could be found for without changing other entries. */
  readonly failed: readonly ImportedMessage[];
}

/** Returns the instant of a message; undefined if its day is not known. @param zone of messages that state none. */
export function instantOfMessage({ instant, date, clock, zone: own }: ImportedMessage, zone: string): Date | undefined {
  if (instant !== undefined) {
    return new Date(instant);
  }
  return date === undefined
    ? undefined
    : (instantOf({ date, clock, zone: own ?? zone }) ?? instantOf({ date, clock, zone }));
}

/**
 * Returns which messages a timeline has: in the same minute with the same text or one that contains it, or with the same text within two
 * minutes. A message that another one of them repeats counts as there too.
 */
export function knownMessages(
  document: CatalogDocument,
  messages: readonly ImportedMessage[],
  zone: string,
): ReadonlySet<ImportedMessage> {
  const there = readTimelines(document).flatMap(({ entries }) =>
    entries.flatMap((entry): Known[] => {
      const at = entry.clock && instantOfEntry(entry);
      return at === undefined ? [] : [{ minute: minuteOf(at), text: bare(entry.text), names: [''] }];
    }),
  );
  const known = new Set<ImportedMessage>();
  for (const message of messages) {
    const at = instantOfMessage(message, zone);
    if (at !== undefined) {
      const { text, person = '' } = message;
      const names = [bare(person), ''];
      const own: Known = { minute: minuteOf(at), text: bare(asWritten(text)), names };
      if (there.some((other) => isSame(own, other))) {
        known.add(message);
      } else {
        there.push({ ...own, names: [bare(person)] });
      }
    }
  }
  return known;
}

interface Known {
  readonly minute: number;
  readonly text: string;
  /** Of who said it; an entry has the name in its text. */
  readonly names: readonly string[];
}

function isSame(message: Known, other: Known): boolean {
  const apart = Math.abs(message.minute - other.minute);
  const [name = ''] = message.names;
  const [whose = ''] = other.names;
  if (apart > sameEvent) {
    return false;
  }
  if (whose !== '') {
    return whose === name && other.text === message.text;
  }
  const { text } = message;
  return (
    [text, `${text}${name}`, `${name}${text}`].includes(other.text) ||
    (apart === 0 &&
      ((text.length >= longEnough && other.text.includes(text)) ||
        (other.text.length >= longEnough && text.includes(other.text))))
  );
}

/** Minutes since 1970. */
function minuteOf(at: Date): number {
  return Math.floor(at.getTime() / 60_000);
}

/** Letters and digits alone: what is left of a text whatever the marks around it. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/**
 * Returns edits that add messages to the timeline of a record, in its shape and order; see `logEntry`. What is there already, and what
 * has no day, is left out. All other text stays as it is.
 * @param zone of messages that state none.
 * @param options `expected` are the sections of the record, for the place of a new timeline; `again` are messages to add though they are there.
 */
export function importEntries(
  document: CatalogDocument,
  messages: readonly ImportedMessage[],
  zone: string,
  options: ImportOptions = {},
): Import {
  const steps = importSteps(document, messages, zone, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) {
      return value;
    }
  }
}

/** Like `importEntries`, in steps of one message, between which the caller may do something else. */
export function* importSteps(
  document: CatalogDocument,
  messages: readonly ImportedMessage[],
  zone: string,
  { expected = [], again }: ImportOptions = {},
): Generator<undefined, Import> {
  const inOrder = messages
    .map((message) => ({ message, at: instantOfMessage(message, zone) }))
    .filter((each): each is { message: ImportedMessage; at: Date } => each.at !== undefined)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const known = knownMessages(
    document,
    inOrder.map(({ message }) => message),
    zone,
  );
  const pieces = new Pieces(document.text);
  const added: ImportedMessage[] = [];
  const failed: ImportedMessage[] = [];
  let current = document;
  for (const { message, at } of inOrder.filter(
    (each) => !known.has(each.message) || again?.has(each.message) === true,
  )) {
    yield undefined;
    const step = withMessage(current, message, at, expected);
    if (step === undefined) {
      failed.push(message);
    } else {
      pieces.apply(current.lines, step.edits);
      current = step.after;
      added.push(message);
    }
  }
  return { edits: pieces.edits(document.lines), added, failed };
}

/** The record with one message: its text as it is, or in quotation marks where it would be read as something else. */
function withMessage(
  document: CatalogDocument,
  { text, person }: ImportedMessage,
  at: Date,
  expected: readonly ExpectedSection[],
): ReturnType<typeof entryAdded> | undefined {
  const entry: NewEntry = { at, text: asWritten(text), author: person === undefined ? undefined : asWritten(person) };
  for (const each of [entry, { ...entry, text: `“${entry.text}”` }]) {
    try {
      return entryAdded(document, each, expected);
    } catch (error) {
      if (!(error instanceof UserError)) {
        throw error;
      }
    }
  }
  return undefined;
}

/** A part of a text that stays, or one that is new. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string };

/** A text that changes step by step, and the edits from its first state to its last. */
class Pieces {
  readonly #first: string;
  #pieces: readonly Piece[];

  constructor(text: string) {
    this.#first = text;
    this.#pieces = [{ from: 0, to: text.length }];
  }

  /** Applies edits of the present text, which do not overlap. @param lines of the present text. */
  apply(lines: Lines, edits: readonly TextEdit[]): void {
    const placed = edits
      .map(({ range, newText }) => ({ from: lines.offsetAt(range.start), to: lines.offsetAt(range.end), newText }))
      .toSorted((a, b) => b.from - a.from || b.to - a.to);
    for (const { from, to, newText } of placed) {
      this.#pieces = [...this.#slice(0, from), { text: newText }, ...this.#slice(to, Infinity)];
    }
  }

  edits(lines: Lines): TextEdit[] {
    const edits: TextEdit[] = [];
    let done = 0;
    let newText = '';
    for (const piece of [...this.#pieces, { from: this.#first.length, to: this.#first.length }]) {
      if ('text' in piece) {
        newText += piece.text;
      } else {
        if (newText !== '' || piece.from > done) {
          edits.push({ range: { start: lines.positionAt(done), end: lines.positionAt(piece.from) }, newText });
        }
        newText = '';
        done = piece.to;
      }
    }
    return edits;
  }

  #slice(start: number, end: number): Piece[] {
    let at = 0;
    return this.#pieces.flatMap((piece): Piece[] => {
      const length = this.#textOf(piece).length;
      const [from, to] = [Math.max(0, start - at), Math.min(length, end - at)];
      at += length;
      if (from >= to) {
        return [];
      }
      return 'text' in piece
        ? [{ text: piece.text.slice(from, to) }]
        : [{ from: piece.from + from, to: piece.from + to }];
    });
  }

  #textOf(piece: Piece): string {
    return 'text' in piece ? piece.text : this.#first.slice(piece.from, piece.to);
  }
}
