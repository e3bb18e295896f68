import type { helps } from './help.ts';
import { exitCode, type ExitCode, type Io } from './io.ts';

/** Prints the help of a subcommand, which is loaded for that. */
export async function printHelp(command: keyof typeof helps, io: Io): Promise<ExitCode> {
  const { helps: texts } = await import('./help.ts');
  const { [command]: help } = texts;
  io.raw(help);
  return exitCode.clean;
}
