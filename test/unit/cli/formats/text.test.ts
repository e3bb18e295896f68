import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toText } from '../../../../src/cli/formats/text.ts';
import { toJson } from '../../../../src/cli/formats/json.ts';
import { anyFindings, located, reportOf } from './reports.ts';

describe('findings as text', () => {
  it('are one line each, then the notes and the summary', () => {
    assert.equal(
      toText(reportOf([located({})], { notes: ['Note.'] })),
      'runbooks/a.md:1:1 warning Missing section: Impact (3 of 4 have it) [missing-section]\nNote.\nDone.\n',
    );
  });

  it('cannot start a line or steer a terminal, whatever they hold', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const lines = toText(reportOf(findings)).split('\n');
        assert.equal(lines.length, findings.length + 2);
        // oxlint-disable-next-line no-control-regex
        assert.doesNotMatch(lines.join(''), /[\u0000-\u001f\u007f-\u009f]/);
      }),
    );
  });
});

describe('findings as JSON', () => {
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
