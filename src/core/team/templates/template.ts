import type { Section } from '../../document/model.ts';
import type { DocumentKind } from '../../vocabulary/kind.ts';
import { parseDocument } from '../../document/parse.ts';
import type { SectionKey } from '../../vocabulary/section-ids.ts';
import { nameKey, sectionKeys } from '../../vocabulary/section-keys.ts';

/** A Markdown text for new documents. Its headings are the sections that such documents should have. */
export interface Template {
  /** Stable and unique, such as "sre-book". */
  readonly id: string;
  readonly kind: DocumentKind;
  /** For a list of templates: a short name, and one sentence about when to use it. */
  readonly name: string;
  readonly description: string;
  /** Markdown with `${variables}`; see `render`. */
  readonly text: string;
}

/** A section that documents of a template should have. */
export interface ExpectedSection {
  readonly title: string;
  /** Help for the author, from the HTML comment under the heading; empty if there is none. */
  readonly help: string;
  readonly required: boolean;
  /** Keys for comparison with the sections of a document: canonical ids, or the normalised name of an unknown title. */
  readonly keys: readonly SectionKey[];
  /** For one of several expected sections with the same meaning: that meaning and the names of all. A section with none of the names answers for each. */
  readonly twins?: Twins;
  /** Keys of sections that answer for it in a document that lacks it; see `withStandIns`. */
  readonly standIns?: readonly SectionKey[];
}

/** The common keys of expected sections with the same meaning, and the names that distinguish them. */
export interface Twins {
  readonly keys: readonly SectionKey[];
  readonly names: readonly SectionKey[];
}

/** A template and its expected sections. */
export interface Convention {
  readonly template: Template;
  readonly sections: readonly ExpectedSection[];
}

/**
 * Returns the sections of a template: the headings below its title, in order, or its bold labels if it has no headings. A section whose
 * comment begins with "Optional" is optional. Deeper headings only structure a section and are not expected, unless their comment begins
 * with "Required".
 */
export function conventionOf(template: Template): Convention {
  const found = outline(parseDocument(template.text, `${template.id}.md`).sections);
  const all = found.map(({ title }): readonly SectionKey[] => sectionKeys(template.kind, title));
  const sections = found.map((section, index): ExpectedSection => {
    const comment = section.comments[0] ?? '';
    const keys = all[index] ?? [];
    const alike = found.filter((_, place) => all[place]?.some((key) => keys.includes(key)) === true);
    const shared = alike.length > 1;
    return {
      title: section.title,
      help: /^optional\b/i.test(comment) ? comment : withoutMark(comment),
      required: !/^optional\b/i.test(comment),
      // Two sections with the same meaning are distinguished by their names.
      keys: shared ? [nameKey(section.title)] : keys,
      ...(shared && { twins: { keys, names: alike.map(({ title }) => nameKey(title)) } }),
    };
  });
  return { template, sections };
}

/** Returns a help comment without "Optional" or "Required" at its start. */
export function withoutMark(comment: string): string {
  return comment.replace(/^(?:optional|required)\b[\s.:–—-]*/i, '');
}

/** Returns whether the first of a document's headings is its title, though not of the first level: all others are deeper. */
export function startsWithTitle([first, ...others]: readonly Section[]): boolean {
  return (
    first !== undefined && first.level > 1 && others.length > 1 && others.every(({ level }) => level > first.level)
  );
}

/** The sections of a template that are expected of documents. */
function outline(sections: readonly Section[]): Section[] {
  const headings = sections.filter(({ style }) => style === 'heading');
  const first = headings[0];
  const several = headings.filter(({ level }) => level === 1).length > 1;
  const titled = startsWithTitle(headings) || (first?.level === 1 && (!several || first.title.includes('${')));
  const below = titled ? headings.slice(1) : headings;
  if (below.length === 0) {
    return sections.filter(({ style, parent }) => style === 'label' && (parent === undefined || titled));
  }
  const level = Math.min(...below.map((section) => section.level).filter((rank) => rank > 1 || !titled));
  return below.filter(
    (section) => section.level <= level || section.comments.some((comment) => /^required\b/i.test(comment)),
  );
}
