import { array, boolean, description, optional, pipe, string } from 'valibot';
import { customShare, fewestNeighbours } from '../../convention/neighbourhood.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { linesOfCode } from '../../document/places.ts';
import type { Span } from '../../text/span.ts';
import { codeForm } from '../shell/languages.ts';
import { namesHost, promptsOf, type Prompt } from '../shell/prompts.ts';
import type { Block } from '../../document/model.ts';
import type { Fix } from '../../text/finding.ts';
import type { Range } from '../../text/position.ts';
import { holdsCommands } from '../../document/signals.ts';
import { optionsOf, type Report, type Rule, type RuleContext } from './rule.ts';
import { tellsProcedure } from '../../vocabulary/kind.ts';

/** Fewest other command blocks in the document from which its own custom shows. */
const fewestBlocks = 3;
/** Fewest blocks without prompts that show that prompts are the exception in a document. */
const fewestBare = 2;
/** Ratio of blocks without prompts to blocks with prompts that shows it even if most other documents have prompts. */
const plain = 5;
/** Fewest other documents with commands that show what is usual among them. */
const fewestOthers = fewestNeighbours - 1;
/** Share of the other documents without prompts that makes a prompt the exception. */
const bareShare = 0.75;

const options = {
  prompts: optional(
    pipe(
      array(string()),
      description('More prompts to report, such as "mysql>", in addition to those of the usual shells.'),
    ),
    [],
  ),
  always: optional(
    pipe(boolean(), description('Report prompts even where they are the custom, or where nothing shows what is.')),
    false,
  ),
};

/** Reports a block of commands that cannot be copied and run because each begins with the shell prompt, where others can. */
export const commandPromptInBlock: Rule = {
  id: 'command-prompt-in-block',
  summary: 'Commands in a code block begin with a shell prompt, so they do not run when copied.',
  defaultSeverity: 'information',
  groupedBy: 'document',
  options,

  *check(context): Iterable<Report> {
    if (!tellsProcedure(context.document)) {
      return;
    }
    const { prompts: own, always } = optionsOf(commandPromptInBlock, options, context);
    const found = own.length > 0 ? read(context.document, own) : usuallyRead(context.document);
    if (found.prompted.length === 0) {
      return;
    }
    const evidence = evidenceOf(found, context);
    if (evidence === undefined && !always) {
      return;
    }
    for (const block of found.prompted) {
      const { prompts, lines } = block;
      const [first] = prompts;
      if (first !== undefined) {
        yield {
          range: rangeOf(lines, first, first.text.length),
          about: first.text,
          message: `${saidOf(prompts)}${evidence ?? ''}`,
          ...(evidence === undefined && { severity: 'hint' as const }),
          fix: () => withoutPrompts(block),
        };
      }
    }
  },
};

interface PromptedBlock {
  readonly block: Block;
  readonly lines: readonly Span[];
  readonly prompts: readonly Prompt[];
}

/** The command blocks of a document. */
interface CommandBlocks {
  /** Those to report. */
  readonly prompted: readonly PromptedBlock[];
  /** The number of others with prompts: those that show output too. */
  readonly sessions: number;
  /** The number of those without prompts. */
  readonly bare: number;
}

function read({ lines, blocks }: CatalogDocument, own: readonly string[]): CommandBlocks {
  const prompted: PromptedBlock[] = [];
  let sessions = 0;
  let bare = 0;
  for (const block of blocks.filter(isForTyping)) {
    const prompts = promptsOf(block.text.split('\n'), block.language ?? '', own);
    const placed = prompts.length === 0 ? undefined : linesOfCode(lines, block);
    if (placed !== undefined) {
      prompted.push({ block, lines: placed, prompts });
    } else if (/^[^\S\n\r\u2028\u2029]*(?:\$|[\w.-]+@\S+[#$%>]) ?/m.test(block.text)) {
      sessions += 1;
    } else if (prompts.length === 0 && codeForm(block.language ?? '') === 'script') {
      bare += 1;
    }
  }
  return { prompted, sessions, bare };
}

const usuallyRead = perDocument((document) => read(document, []));

/**
 * Returns the evidence that prompts are an exception here, in words: most other blocks of the document have none, or,
 * if it has few others, most other documents have none. Undefined if nothing shows it, or if prompts are the custom of
 * the document or of those around it.
 */
function evidenceOf({ prompted, sessions, bare }: CommandBlocks, context: RuleContext): string | undefined {
  const marked = prompted.length + sessions;
  const around = othersOf(context)
    .map(usuallyRead)
    .filter((other) => other.prompted.length + other.sessions + other.bare > 0);
  const without = around.filter((other) => other.prompted.length + other.sessions === 0).length;
  const known = around.length >= fewestOthers;
  if (known && without * 2 < around.length && bare < plain * marked) {
    return undefined;
  }
  if (bare >= fewestBare && bare >= customShare * (marked + bare)) {
    return `; ${bare} other ${bare === 1 ? 'block' : 'blocks'} in this document can`;
  }
  return known && marked + bare - 1 < fewestBlocks && without >= bareShare * around.length
    ? ` (${without} of ${around.length} ${othersInWords(context)} with commands have no prompts)`
    : undefined;
}

/**
 * The fix that removes the prompts of a block; undefined if a prompt names the host, or if the block would no longer be recognised as
 * commands.
 */
function withoutPrompts(block: PromptedBlock): Fix | undefined {
  const { prompts, lines } = block;
  return prompts.some(namesHost) || !isPlainlyCommands(block)
    ? undefined
    : {
        title: 'Remove the prompts in this block',
        edits: prompts.map((prompt) => ({ range: rangeOf(lines, prompt, prompt.end - prompt.start), newText: '' })),
      };
}

/** Whether a block is still recognised as commands without its prompts. */
function isPlainlyCommands({ block, lines, prompts }: PromptedBlock): boolean {
  const starts = new Map(prompts.map(({ index, end }) => [index, end]));
  const text = lines.map((line, index) => line.text.slice(starts.get(index) ?? 0)).join('\n');
  return holdsCommands({ ...block, text });
}

function isForTyping({ type, language = '' }: Block): boolean {
  const form = codeForm(language);
  return type === 'code' && (form === 'script' || form === 'plain');
}

function rangeOf(lines: readonly Span[], { index, start }: Prompt, length: number): Range {
  const { line, from } = lines[index] ?? { line: 0, from: 0 };
  return {
    start: { line, character: from + start },
    end: { line, character: from + start + length },
  };
}

function saidOf(prompts: readonly Prompt[]): string {
  const text = prompts[0]?.text ?? '';
  const what = prompts.length === 1 ? 'The command begins' : `All ${prompts.length} commands begin`;
  return `${what} with the prompt "${text}", so ${prompts.length === 1 ? 'it' : 'they'} cannot be copied and run`;
}
