import { firstDefined } from '../util/first-defined.ts';
import { groupedBy } from '../util/grouped-by.ts';
import { LineRanges } from '../text/line-ranges.ts';
import { fold } from '../text/plain-text.ts';
import { isRecord } from '../text/unknown.ts';
import { dateOfPath, findDate } from '../time/dates.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { canonicalIds } from '../vocabulary/vocabulary.ts';
import { headLines, rankedFieldNames, type Field } from './fields.ts';
import { isStatement } from './statement.ts';
import { labelsUpTo, type Label, type LabelSource } from './labels.ts';
import type { Block, Metadata, Section } from './model.ts';

/** Longer texts are not values. */
const longestFact = 120;
/** Under a heading such as "Components", a longer line describes a service. */
const longestLine = 60;

/** The source of facts. */
export interface FactSource extends LabelSource {
  readonly sections: readonly Section[];
}

/** Returns the labels in which a document states facts about itself: those near its top, except those in a timeline. */
export function factLabels(source: FactSource): Label[] {
  const timelines = new LineRanges(
    source.sections
      .filter(({ title, style }) => style === 'heading' && canonicalIds('postmortem', title).includes('timeline'))
      .map(({ titleRange, range }) => ({ first: titleRange.end.line + 1, last: range.end.line })),
  );
  return labelsUpTo(source, headLines).filter(({ value }) => !timelines.holds(value.range.start.line));
}

/**
 * Returns the facts that a document states about itself. Front matter takes precedence over the body, and earlier statements over later
 * ones. Placeholders ("SEV-X", "<service>") do not count. `date` falls back to the first heading, then to the path; if it is a span, to
 * its first day.
 */
export function readMetadata(values: Readonly<Record<string, unknown>>, source: FactSource, path: string): Metadata {
  const stated: { [F in Field]?: string[] } = {};
  const fields = rankedFieldNames();
  const state = (name: string, texts: readonly string[]): void => {
    const field = fields.get(name);
    const usable = texts.map((text) => fold(text)).filter((text) => isStatement(text) && text.length <= longestFact);
    if (field !== undefined && stated[field] === undefined && usable.length > 0) {
      stated[field] = usable;
    }
  };
  // The order in the table above decides: `date` takes precedence over `start_time` anywhere.
  const entries = groupedBy(Object.entries(values), ([key]) => normaliseName(key));
  for (const name of fields.keys()) {
    for (const [, value] of entries.get(name) ?? []) {
      state(name, textsOf(value));
    }
  }
  for (const { name, value, core, form } of factLabels(source)) {
    const field = fields.get(name);
    const single = field === 'severity' || field === 'status';
    const usable =
      isStatement(value.text) &&
      value.text.length <= (form === 'heading' && field === 'services' ? longestLine : longestFact);
    state(name, usable ? [single ? core.text : value.text] : []);
  }
  const heading = source.sections[0]?.title ?? '';
  const dates = [firstDefined(stated.date ?? [], findDate), findDate(heading), dateOfPath(path)];
  const named = dates.find((found) => found !== undefined);
  // The heading or the path can give a month more exactly.
  const exact = dates.find((found) => found?.length === 10 && named !== undefined && found.startsWith(named));
  const date = refine(exact ?? named, source.blocks);
  return {
    ...(stated.services && { services: stated.services.flatMap(splitList) }),
    ...(stated.severity?.[0] !== undefined && { severity: shorten(stated.severity[0]) }),
    ...(stated.status?.[0] !== undefined && { status: shorten(stated.status[0]) }),
    ...(date !== undefined && { date }),
    ...(stated.owners && { owners: stated.owners.flatMap(splitList) }),
  };
}

/** If a record states only a year or month, the first day in its timeline is its date, if they agree. */
function refine(date: string | undefined, blocks: readonly Block[]): string | undefined {
  if (date === undefined || date.length === 10) {
    return date;
  }
  for (const block of blocks) {
    const texts =
      block.rows?.map((row) => row[0] ?? '') ??
      (block.item !== undefined || block.type === 'heading' ? [block.text] : []);
    const found = texts.map((text) => /^\W*(\d{4}-\d{2}-\d{2})\b/.exec(text)?.[1]).find((text) => text !== undefined);
    const day = found === undefined ? undefined : findDate(found);
    if (day?.startsWith(date) === true) {
      return day;
    }
  }
  return date;
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) {
    return value.flatMap(textsOf);
  }
  if (isRecord(value)) {
    return textsOf(value['name'] ?? value['id'] ?? []);
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** @param text with white space folded. */
function splitList(text: string): string[] {
  return text.split(/ ?[,;、，；] ?| (?:and|&) /).filter((part) => part !== '');
}

/** "SEV-2 (customers affected)" and "High - a third of requests" state SEV-2 and High. @param text with white space folded. */
function shorten(text: string): string {
  const [begin = ''] = text.split(/[(,;]| [-–—] /u, 1);
  return begin.trim().slice(0, 40) || text.slice(0, 40);
}
