import { array, description, optional, pipe, string } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import { matchesOf } from '../../text/matches.ts';
import { linesOfCode } from '../../document/places.ts';
import { commandsOf, type Command } from '../shell/commands-of.ts';
import { destructionOf, type Destruction } from '../shell/destructive.ts';
import { isStep, namesCause } from '../shell/inline.ts';
import { codeForm } from '../shell/languages.ts';
import { losesNoCommits } from '../shell/pushes.ts';
import { isMadeAgain } from '../shell/made-again.ts';
import { introducesOutput, lastSentence, withoutOutput } from '../shell/printed.ts';
import { Surroundings, type Place, type Said } from '../shell/surroundings.ts';
import { blank, passage } from '../wording/passages.ts';
import type { Block } from '../../document/model.ts';
import type { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { fold } from '../../text/plain-text.ts';
import { optionsOf, type Report, type Rule } from './rule.ts';
import { tellsProcedure } from '../../vocabulary/kind.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import { isInstruction } from '../../document/kind/prose.ts';
import { sectionAt } from '../../document/section-at.ts';

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

interface Destructive extends Destruction {
  readonly command: Command;
}

interface Found extends Destruction, Place {
  readonly range: Range;
  readonly inText: boolean;
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
      const found = block.type === 'code' ? inCode(block, lines, wanted) : inText(document, block, lines, wanted);
      for (const each of found) {
        surroundings ??= new Surroundings(document);
        if (block.type === 'code' && isShown(document, block, surroundings.leadIn(index))) {
          break;
        }
        const said = surroundings.said(index, each);
        if (said !== 'enough') {
          yield reportOf(each, said);
          break;
        }
      }
    }
  },
};

/** Whether a block of code shows what was printed or what caused a fault, so that nobody is to run it. */
function isShown(document: CatalogDocument, block: Block, leadIn: string): boolean {
  return (
    introducesOutput(leadIn) ||
    namesCause(leadIn) ||
    (isCause(sectionAt(document, block.firstLine)?.title) && !isInstruction(lastSentence(leadIn).toLowerCase()))
  );
}

function isCause(title = ''): boolean {
  return canonicalIds('runbook', title).includes('causes');
}

/** The destructive commands of a code block. */
function inCode(block: Block, lines: Lines, wanted: Wanted): Found[] {
  const form = codeForm(block.language ?? '');
  if (form === 'other') {
    return [];
  }
  let all: Destructive[] = [];
  for (const each of destructive(withoutOutput(withoutFiles(block.text)), form === 'database', wanted)) {
    all.push(each);
    if (all.length === mostOfBlock) {
      break;
    }
  }
  // The deletion of a claim also deletes the content of its volume.
  if (all.some(({ command }) => claims.test(command.text))) {
    all = all.filter(({ command }) => !volumes.test(command.text));
  }
  const placed = all.length === 0 ? undefined : linesOfCode(lines, block);
  return (placed === undefined ? [] : all).map((each) => {
    const { offset, length } = each.command;
    const before = block.text.slice(0, offset);
    const index = before.split('\n').length - 1;
    const { line = 0, from: margin = 0 } = placed?.[index] ?? {};
    const from = margin + offset - (before.lastIndexOf('\n') + 1);
    const range = { start: { line, character: from }, end: { line, character: from + length } };
    return {
      ...each,
      range,
      inText: false,
      command: each.command.text,
      remark: remarkBefore(before),
      earlier: before,
      behind: '',
    };
  });
}

/** Begins the text that a program reads, and programs that write it to a file. */
const opensText = /<<-?\s*["']?(\w+)/;
const writesFile = /\bcat\b[^\n>]*>|\btee\s/;

/** Code without the lines that it writes to a file, which nobody runs by reading them. */
function withoutFiles(code: string): string {
  if (!code.includes('<<')) {
    return code;
  }
  let end: string | undefined;
  return code
    .split('\n')
    .map((line) => {
      const inside = end !== undefined;
      if (end === undefined) {
        end = writesFile.test(line.replace(opensText, '')) ? opensText.exec(line)?.[1] : undefined;
      } else if (line.trim() === end) {
        end = undefined;
      }
      return inside ? ' '.repeat(line.length) : line;
    })
    .join('\n');
}

const claims = /\sdelete\s(?:[^|;&]*\s)?(?:pvc|persistentvolumeclaims?)[\s/,]/i;
const volumes = /\sdelete\s(?:-\S+\s)*(?:pv|persistentvolumes?)[\s/]/i;

/** The comment above a command, if there is no other command between them. */
function remarkBefore(code: string): string {
  return /(?:^|\n)[ \t]*(?:#|--|\/\/)([^\n]*)\n[^\n]*$/.exec(code)?.[1] ?? '';
}

/** The destructive commands that are steps in running text. */
function inText(document: CatalogDocument, block: Block, lines: Lines, wanted: Wanted): Found[] {
  if (block.type !== 'text' || block.quoted || !block.text.includes('`')) {
    return [];
  }
  const { offset, text: source } = passage(document, block, lines);
  const text = source.trimEnd();
  const before = textBefore(text);
  const found: Found[] = [];
  const spans = matchesOf(codeSpan, text);
  let at = 0;
  let begin = 0;
  let reported = -1;
  // All commands of the paragraph at once, because one can make again what another deletes.
  for (const each of destructive(spans.map(([, code = '']) => code).join('\n'), false, wanted)) {
    for (; each.command.offset > begin + (spans[at]?.[1]?.length ?? 0); at += 1) {
      begin += (spans[at]?.[1]?.length ?? 0) + 1;
    }
    const [span = '', code = ''] = spans[at] ?? [];
    const index = spans[at]?.index ?? 0;
    const lead = at === reported ? '' : before(index);
    const behind = text.slice(index + span.length);
    if (at !== reported && isStep(lead, behind) && !isInCause(document, block, lead)) {
      reported = at;
      const from = offset + index + 1;
      const range = { start: lines.positionAt(from), end: lines.positionAt(from + code.length) };
      found.push({ ...each, range, inText: true, command: each.command.text, remark: lead, earlier: '', behind });
      if (found.length === mostOfBlock) {
        break;
      }
    }
  }
  return found;
}

/** Whether a command in running text is named as a cause: by the label of its paragraph or under a title, without an instruction. */
function isInCause(document: CatalogDocument, block: Block, before: string): boolean {
  const label = /^[^:\n`]{2,60}(?=:)/.exec(block.text)?.[0] ?? '';
  return (
    (isCause(label) || isCause(sectionAt(document, block.firstLine)?.title)) &&
    !isInstruction(lastSentence(before).toLowerCase())
  );
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

/** The destructive commands of some code, without those whose things the same code makes again. */
function* destructive(code: string, database: boolean, { commands, allow }: Wanted): Generator<Destructive> {
  const all = commandsOf(code, database);
  for (const [at, command] of all.entries()) {
    const begins = (prefix: string): boolean => fold(prefix) !== '' && command.text.startsWith(fold(prefix));
    const destruction = commands.some(begins)
      ? { effect: 'is destructive according to the configuration', final: true }
      : destructionOf(command.text);
    if (destruction !== undefined && !allow.some(begins) && !isMadeAgain(at, all, code) && !losesNoCommits(at, all)) {
      yield { ...destruction, command };
    }
  }
}

/** Number of commands of a block that are looked at: the first without a warning is told. */
const mostOfBlock = 20;

/** Longer commands are cut in messages. */
const longestName = 60;

const lacks: Readonly<Record<Exclude<Said, 'enough'>, string>> = {
  nothing: 'but there is no warning near it: add a warning, a check to do first or a rollback.',
  renewable: 'but there is no warning near it: add a warning, a check to do first or a rollback.',
  named: 'but nothing near it asks to check first: add a check, a warning or a rollback.',
};

function reportOf({ effect, final, command, range, inText: mentioned }: Found, said: Exclude<Said, 'enough'>): Report {
  const name = command.length > longestName ? `${command.slice(0, longestName - 1).trimEnd()}…` : command;
  return {
    range,
    about: name,
    message: `"${name}" ${effect}, ${lacks[said]}`,
    ...((!final || mentioned || said === 'renewable') && { severity: 'information' as const }),
  };
}
