import type { CatalogDocument } from '../../document/document.ts';
import { othersOf, siblingsOf } from '../../convention/others.ts';
import { customShare, type Neighbourhood } from '../../convention/neighbourhood.ts';
import type { ActionItem } from './item.ts';
import { workOf } from './work.ts';

/** Whether items usually have a property, and the evidence in words. */
export interface Habit {
  readonly strong: boolean;
  readonly evidence: string;
}

/** Half of a document's items show what their author means to say of each; a third gives a hint of it. */
const ownShare = 0.5;
const hintShare = 1 / 3;
/** One item alone shows no habit. */
const fewestHere = 2;
/** Fewer items or documents than this show no custom. */
const fewestItems = 10;
const fewestDocuments = 3;
/**
 * Least number of items in nearby documents that show, if all of them lack the property, that the folder does without
 * it.
 */
const fewestNear = 3;

/** Returns whether the items of a document, or of its neighbours, usually have a property; undefined if nothing shows it. */
export function habitOf(
  document: CatalogDocument,
  neighbourhood: Neighbourhood,
  has: (item: ActionItem) => boolean,
): Habit | undefined {
  const own = workOf(document);
  const having = own.filter(has).length;
  const here = `${having} of the ${own.length} action items here ${having === 1 ? 'has' : 'have'} one`;
  if (having >= fewestHere && having >= ownShare * own.length) {
    return { strong: true, evidence: here };
  }
  const nearest = siblingsOf({ document, neighbourhood }).flatMap((other) => workOf(other));
  const unusualHere = nearest.length >= fewestNear && !nearest.some(has);
  const others = othersOf({ document, neighbourhood })
    .map((other) => workOf(other))
    .filter(({ length }) => length > 0);
  const items = others.flat();
  const share = items.filter(has).length / Math.max(1, items.length);
  if (!unusualHere && others.length >= fewestDocuments && items.length >= fewestItems && share >= customShare) {
    const place = neighbourhood.folder === '' ? 'this repository' : `${neighbourhood.folder}/`;
    return {
      strong: true,
      evidence: `${items.filter(has).length} of ${items.length} action items in the other postmortems in ${place} have one`,
    };
  }
  return having > 0 && having >= hintShare * own.length ? { strong: false, evidence: here } : undefined;
}
