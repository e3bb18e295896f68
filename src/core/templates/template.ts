import type { Kind } from '../model/document.ts';
import { parseDocument } from '../parse/parse.ts';
import { canonicalIds } from '../sections/vocabulary.ts';
import { normaliseName } from '../sections/normalise.ts';

/** A markdown text that new documents are made from; its headings are the sections that such documents should have. */
export interface Template {
  /** Stable and unique, such as "sre-book". */
  readonly id: string;
  readonly kind: Exclude<Kind, 'other'>;
  /** For a list of templates: a short name, and one sentence on when to choose it. */
  readonly name: string;
  readonly description: string;
  /** Markdown with `${variables}`; see `render`. */
  readonly text: string;
}

/** One section that documents made from a template should have. */
export interface ExpectedSection {
  readonly title: string;
  /** What the author should write, from the HTML comment under the heading; empty without one. */
  readonly help: string;
  readonly required: boolean;
  /** What a document's sections are compared by: canonical ids, or the plain name where the title is not a known one. */
  readonly keys: readonly string[];
}

/** A template and what it expects. */
export interface Convention {
  readonly template: Template;
  readonly sections: readonly ExpectedSection[];
}

/**
 * What a template expects: its level-2 headings, in order. A comment that begins with "Optional" makes its section one
 * that may be missing. Deeper headings only structure a section and are not expected by themselves.
 */
export function conventionOf(template: Template): Convention {
  const document = parseDocument(template.text, `${template.id}.md`);
  const sections = document.sections
    .filter((section) => section.style === 'heading' && section.level === 2)
    .map((section): ExpectedSection => {
      const help = section.comments[0] ?? '';
      return {
        title: section.title,
        help,
        required: !/^optional\b/i.test(help),
        keys: sectionKeys(template.kind, section.title),
      };
    });
  return { template, sections };
}

/** The keys by which a section title is compared within a kind. Empty only for a title without letters or digits. */
export function sectionKeys(kind: Kind, title: string): string[] {
  const ids = canonicalIds(kind, title);
  const name = normaliseName(title);
  return ids.length > 0 ? ids : name === '' ? [] : [`=${name}`];
}
