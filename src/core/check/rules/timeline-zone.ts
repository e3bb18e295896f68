import { boolean, description, optional, pipe } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import { type Neighbourhood, customShare, fewestNeighbours } from '../../convention/neighbourhood.ts';
import type { Timeline } from '../../record/timeline/entry.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { tellsZone } from '../../record/timeline/told-zone.ts';
import { optionsOf, type Report, type Rule } from './rule.ts';

/** If a smaller share of the neighbours states a zone, the team does not use zones. */
const rareShare = 0.2;

const options = {
  always: optional(
    pipe(boolean(), description('Report timelines without a time zone even if the postmortems around them have none.')),
    false,
  ),
};

/** Reports a timeline with clock times but without a time zone. */
export const timelineZone: Rule = {
  id: 'timeline-zone',
  summary: 'A timeline does not state its time zone.',
  defaultSeverity: 'information',
  options,

  *check(context): Iterable<Report> {
    const { document, neighbourhood } = context;
    const bare = readTimelines(document).filter((timeline) => hasClocks(timeline) && !tellsZone(document, timeline));
    if (bare.length === 0) {
      return;
    }
    const { total, stating } = countNeighbours(document, neighbourhood);
    const known = total >= fewestNeighbours - 1;
    const share = stating / Math.max(1, total);
    if (known && share < rareShare && !optionsOf(timelineZone, options, context).always) {
      return;
    }
    const usual = known && share >= customShare;
    const place = neighbourhood.folder === '' ? 'this repository' : `${neighbourhood.folder}/`;
    const evidence = usual ? ` (${stating} of ${total} other postmortems with times in ${place} state one)` : '';
    // Without neighbours that show a custom, times that only look like a timeline, such as a log, are none.
    const told = usual ? bare : bare.filter(({ named }) => named);
    // One report is enough for a log of many incidents.
    const [first] = told;
    if (first !== undefined) {
      yield {
        range: first.titleRange,
        about: '',
        message: `${told.length === 1 ? 'The timeline does not state its' : `${told.length} timelines in this document do not state their`} time zone${evidence}`,
        ...(!usual && { severity: 'hint' }),
      };
    }
  },
};

/** A single clock time is compared with nothing, so it needs no zone. */
function hasClocks({ entries }: Timeline): boolean {
  return entries.filter(({ clock }) => clock !== undefined).length >= 2;
}

function countNeighbours(document: CatalogDocument, { documents }: Neighbourhood): { total: number; stating: number } {
  const timelines = documents
    .filter(({ uri }) => uri !== document.uri)
    .flatMap((other) => {
      const timeline = readTimelines(other).find(hasClocks);
      return timeline === undefined ? [] : [tellsZone(other, timeline)];
    });
  return { total: timelines.length, stating: timelines.filter(Boolean).length };
}
