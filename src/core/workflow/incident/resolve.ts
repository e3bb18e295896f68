import type { CatalogDocument } from '../../document/document.ts';
import { hasSection } from '../../convention/coverage.ts';
import { setFields, type Field } from '../../document/facts/set-fields.ts';
import type { TextEdit } from '../../text/edit.ts';
import type { Lines } from '../../text/lines.ts';
import type { Section } from '../../document/model.ts';
import { configuredWord } from '../review/status.ts';
import { insertSections } from '../../convention/insert.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import { durationNames, stepNames } from '../../record/timeline/step-names.ts';
import { durationText } from '../../time/duration.ts';
import { instantOfEntry } from '../../time/instant.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { documentZone } from '../../record/timeline/stated-zone.ts';
import { logEntry } from '../../record/timeline/write/log-entry.ts';
import { isoIn, styleOf, timeText } from '../../record/timeline/write/time-style.ts';
import { UserError } from '../../util/user-error.ts';
import { statusField, type ChangeContext } from './changes.ts';
import { timeOf } from './incident.ts';
import { holderOf, type Role } from './roles.ts';
import { phaseOf, spelled } from '../../record/status.ts';
import type { SectionKey } from '../../vocabulary/section-ids.ts';

/** The times that a resolved incident is told by, in order. */
const keyTimes = ['start', 'detected', 'mitigated', 'resolved'] as const;
export type KeyTime = (typeof keyTimes)[number];

/** A time of an incident, as far as its record states it. */
export interface KnownTime {
  readonly step: KeyTime;
  /** Stated by the record, or by the entry of a change of its status; it needs no asking. */
  readonly stated?: Date;
  /** The time found in the timeline. */
  readonly likely?: Date;
}

/** Returns the times that a record should state when it is resolved, as far as it states them. */
export function timesOf(document: CatalogDocument): KnownTime[] {
  const entries = readTimelines(document)
    .flatMap((timeline) => timeline.entries)
    .flatMap((entry) => {
      const at = entry.clock === undefined ? undefined : instantOfEntry(entry);
      return at === undefined ? [] : [{ at, text: entry.text }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  // Times that our own change of status wrote down are known; times of other entries are only likely.
  const became = (phase: string): Date | undefined =>
    entries.findLast(({ text }) => new RegExp(`^Status (?:changed from .+?|set) to ${phase}\\b`, 'i').test(text))?.at;
  const likely: Readonly<Record<KeyTime, Date | undefined>> = {
    start: entries[0]?.at,
    detected: entries.find(({ text }) => /\b(?:detected|alert(?:ed)?|pages?|paged|declared|noticed)\b/i.test(text))?.at,
    mitigated: entries.findLast(({ text }) => /\b(?:mitigated|recovered)\b/i.test(text))?.at,
    resolved: undefined,
  };
  return keyTimes.map((step) => {
    const written = timeOf(document, step) ?? (step === 'resolved' ? timeOf(document, 'end') : undefined);
    // A start that is later than what the timeline tells was only when the incident was declared.
    const early =
      step === 'start' && written !== undefined && (entries[0]?.at.getTime() ?? Infinity) < written.getTime();
    const stated = early
      ? undefined
      : (written ?? (step === 'mitigated' || step === 'resolved' ? became(step) : undefined));
    const guess = likely[step];
    return { step, ...(stated && { stated }), ...(guess && { likely: guess }) };
  });
}

/** Returns why times contradict each other; undefined if they do not. */
export function timesProblem(times: Readonly<Partial<Record<KeyTime, Date | undefined>>>): string | undefined {
  const given = keyTimes.flatMap((step) => (times[step] === undefined ? [] : [{ step, at: times[step] }]));
  const wrong = given.find((time, index) => index > 0 && time.at.getTime() < (given[index - 1]?.at.getTime() ?? 0));
  const before = wrong === undefined ? undefined : given[given.indexOf(wrong) - 1];
  return wrong === undefined || before === undefined
    ? undefined
    : `${stepWords[wrong.step]} (${isoIn(wrong.at, 'UTC')}) comes before ${stepWords[before.step]} (${isoIn(before.at, 'UTC')})`;
}

const stepWords: Readonly<Record<KeyTime, string>> = {
  start: 'the start',
  detected: 'the detection',
  mitigated: 'the mitigation',
  resolved: 'the end',
};

/** The times of an incident that is over. */
export interface ResolutionTimes {
  readonly start: Date;
  readonly detected?: Date | undefined;
  readonly mitigated?: Date | undefined;
  readonly resolved: Date;
}

/** The input for resolving, in addition to that of every change. */
export interface Resolution extends ChangeContext {
  readonly expected: readonly ExpectedSection[];
  /** Times that nobody knows are not stated, nor what would follow from them. */
  readonly times: ResolutionTimes;
  readonly roles: readonly Role[];
  /** Questions for the author of a section, by the keys by which it is compared; none if there are none. */
  readonly questions: (keys: readonly SectionKey[]) => readonly string[];
}

/**
 * Returns edits that turn the record of an incident into a draft of a postmortem: times and durations, status draft, a last entry of the
 * timeline, missing sections, known facts, and questions where the author must write. Nothing is invented, and no written text changes.
 * Throws a UserError if times contradict each other.
 */
export function resolveRecord(resolution: Resolution): TextEdit[] {
  const { document, times, author, expected, statuses } = resolution;
  const problem = timesProblem(times);
  if (problem !== undefined) {
    throw new UserError(`These times contradict each other: ${problem}.`);
  }
  const zone = documentZone(document) ?? 'UTC';
  const isResolved = phaseOf(document.metadata.status) === 'resolved';
  const draft =
    configuredWord({ ...(statuses && { statuses }) }, 'draft') ?? spelled('draft', document.metadata.status);
  const entry = { at: times.resolved, author, text: 'Incident resolved' };
  return [
    ...(isResolved ? [] : logEntry(document, entry, expected)),
    ...setFields(document, [...timeFields(times, zone), statusField(draft)]),
    ...drafted(resolution, zone),
  ];
}

function timeFields({ start, detected, mitigated, resolved }: ResolutionTimes, zone: string): Field[] {
  const time = (key: string, names: readonly string[], at: Date | undefined): Field[] =>
    at === undefined ? [] : [{ key, names, value: isoIn(at, zone) }];
  const length = (key: string, names: readonly string[], to: Date | undefined): Field[] =>
    to === undefined ? [] : [{ key, names, value: durationText((to.getTime() - start.getTime()) / 60_000) }];
  return [
    ...time('start_time', stepNames().start, start),
    ...time('detected_at', stepNames().detected, detected),
    ...time('mitigated_at', stepNames().mitigated, mitigated),
    ...time('resolved_at', [...stepNames().resolved, ...stepNames().end], resolved),
    ...length('time_to_detect', ['time to detect', 'time to detection', 'ttd'], detected),
    ...length('time_to_mitigate', ['time to mitigate', 'time to mitigation', 'ttm'], mitigated),
    ...length(
      'duration',
      [...durationNames(), 'time to recovery', 'time to repair', 'time to resolve', 'time to resolution', 'ttr'],
      resolved,
    ),
  ];
}

/** Who is to answer more questions answers none. */
const mostQuestions = 3;

/** The sections as a draft has them: those that are missing, facts, and questions. */
function drafted(resolution: Resolution, zone: string): TextEdit[] {
  const { document, expected, questions } = resolution;
  const { lines } = document;
  const asking = expected.map((section) => {
    const asked = questions(section.keys);
    return asked.length === 0 || section.help !== ''
      ? section
      : { ...section, help: asked.slice(0, mostQuestions).join(' ') };
  });
  const missing = asking.filter((section) => section.required && !hasSection(document, section));
  const inserted = insertSections(document, asking, missing) ?? [];
  const filled = expected.flatMap((section) => {
    const found = sectionOf(document, section);
    if (found === undefined || found.state === 'written') {
      return [];
    }
    const facts = factsFor(section.keys, resolution, zone);
    const asked = found.comments.length > 0 || found.state === 'placeholder' ? [] : questions(section.keys);
    const written = [...facts, ...(asked.length === 0 ? [] : [comment(asked, lines.eol)])];
    return written.length === 0 ? [] : [below(lines, found, written)];
  });
  return [...inserted, ...filled];
}

/** Questions for an author: the most useful ones, a line each, out of sight of readers. */
function comment(questions: readonly string[], eol: string): string {
  return ['<!--', ...questions.slice(0, mostQuestions), '-->'].join(eol);
}

/** The innermost heading that answers an expected section, where nothing else is below it. */
function sectionOf(document: CatalogDocument, expected: ExpectedSection): Section | undefined {
  return sectionsWith(document, expected.keys).find(({ style }) => style === 'heading');
}

/** After a section's title. */
function below(lines: Lines, { titleRange }: Section, texts: readonly string[]): TextEdit {
  const at = lines.range(titleRange.end.line, titleRange.end.line).end;
  const written = texts.flatMap((text) => ['', text]).map((text) => `${lines.eol}${text}`);
  const followed = lines.text(titleRange.end.line + 1).trim() === '' ? '' : lines.eol;
  return { range: { start: at, end: at }, newText: written.join('') + followed };
}

/**
 * Returns the facts for a section that the record itself contains, as sentences, and for people as a list. Empty if
 * there are none.
 */
function factsFor(keys: readonly SectionKey[], resolution: Resolution, zone: string): string[] {
  const { document, times, roles } = resolution;
  const style = styleOf(undefined, zone, true);
  const show = (at: Date): string => timeText(at, style, true);
  const lasted = durationText((times.resolved.getTime() - times.start.getTime()) / 60_000);
  if (keys.includes('summary')) {
    const { severity, services = [] } = document.metadata;
    const what = [severity, 'incident', services.length > 0 ? `in ${services.join(', ')}` : '']
      .filter((part) => part !== undefined && part !== '')
      .join(' ');
    return [
      `${what.charAt(0).toUpperCase()}${what.slice(1)} from ${show(times.start)} to ${show(times.resolved)} (${lasted}).`,
    ];
  }
  if (keys.includes('detection') && times.detected !== undefined) {
    const after = durationText((times.detected.getTime() - times.start.getTime()) / 60_000);
    return [`Detected at ${show(times.detected)}, ${after} after the start.`];
  }
  if (keys.includes('people')) {
    const holders = roles.flatMap((role) => {
      const holder = holderOf(document, role);
      return holder === undefined ? [] : [`- **${role.name}**: ${holder}`];
    });
    return holders.length === 0 ? [] : [holders.join(document.lines.eol)];
  }
  return [];
}
