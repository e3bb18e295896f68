// Opens VS Code with the extension; see start/arguments.ts: npm start [-- PATH]
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSampleRepository } from '../sample/create.ts';
import type { StartArguments } from './start/arguments.ts';
import { HELP, parseStartArguments } from './start/arguments.ts';
import { findDesktopCode, openInDesktopCode } from './start/desktop-code.ts';
import { runWebCode } from './start/web-code.ts';

const root = path.resolve(import.meta.dirname, '..');

try {
  // npm changes the current folder to the project. INIT_CWD is the user's folder.
  const base = process.env['INIT_CWD'] ?? process.cwd();
  await start(parseStartArguments(process.argv.slice(2), base));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Runs with parsed arguments. With code-server it returns after Ctrl-C. */
async function start(args: StartArguments): Promise<void> {
  if (args.help) {
    console.log(HELP);
    return;
  }
  const { path: opened } = args;
  if (opened !== undefined) {
    await show(args, { opened, trusted: false });
    return;
  }
  const temporary = await mkdtemp(path.join(tmpdir(), 'runbook-lens-'));
  const sample = path.join(temporary, 'runbook-lens-sample');
  await createSampleRepository(sample);
  console.log(`Created a sample repository in ${sample}`);
  await show(args, { opened: sample, trusted: true });
}

/** Opens a folder in the user's VS Code, or in code-server if there is none. */
async function show(
  args: StartArguments,
  shown: { readonly opened: string; readonly trusted: boolean },
): Promise<void> {
  const command = args.web ? undefined : findDesktopCode();
  if (command !== undefined) {
    try {
      await openInDesktopCode(command, { root, ...shown });
      return;
    } catch (error) {
      console.error(`${String(error)}\nUsing code-server instead.`);
    }
  }
  await runWebCode({ root, open: args.open, ...shown });
}
