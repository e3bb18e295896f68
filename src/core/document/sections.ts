import { inlineOf } from './inline.ts';
import { visibleText, type Inline } from '../text/inline.ts';
import { htmlLabel, labelsIn } from './section-labels.ts';
import { matchesOf } from '../text/matches.ts';
import type { Block, ListItem, Section, SectionState } from './model.ts';
import type { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { isPlaceholder } from '../vocabulary/placeholder.ts';
import { isKnownName } from '../vocabulary/vocabulary.ts';
import { fold } from '../text/plain-text.ts';

/** The rank of a bold label: every heading outranks it. */
const labelLevel = 7;

/** The state of a piece of a section. One that only leads to what follows it ("In addition to the plan:") says nothing by itself. */
type Piece = SectionState | 'leading';

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly style: Section['style'];
  readonly firstLine: number;
  readonly titleLastLine: number;
  readonly titleRange: Range;
  readonly parent: number | undefined;
  /** For labels in lists: the item that it begins. */
  readonly item: ListItem | undefined;
  /** For labels in lists: whether all up to the next label belongs to it, since one of its form follows, or nothing is in its item. */
  goesOn: boolean;
  /** Whether it is a summary, whose section ends with its details. */
  readonly summary: boolean;
  lastLine: number;
  pieces: Piece[];
  comments: string[];
}

type NewSection = Omit<OpenSection, 'parent' | 'pieces' | 'comments' | 'lastLine'>;

/** The source of sections. */
interface Source {
  readonly blocks: readonly Block[];
  readonly definitions: ReadonlyMap<string, string>;
  readonly lines: Lines;
}

/**
 * Returns the sections of a document. Headings can be `## Impact`, underlined lines, `<h2>`, and labels: bold text at the start of a
 * paragraph line or list item ("- **Impact**: …"), `<summary>`, or a line of HTML that is bold as a whole. A label is a section only if
 * its name is a usual section name. The section of a list item's label ends at the next label of the same form, even at the margin.
 */
export function readSections(source: Source): Section[] {
  const { blocks, lines } = source;
  const sections: OpenSection[] = [];
  let stack: number[] = [];

  const closeTo = (keep: (section: OpenSection) => boolean, line: number): void => {
    const kept: number[] = [];
    for (const [depth, id] of stack.entries()) {
      const section = sections[id];
      if (section !== undefined && kept.length === depth && keep(section)) {
        kept.push(id);
      } else if (section !== undefined) {
        section.lastLine = Math.max(section.titleLastLine, line - 1);
      }
    }
    stack = kept;
  };
  const open = (section: NewSection): void => {
    sections.push({ ...section, parent: stack.at(-1), lastLine: lines.count - 1, pieces: [], comments: [] });
    stack.push(sections.length - 1);
  };
  const add = (state: Piece): void => {
    sections[stack.at(-1) ?? -1]?.pieces.push(state);
  };
  const comment = (text: string): void => {
    sections[stack.at(-1) ?? -1]?.comments.push(text);
  };
  const builder: Builder = { add, open, closeTo, comment };

  const followed = followedLabels(source);
  for (const block of blocks) {
    const line = block.firstLine;
    closeTo((section) => {
      const { item, pieces } = section;
      const isOver = item !== undefined && line > item.lastLine;
      section.goesOn ||= isOver && pieces.every((piece) => piece === 'blank');
      return !isOver || section.goesOn;
    }, line);
    if (block.type === 'heading') {
      const level = block.depth ?? 1;
      const titleLastLine = block.lastLine;
      closeTo((section) => section.level < level, line);
      open({
        title: titleOf(inlineOf(block, source)),
        level,
        style: 'heading',
        firstLine: line,
        titleLastLine,
        titleRange: { start: lines.trimmedRange(line).start, end: lines.trimmedRange(titleLastLine).end },
        item: undefined,
        goesOn: false,
        summary: false,
      });
    } else if (block.type === 'html') {
      readHtml(block, source, builder);
    } else if (block.type === 'text') {
      readText(block, source, followed.has(block), builder);
    } else if (block.type === 'table') {
      const filled = (block.rows ?? []).some((row) => row.some((cell) => cell.trim() !== '' && !isPlaceholder(cell)));
      add(filled ? 'written' : 'blank');
    } else {
      add(block.text.trim() === '' ? 'blank' : 'written');
    }
  }
  return finish(sections, lines);
}

/** A title without pictures and what is struck out, and without ":warning:" and the like, which some sites turn into pictures; unless it has nothing else. */
function titleOf(inline: Inline): string {
  const whole = visibleText(inline);
  const title = visibleText(inline, 0, inline.markdown.length, ['image', 'del']) || whole;
  return fold(title.replace(/(?<=^|\s):[a-z][a-z0-9_+-]*:(?=\s|$)/g, '')) || title;
}

/** The blocks at the start of list items whose labels are followed by another one of a list item as deep, before the next heading. */
function followedLabels(source: Source): ReadonlySet<Block> {
  const followed = new Set<Block>();
  const last = new Map<number, Block>();
  for (const block of source.blocks) {
    if (block.type === 'heading') {
      last.clear();
    } else if (block.type === 'text' && block.item !== undefined && labelsIn(block, source)[0]?.start === 0) {
      const before = last.get(block.item.depth);
      if (before !== undefined) {
        followed.add(before);
      }
      last.set(block.item.depth, block);
    }
  }
  return followed;
}

interface Builder {
  add(state: Piece): void;
  comment(text: string): void;
  open(section: NewSection): void;
  closeTo(keep: (section: OpenSection) => boolean, line: number): void;
}

function readText(block: Block, source: Source, followed: boolean, builder: Builder): void {
  const { lines } = source;
  const flush = (text: string): void => {
    commentsOf(text).forEach((comment) => builder.comment(comment));
    if (text.trim() !== '') {
      builder.add(stateOfText(text));
    }
  };
  let from = 0;
  for (const { start, restStart, title, line } of labelsIn(block, source)) {
    flush(block.text.slice(from, start));
    const { item } = block;
    openLabel(builder, { title, line, range: lines.trimmedRange(line), item, goesOn: followed && start === 0 });
    from = restStart;
  }
  flush(block.text.slice(from));
}

interface LabelSection extends Pick<NewSection, 'title' | 'item' | 'goesOn'> {
  readonly line: number;
  readonly range: Range;
  readonly summary?: boolean;
}

function openLabel(builder: Builder, { title, line, range, item, goesOn, summary = false }: LabelSection): void {
  builder.closeTo(
    (section) =>
      section.style === 'heading' || (item !== undefined && (section.item === undefined || holds(section.item, item))),
    line,
  );
  builder.open({
    title,
    level: labelLevel,
    style: 'label',
    firstLine: line,
    titleLastLine: line,
    titleRange: range,
    item,
    goesOn,
    summary,
  });
}

/** Whether a list item is in another one. */
function holds(outer: ListItem, { parent }: ListItem): boolean {
  for (let up = parent; up !== undefined; up = up.parent) {
    if (up === outer) {
      return true;
    }
  }
  return false;
}

const commentPattern = /<!--([\s\S]*?)(?:-->|$)/g;

function commentsOf(text: string): string[] {
  return text.includes('<!--') ? matchesOf(commentPattern, text).map((match) => fold(match[1] ?? '')) : [];
}

/** A text of which `fold` leaves nothing. */
const blank = /^[\s\u200b-\u200d\u2060]*$/;

const leading = /^[^.!?\n]{1,200}[:：][*_\s]*$/;

function stateOfText(text: string): Piece {
  const bare = withoutComments(text);
  if (blank.test(bare)) {
    return 'blank';
  }
  return isPlaceholder(bare) ? 'placeholder' : leading.test(bare) ? 'leading' : 'written';
}

/** Without its closed comments; one that is never closed is text like any other. */
function withoutComments(text: string): string {
  const last = text.lastIndexOf('-->');
  return last === -1 ? text : text.slice(0, last + 3).replace(/<!--[\s\S]*?-->/g, '') + text.slice(last + 3);
}

function readHtml(block: Block, source: Source, builder: Builder): void {
  const html = block.text;
  commentsOf(html).forEach((comment) => builder.comment(comment));
  const rest = html.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
  if (/<\/details\b/i.test(rest)) {
    builder.closeTo(({ summary }) => !summary, block.lastLine + 1);
  }
  const label = htmlLabel(rest);
  if (label !== undefined) {
    const line = block.textLine + (rest.slice(0, label.start).split('\n').length - 1);
    const { title, summary } = label;
    openLabel(builder, {
      title,
      line,
      range: source.lines.trimmedRange(line),
      item: undefined,
      goesOn: false,
      summary,
    });
    readHtmlText(rest.slice(label.end), (state) => builder.add(state));
  } else {
    readHtmlText(rest, (state) => builder.add(state));
  }
}

function readHtmlText(html: string, add: (state: SectionState) => void): void {
  const text = html.replace(/<[^<>]*>/g, '');
  if (/<(?:img|video|iframe|picture|svg)\b/i.test(html) || fold(text) !== '') {
    add(isPlaceholder(text) ? 'placeholder' : 'written');
  } else if (html.trim() !== '') {
    add(isPlaceholder(html) ? 'placeholder' : 'blank');
  }
}

function finish(sections: readonly OpenSection[], lines: Lines): Section[] {
  const pieces = sections.map((section) => [...section.pieces]);
  const states: SectionState[] = [];
  // Sub-sections come after the section that they are in, so from the end each is complete when its parent's turn comes.
  for (const [id, section] of [...sections.entries()].toReversed()) {
    const state = combine(pieces[id] ?? []);
    states[id] = state;
    if (section.parent !== undefined) {
      pieces[section.parent]?.push(says(section) ? 'written' : state);
    }
  }
  return sections.map((section, id) => ({
    title: section.title,
    name: normaliseName(section.title),
    level: section.level,
    style: section.style,
    titleRange: section.titleRange,
    range: { start: section.titleRange.start, end: lines.range(section.firstLine, section.lastLine).end },
    ...(section.parent !== undefined && { parent: section.parent }),
    state: states[id] ?? 'blank',
    comments: section.comments,
  }));
}

/** A sub-heading that is not a section name, such as a timeline's "14:29 Hub restarted", is content by itself. */
function says(section: OpenSection): boolean {
  if (section.style === 'label') {
    return false;
  }
  const known = isKnownName(section.title);
  return !known && /\p{L}/u.test(section.title) && !isPlaceholder(section.title);
}

function combine(states: readonly Piece[]): SectionState {
  if (states.includes('written')) {
    return 'written';
  }
  return states.includes('placeholder') ? 'placeholder' : states.includes('leading') ? 'written' : 'blank';
}
