import { oneLine, type Severity } from '../../../src/core/index.ts';
import type { Drawn } from './draw.ts';
import { excerpt } from './excerpt.ts';

/** What is known of a numbered finding besides what its judge sees. */
export interface KeyEntry {
  readonly number: number;
  readonly rule: string;
  readonly severity: Severity;
  readonly repository: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** How many findings the rule has, of which this one was drawn. */
  readonly of: number;
}

/** A sheet for a judge, who does not see which rule speaks, and its key. */
export interface Sheet {
  readonly text: string;
  readonly key: readonly KeyEntry[];
}

const heading = `Write after each "verdict:" one of these words, then a note if you like.

right      what the message says is true of this text, and worth this severity
wrong      it is not true, or nobody who keeps this document would want to be told
debatable  two careful readers could disagree

A line of the finding starts with ">". The whole file is at the path in the heading. Change nothing else.
`;

/** Returns the sheet for findings that are drawn. */
export function sheetOf(drawn: readonly Drawn[]): Sheet {
  const blocks = drawn.map(({ told: { root, repository, path, text, finding } }, position) =>
    [
      `## ${position + 1}. ${oneLine(`${root}/${repository}/${path}`)}:${finding.range.start.line + 1}`,
      '',
      oneLine(`${finding.severity}: ${finding.message}`),
      '',
      ...excerpt(text, finding.range),
      '',
      'verdict: ',
      '',
    ].join('\n'),
  );
  return {
    text: [heading, ...blocks].join('\n'),
    key: drawn.map(({ told: { repository, path, finding }, of }, position) => ({
      number: position + 1,
      rule: finding.rule,
      severity: finding.severity,
      repository,
      path,
      line: finding.range.start.line + 1,
      of,
    })),
  };
}
