import { documentKinds, kindTraits, type Matter } from '../../core/index.ts';
import { kindIds, settingsSection, type ContextKeys, type ViewId } from '../ids.ts';

/** Returns a context key that the extension sets. */
export function key<Key extends keyof ContextKeys>(name: Key): Key {
  return name;
}

/** Returns the condition for one view. */
export function inView(id: ViewId): string {
  return `view == ${id}`;
}

const plurals = documentKinds.map((kind) => kindIds(kind).settings).join('|');

/** The condition for a view of any kind of document. */
export const inTrees = `view =~ /^${settingsSection}\\.(?:${plurals})$/`;

/** Returns the condition for a document of any kind, or for a document in some groups. */
export function onDocument(...groups: readonly string[]): string {
  return `${inTrees} && viewItem =~ /^(${[...documentKinds, ...groups].join('|')})$/`;
}

/** Returns the condition for an item of a view, by its name or by a pattern. */
export function onItem(view: string, item: string | RegExp): string {
  return `${view} && viewItem ${typeof item === 'string' ? `== ${item}` : `=~ ${item}`}`;
}

/** Returns the condition for a state of the index. */
export function stateIs(state: ContextKeys['runbookLens.state']): string {
  return `${key('runbookLens.state')} == ${state}`;
}

/** Returns the condition for documents about an incident or a procedure. */
export function onTelling(matter: Matter): string {
  const [first = '', ...more] = documentKinds.filter((kind) => kindTraits[kind].tells === matter);
  return onItem(inTrees, more.length === 0 ? first : new RegExp(`^(?:${[first, ...more].join('|')})$`));
}

/** Returns the condition for an editor with a document about an incident or a procedure. */
export function inEditorOf(matter: Matter): string {
  return documentKinds
    .filter((kind) => kindTraits[kind].tells === matter)
    .map((kind) => `${key('runbookLens.editorKind')} == ${kind}`)
    .join(' || ');
}

/** The condition for an editor with a runbook or postmortem. */
export const inOurEditor = `${key('runbookLens.editorKind')} =~ /^(?:${documentKinds.join('|')})$/`;
export const notIndexing = stateIs('indexing').replace('==', '!=');
export const incidentOpen = key('runbookLens.incidentOpen');
