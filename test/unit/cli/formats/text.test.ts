import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toText } from '../../../../src/cli/formats/text.ts';
import { toJson } from '../../../../src/cli/formats/json.ts';
import { toSarif } from '../../../../src/cli/formats/sarif.ts';
import { hiddenCharacters } from '../../support/hidden-characters.ts';
import { alike, anyFindings, located, reportOf } from './reports.ts';

describe('findings as text', () => {
  it('are one line each, then the notes and the summary', () => {
    assert.equal(
      toText(reportOf([located({})], { notes: ['Note.'] })),
      'runbooks/a.md:1:1 warning Missing section: Impact (3 of 4 have it) [missing-section]\nNote.\nDone.\n',
    );
  });

  it('are told once where three or more say the same, all of them as JSON', () => {
    assert.equal(
      toText(reportOf([located({}), ...alike])).split('\n')[1],
      'docs/a.md:1:1 warning Review overdue; the same in 2 other documents in docs/ [review-overdue]',
    );
    assert.equal(toText(reportOf(alike)).split('\n').length, 3);
    assert.equal(toText(reportOf(alike.slice(1))).split('\n').length, 4);
    const [a, ...others] = alike.map((finding) => ({ ...finding, file: 'docs/a.md', path: 'docs/a.md' }));
    assert.ok(a);
    assert.match(toText(reportOf([a, ...others])), /the same in 2 other places in this document \[/);
    assert.equal(toText(reportOf([...alike.slice(1), { ...a, severity: 'hint' }])).split('\n').length, 5);
    assert.deepEqual(
      (JSON.parse(toJson(reportOf(alike))) as Array<{ path: string; group: string }>).map(({ path, group }) => [
        path,
        group,
      ]),
      ['a', 'b', 'c'].map((name) => [`docs/${name}.md`, 'review-overdue docs/']),
    );
  });

  it('cannot start a line or steer a terminal, whatever they hold', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const lines = toText(reportOf(findings)).split('\n');
        assert.equal(lines.length, findings.length + 2);
        assert.doesNotMatch(lines.join(''), hiddenCharacters);
        assert.ok(lines.every((line) => !/^\s*::|##\[/.test(line)));
      }),
    );
  });
});

describe('findings as JSON', () => {
  it('hold nothing that a terminal or a log takes for more than text', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        for (const format of [toJson, toSarif]) {
          const text = format(reportOf(findings));
          assert.doesNotMatch(text.replaceAll('\n', ''), hiddenCharacters);
          assert.doesNotMatch(text, /^\s*::|##/m);
        }
      }),
    );
  });

  it('keep any message, path and place', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        assert.deepEqual(
          JSON.parse(toJson(reportOf(findings))),
          findings.map(({ path, rule, severity, range, message, section }) => ({
            path,
            rule,
            severity,
            range,
            message,
            ...(section !== undefined && { section }),
          })),
        );
      }),
    );
  });
});
