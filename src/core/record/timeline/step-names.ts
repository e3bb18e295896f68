import { once, remembering } from '../../util/memo.ts';
import type { Step, Words } from '../../vocabulary/language.ts';
import { idsByName, namesById, nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { anyOfNames, wordsIn } from '../../vocabulary/words.ts';

/** A step, and what else is stated with a time and has its place among them. */
export type StatedStep = Step | 'declared';

/**
 * A fact that is stated under a name: the time of a step, how long it lasted, or how long it took to fix, from wherever
 * that counts.
 */
export type StatedFact = StatedStep | 'duration' | 'mending';

/** The names under which documents state the time of each step, as `normaliseName` gives them, the usual one first. */
export const stepNames = namesById(({ labels }) => labels.steps);
/** The names under which documents state how long an incident lasted. */
export const durationNames = nameSet(({ labels }) => labels.duration);

const facts = idsByName(({ labels }): Readonly<Record<StatedFact, Words>> => {
  const { steps, declared, duration, mending } = labels;
  return { ...steps, declared, duration, mending };
});
const mendingNames = nameSet(({ labels }) => labels.mending);
const beside = once(() => {
  const { spaced, unspaced } = anyOfNames(wordsIn(({ time }) => time.beside).map((name) => normaliseName(name)));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${spaced})(?![\\p{L}\\p{N}])|${unspaced}|\\b[dl]'`, 'giu');
});

/** A name without the words that only say of what it is: "service fully restored at" is "restored". */
function core(name: string): string {
  return name.replace(beside(), ' ').replace(/ {2,}/g, ' ').trim();
}

const cores = once(() => {
  const found = new Map<string, StatedFact>();
  for (const [name, fact] of facts()) {
    const key = core(name);
    found.set(key, found.get(key) ?? fact);
  }
  found.delete('');
  return found;
});

/** Returns what is stated under a label; undefined if that is nothing about the course of an incident. */
export const factNamed = remembering(5000, (label: string): StatedFact | undefined => {
  const name = labelName(label);
  return facts().get(name) ?? cores().get(core(name));
});

/** Whether a label can be that of a time to repair as well: "Recovery time". */
export function mayMend(label: string): boolean {
  return mendingNames().has(labelName(label));
}

const parts = once(
  () =>
    new Set(
      [...facts().keys(), ...wordsIn(({ time }) => time.beside)].flatMap((name) => normaliseName(name).split(' ')),
    ),
);

/** Whether the name of a fact can go on after these words. */
export function mayBeginName(words: string): boolean {
  // A hyphen or an apostrophe at the end changes the name when more words follow.
  return (
    labelName(words)
      .split(' ')
      .every((word) => parts().has(word)) || /['’-]/.test(words)
  );
}

function labelName(label: string): string {
  // oxlint-disable-next-line regexp/no-super-linear-move -- A label is short.
  return normaliseName(label.replace(/[(（][^)）]*[)）]/g, ' ').replace(/[*_`]+/g, ' '));
}
