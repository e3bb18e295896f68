import { readDocument } from '../../../../../src/core/index.ts';
import { runbookCommands, type RunbookCommand } from '../../../../../src/core/workflow/commands/read.ts';

/** The commands of a runbook with these blocks of code. */
export function commandsIn(...blocks: readonly string[]): readonly RunbookCommand[] {
  return runbookCommands(runbook(blocks.join('\n\n')));
}

/** A runbook with this body. */
export function runbook(body: string): ReturnType<typeof readDocument> {
  return readDocument({ uri: 'file:///r/a.md', root: 'file:///r', path: 'runbooks/a.md' }, `# A\n\n${body}\n`, {
    kind: 'runbook',
    why: 'test',
  });
}

/** A fence around code. */
export function fence(code: string, language = 'bash'): string {
  return `\`\`\`${language}\n${code}\n\`\`\``;
}
