import type { CatalogDocument } from '../../document/document.ts';
import type { Block } from '../../document/model.ts';
import { perDocument } from '../../document/per-document.ts';
import { linesOfBlock } from '../../document/places.ts';
import { codeForm } from '../../check/shell/languages.ts';
import { introducesOutput, withoutOutput } from '../../check/shell/printed.ts';
import { promptsOf } from '../../check/shell/prompts.ts';
import type { Destruction } from '../../check/shell/destructive.ts';
import { firstIndex } from '../../text/first-index.ts';
import type { Position, Range } from '../../text/position.ts';
import { commandsIn } from '../lessons/commands.ts';
import { namesGivenIn, type Given } from './given-names.ts';
import { placeholdersIn, type Placeholder } from './placeholders.ts';
import { scan } from './scan.ts';
import { familyOfCode, type ShellFamily } from './shell-family.ts';
import { destructionIn, isTerminalLine } from './terminal-line.ts';

/** Why a command cannot be placed in a terminal: line breaks are part of it, invisible characters, or it is for another program. */
export type Unsendable = 'lines' | 'characters' | 'program';

/** One command of a runbook. */
export interface RunbookCommand {
  /** The range after its prompt, to the end of its last line. */
  readonly range: Range;
  /** Without prompts, output and comments behind it. On one line, if the shell does not care. */
  readonly text: string;
  readonly unsendable?: Unsendable;
  readonly family: ShellFamily;
  /** The loss that it causes. */
  readonly destruction?: Destruction;
  readonly placeholders: readonly Placeholder[];
  /** Variables that the runbook sets up to the end of its block. */
  readonly given: Given;
  /** The first line of its block. */
  readonly blockLine: number;
}

/** Larger blocks are listings. */
const longest = 20_000;
/** Prompts of databases and other programs, and of shells in a container. */
const otherProgram =
  /^\s*(?:[\w.:-]{1,40}(?:\s?\[[\w()]{1,40}\])?[=*(-]{0,2}>|[\w.-]{1,40}[=*(-]{1,2}#|>>>|(?:ba|z)?sh-[\d.]{1,8}[$#])\s+(?=\S)/;

/**
 * The beginning of a line that is not a command of a POSIX shell: keys of YAML, JSON, PromQL, log lines, and marks for
 * omitted text.
 */
const noCommand =
  /^(?:[\]}"'`*…|,]|\{\S|\{$|\[(?!\[?\s)|-\s|\.\.\.|[\w./-]+:(?:\s|$)|\w+(?:\sby)?\s*\([^)]|[IWEF]\d{4}\s)/;

/** Returns the commands in the code blocks of a document, in order. Each document is read once. */
export const runbookCommands: (document: CatalogDocument) => readonly RunbookCommand[] = perDocument((document) => {
  /** For each variable the first block that sets it. */
  const setters = new Map<string, number>();
  return document.blocks.flatMap((block, index) => {
    const form = block.type === 'code' ? formOf(block, document.blocks[index - 1]) : undefined;
    if (form === undefined) {
      return [];
    }
    const { language = '' } = block;
    const family = familyOfCode(language, block.text);
    for (const name of namesGivenIn(block.text, family)) {
      setters.set(`${family} ${name}`, Math.min(index, setters.get(`${family} ${name}`) ?? index));
    }
    const given: Given = {
      has: (name) => (setters.get(`${family} ${name}`) ?? Number.MAX_SAFE_INTEGER) <= index,
    };
    return form === 'database' ? whole(document, block) : inBlock(document, block, family, given);
  });
});

/** Returns the command at a line: on it, or else the next one of the same block, or its last. Undefined outside of blocks. */
export function commandAtLine(document: CatalogDocument, line: number): RunbookCommand | undefined {
  const block = document.blocks.find(({ firstLine, lastLine }) => firstLine <= line && line <= lastLine);
  const inside = runbookCommands(document).filter(({ blockLine }) => blockLine === block?.firstLine);
  return inside.find(({ range }) => line <= range.end.line) ?? inside.at(-1);
}

function formOf(block: Block, before: Block | undefined): 'shell' | 'database' | undefined {
  const form = codeForm(block.language ?? '');
  if (form === 'other' || block.text.length > longest || (before?.type === 'text' && introducesOutput(before.text))) {
    return undefined;
  }
  if (form === 'plain' && commandsIn(block) === undefined && familyOfCode('', block.text) === 'posix') {
    return undefined;
  }
  return form === 'database' ? 'database' : 'shell';
}

/** Statements for a database: one unit for its own program. */
function whole({ lines }: CatalogDocument, block: Block): RunbookCommand[] {
  const spans = linesOfBlock(lines, block).filter((span) => span.text.trim() !== '');
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) {
    return [];
  }
  return [
    {
      range: {
        start: { line: first.line, character: first.from },
        end: { line: last.line, character: last.from + last.text.trimEnd().length },
      },
      text: block.text.trim(),
      unsendable: 'program',
      family: 'posix',
      placeholders: [],
      given: new Set(),
      blockLine: block.firstLine,
    },
  ];
}

interface Line {
  readonly text: string;
  /** Characters that its prompt takes. */
  readonly cut: number;
  readonly other: boolean;
}

function inBlock(document: CatalogDocument, block: Block, family: ShellFamily, given: Given): RunbookCommand[] {
  const spans = linesOfBlock(document.lines, block);
  const lines = withoutPrompts(withoutOutput(block.text), block.language ?? '');
  const code = lines.map(({ text }) => text).join('\n');
  const starts: number[] = [];
  let offset = 0;
  for (const { text } of lines) {
    starts.push(offset);
    offset += text.length + 1;
  }
  const place = (at: number): Position & { readonly index: number } => {
    const index = Math.max(0, firstIndex(starts.length, (each) => (starts[each] ?? 0) > at) - 1);
    const { line = block.textLine, from = 0 } = spans[index] ?? {};
    return { index, line, character: from + (lines[index]?.cut ?? 0) + at - (starts[index] ?? 0) };
  };
  const units = scan(code, family).units.filter(
    ({ start }) => family !== 'posix' || !noCommand.test(code.slice(start, start + 80)),
  );
  return units.map(({ start, end, line }): RunbookCommand => {
    const text = line ?? code.slice(start, end);
    const { index, ...from } = place(start);
    const { line: lastLine, character } = place(end);
    const destruction = destructionIn(text);
    const unsendable = unsendableOf(text, line, lines[index]?.other === true);
    return {
      range: { start: from, end: { line: lastLine, character } },
      text,
      ...(unsendable !== undefined && { unsendable }),
      family,
      ...(destruction !== undefined && { destruction }),
      placeholders: placeholdersIn(text, family, given),
      given,
      blockLine: block.firstLine,
    };
  });
}

function unsendableOf(text: string, line: string | undefined, other: boolean): Unsendable | undefined {
  if (other) {
    return 'program';
  }
  return line === undefined ? 'lines' : isTerminalLine(text) ? undefined : 'characters';
}

/** The lines of a block without their prompts, where they have one. */
function withoutPrompts(code: string, language: string): Line[] {
  const lines = code.split('\n');
  const known = new Map(promptsOf(lines, language).map(({ index, end }) => [index, end]));
  return lines.map((line, index): Line => {
    const isRemark = /^\s*#/.test(line);
    const cut = known.get(index) ?? (known.size > 0 || isRemark ? 0 : (promptsOf([line], language)[0]?.end ?? 0));
    const program = cut === 0 && !isRemark ? (otherProgram.exec(line)?.[0].length ?? 0) : 0;
    return { text: line.slice(cut + program), cut: cut + program, other: program > 0 };
  });
}
