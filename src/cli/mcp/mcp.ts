import { stdin } from 'node:process';
import type { Readable } from 'node:stream';
import { UserError } from '../../core/index.ts';
import { commonOptions, globOptions, parseOptions } from '../arguments.ts';
import { folderNamed, indexFolder } from '../index-folder.ts';
import { exitCode, type ExitCode, type Io } from '../io.ts';
import { printHelp } from '../print-help.ts';
import { FolderSource } from './folder-source.ts';
import { serve } from './server.ts';

/** `runbook-lens mcp`. Resolves when the input ends. @param input has the messages of the client. */
export async function runMcp(args: readonly string[], io: Io, input: Readable = stdin): Promise<ExitCode> {
  const options = readArguments(args);
  if (options.help) {
    return printHelp('mcp', io);
  }
  const told = new Set<string>();
  const note = (text: string): void => {
    // The folder is read again and again; what is wrong with a file is told once.
    if (!told.has(text)) {
      told.add(text);
      io.note(text);
    }
  };
  // A folder that is not there is told at once. Reading it can take longer than clients wait for a server to start.
  await folderNamed(options.path, io);
  const indexed = indexFolder({ ...options, history: false }, { ...io, note });
  const source = indexed.then((folder) => new FolderSource(folder));
  await serve(source, { input, output: io.raw, note });
  return exitCode.clean;
}

function readArguments(args: readonly string[]) {
  const { include, exclude, help } = commonOptions;
  const { values, positionals } = parseOptions('mcp', args, { include, exclude, help });
  if (positionals.length > 1) {
    throw new UserError(`mcp accepts one path, not ${positionals.length}: ${positionals.join(' ')}`);
  }
  return { path: positionals[0], ...globOptions(values), help: values.help ?? false };
}
