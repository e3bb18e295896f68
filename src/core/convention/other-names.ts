import type { CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import type { Kind } from '../vocabulary/kind.ts';
import { normaliseName, readings } from '../vocabulary/normalise.ts';
import { isPlaceholder } from '../vocabulary/placeholder.ts';
import { nameKey, sectionKeys } from '../vocabulary/section-keys.ts';
import type { SectionKey } from '../vocabulary/section-ids.ts';
import { remembering } from '../util/memo.ts';

/** Words around the name of a section that do not change what it is about: "Quick diagnosis", "Prevention checklist", "The fix". */
const before = /^(?:the|our|quick|initial|key|detailed|general) (?=\p{L})/u;
const behind =
  /(?<=\p{L}) (?:steps?|checklist|measures|strateg(?:y|ies)|procedures?|process|instructions|plan|notes|details|documentation|documents|docs|resources|issues|links|pages|reading|taken|tracker|tracking|table|list|overview)$/u;
/** A name of a team's own with this many words stands for itself, whatever follows. */
const manyWords = 3;
const mostFollowing = 2;

/**
 * Returns whether a document has an expected section under another name: in the words around the name, with words behind a long one, as a
 * row of the table at its top, or, where several expected sections mean the same, under a name that none of them has.
 */
export function hasAnother(document: CatalogDocument, { title, keys, twins }: ExpectedSection): boolean {
  if (keys.some((key) => inTopTable(document).has(key))) {
    return true;
  }
  if (twins !== undefined) {
    const named = new Set(twins.names.flatMap((name) => document.keys.get(name) ?? []));
    return twins.keys.some((key) => document.keys.get(key)?.some((index) => !named.has(index)) === true);
  }
  return (
    coresOf(document.kind, [normaliseName(title)]).some((core) => coresIn(document).has(core)) ||
    keys.some((key) => isLong(key) && document.sections.some(({ name }) => goesOn(name, key.slice(1))))
  );
}

/** The keys of names without the words around them. */
function coresOf(kind: Kind, names: readonly string[]): readonly SectionKey[] {
  return names.flatMap((name) => {
    const core = coreOf(name);
    return core.length < 3 ? [] : [nameKey(core), ...sectionKeys(kind, core)];
  });
}

const coreOf = remembering(20_000, (name: string): string => {
  const core = name.replace(before, '').replace(behind, '');
  return core === name ? name : coreOf(core);
});

const coresIn = perDocument(
  ({ kind, sections }: CatalogDocument): ReadonlySet<SectionKey> =>
    new Set(sections.filter(({ style }) => style === 'heading').flatMap(({ title }) => coresOf(kind, readings(title)))),
);

function isLong(key: SectionKey): boolean {
  return key.startsWith('=') && key.split(' ').length >= manyWords;
}

function goesOn(name: string, beginning: string): boolean {
  return name.startsWith(`${beginning} `) && name.slice(beginning.length + 1).split(' ').length <= mostFollowing;
}

/** The keys of the rows of a document's first table, with a name and a value each, above its sections. */
const inTopTable = perDocument(({ kind, blocks }: CatalogDocument): ReadonlySet<SectionKey> => {
  const second = blocks.findIndex(({ type, depth = 1 }, index) => type === 'heading' && (depth > 1 || index > 0));
  const top = blocks.slice(0, second === -1 ? 0 : second).filter(({ type }) => type === 'table');
  const rows = top.flatMap(({ header = [], rows: others = [] }) => (header.length === 2 ? [header, ...others] : []));
  return new Set(
    rows.flatMap(([label = '', value = '']) => {
      const name = normaliseName(label);
      return name === '' || value.trim() === '' || isPlaceholder(value)
        ? []
        : [nameKey(name), ...sectionKeys(kind, name)];
    }),
  );
});
