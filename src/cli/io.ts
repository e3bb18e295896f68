import { logLine } from '../core/index.ts';

/** What a process has to print to. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Where relative paths begin. */
  readonly cwd: string;
}

/** What a command may do to the world besides reading files: print. */
export interface Io {
  /** Where relative paths begin. */
  readonly cwd: string;
  /** Prints a line for people. Whatever it holds, it stays one line, steers no terminal and is no command to a CI service. */
  readonly line: (text: string) => void;
  /** The same on the error stream. */
  readonly note: (text: string) => void;
  /** Prints a text of a report format, or of the program's own, as it is. */
  readonly raw: (text: string) => void;
  /** The same on the error stream. */
  readonly rawNote: (text: string) => void;
}

/** Printing to streams. */
export function ioOf({ out, err, cwd }: Streams): Io {
  return {
    cwd,
    line: (text) => out(`${logLine(text)}\n`),
    note: (text) => err(`${logLine(text)}\n`),
    raw: out,
    rawNote: err,
  };
}

/** Exit codes, as `--help` states them. */
export const exitCode = { clean: 0, failure: 1, findings: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
