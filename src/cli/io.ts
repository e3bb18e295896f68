import { logLine } from '../core/index.ts';
import { withoutSecrets } from './without-secrets.ts';

/** The streams of a process. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Base of relative paths. */
  readonly cwd: string;
}

/** The output of a command. Besides reading files, a command may only print. */
export interface Io {
  /** Base of relative paths. */
  readonly cwd: string;
  /** Prints one line. No text can add lines, control a terminal or be a command to a CI service. Secrets in it are taken out. */
  readonly line: (text: string) => void;
  /** Prints one line to standard error, in the same way. */
  readonly note: (text: string) => void;
  /** Prints a report or help text as it is. */
  readonly raw: (text: string) => void;
  /** Prints one line to standard error, in the same way. */
  readonly rawNote: (text: string) => void;
}

/** Returns an `Io` for streams. */
export function ioOf({ out, err, cwd }: Streams): Io {
  return {
    cwd,
    line: (text) => out(`${logLine(withoutSecrets(text))}\n`),
    note: (text) => err(`${logLine(withoutSecrets(text))}\n`),
    raw: out,
    rawNote: err,
  };
}

/** Exit codes; see `--help`. */
export const exitCode = { clean: 0, failure: 1, findings: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
