import { normaliseName } from '../../vocabulary/normalise.ts';
import type { CatalogDocument } from '../document.ts';
import { factLabels } from '../metadata.ts';
import { isStatement } from '../statement.ts';
import { coreLength } from '../label-value.ts';
import { perDocument } from '../per-document.ts';
import { frontMatterEntries, type ValuePart } from './front-matter-entries.ts';

/** A fact that a document states about itself, with its range. */
export interface Stated extends ValuePart {
  /** The value without its explanation. */
  readonly core: Pick<ValuePart, 'text' | 'range'>;
  /** As `normaliseName` gives it. */
  readonly name: string;
  readonly inFrontMatter: boolean;
}

/**
 * Returns the facts of a document: the keys of its front matter, each item of a list separately, then labels ("**Severity:** SEV-2"),
 * rows of two-column tables and lines below a heading, near the top. Placeholders do not count.
 */
export const statedIn = perDocument((document: CatalogDocument): readonly Stated[] => {
  const front = frontMatterEntries(document).flatMap(({ key, parts }) =>
    parts.map((part) => ({ ...part, core: coreOf(part), name: normaliseName(key), inFrontMatter: true })),
  );
  const body = factLabels(document).map(({ name, value, core }) => ({ ...value, core, name, inFrontMatter: false }));
  return [...front, ...body].filter(({ text }) => isStatement(text));
});

/** A value of front matter without what explains it. */
function coreOf({ text, range: { start, end } }: ValuePart): Stated['core'] {
  const length = coreLength(text);
  const onLine = start.line === end.line && end.character - start.character === text.length;
  return {
    text: text.slice(0, length),
    range: { start, end: onLine ? { line: start.line, character: start.character + length } : end },
  };
}
