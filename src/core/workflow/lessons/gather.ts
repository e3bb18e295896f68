import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import type { Block, Section } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { homesOf } from '../../record/timeline/regions.ts';
import { readTimelines } from '../../record/timeline/read.ts';
import { commandsInText, onlyLooks } from './commands.ts';
import { textOf, toldBy } from './entries.ts';
import type { LessonTopic, Quotation } from './quotation.ts';
import { quotable, unitsOf, type Unit } from './units.ts';
import { isPlan, purposeOf } from './verbs.ts';
import type { PostmortemSection } from '../../vocabulary/section-ids.ts';
import { tellsIncident } from '../../vocabulary/kind.ts';

/** Topics of the sections of postmortems. In those that are `sorted`, each sentence may be about something else. */
const topics: Readonly<Partial<Record<PostmortemSection, LessonTopic | 'story' | 'sorted'>>> = {
  summary: 'meaning',
  detection: 'meaning',
  fault: 'meaning',
  'what-happened': 'story',
  impact: 'impact',
  causes: 'causes',
  trigger: 'causes',
  resolution: 'mitigation',
  response: 'sorted',
};

/**
 * Returns the lessons of a postmortem for a runbook, as literal quotations in order: from its sections by subject, from its timelines by
 * action. None for other documents. Nothing is invented.
 */
export const gather: (document: CatalogDocument) => readonly Quotation[] = perDocument((document) => {
  if (!tellsIncident(document)) {
    return [];
  }
  const { lines } = document;
  const timelines = readTimelines(document);
  const timed = new Set(
    timelines.flatMap(({ entries }) => entries.flatMap(({ range }) => linesOf(range.start.line, range.end.line))),
  );
  const told = timelines.flatMap((timeline) => toldBy(document, lines, timeline, document.keys.has('detection')));
  const said = inSections(document, lines, timed);
  const all = [...said, ...told.map(({ unit, topic }) => ({ ...unit, topic }))];
  return all.filter(says);
});

/** Whether a quotation says what was, in words of its own: more than a link, and no plan for later. */
function says(quotation: Quotation): boolean {
  const { lines, form, commands } = quotation;
  const own = lines.join(' ').replace(/!?\[[^\][]*\](?:\([^()]*\)|\[[^\][]*\])?|<[^<>]*>/g, ' ');
  return (
    commands.length > 0 ||
    (/[\p{L}\p{N}]/u.test(form === 'item' ? own.replace(/^\s*\d+[.)]/, '') : own) && !isPlan(textOf(quotation)))
  );
}

function inSections(document: CatalogDocument, lines: Lines, timed: ReadonlySet<number>): Quotation[] {
  const roles = rolesOf(document);
  const homes = homesOf(document);
  const labelled = new Set(
    document.sections.flatMap(({ style, range }) =>
      style === 'label' ? linesOf(range.start.line, range.end.line) : [],
    ),
  );
  const free = (block: Block): boolean =>
    !linesOf(block.firstLine, block.lastLine).some((line) => timed.has(line) || labelled.has(line));
  const found: Array<{ at: number; role: Role; units: Unit[] }> = [];
  let open: { role: Role; home: number; blocks: Block[] } | undefined;
  const close = (): void => {
    if (open !== undefined && open.blocks.length > 0) {
      found.push({ at: open.blocks[0]?.firstLine ?? 0, role: open.role, units: unitsOf(document, open.blocks) });
    }
    open = undefined;
  };
  let folded = 0;
  for (const [index, block] of document.blocks.entries()) {
    const home = homes[index] ?? -1;
    // Folded text is a message, a log or a transcript at length.
    folded += block.type === 'html' ? count(block.text, /<details\b/gi) - count(block.text, /<\/details>/gi) : 0;
    const role = home === -1 ? roles.opening : (roles.bySection[home] ?? 'none');
    if (role === 'none' || folded > 0 || !free(block) || (role === 'opening' && !isOpening(block))) {
      close();
    } else if (open?.home === home) {
      open.blocks.push(block);
    } else {
      close();
      open = { role, home, blocks: [block] };
    }
  }
  close();
  for (const [index, section] of document.sections.entries()) {
    const role = section.style === 'label' ? (roles.bySection[index] ?? 'none') : 'none';
    const unit =
      role === 'none' || linesOf(section.range.start.line, section.range.end.line).some((line) => timed.has(line))
        ? undefined
        : labelUnit(lines, section);
    if (unit !== undefined) {
      found.push({ at: section.range.start.line, role, units: [unit] });
    }
  }
  return found
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ role, units }) =>
      units.flatMap((unit): Quotation[] => {
        const topic = topicOf(role, unit);
        return topic === undefined ? [] : [{ ...unit, topic }];
      }),
    );
}

type Role = LessonTopic | 'sorted' | 'opening' | 'none';

function topicOf(role: Role, unit: Unit): LessonTopic | undefined {
  switch (role) {
    case 'none':
      return undefined;
    case 'opening':
      return 'meaning';
    case 'mitigation':
      return onlyLooks(unit.commands) && unit.lines.length === 0 ? 'diagnosis' : role;
    case 'sorted': {
      const purpose = purposeOf(textOf(unit));
      return purpose === 'looking' || onlyLooks(unit.commands)
        ? 'diagnosis'
        : purpose === 'acting' || unit.commands.length > 0
          ? 'mitigation'
          : undefined;
    }
    default:
      return role;
  }
}

/**
 * Returns the role of each section. A section with a title of the team's own has the role of the section that contains
 * it.
 */
function rolesOf({ sections, keys }: CatalogDocument): { opening: Role; bySection: readonly Role[] } {
  const summed = keys.has('summary');
  const roles: Role[] = [];
  for (const { title, parent, level } of sections) {
    const ids = canonicalIds('postmortem', title);
    const own = ids.map((id) => topics[id]).find((topic) => topic !== undefined);
    const above = parent === undefined ? undefined : roles[parent];
    const opening = level === 1 && !summed && ids.length === 0 && above === undefined;
    roles.push(
      own === 'story'
        ? summed
          ? 'none'
          : 'meaning'
        : (own ?? (ids.length > 0 ? 'none' : opening ? 'opening' : above === 'opening' ? 'none' : (above ?? 'none'))),
    );
  }
  return { opening: summed ? 'none' : 'opening', bySection: roles };
}

/** Shorter paragraphs at the beginning state facts, such as who wrote it. */
const shortestOpening = 60;

/** Whether a block at the beginning of a document tells what happened. */
function isOpening({ type, text, item }: Block): boolean {
  return (
    type === 'text' &&
    item === undefined &&
    text.length >= shortestOpening &&
    !/^\s*(?:\*\*|__)?[\p{L} ]{2,30}(?:\*\*|__)?:/u.test(text)
  );
}

/** Returns the text of a bold label: the text after it and the lines below. Undefined if it is not written. */
function labelUnit(lines: Lines, { titleRange, range, state }: Section): Unit | undefined {
  const first = titleRange.start.line;
  const behind = lines
    .text(first)
    .replace(/^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\*\*|__)[^*_]{2,60}?(?:\*\*|__)[\s:：–—-]*/, '');
  const rest = linesOf(first + 1, range.end.line).map((line) => lines.text(line).trim());
  const end = rest.findLastIndex((line) => line !== '');
  const text = [behind.trim(), ...rest.slice(0, end + 1)];
  const start = text.findIndex((line) => line !== '');
  if (state !== 'written' || start === -1) {
    return undefined;
  }
  const commands = commandsInText(text.join('\n'));
  return {
    form: 'paragraph',
    firstLine: first + start + 1,
    lastLine: first + text.length,
    lines: quotable(text.slice(start)),
    commands: commands === undefined ? [] : [commands],
  };
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function linesOf(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
