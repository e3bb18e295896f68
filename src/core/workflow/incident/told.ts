import type { CatalogDocument } from '../../document/document.ts';
import { isAboutTheResponse } from '../../record/own-entries.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { codeLines } from '../../text/code-lines.ts';

export { whatFixed, type IncidentFix } from './what-fixed.ts';

/** The content of a record about its incident, for comparison with others. */
export interface Told {
  /** Texts and how much their words count, from 0 to 1. */
  readonly parts: ReadonlyArray<{ readonly text: string; readonly weight: number }>;
  readonly services: readonly string[];
  /** The lines of its code blocks. */
  readonly code: readonly string[];
}

const weights = { title: 1, entry: 0.6, code: 0.5, prose: 0.4 } as const;
/** Sections about those who respond and what is yet to do, in which incidents of all kinds are alike. */
const elsewhere = new Set(['action-items', 'people', 'lessons', 'went-well', 'went-wrong', 'got-lucky', 'stats']);

/** Returns what a record tells of its incident: not of the response, and not what its template says. */
export function toldOf(document: CatalogDocument): Told {
  const { title, metadata, blocks, sections, keys } = document;
  const timelines = readTimelines(document);
  const apart = [
    ...[...keys].flatMap(([key, indexes]) => (elsewhere.has(key) ? indexes.flatMap((at) => sections[at] ?? []) : [])),
    ...sections.filter(({ state }) => state !== 'written'),
    ...timelines.flatMap(({ entries }) => entries),
  ].map(({ range }) => range);
  const prose = blocks.filter(
    ({ type, firstLine }) =>
      type === 'text' && !apart.some(({ start, end }) => start.line <= firstLine && firstLine <= end.line),
  );
  const entries = timelines.flatMap((timeline) => timeline.entries).filter(({ text }) => !isAboutTheResponse(text));
  const services = metadata.services ?? [];
  const code = blocks.flatMap(({ type, text }) => (type === 'code' ? codeLines(text) : []));
  return {
    parts: [
      { text: [title, ...services].join(' '), weight: weights.title },
      ...entries.map(({ text }) => ({ text, weight: weights.entry })),
      { text: code.join('\n'), weight: weights.code },
      ...prose.map(({ text }) => ({ text, weight: weights.prose })),
    ],
    services,
    code,
  };
}
