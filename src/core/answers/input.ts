import { isRecord } from '../text/unknown.ts';
import { UserError } from '../util/user-error.ts';
import { shown } from './shown.ts';
import type { ToolName } from './tool-names.ts';
import { tools, type InputSchema } from './tools.ts';

/** The input of a call, checked against the tool's schema. Empty texts are absent. */
export interface ToolInput {
  readonly query?: string;
  readonly path?: string;
  readonly section?: string;
  readonly service?: string;
  readonly state?: string;
  readonly name?: string;
  readonly text?: string;
  readonly limit?: number;
}

/** Longer texts are refused: a pasted log is shorter. In characters. */
const longestInput = 20_000;

/** Returns the input of a call of a tool. Throws a UserError that says what is wrong. */
export function readInput(tool: ToolName, given: unknown): ToolInput {
  const { input, required } = tools[tool];
  if (given !== undefined && !isRecord(given)) {
    throw new UserError(`${tool} needs an object with its inputs.`);
  }
  const entries = Object.entries(given ?? {}).filter(([, value]) => value !== undefined && value !== null);
  const names = Object.keys(input);
  const unknown = entries.map(([name]) => name).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new UserError(`${tool} has no input "${shown(unknown, 40)}". It has ${names.join(', ')}.`);
  }
  const problem = entries
    .map(([name, value]) => problemOf(name, value, input[name]))
    .find((found) => found !== undefined);
  if (problem !== undefined) {
    throw new UserError(`${tool}: ${problem}`);
  }
  const read = Object.fromEntries(entries.filter(([, value]) => typeof value !== 'string' || value.trim() !== ''));
  const missing = required.find((name) => !Object.hasOwn(read, name));
  if (missing !== undefined) {
    throw new UserError(`${tool} needs ${missing}.`);
  }
  return read;
}

function problemOf(name: string, value: unknown, schema: InputSchema | undefined): string | undefined {
  if (schema?.type === 'integer') {
    const { minimum, maximum } = schema;
    return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      ? undefined
      : `${name} is a whole number from ${minimum} to ${maximum}.`;
  }
  if (typeof value !== 'string') {
    return `${name} is a text.`;
  }
  if (value.length > longestInput) {
    return `${name} has at most ${longestInput} characters.`;
  }
  const choices = schema?.enum;
  return choices === undefined || choices.includes(value) ? undefined : `${name} is one of ${choices.join(', ')}.`;
}
