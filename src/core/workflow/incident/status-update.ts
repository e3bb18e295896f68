import type { CatalogDocument } from '../../document/document.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { durationText } from '../../time/duration.ts';
import { instantOfEntry } from '../../time/instant.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { sentences } from './changes.ts';
import type { Incident } from './incident.ts';
import { isAboutTheResponse } from '../../record/own-entries.ts';

/** A status update. */
export interface StatusUpdate {
  readonly know: string;
  readonly doing: string;
  readonly need: string;
  /** When the next one comes, as written. */
  readonly next: string;
}

/** Returns a draft of an update from the record: the known impact and the latest action. */
export function suggestUpdate(incident: Incident): Omit<StatusUpdate, 'next'> {
  return { know: impactOf(incident.document), doing: lastEntry(incident.document), need: '' };
}

/** Returns an update as a message of its own. */
export function updateMessage(incident: Incident, update: StatusUpdate, now: Date): string {
  const { document, phase, started } = incident;
  const { severity, status } = document.metadata;
  const since = started === undefined ? [] : [durationText((now.getTime() - started.getTime()) / 60_000)];
  const head = `${severity === undefined ? '' : `[${severity}] `}${document.title} (${[status ?? phase, ...since].join(', ')})`;
  return [head, ...linesOf(update)].join('\n');
}

/** Returns an update as an entry of the timeline. */
export function updateEntry(update: StatusUpdate): string {
  return sentences(['Status update', ...linesOf(update)]).replace('Status update.', 'Status update:');
}

function linesOf({ know, doing, need, next }: StatusUpdate): string[] {
  return [
    ['What we know', know],
    ['What we are doing', doing],
    ['What we need', need],
    ['Next update', next],
  ].flatMap(([name = '', text = '']) => (text.trim() === '' ? [] : [`${name}: ${text.trim()}`]));
}

/** The first paragraph under the impact, or else the summary, where something has been written. */
function impactOf(document: CatalogDocument): string {
  for (const key of ['impact', 'summary'] as const) {
    for (const section of sectionsWith(document, [key])) {
      const block = document.blocks.find(
        ({ type, firstLine }) =>
          type === 'text' && firstLine > section.titleRange.end.line && firstLine <= section.range.end.line,
      );
      if (section.state === 'written' && block !== undefined) {
        return visibleText(inlineOf(block, document));
      }
    }
  }
  return '';
}

/** Returns the last entry about the system itself, without the name of its author; empty if there is none. */
function lastEntry(document: CatalogDocument): string {
  const entries = readTimelines(document)
    .flatMap(({ entries: all }) => all)
    .filter(({ text }) => !isAboutTheResponse(text))
    .toSorted((a, b) => (instantOfEntry(a)?.getTime() ?? 0) - (instantOfEntry(b)?.getTime() ?? 0));
  return (entries.at(-1)?.text ?? '').replace(/ \([\p{Lu}][^()\d]{1,60}\)$/u, '');
}
