import type { CatalogDocument } from '../document/document.ts';
import type { TextEdit } from '../text/edit.ts';
import type { ExpectedSection } from '../team/templates/template.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';
import { indented } from '../document/append.ts';
import { insertSections } from './insert.ts';

/** A section to insert, with its text; line breaks are `\n`. */
export interface FilledSection {
  readonly title: string;
  readonly text: string;
}

/**
 * Returns edits that insert sections with content, at the same places as `insertSections`.
 * @param expected the usual order of sections; wanted sections that are not in it go to the end.
 */
export function insertFilled(
  document: CatalogDocument,
  expected: readonly ExpectedSection[],
  wanted: readonly FilledSection[],
): TextEdit[] | undefined {
  const { eol } = document.lines;
  // A temporary comment marks where the text goes.
  const marked = wanted.map(({ title, text }, index) => ({ title, text, help: `filled in below: ${index}` }));
  const all = expected.map((section) => {
    const found = marked.find(({ title }) => title === section.title);
    return found === undefined ? section : { ...section, help: found.help };
  });
  const sections = marked.map(
    ({ title, help }) =>
      all.find((section) => section.help === help) ?? {
        title,
        help,
        required: false,
        keys: sectionKeys(document.kind, title),
      },
  );
  const edits = insertSections(document, all, sections);
  return edits?.map(({ range, newText }) => ({
    range,
    newText: marked.reduce((text, { help, text: content }) => fill(text, `<!-- ${help} -->`, content, eol), newText),
  }));
}

/** Puts content in the place of a comment, under the label that comes before it on its line. */
function fill(text: string, comment: string, content: string, eol: string): string {
  const at = text.indexOf(comment);
  if (at === -1) {
    return text;
  }
  const before = text.slice(0, at);
  const line = before.split(eol).at(-1) ?? '';
  const indent = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line)?.[0].length ?? 0;
  const body = indented(content, indent).replaceAll('\n', eol);
  return `${before.trimEnd()}${eol}${eol}${body}${text.slice(at + comment.length)}`;
}
