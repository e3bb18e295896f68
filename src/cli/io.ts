/** What a command may do to the world besides reading files: print. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  /** Where relative paths begin. */
  readonly cwd: string;
}

/** Exit codes, as `--help` states them. */
export const exitCode = { clean: 0, failure: 1, findings: 2 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
