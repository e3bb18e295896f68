import fc from 'fast-check';
import type { Located, Report } from '../../../../src/cli/report.ts';
import { allRules } from '../../../../src/core/index.ts';

/** A finding with what a test does not care about filled in. */
export function located(finding: Partial<Located>): Located {
  const file = finding.file ?? 'runbooks/a.md';
  return {
    path: file,
    file,
    rule: 'missing-section',
    severity: 'warning',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 7 } },
    message: 'Missing section: Impact (3 of 4 have it)',
    ...finding,
  };
}

/** The same finding in several documents: one piece of news. */
export const alike = ['docs/a.md', 'docs/b.md', 'docs/c.md'].map((file) =>
  located({ file, rule: 'review-overdue', message: 'Review overdue.', group: 'review-overdue docs/' }),
);

/** A report of some findings, and of files without any. */
export function reportOf(findings: readonly Located[], report: Partial<Report> = {}): Report {
  return {
    files: [...new Set(findings.map(({ file }) => file))].toSorted(),
    rules: allRules,
    findings,
    failOn: 'hint',
    notes: [],
    summary: 'Done.',
    ...report,
  };
}

/** Text of any UTF-16 code units: control characters, markup and halves of surrogate pairs included. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '%',
      ':',
      ',',
      '\r',
      '\n',
      '\t',
      ']]>',
      '::',
      '##[',
      '##vso[',
      ' ',
      'a',
      '\u001b[31m',
      '\u0085',
      '\u2028',
      '\u202e',
      '\u200b',
    ),
  }),
);

const position = fc.record({ line: fc.nat(5000), character: fc.nat(500) }, { noNullPrototype: true });

/** Findings of any kind in files of any name. */
export const anyFindings = fc.array(
  fc
    .record({
      file: anyText.filter((text) => text !== ''),
      rule: fc.constantFrom('missing-section', 'empty-section'),
      severity: fc.constantFrom('error', 'warning', 'information', 'hint'),
      start: position,
      end: position,
      message: anyText,
      section: fc.option(anyText, { nil: undefined }),
    })
    .map(({ start, end, section, ...rest }): Located => {
      const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
      return located({
        ...rest,
        path: rest.file,
        range: ordered ? { start, end } : { start: end, end: start },
        ...(section !== undefined && { section }),
      });
    }),
  { maxLength: 6 },
);
