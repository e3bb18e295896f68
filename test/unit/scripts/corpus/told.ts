import type { Told } from '../../../../scripts/corpus/findings/told.ts';

/** A finding of a rule on the second line of a document with three. */
export function told(path: string, rule: string, finding: Partial<Told['finding']> = {}): Told {
  const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } };
  return {
    root: 'root',
    repository: 'a__b',
    path,
    text: '# Title\n\tverdict: wrong\n## 7. end\n',
    finding: { rule, severity: 'warning', range, message: `something in ${path}`, ...finding },
  };
}
