import { inlineOf } from '../../document/inline.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { isAboutTheResponse } from '../../record/own-entries.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { visibleText } from '../../text/inline.ts';
import { shortened } from '../../text/shorten.ts';
import { instantOfEntry } from '../../time/instant.ts';
import { purposeOf } from '../lessons/verbs.ts';

/** The fix that ended an incident, according to its record. */
export interface IncidentFix {
  readonly text: string;
  /** The line that contains it. 0-based. */
  readonly line: number;
}

/** In characters. */
const longestFix = 160;

/**
 * Returns what ended an incident: the beginning of the section about the resolution, else the last entry of the timeline
 * that tells of a step against it. Undefined if the record tells neither.
 */
export function whatFixed(document: CatalogDocument): IncidentFix | undefined {
  return fixInSection(document) ?? fixInTimeline(document);
}

function fixInSection(document: CatalogDocument): IncidentFix | undefined {
  for (const section of sectionsWith(document, ['resolution', 'mitigation'])) {
    const block = document.blocks.find(
      ({ type, firstLine }) =>
        type === 'text' && firstLine > section.titleRange.end.line && firstLine <= section.range.end.line,
    );
    const text = block === undefined ? '' : visibleText(inlineOf(block, document)).replaceAll(/\s+/g, ' ').trim();
    if (section.state === 'written' && block !== undefined && text !== '') {
      return { text: shortened(text, longestFix), line: block.firstLine };
    }
  }
  return undefined;
}

function fixInTimeline(document: CatalogDocument): IncidentFix | undefined {
  const steps = readTimelines(document)
    .flatMap(({ entries }) => entries)
    .filter(({ text }) => !isAboutTheResponse(text) && purposeOf(text) === 'acting')
    .toSorted((a, b) => (instantOfEntry(a)?.getTime() ?? 0) - (instantOfEntry(b)?.getTime() ?? 0));
  const last = steps.at(-1);
  return last === undefined ? undefined : { text: shortened(last.text, longestFix), line: last.range.start.line };
}
