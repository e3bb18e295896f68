import { mostCommon } from '../../document/most-common.ts';
import type { ParsedDocument, Section } from '../../document/model.ts';
import { parseDocument } from '../../document/parse.ts';
import { applyEdits, type TextEdit } from '../../text/edit.ts';
import { trimmedEnd } from '../../text/ends.ts';
import type { Position } from '../../text/position.ts';
import type { Alert } from '../alert.ts';
import { anchorsOf, generatorSlugs, githubSlug, ownName, type Heading } from '../link/anchors.ts';
import { resolveAlert } from '../link/resolve.ts';
import type { AlertSurvey, SurveyedAlert } from '../survey.ts';
import { kinOf } from './home.ts';
import { bareName, knownName, spacedName } from './name.ts';

/** Fewer alerts with headings of one page may be chance. */
const leastAlerts = 2;

/**
 * Returns the page to whose headings the alerts around an alert lead, so that its own heading belongs there; undefined if they have pages of their own. The
 * page of an alert whose anchor is missing is the one that its link names.
 */
export function pageOfAll(survey: AlertSurvey, path: string, alert: Alert): string | undefined {
  const { state, path: own } = resolveAlert(alert, path, survey.world);
  if (state === 'anchor-missing') {
    return own;
  }
  for (const kin of kinOf(survey, path, alert)) {
    const leading = kin.filter(({ resolution }) => isThere(resolution.state));
    const page = mostCommon(
      leading.flatMap(({ resolution }) => (resolution.anchor === undefined ? [] : (resolution.path ?? []))),
    );
    const there = leading.filter(({ resolution }) => resolution.path === page);
    const anchors = new Set(there.flatMap(({ resolution }) => resolution.anchor ?? []));
    if (leading.length > 0) {
      return anchors.size >= leastAlerts && there.length * 2 > leading.length ? page : undefined;
    }
  }
  return undefined;
}

function isThere(state: string): boolean {
  return state === 'resolved' || state === 'anchor-missing';
}

/** A heading of the page with the alert that leads to it. */
interface Sibling {
  readonly name: string;
  readonly heading: Heading;
  readonly section: Section;
  readonly index: number;
  /** Whether the link has the anchor as this maker of the site's makes it; -1 for GitHub's. */
  readonly maker: number;
}

/** A section for an alert in the page that has all. */
export interface AddedSection {
  readonly edits: readonly TextEdit[];
  /** Without `#`. */
  readonly anchor: string;
  /** Of its heading, in the changed page. */
  readonly start: Position;
}

/**
 * Returns the section of an alert in a page that has one for each: its heading, at the level and in the form of the others, what is known of the alert, and the
 * headings or labels that the others have below. Behind the others, or in the order of the alphabet if they are.
 * @param wanted the anchor that the alert's link has, if it is missing.
 */
export function addedSection(
  survey: AlertSurvey,
  page: string,
  text: string,
  name: string,
  facts: string,
  wanted: string | undefined,
): AddedSection | undefined {
  const document = parseDocument(text, page);
  const before = anchorsOf(page, text);
  if (before === undefined) {
    return undefined;
  }
  const siblings = siblingsOf(survey.alerts, page, document, before.headings);
  const title = titleFor(name, siblings, document, wanted);
  const level = Number(mostCommon(siblings.map(({ section }) => `${section.level}`)) ?? '2');
  const content = [`${'#'.repeat(level)} ${title}`, facts, ...innerTitles(document, siblings)].join('\n\n');
  const edit = placed(document, siblings, title, content.replaceAll('\n', document.eol));
  const after = anchorsOf(page, applyEdits(text, [edit]));
  const added = after?.headings.find(({ anchor }) => !before.headings.some((heading) => heading.anchor === anchor));
  if (added === undefined) {
    return undefined;
  }
  const maker = Number(mostCommon(siblings.map((sibling) => `${sibling.maker}`)) ?? '-1');
  return {
    edits: [edit],
    anchor: generatorSlugs(added.title)[maker] ?? added.anchor,
    start: { line: added.line, character: 0 },
  };
}

function siblingsOf(
  alerts: readonly SurveyedAlert[],
  page: string,
  { sections }: ParsedDocument,
  headings: readonly Heading[],
): Sibling[] {
  const found = new Map<number, Sibling>();
  for (const { alert, resolution } of alerts) {
    const anchor = resolution.anchor?.toLowerCase().replace(/^user-content-/, '');
    if (resolution.path !== page || anchor === undefined || !isThere(resolution.state)) {
      continue;
    }
    const exact = headings.find((heading) => heading.anchor === anchor);
    const heading = exact ?? headings.find(({ anchors }) => anchors.includes(anchor));
    const index = sections.findIndex(
      ({ titleRange, style }) => style === 'heading' && titleRange.start.line === heading?.line,
    );
    const section = sections[index];
    if (heading !== undefined && section !== undefined && !found.has(index)) {
      const maker = exact === undefined ? generatorSlugs(heading.title).indexOf(anchor) : -1;
      found.set(index, { name: alert.name, heading, section, index, maker });
    }
  }
  return [...found.values()].toSorted((a, b) => a.index - b.index);
}

/** Stands for the alert's name in the form of a heading. */
const nameHole = '\ue004';

function titleFor(
  name: string,
  siblings: readonly Sibling[],
  { lines }: ParsedDocument,
  wanted: string | undefined,
): string {
  const known = knownName(name);
  const forms = siblings.flatMap(({ name: other, heading: { title }, section }) => {
    const written = trimmedEnd(lines.text(section.titleRange.start.line).replace(/^\s*#+\s+/, ''), /[\s#]/)
      .replace(ownName, '')
      .trimEnd();
    return written.includes(other)
      ? [written.replace(other, nameHole)]
      : bareName(title) === bareName(other) && title.includes(' ')
        ? ['spaced']
        : [];
  });
  const form = mostCommon(forms) ?? nameHole;
  const usual = form === 'spaced' ? spacedName(name) : form.replace(nameHole, () => known);
  if (wanted === undefined || githubSlug(usual) === wanted) {
    return usual;
  }
  // The link is there already: a heading with its anchor, if words of it give one.
  const slug = githubSlug(known);
  const before = wanted.endsWith(slug) ? wanted.slice(0, -slug.length).replaceAll('-', ' ') : undefined;
  const made = [
    known,
    spacedName(name),
    ...(before === undefined ? [] : [`${before.charAt(0).toUpperCase()}${before.slice(1)}${known}`]),
  ];
  return made.find((title) => githubSlug(title) === wanted) ?? usual;
}

/** The headings and labels that at least half of the others have in them, as they are written there. */
function innerTitles({ sections, lines }: ParsedDocument, siblings: readonly Sibling[]): string[] {
  const counts = new Map<string, number>();
  for (const { index } of siblings) {
    const own = sections.filter(({ parent }) => parent === index);
    const rows = own.map(({ style, titleRange, level, title }) =>
      style === 'heading' ? `${'#'.repeat(level)} ${title}` : lines.slice(titleRange).trim(),
    );
    new Set(rows).forEach((row) => counts.set(row, (counts.get(row) ?? 0) + 1));
  }
  return [...counts].filter(([, count]) => count * 2 >= siblings.length).map(([row]) => row);
}

/** Where the section goes. */
function placed(
  { lines, eol }: ParsedDocument,
  siblings: readonly Sibling[],
  title: string,
  content: string,
): TextEdit {
  const titles = siblings.map(({ section }) => section.title);
  const isSorted =
    titles.length > leastAlerts && titles.every((each, at) => at === 0 || compare(titles[at - 1] ?? '', each) <= 0);
  const behind = isSorted ? siblings.findLast(({ section }) => compare(section.title, title) < 0) : siblings.at(-1);
  const [first] = siblings;
  if (behind === undefined && first !== undefined) {
    const { start } = first.section.titleRange;
    const place = { line: start.line, character: 0 };
    return { range: { start: place, end: place }, newText: `${content}${eol}${eol}` };
  }
  let line = behind === undefined ? lines.count - 1 : behind.section.range.end.line;
  while (line > 0 && lines.text(line).trim() === '') {
    line -= 1;
  }
  const place = lines.range(line, line).end;
  const isLast = line + 1 >= lines.count;
  return { range: { start: place, end: place }, newText: `${eol}${eol}${content}${isLast ? eol : ''}` };
}

function compare(one: string, other: string): number {
  return one.localeCompare(other, 'en', { numeric: true });
}
