/** How many tests of one suite passed and failed. */
export interface Outcome {
  readonly suite: string;
  readonly passed: number;
  readonly failed: number;
}

/** Starts what the tests print, to tell it from what VS Code itself prints. */
const MARK = '[tests] ';
const OUTCOME = 'outcome: ';

/** Prints lines of the tests, from the extension host to the runner outside VS Code. */
export function printLine(text: string): void {
  console.log(`${MARK}${text}`);
}

/** What the tests printed with `printLine` when `text` holds such a print, else nothing. */
export function parseLine(text: string): string | undefined {
  const start = text.indexOf(MARK);
  return start < 0 ? undefined : text.slice(start + MARK.length);
}

/** The line that tells the runner how a suite ended. */
export function formatOutcome(outcome: Outcome): string {
  return `${OUTCOME}${JSON.stringify(outcome)}`;
}

/** The outcome that a line of the tests tells, or nothing when it is another line. */
export function parseOutcome(line: string): Outcome | undefined {
  return line.startsWith(OUTCOME) ? (JSON.parse(line.slice(OUTCOME.length)) as Outcome) : undefined;
}
