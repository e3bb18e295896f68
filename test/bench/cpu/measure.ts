import { spawnSync } from 'node:child_process';

/** A program and its arguments, and the folder that it runs in. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/**
 * Runs each command once to warm up, then all in turn, round by round, so that what else the machine does falls on all of them alike.
 * Returns the CPU times in milliseconds, one for each command in each round. Throws when a command does not run, or no bash is there to ask.
 */
export function cpuTimes(commands: readonly Command[], rounds: number): number[][] {
  commands.forEach(cpuTime);
  return Array.from({ length: rounds }, () => commands.map(cpuTime));
}

/**
 * The CPU time of a whole process in milliseconds, user and system, from its first instruction to its last. Processes that it starts and
 * waits for, such as git, count. Node.js cannot tell that of a child; bash does.
 */
function cpuTime({ program, args, cwd }: Command): number {
  const script = `TIMEFORMAT='%3U %3S'; time "$0" "$@" </dev/null >/dev/null 2>/dev/null`;
  const { error, status, stderr } = spawnSync('bash', ['-c', script, program, ...args], { cwd, encoding: 'utf8' });
  const [, user, system] = /^(\d+\.\d+) (\d+\.\d+)\n$/.exec(stderr ?? '') ?? [];
  // The check ends with 2 where it finds something; whatever else is not 0 is a failure, and a failure takes no time.
  if (error !== undefined || (status !== 0 && status !== 2) || user === undefined || system === undefined) {
    throw new Error(`${program} ${args.join(' ')} did not run: ${error?.message ?? stderr}`);
  }
  return (Number(user) + Number(system)) * 1000;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** What lies in the middle half, and the value in the middle: `0.31 (0.29 to 0.34)`. */
export function withSpread(values: readonly number[], digits: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN).toFixed(digits);
  return `${at(0.5)} (${at(0.25)} to ${at(0.75)})`;
}
