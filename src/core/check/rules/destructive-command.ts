import { array, description, optional, pipe, string } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import { matchesOf } from '../../text/matches.ts';
import { linesOfCode } from '../../document/places.ts';
import { commandsOf, type Command } from '../shell/commands-of.ts';
import { destructionOf, type Destruction } from '../shell/destructive.ts';
import { isStep } from '../shell/inline.ts';
import { codeForm } from '../shell/languages.ts';
import { Surroundings } from '../shell/surroundings.ts';
import { blank, passage } from '../wording/passages.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { fold } from '../../text/plain-text.ts';
import { optionsOf, type Report, type Rule } from './rule.ts';
import { tellsProcedure } from '../../vocabulary/kind.ts';

const options = {
  commands: optional(
    pipe(array(string()), description('Beginnings of more destructive commands, such as "nuke-cache".')),
    [],
  ),
  allow: optional(
    pipe(array(string()), description('Beginnings of commands that need no warning, such as "rm -rf /srv/cache".')),
    [],
  ),
};

interface Wanted {
  readonly commands: readonly string[];
  readonly allow: readonly string[];
}

interface Found extends Destruction {
  readonly command: Command;
}

/** Reports a destructive command in a procedure without a warning. */
export const destructiveCommand: Rule = {
  id: 'destructive-command',
  summary: 'A step destroys data or capacity without a warning near it.',
  defaultSeverity: 'warning',
  options,

  *check(context): Iterable<Report> {
    const { document } = context;
    if (!tellsProcedure(document)) {
      return;
    }
    const wanted = optionsOf(destructiveCommand, options, context);
    const { lines } = document;
    let surroundings: Surroundings | undefined;
    for (const [index, block] of document.blocks.entries()) {
      const report = block.type === 'code' ? inCode(block, lines, wanted) : inText(document, block, lines, wanted);
      if (report !== undefined) {
        surroundings ??= new Surroundings(document);
        if (!surroundings.isWarned(index)) {
          yield report;
        }
      }
    }
  },
};

/** The first destructive command of a code block. */
function inCode(block: Block, lines: Lines, wanted: Wanted): Report | undefined {
  const form = codeForm(block.language ?? '');
  const found = form === 'other' ? undefined : firstDestructive(block.text, form === 'database', wanted);
  const placed = found === undefined ? undefined : linesOfCode(lines, block);
  if (found === undefined || placed === undefined) {
    return undefined;
  }
  const { offset, length } = found.command;
  const line = block.text.slice(0, offset).split('\n').length - 1;
  const from = (placed[line]?.from ?? 0) + offset - (block.text.lastIndexOf('\n', offset - 1) + 1);
  const at = placed[line]?.line ?? 0;
  return reportOf(
    found,
    { start: { line: at, character: from }, end: { line: at, character: from + length } },
    found.final,
  );
}

/** The first destructive command that is a step in running text. */
function inText(document: CatalogDocument, block: Block, lines: Lines, wanted: Wanted): Report | undefined {
  if (block.type !== 'text' || block.quoted || !block.text.includes('`')) {
    return undefined;
  }
  const { offset, text: source } = passage(document, block, lines);
  const text = source.trimEnd();
  const before = textBefore(text);
  for (const { 0: span, 1: code = '', index } of matchesOf(codeSpan, text)) {
    const found = firstDestructive(code, false, wanted);
    if (found !== undefined && isStep(before(index), text.slice(index + span.length))) {
      const from = offset + index + 1;
      const range = { start: lines.positionAt(from), end: lines.positionAt(from + code.length) };
      return reportOf(found, range, false);
    }
  }
  return undefined;
}

const codeSpan = /(?<!`)`([^`\n]+)`(?!`)/g;

/** Length of the text before a command that shows whether it is a step. */
const farthest = 400;

/** Returns a function that gives the text before an offset, without closed code. Call it with ascending offsets. */
function textBefore(text: string): (index: number) => string {
  const codes = matchesOf(/`[^`]*`/g, text);
  const bare = blank(text, /`[^`]*`/g);
  let next = 0;
  return (index) => {
    while (next < codes.length && (codes[next]?.index ?? 0) + (codes[next]?.[0].length ?? 0) <= index) {
      next += 1;
    }
    const from = Math.max(0, index - farthest);
    const open = Math.max(from, Math.min(index, codes[next]?.index ?? index));
    return bare.slice(from, open) + text.slice(open, index);
  };
}

function firstDestructive(code: string, database: boolean, { commands, allow }: Wanted): Found | undefined {
  for (const command of commandsOf(code, database)) {
    const begins = (prefix: string): boolean => fold(prefix) !== '' && command.text.startsWith(fold(prefix));
    const destruction = commands.some(begins)
      ? { effect: 'is destructive according to the configuration', final: true }
      : destructionOf(command.text);
    if (destruction !== undefined && !allow.some(begins)) {
      return { ...destruction, command };
    }
  }
  return undefined;
}

/** Longer commands are cut in messages. */
const longestName = 60;

function reportOf({ effect, command }: Found, range: Range, strong: boolean): Report {
  const { text } = command;
  const name = text.length > longestName ? `${text.slice(0, longestName - 1).trimEnd()}…` : text;
  return {
    range,
    about: name,
    message: `"${name}" ${effect}, but there is no warning near it: add a warning, a check to do first or a rollback.`,
    ...(!strong && { severity: 'information' as const }),
  };
}
