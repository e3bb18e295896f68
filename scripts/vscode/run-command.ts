import { spawn } from 'node:child_process';

/** Folder and environment of a command. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The longest output in the error of a failed command. */
const QUOTED_OUTPUT = 4000;

/**
 * Runs `command` without a shell and resolves to its standard output. Rejects with an Error that has the command and
 * the end of its output, if it cannot start or its exit code is not 0.
 */
export function runCommand(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const shown = [command, ...args].join(' ');
    let stdout = '';
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => {
      reject(new Error(`Could not run \`${shown}\`: ${error.message}`, { cause: error }));
    });
    child.on('close', (code, signal) => {
      if (code === 0) {
        resolve(stdout);
        return;
      }
      const end = signal === null ? `exit code ${code}` : `signal ${signal}`;
      reject(new Error(`\`${shown}\` ended with ${end}:\n${output.slice(-QUOTED_OUTPUT).trim()}`));
    });
  });
}
