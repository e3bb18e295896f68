import { replaceHidden } from '../../core/index.ts';
import { fails, type Located, type Report } from '../report.ts';

/**
 * Returns JUnit XML: a test suite for each file, with a failed test for each finding that fails the check. Other
 * findings are passed tests with the finding as output. A file without findings is one passed test.
 */
export function toJunit({ files, findings, failOn }: Report): string {
  const suites = files.map((file) => {
    const own = findings.filter((finding) => finding.file === file);
    const failures = own.filter(({ severity }) => fails(severity, failOn)).length;
    return { failures, tests: Math.max(1, own.length), xml: suiteOf(file, own, failOn, failures) };
  });
  const tests = suites.reduce((sum, suite) => sum + suite.tests, 0);
  const failures = suites.reduce((sum, suite) => sum + suite.failures, 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'runbook-lens', tests, failures, errors: 0, time: 0 })}>`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>',
    '',
  ].join('\n');
}

function suiteOf(file: string, findings: readonly Located[], failOn: Located['severity'], failures: number): string {
  const tests = Math.max(1, findings.length);
  const names = new Map<string, number>();
  const cases =
    findings.length === 0
      ? [`    <testcase${attributes({ classname: file, name: 'no findings', file, time: 0 })}/>`]
      : findings.map((finding) => caseOf(finding, nameOf(finding, names), fails(finding.severity, failOn)));
  return [
    `  <testsuite${attributes({ name: file, tests, failures, errors: 0, skipped: 0, time: 0 })}>`,
    ...cases,
    '  </testsuite>',
  ].join('\n');
}

/** Returns a unique test name. GitLab identifies a test by class and name. */
function nameOf({ rule, section, message }: Located, names: Map<string, number>): string {
  const name = `${rule}: ${section ?? message}`;
  const before = names.get(name) ?? 0;
  names.set(name, before + 1);
  return before === 0 ? name : `${name} (${before + 1})`;
}

function caseOf({ file, range, severity, message, rule }: Located, name: string, failed: boolean): string {
  const { line, character } = range.start;
  const body = escape(`${file}:${line + 1}:${character + 1} ${severity} ${message} [${rule}]`);
  return [
    `    <testcase${attributes({ classname: file, name, file, line: line + 1, time: 0 })}>`,
    failed
      ? `      <failure${attributes({ type: severity, message })}>${body}</failure>`
      : `      <system-out>${body}</system-out>`,
    '    </testcase>',
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');
}

/**
 * Escapes a text for XML. Removes characters that XML 1.0 cannot hold, keeps white space in attributes, and writes
 * characters that a terminal or log could interpret as references.
 */
function escape(text: string): string {
  const writable = text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll(/[&<>"']|#(?=#)/g, reference);
  return replaceHidden(writable, reference);
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
