import { readActionItems } from '../../record/actions/read.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { escapeMarkdown } from '../../text/escape.ts';
import { shortened } from '../../text/shorten.ts';
import type { TeamWords } from '../../team/settings.ts';
import { durationText } from '../../time/duration.ts';
import { factLines, itemText, timelineSpan } from './agenda.ts';
import { entryTimeText } from './facts.ts';
import { momentsOf } from './moments.ts';
import { participantsOf } from './people.ts';
import { questionsFor } from './questions.ts';
import { topicsOf, type Topic } from './topics.ts';
import type { SectionId } from '../../vocabulary/section-ids.ts';

/** Parts of a record that no questions are asked about, or that have a chapter of their own. */
const passedOver = new Set<SectionId>(['supporting', 'stats', 'people', 'action-items']);
const mostItems = 20;

const opening = [
  'We are here to understand how this happened and to make the next incident less likely or less severe. Blaming somebody does not help.',
  'Everybody did what made sense to them with the information and tools that they had. We want to learn what made it make sense.',
  'Today we know how it ended. At the time nobody knew. When somebody says "should have", we go back to what people could see then.',
  'Ask "what" and "how", not "why" and "who": what did you see, how did you understand it, what did you try?',
  'All views count, even if they contradict each other. People who only watched can speak too. Nobody has to speak.',
  'We write down ideas for changes at any time and discuss them at the end.',
];

const closing = [
  'What did each of us learn that a new colleague should know?',
  'What must change in the record after today, and who changes it?',
  'Which runbook would have helped? Which runbook needs a fix? Who does it?',
  'Who outside this room needs to know about it?',
  'How was this meeting? What should we do differently next time?',
];

/**
 * Returns the facilitator's guide for a retrospective as Markdown: opening, questions about each part of the record, moments of its
 * timeline to ask about, a check of its action items, closing. Text from the record is shown literally, never as markup.
 */
export function guide(document: CatalogDocument, words: TeamWords = {}): string {
  const topics = topicsOf(document).filter(({ ids }) => !ids.some((id) => passedOver.has(id)));
  return [
    `# Facilitator's guide: ${escapeMarkdown(document.title)}`,
    '_Generated from the record next to it, and updated with it. Choose some of the questions. There are too many for one meeting._',
    '## Before you begin',
    list([...factLines(document).map(escapeMarkdown), ...peopleLines(document, words), ...unwrittenLines(topics)]),
    '## Opening',
    'Say it in your own words:',
    list(opening),
    ...(topics.length === 0
      ? []
      : ['## The record, part by part', ...topics.flatMap((topic) => topicText(document, topic))]),
    ...momentsText(document),
    '## Action items',
    ...actionText(document),
    '## Closing',
    list(closing),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/** Lines that are indented already are under the one before. */
function list(lines: readonly string[]): string {
  return lines.map((line) => (line.startsWith('  ') ? line : `- ${line}`)).join('\n');
}

function peopleLines(document: CatalogDocument, words: TeamWords): string[] {
  const people = participantsOf(document, words).map(({ name, roles }) =>
    roles.length === 0 ? name : `${name} (${roles.join(', ')})`,
  );
  return [
    people.length === 0
      ? 'The record names no participants. Find out who was there and whose view is missing.'
      : `In the record: ${escapeMarkdown(people.join(', '))}. Is everybody here? Whose view is missing?`,
    'Decide who takes notes, directly in the record.',
  ];
}

function unwrittenLines(topics: readonly Topic[]): string[] {
  const titles = topics.filter(({ written }) => !written).map(({ section }) => escapeMarkdown(section.title));
  return titles.length === 0 ? [] : [`Not written yet: ${titles.join(', ')}. The answers today can fill the gap.`];
}

function topicText(document: CatalogDocument, { section, ids, written, points }: Topic): string[] {
  const span = ids.includes('timeline') ? timelineSpan(document) : undefined;
  const said = (span === undefined ? points : [span]).map((point) => `> ${escapeMarkdown(point)}`).join('\n>\n');
  return [
    `### ${escapeMarkdown(section.title)}`,
    written ? said : '**Not written yet.** The answers here can become its text.',
    list(questionsFor(ids)),
  ];
}

function momentsText(document: CatalogDocument): string[] {
  const { detection, silence, decisions } = momentsOf(document);
  const moments = [
    ...(detection === undefined
      ? []
      : [
          `**It started at ${escapeMarkdown(detection.began)} and was detected at ${escapeMarkdown(detection.noticed)}**, ${durationText(detection.minutes)} later. What did the dashboards show in this time? What would have made it visible?`,
        ]),
    ...(silence === undefined
      ? []
      : [
          `**There are no entries from ${escapeMarkdown(entryTimeText(silence.from))} to ${escapeMarkdown(entryTimeText(silence.to))}**, ${durationText(silence.minutes)}, between ${quoted(silence.from.text)} and ${quoted(silence.to.text)}. What did people look at, try or wait for?`,
        ]),
    ...(decisions.length === 0
      ? []
      : [
          '**Decisions.** For each one: what did people know at that moment, which other options did they have, and what did they expect to happen?',
          ...decisions.map((entry) => `  - ${escapeMarkdown(entryTimeText(entry))}: ${quoted(entry.text)}`),
        ]),
  ];
  return moments.length === 0 ? [] : ['## Moments worth asking about', list(moments)];
}

function quoted(text: string): string {
  return `“${escapeMarkdown(shortened(text, 120).replace(/\.$/, ''))}”`;
}

function actionText(document: CatalogDocument): string[] {
  const items = readActionItems(document);
  const open = items.filter(({ done }) => !done);
  const shown = open.slice(0, mostItems).map((item) => {
    const followed = item.tracking.length > 0 ? '' : '; no link or ticket';
    return `${escapeMarkdown(itemText(item))}${followed}`;
  });
  const more = open.length > mostItems ? [`and ${open.length - mostItems} more`] : [];
  return [
    items.length === 0 ? 'The record has none yet.' : `${open.length} of ${items.length} are open.`,
    list([...shown, ...more]),
    'About all of them:',
    list(questionsFor(['action-items'])),
  ];
}
