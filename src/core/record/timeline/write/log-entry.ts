import type { CatalogDocument } from '../../../document/document.ts';
import type { ExpectedSection } from '../../../team/templates/template.ts';
import type { TextEdit } from '../../../text/edit.ts';
import { escapeMarkup } from '../../../text/escape.ts';
import { UserError } from '../../../util/user-error.ts';
import { tellsIncident } from '../../../vocabulary/kind.ts';
import type { Timeline } from '../entry.ts';
import { readTimelines } from '../read.ts';
import { documentZone } from '../stated-zone.ts';
import { besideEntries } from './beside-entries.ts';
import { firstInSection, inNewSection } from './first-entry.ts';
import type { NewEntry } from './new-entry.ts';
import { working } from './read-back.ts';
import { styleOf, timeText } from './time-style.ts';

/**
 * Returns edits that add an entry to the timeline of a record: in the shape, zone and time format of the timeline, in order of time. A
 * timeline without entries gets its first one in its table, or as a list. A record without a timeline gets one. The result is read back:
 * the new entry is there as meant, and every other entry is unchanged. Throws a UserError if that is not possible.
 * @param expected sections of the record, in order, for the place of a new timeline.
 */
export function logEntry(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[] = [],
): readonly TextEdit[] {
  return entryAdded(document, entry, expected).edits;
}

/** Like `logEntry`, with the record as it is then. */
export function entryAdded(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[] = [],
): { readonly edits: readonly TextEdit[]; readonly after: CatalogDocument } {
  if (!tellsIncident(document)) {
    throw new UserError(`${document.path} is not an incident record, so it has no timeline.`);
  }
  // At each place the text as it is, else with its markup escaped, so that none takes what comes after it along.
  const ways = [entry, { ...entry, text: escapeMarkup(entry.text) }].map((each) =>
    candidates(document, each, expected),
  );
  for (let found = ways.map((way) => way.next()); found.some(({ done }) => done !== true);) {
    for (const { value: edits } of found) {
      const after = edits === undefined ? undefined : working(document, edits, entry);
      if (edits !== undefined && after !== undefined) {
        return { edits, after };
      }
    }
    found = ways.map((way) => way.next());
  }
  throw new UserError(
    `The entry could not be added to the timeline of ${document.path} without changing other entries. Add it by hand: ${timeText(entry.at, styleOf(undefined, 'UTC', true), true)} ${entry.text}`,
  );
}

/** Returns the zone for the time of a new entry, and for a time without a zone; UTC if the record states none. */
export function zoneOfEntries(document: CatalogDocument): string {
  const timeline = timelineToExtend(document);
  const zone = timeline?.entries.at(-1)?.zone ?? timeline?.zone ?? documentZone(document);
  return styleOf(undefined, zone, true).zone;
}

/** Ways to write the entry, best first. */
function* candidates(
  document: CatalogDocument,
  entry: NewEntry,
  expected: readonly ExpectedSection[],
): Generator<readonly TextEdit[], undefined> {
  const { lines } = document;
  const timeline = timelineToExtend(document);
  if (timeline !== undefined && timeline.entries.length > 0) {
    yield* besideEntries(document, lines, timeline, entry);
  }
  for (const index of document.keys.get('timeline') ?? []) {
    yield* firstInSection(document, lines, index, entry);
  }
  yield* inNewSection(document, lines, entry, expected);
  return undefined;
}

/** The one by name, else the longest. */
function timelineToExtend(document: CatalogDocument): Timeline | undefined {
  return readTimelines(document).toSorted(
    (a, b) => Number(b.named) - Number(a.named) || b.entries.length - a.entries.length,
  )[0];
}
