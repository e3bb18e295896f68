import { readFile } from 'node:fs/promises';
import { allRules } from '../../src/core/index.ts';
import { activationEvents } from '../../src/vscode/contributes/activation.ts';
import { configurationJsonSchema } from './configuration-schema.ts';
import { contributions, ruleTexts, toolTexts } from './contributions.ts';

const root = new URL('../../', import.meta.url);

/** A generated file, or one with a generated part: its current and its wanted text. */
export interface Generated {
  /** Path relative to the project. */
  readonly path: string;
  readonly now: string;
  readonly wanted: string;
}

/** Returns all generated files. Parts written by hand stay as they are. */
export async function generatedFiles(): Promise<Generated[]> {
  const make: ReadonlyArray<readonly [path: string, write: (now: string) => string]> = [
    ['package.json', manifest],
    ['package.nls.json', texts],
    ['docs/reference.md', reference],
    ['media/configuration.schema.json', configurationJsonSchema],
  ];
  return Promise.all(
    make.map(async ([path, write]) => {
      const now = await readFile(new URL(path, root), 'utf8');
      return { path, now, wanted: write(now) };
    }),
  );
}

/** Returns the files whose text is not current. */
export function stale(files: readonly Generated[]): Generated[] {
  return files.filter(({ now, wanted }) => now !== wanted);
}

function manifest(now: string): string {
  const content = JSON.parse(now) as { contributes: object };
  return asText({ ...content, contributes: { ...content.contributes, ...contributions() }, activationEvents });
}

/** Puts the summaries of rules after the text of their setting, and the texts of tools at the end. */
function texts(now: string): string {
  const setting = 'config.rules';
  const byHand = Object.entries(JSON.parse(now) as object).filter(
    ([key]) => !key.startsWith(`${setting}.`) && !key.startsWith('tool.'),
  );
  const withRules = byHand.flatMap((entry) =>
    entry[0] === setting ? [entry, ...Object.entries(ruleTexts())] : [entry],
  );
  return asText({ ...Object.fromEntries(withRules), ...toolTexts() });
}

/** Replaces the table of rules. */
function reference(now: string): string {
  const cells = allRules.map(({ id, defaultSeverity, summary }) => [
    `[${id}](rules/${id}.md)`,
    defaultSeverity,
    summary,
  ]);
  const table = [['rule', 'level', 'finds'], ...cells];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |\n`;
  const [head = [], ...rows] = table;
  const written = [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |\n`, ...rows.map(line)].join(
    '',
  );
  const before = /(?:^\|.*\n)*(?:^\| \[[\w-]+\]\(rules\/.*\n)+/m;
  if (!before.test(now)) {
    throw new Error('docs/reference.md has no table of rules to write anew.');
  }
  return now.replace(before, () => written);
}

function asText(content: object): string {
  return `${JSON.stringify(content, undefined, 2)}\n`;
}
