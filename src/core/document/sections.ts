import { matchesOf } from '../text/matches.ts';
import type { Block, ListItem, Section, SectionState } from './model.ts';
import type { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { normaliseName } from '../vocabulary/normalise.ts';
import { isPlaceholder } from '../vocabulary/placeholder.ts';
import { canonicalIds, isKnownName } from '../vocabulary/vocabulary.ts';
import { fold, plainText } from '../text/plain-text.ts';

/** The rank of a bold label: every heading outranks it. */
const labelLevel = 7;

interface OpenSection {
  readonly title: string;
  readonly level: number;
  readonly style: Section['style'];
  readonly firstLine: number;
  readonly titleLastLine: number;
  readonly titleRange: Range;
  readonly parent: number | undefined;
  /** For labels in lists: the item whose end closes the section. */
  readonly item: ListItem | undefined;
  lastLine: number;
  pieces: SectionState[];
  comments: string[];
}

/**
 * The sections of a document from its blocks. A bold label at the start
 * of a paragraph's line or of a list item ("- **Impact**: …") is a section when its name is one that such documents
 * use; other bold text is just text.
 */
export function readSections(blocks: readonly Block[], lines: Lines): Section[] {
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
  const open = (section: Omit<OpenSection, 'parent' | 'pieces' | 'comments' | 'lastLine'>): void => {
    sections.push({ ...section, parent: stack.at(-1), lastLine: lines.count - 1, pieces: [], comments: [] });
    stack.push(sections.length - 1);
  };
  const add = (state: SectionState): void => {
    sections[stack.at(-1) ?? -1]?.pieces.push(state);
  };

  const comment = (text: string): void => {
    sections[stack.at(-1) ?? -1]?.comments.push(text);
  };

  for (const block of blocks) {
    const line = block.firstLine;
    closeTo((section) => section.item === undefined || line <= section.item.lastLine, line);
    if (block.type === 'heading') {
      const level = block.depth ?? 1;
      const titleLastLine = block.lastLine;
      closeTo((section) => section.level < level, line);
      open({
        title: withoutShortcodes(plainText(block.text)),
        level,
        style: 'heading',
        firstLine: line,
        titleLastLine,
        titleRange: { start: lines.trimmedRange(line).start, end: lines.trimmedRange(titleLastLine).end },
        item: undefined,
      });
    } else if (block.type === 'html') {
      readHtml(block.text, add, comment);
    } else if (block.type === 'text') {
      readText(block, lines, { add, open, closeTo, comment });
    } else if (block.type === 'table') {
      const filled = (block.rows ?? []).some((row) => row.some((cell) => cell.trim() !== '' && !isPlaceholder(cell)));
      add(filled ? 'written' : 'blank');
    } else {
      add(block.text.trim() === '' ? 'blank' : 'written');
    }
  }
  return finish(sections, lines);
}

/** Without ":warning:" and the like, which some sites turn into pictures. */
function withoutShortcodes(title: string): string {
  return fold(title.replace(/(?<=^|\s):[a-z][a-z0-9_+-]*:(?=\s|$)/g, '')) || title;
}

interface Builder {
  add(state: SectionState): void;
  comment(text: string): void;
  open(section: Omit<OpenSection, 'parent' | 'pieces' | 'comments' | 'lastLine'>): void;
  closeTo(keep: (section: OpenSection) => boolean, line: number): void;
}

const labelPattern = /^\s*(?:\*\*|__)(?<title>[^*_]{2,60}?)(?:\*\*|__)(?<rest>.*)$/s;

function readText(block: Block, lines: Lines, builder: Builder): void {
  let text: string[] = [];
  const flush = (): void => {
    const joined = text.join('\n');
    commentsOf(joined).forEach((comment) => builder.comment(comment));
    if (joined.trim() !== '') {
      builder.add(stateOfText(joined));
    }
    text = [];
  };
  for (const [offset, source] of block.text.split('\n').entries()) {
    const label = readLabel(source);
    if (label === undefined) {
      text.push(source);
      continue;
    }
    const line = block.textLine + offset;
    flush();
    const { item } = block;
    builder.closeTo((section) => section.style === 'heading' || (item !== undefined && section.item !== item), line);
    builder.open({
      title: label.title,
      level: labelLevel,
      style: 'label',
      firstLine: line,
      titleLastLine: line,
      titleRange: lines.trimmedRange(line),
      item,
    });
    text.push(label.rest);
  }
  flush();
}

/** The bold label that a line of text begins with, when its name is one that sections have. */
function readLabel(line: string): { title: string; rest: string } | undefined {
  const groups = labelPattern.exec(line)?.groups;
  const title = groups?.['title'] ?? '';
  const rest = (groups?.['rest'] ?? '').trimStart();
  const marked = /[:：]$/.test(title.trimEnd()) || /^[:：–—-]/.test(rest) || rest === '';
  if (groups === undefined || !marked || !isKnownName(title)) {
    return undefined;
  }
  return { title: plainText(title).replace(/ ?[:：]$/, ''), rest: rest.replace(/^[\s:：–—-]+/, '') };
}

const commentPattern = /<!--([\s\S]*?)(?:-->|$)/g;

function commentsOf(text: string): string[] {
  return text.includes('<!--') ? matchesOf(commentPattern, text).map((match) => fold(match[1] ?? '')) : [];
}

function stateOfText(text: string): SectionState {
  const bare = withoutComments(text);
  if (fold(bare) === '') {
    return 'blank';
  }
  return isPlaceholder(bare) ? 'placeholder' : 'written';
}

/** Without its closed comments; one that is never closed is text like any other. */
function withoutComments(text: string): string {
  const last = text.lastIndexOf('-->');
  return last === -1 ? text : text.slice(0, last + 3).replace(/<!--[\s\S]*?-->/g, '') + text.slice(last + 3);
}

function readHtml(html: string, add: (state: SectionState) => void, comment: (text: string) => void): void {
  commentsOf(html).forEach(comment);
  const rest = html.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  if (/<(?:img|video|iframe|picture|svg)\b/i.test(rest) || fold(rest.replace(/<[^<>]*>/g, '')) !== '') {
    add(isPlaceholder(rest.replace(/<[^<>]*>/g, '')) ? 'placeholder' : 'written');
  } else if (rest.trim() !== '') {
    add(isPlaceholder(rest) ? 'placeholder' : 'blank');
  }
}

function finish(sections: readonly OpenSection[], lines: Lines): Section[] {
  const pieces = sections.map((section) => [...section.pieces]);
  const states: SectionState[] = [];
  // Sub-sections come after the section that they stand in, so from the end each is complete when its parent's turn comes.
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

/** A sub-heading that is no section name, such as a timeline's "14:29 Hub restarted", is content by itself. */
function says(section: OpenSection): boolean {
  if (section.style === 'label') {
    return false;
  }
  const known = canonicalIds('runbook', section.title).length + canonicalIds('postmortem', section.title).length > 0;
  return !known && /\p{L}/u.test(section.title) && !isPlaceholder(section.title);
}

function combine(states: readonly SectionState[]): SectionState {
  if (states.includes('written')) {
    return 'written';
  }
  return states.includes('placeholder') ? 'placeholder' : 'blank';
}
