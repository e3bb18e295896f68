import { readActionItems } from '../../record/actions/read.ts';
import type { ActionItem } from '../../record/actions/item.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { shortened } from '../../text/shorten.ts';
import { durationText } from '../../time/duration.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { entryTimeText, incidentFacts, momentText } from './facts.ts';
import { questionsFor } from './questions.ts';
import { summaryParagraph, topicsOf, type Topic } from './topics.ts';
import type { SectionId } from '../../vocabulary/section-ids.ts';

/** Parts of a record that are looked up rather than talked about, or that are elsewhere in the agenda. */
const passedOver = new Set<SectionId>(['supporting', 'stats', 'people', 'summary', 'action-items', 'timeline']);
const longestSummary = 700;
const longestItem = 160;
const mostItems = 20;

/**
 * Returns the agenda of a retrospective as plain text, from the record alone: its facts, the content of its sections, a question for each
 * section that is not written yet, and the open action items.
 * @param address of the record: a path or link.
 */
export function agenda(document: CatalogDocument, address: string): string {
  const summary = summaryParagraph(document);
  const points = [
    ...(summary === undefined ? [questionInPlaceOf(['summary'], 'Summary')] : []),
    timelinePoint(document),
    ...topicsOf(document).filter(isTalkedAbout).map(topicPoint),
    actionPoint(document),
  ];
  return [
    document.title,
    ...factLines(document),
    `Record: ${address}`,
    ...(summary === undefined ? [] : ['', shortened(summary, longestSummary)]),
    '',
    'Topics',
    ...points.map((point, index) => `${index + 1}. ${point}`),
  ].join('\n');
}

/** Returns the facts of a record about its incident, one line each. */
export function factLines(document: CatalogDocument): string[] {
  const { severity, services = [], date } = document.metadata;
  const { start, detected, resolved, minutes } = incidentFacts(document);
  const facts = [
    ['Severity', severity],
    ['Services', services.length === 0 ? undefined : services.join(', ')],
    ['Date', start === undefined ? date : undefined],
    ['Started', start && momentText(start.moment)],
    ['Detected', detected && momentText(detected.moment)],
    ['Resolved', resolved && momentText(resolved.moment)],
    ['Duration', minutes === undefined ? undefined : durationText(minutes)],
  ] as const;
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
}

/** Whether there is something to say of a topic here: sections whose content is in their sub-sections are left to those. */
function isTalkedAbout({ ids, written, points }: Topic): boolean {
  return !ids.some((id) => passedOver.has(id)) && (!written || points.length > 0);
}

function topicPoint({ section, ids, written, points }: Topic): string {
  return written
    ? [section.title, ...points.map((point) => `   - ${point}`)].join('\n')
    : questionInPlaceOf(ids, section.title);
}

function questionInPlaceOf(ids: readonly SectionId[], title: string): string {
  return `${title} (not written yet)\n   ${questionsFor(ids)[0]}`;
}

function timelinePoint(document: CatalogDocument): string {
  const span = timelineSpan(document);
  const [question] = questionsFor(['timeline']);
  if (span !== undefined) {
    return `Timeline: ${span}\n   ${question}`;
  }
  const topic = topicsOf(document).find(({ ids }) => ids.includes('timeline'));
  return topic === undefined ? questionInPlaceOf(['timeline'], 'Timeline') : topicPoint(topic);
}

/** Returns the size of the timelines of a record: "6 entries, 18:22 UTC to 20:05 UTC". Undefined if no time can be read. */
export function timelineSpan(document: CatalogDocument): string | undefined {
  const entries = readTimelines(document).flatMap((timeline) => timeline.entries);
  const [first] = entries;
  const last = entries.at(-1);
  if (first === undefined || last === undefined) {
    return undefined;
  }
  return entries.length === 1
    ? `1 entry, ${entryTimeText(first)}`
    : `${entries.length} entries, ${entryTimeText(first)} to ${entryTimeText(last)}`;
}

function actionPoint(document: CatalogDocument): string {
  const items = readActionItems(document);
  const open = items.filter(({ done }) => !done);
  if (items.length === 0) {
    return questionInPlaceOf(['action-items'], 'Action items');
  }
  const shown = open.slice(0, mostItems).map((item) => `   - ${itemText(item)}`);
  const more = open.length > mostItems ? [`   - … and ${open.length - mostItems} more`] : [];
  return [`Action items: ${open.length} open of ${items.length}`, ...shown, ...more].join('\n');
}

/** Returns an action item with its owner and where it is followed, as far as the record says. */
export function itemText({ text, owner, tracking, due }: ActionItem): string {
  const beside = [
    owner === undefined ? 'no owner' : text.includes(owner.text) ? undefined : owner.text,
    tracking[0] === undefined || text.includes(tracking[0].text) || tracking[0].kind === 'url'
      ? undefined
      : tracking[0].text,
    due === undefined || text.includes(due.text) ? undefined : `by ${due.text}`,
  ].filter((part) => part !== undefined);
  return `${shortened(text, longestItem)}${beside.length === 0 ? '' : ` (${beside.join(', ')})`}`;
}
