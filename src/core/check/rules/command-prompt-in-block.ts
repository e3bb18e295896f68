import { array, description, optional, pipe, string } from 'valibot';
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

const options = {
  prompts: optional(
    pipe(
      array(string()),
      description('More prompts to report, such as "mysql>", in addition to those of the usual shells.'),
    ),
    [],
  ),
};

/** Reports a block of commands that cannot be copied and run because each begins with the shell prompt. */
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
    const { prompted, bare } = read(context);
    for (const block of prompted) {
      const { prompts, lines } = block;
      const [first] = prompts;
      if (first !== undefined) {
        const custom = bare < prompted.length;
        yield {
          range: rangeOf(lines, first, first.text.length),
          about: first.text,
          message: messageFor(prompts, custom ? undefined : bare),
          ...(custom && { severity: 'hint' as const }),
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

/** The blocks to report, and the number of other command blocks without prompts. */
function read(context: RuleContext): { prompted: readonly PromptedBlock[]; bare: number } {
  const { prompts: own } = optionsOf(commandPromptInBlock, options, context);
  const lines = context.document.lines;
  const prompted: PromptedBlock[] = [];
  let bare = 0;
  for (const block of context.document.blocks.filter(isForTyping)) {
    const prompts = promptsOf(block.text.split('\n'), block.language ?? '', own);
    const placed = prompts.length === 0 ? undefined : linesOfCode(lines, block);
    if (placed !== undefined) {
      prompted.push({ block, lines: placed, prompts });
    }
    bare +=
      prompts.length === 0 &&
      codeForm(block.language ?? '') === 'script' &&
      !/^[^\S\n\r\u2028\u2029]*(?:\$|[\w.-]+@\S+[#$%>]) ?/m.test(block.text)
        ? 1
        : 0;
  }
  return { prompted, bare };
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

function messageFor(prompts: readonly Prompt[], bare: number | undefined): string {
  const text = prompts[0]?.text ?? '';
  const others = bare === undefined ? '' : `; ${bare} other ${bare === 1 ? 'block' : 'blocks'} in this document can`;
  const what = prompts.length === 1 ? 'The command begins' : `All ${prompts.length} commands begin`;
  return `${what} with the prompt "${text}", so ${prompts.length === 1 ? 'it' : 'they'} cannot be copied and run${others}`;
}
