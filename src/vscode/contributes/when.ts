import { documentKinds, kindTraits, type Matter } from '../../core/index.ts';
import { kindIds, settingsSection, type ContextKeys, type ViewId } from '../ids.ts';

/** A context key, which must be one that the extension sets. */
export function key<Key extends keyof ContextKeys>(name: Key): Key {
  return name;
}

/** In one view. */
export function inView(id: ViewId): string {
  return `view == ${id}`;
}

const plurals = documentKinds.map((kind) => kindIds(kind).settings).join('|');

/** In the view of any kind of document. */
export const inTrees = `view =~ /^${settingsSection}\\.(?:${plurals})$/`;

/** On a document of any kind, or on one of some groups, in such a view. */
export function onDocument(...groups: readonly string[]): string {
  return `${inTrees} && viewItem =~ /^(${[...documentKinds, ...groups].join('|')})$/`;
}

/** On one of some items of a view: a view item that is called so, or a pattern for several. */
export function onItem(view: string, item: string | RegExp): string {
  return `${view} && viewItem ${typeof item === 'string' ? `== ${item}` : `=~ ${item}`}`;
}

/** While the index is being made, or once it is. */
export function stateIs(state: ContextKeys['runbookLens.state']): string {
  return `${key('runbookLens.state')} == ${state}`;
}

/** On a document of a kind that tells of something. */
export function onTelling(matter: Matter): string {
  const [first = '', ...more] = documentKinds.filter((kind) => kindTraits[kind].tells === matter);
  return onItem(inTrees, more.length === 0 ? first : new RegExp(`^(?:${[first, ...more].join('|')})$`));
}

export const notIndexing = stateIs('indexing').replace('==', '!=');
export const incidentOpen = key('runbookLens.incidentOpen');
