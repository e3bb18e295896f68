import type { Part } from './parse.ts';

/** Whether a path matches, and the number of steps that took. */
export interface Run {
  readonly matched: boolean;
  /** At most a constant times the pattern's length times the path's. */
  readonly steps: number;
}

/** At the end of a pattern: the match itself and everything below it. */
export const orBelow: Part = { type: 'choice', branches: [[], [{ type: 'slash' }, { type: 'stars' }]] };

/**
 * Returns a matcher for the parts of a pattern. It follows all ways through the pattern at the same time, as a set of states, so there is
 * no backtracking. Case counts. A dot at the start of a name is an ordinary character.
 */
export function matcherOf(parts: readonly Part[]): (path: string) => Run {
  const program: Instruction[] = [];
  emit(parts, program);
  program.push({ type: 'end' });
  const texts = textsIn(parts);
  const end = parts.at(-1)?.type === 'character' ? (texts.at(-1) ?? '') : '';
  // Most paths do not contain the text of most patterns. This test is fast.
  return (path) =>
    path.endsWith(end) && hasInOrder(path, texts) ? run(program, path) : { matched: false, steps: path.length };
}

/** The texts that every matching path contains, in order. */
function textsIn(parts: readonly Part[]): string[] {
  const runs = [''];
  for (const part of parts) {
    if (part.type === 'character') {
      runs.push(`${runs.pop() ?? ''}${part.character}`);
    } else {
      runs.push('');
    }
  }
  return runs.filter((text) => text !== '');
}

function hasInOrder(path: string, texts: readonly string[]): boolean {
  let from = 0;
  return texts.every((text) => {
    const at = path.indexOf(text, from);
    from = at + text.length;
    return at !== -1;
  });
}

type Instruction =
  | Exclude<Part, { readonly type: 'choice' }>
  | { readonly type: 'split'; readonly targets: readonly number[] }
  | { readonly type: 'jump'; target: number }
  | { readonly type: 'end' };

function emit(parts: readonly Part[], program: Instruction[]): void {
  for (const part of parts) {
    if (part.type !== 'choice') {
      program.push(part);
      continue;
    }
    const targets: number[] = [];
    const jumps: Array<{ readonly type: 'jump'; target: number }> = [];
    program.push({ type: 'split', targets });
    for (const branch of part.branches) {
      targets.push(program.length);
      emit(branch, program);
      const jump = { type: 'jump' as const, target: 0 };
      jumps.push(jump);
      program.push(jump);
    }
    for (const jump of jumps) {
      jump.target = program.length;
    }
  }
}

/**
 * Position of a state within a name of the path. A slash of the pattern is not compared at once, but owed: the next
 * instruction decides whether it is one slash, or any folders. So two stars work the same in braces. The folders before
 * a slash may be none at all, but something is below one.
 */
const inName = 0;
const owesSlash = 1;
/** Two stars have taken a slash, and take whatever comes. */
const takesFolders = 2;
/** Two stars have taken nothing, so that a slash must follow. */
const hasNothing = 3;
/** Two stars have taken whole names, so that a slash or the end must follow. */
const hasFolders = 4;
const modes = 5;

function run(program: readonly Instruction[], path: string): Run {
  const seen = new Uint32Array(program.length * modes);
  const pending: number[] = [];
  let round = 0;
  let steps = 0;
  let matched = false;
  let next: number[] = [];

  /** A state in a name goes on with the next character; one that lacks a slash does not. */
  const wait = (state: number, mode: number): void => {
    if (mode === inName || mode === owesSlash) {
      next.push(state);
    }
  };

  /** Adds a state, and all states that it reaches without a character. */
  const enter = (start: number, startMode: number): void => {
    pending.push(start * modes + startMode);
    for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
      steps += 1;
      if (seen[state] === round) {
        continue;
      }
      seen[state] = round;
      const mode = state % modes;
      const at = (state - mode) / modes;
      const instruction = program[at];
      switch (instruction?.type) {
        case 'split':
          steps += instruction.targets.length;
          for (const target of instruction.targets) {
            pending.push(target * modes + mode);
          }
          break;
        case 'jump':
          pending.push(instruction.target * modes + mode);
          break;
        case 'slash':
          if (mode !== owesSlash) {
            pending.push((at + 1) * modes + owesSlash);
          }
          break;
        case 'stars':
          if (mode !== hasNothing && mode !== hasFolders) {
            const behind = mode === owesSlash ? hasNothing : mode === takesFolders ? hasFolders : inName;
            pending.push((at + 1) * modes + behind);
          }
          next.push(state);
          break;
        case 'star':
          if (mode === inName) {
            pending.push((at + 1) * modes + inName);
          }
          wait(state, mode);
          break;
        case 'end':
          matched ||= mode === inName || mode === hasFolders;
          break;
        default:
          wait(state, mode);
      }
    }
  };

  const begin = (): readonly number[] => {
    const states = next;
    next = [];
    round += 1;
    matched = false;
    return states;
  };

  const advance = (character: string): void => {
    const code = character.codePointAt(0) ?? 0;
    for (const state of begin()) {
      steps += 1;
      const mode = state % modes;
      const at = (state - mode) / modes;
      const instruction = program[at];
      if (instruction === undefined) {
        continue;
      }
      if (mode === takesFolders) {
        enter(at, takesFolders);
      } else if (mode === owesSlash) {
        if (character === '/') {
          enter(at, inName);
          if (instruction.type === 'stars') {
            enter(at, takesFolders);
          }
        }
      } else if (mode === inName && character !== '/') {
        switch (instruction.type) {
          case 'stars':
          case 'star':
            enter(at, inName);
            break;
          case 'any':
            enter(at + 1, inName);
            break;
          case 'character':
            if (instruction.character === character) {
              enter(at + 1, inName);
            }
            break;
          case 'set':
            steps += instruction.ranges.length;
            if (instruction.ranges.some(([from, to]) => from <= code && code <= to) !== instruction.without) {
              enter(at + 1, inName);
            }
            break;
          default:
        }
      }
    }
  };

  begin();
  enter(0, owesSlash);
  // With a slash in front all names of a path begin alike.
  advance('/');
  for (const character of path) {
    if (next.length === 0) {
      return { matched: false, steps };
    }
    advance(character);
  }
  return { matched, steps };
}
