import { UserError } from '../../../src/core/index.ts';

export const verdicts = ['right', 'wrong', 'debatable'] as const;
export type Verdict = (typeof verdicts)[number];

/** What a judge wrote about a numbered finding. */
export interface Judgement {
  readonly number: number;
  /** Absent if nothing is filled in. */
  readonly verdict?: Verdict;
  readonly note: string;
}

/**
 * Returns what is filled in on a sheet. Lines below a verdict, up to the next finding, belong to its note. Throws a UserError for a verdict
 * that is none, and for a finding without the line for it.
 */
export function parseVerdicts(text: string): Judgement[] {
  const [, ...blocks] = text.split(/^(?=## \d+\. )/m);
  return blocks.map((block) => {
    const number = Number(/\d+/.exec(block)?.[0]);
    // Lines of a document start with a space or ">".
    const found = /^verdict:\s*([^\s,;:.–—-]*)([^]*)/im.exec(block);
    if (found === null) {
      throw new UserError(`Finding ${number} has no line "verdict:".`);
    }
    const [, word = '', rest = ''] = found;
    const note = rest.replace(/^[\s,;:.–—-]+/, '').trimEnd();
    if (word === '') {
      return { number, note };
    }
    const verdict = verdicts.find((known) => known === word.toLowerCase());
    if (verdict === undefined) {
      throw new UserError(`The verdict "${word}" of finding ${number} is not one of ${verdicts.join(', ')}.`);
    }
    return { number, verdict, note };
  });
}
