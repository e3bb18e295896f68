import type { CatalogDocument } from '../document/document.ts';
import type { Section } from '../document/model.ts';
import type { LineRange } from '../text/line-ranges.ts';
import { UserError } from '../util/user-error.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { sectionKeys } from '../vocabulary/section-keys.ts';
import { factsOf, linesOf, shownRange } from './document-facts.ts';
import { Refused } from './refused.ts';
import type { Result } from './result.ts';
import { shown, shownLines, withoutHalf } from './shown.ts';
import { mostText } from './tools.ts';

/** Sections that are listed of one document. */
const mostSections = 60;
/** Sections that are named in a message. */
const mostNamed = 20;

/**
 * Returns a document's facts and text, or those of one section.
 * @param asked the title of a section, or lines such as "40-80". Throws a `Refused` with the titles that there are if it is neither.
 */
export function getRunbook(document: CatalogDocument, path: string, asked?: string): Result {
  const whole = { first: 0, last: document.lines.count - 1 };
  const place = asked === undefined ? { lines: whole } : placeAsked(document, asked);
  const { text, last, cut } = textOf(document, place.lines);
  const { first } = place.lines;
  const facts = factsOf(document, path);
  const outline = document.sections.slice(0, mostSections).map((section) => ({
    title: shown(section.title, 100, document),
    lines: shownRange(linesOf(document, section)),
  }));
  const data = {
    ...facts,
    ...(asked === undefined && { sections: outline }),
    ...(place.section !== undefined && { section: shown(place.section.title, undefined, document) }),
    lines: shownRange({ first, last }),
    text,
  };
  const others = place.others === undefined ? '' : ` Sections with the same title: lines ${place.others.join(', ')}.`;
  if (!cut) {
    return { data, ...(others !== '' && { more: others.trim() }) };
  }
  const rest = last < place.lines.last ? ` Ask for section "${last + 2}-${place.lines.last + 1}" or a title.` : '';
  return {
    data,
    truncated: true,
    more: `The text is cut after ${mostText} characters, in line ${last + 1} of ${document.lines.count}.${rest}${others}`,
  };
}

interface PlaceAsked {
  readonly lines: LineRange;
  readonly section?: Section;
  /** Lines of other sections with the same title. */
  readonly others?: readonly string[];
}

function placeAsked(document: CatalogDocument, asked: string): PlaceAsked {
  const [section, ...others] = sectionsNamed(document, asked);
  if (section !== undefined) {
    const places = others.slice(0, mostNamed).map((other) => shownRange(linesOf(document, other)).join('-'));
    return { lines: linesOf(document, section), section, ...(places.length > 0 && { others: places }) };
  }
  const [, from, to = from] = /^\s*(\d{1,9})(?:\s*[-–]\s*(\d{1,9}))?\s*$/.exec(asked) ?? [];
  if (from === undefined) {
    const titles = document.sections.slice(0, mostNamed).map(({ title }) => shown(title, 100, document));
    throw new Refused(
      `The document has no section "${shown(asked, 80)}". Use the title of one of its sections, or lines such as "40-80".`,
      { sections: titles },
    );
  }
  const first = Number(from) - 1;
  const last = Math.min(Number(to), document.lines.count) - 1;
  if (first < 0 || last < first) {
    throw new UserError(`The document has lines 1 to ${document.lines.count}, not "${shown(asked, 80)}".`);
  }
  return { lines: { first, last } };
}

/** The sections with a title: as written, else in other case or form, else in other words for the same. */
function sectionsNamed(document: CatalogDocument, asked: string): readonly Section[] {
  const { kind, sections, keys } = document;
  const name = normaliseName(asked);
  const written = sections.filter(({ title }) => shown(title, undefined, document) === asked.trim());
  const alike = written.length > 0 ? written : sections.filter((section) => name !== '' && section.name === name);
  return alike.length > 0
    ? alike
    : sectionKeys(kind, asked).flatMap((key) => (keys.get(key) ?? []).flatMap((index) => sections[index] ?? []));
}

/** The text of lines, cut between lines, or in the first one if that alone is too long. */
function textOf(
  document: CatalogDocument,
  { first, last }: LineRange,
): { readonly text: string; readonly last: number; readonly cut: boolean } {
  const whole = shownLines(document)
    .slice(first, last + 1)
    .join('\n');
  if (whole.length <= mostText) {
    return { text: whole, last, cut: false };
  }
  const end = whole.lastIndexOf('\n', mostText);
  const text = withoutHalf(whole.slice(0, end === -1 ? mostText : end));
  return { text, last: first + text.split('\n').length - 1, cut: true };
}
