import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ajvDraft4 from 'ajv-draft-04';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { toSarif } from '../../../../src/cli/formats/sarif.ts';
import type { Report } from '../../../../src/cli/report.ts';
import { allRules } from '../../../../src/core/index.ts';
import { alike, anyFindings, located, reportOf } from './reports.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: ReadonlyArray<{
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: Readonly<Record<string, number>>;
    };
  }>;
  readonly relatedLocations?: Result['locations'];
  readonly partialFingerprints: Readonly<Record<string, string>>;
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: ReadonlyArray<Record<string, unknown>> } };
  readonly results: readonly Result[];
  readonly originalUriBaseIds: Readonly<Record<string, unknown>>;
  readonly columnKind: string;
}

const schemaFile = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// One pattern of the official schema is no regular expression in Unicode mode.
const ajv = new ajvDraft4.default({ allErrors: true, strict: false, unicodeRegExp: false });
ajvFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);

/** The one run of a report as SARIF, which the schema has found to be right. */
function runOf(report: Report): Run {
  const log = JSON.parse(toSarif(report)) as { readonly runs: readonly [Run] };
  assert.ok(validate(log), ajv.errorsText(validate.errors));
  return log.runs[0];
}

function resultOf(finding: Parameters<typeof located>[0]): Result {
  const [result] = runOf(reportOf([located(finding)])).results;
  assert.ok(result);
  return result;
}

describe('findings as SARIF', () => {
  it('are checked by a schema that finds what is wrong', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{ tool: {} }] }), false);
  });

  it('are one result with related locations where several say the same, whichever is the first', () => {
    const [result, ...more] = runOf(reportOf(alike)).results;
    assert.deepEqual(more, []);
    assert.deepEqual(
      result?.relatedLocations?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri),
      ['docs/b.md', 'docs/c.md'],
    );
    const later = [...alike.slice(1), located({ ...alike[0], file: 'docs/d.md' })];
    assert.deepEqual(runOf(reportOf(later)).results[0]?.partialFingerprints, result?.partialFingerprints);
    assert.equal(resultOf({}).relatedLocations, undefined);
  });

  it('follow the schema without any finding', () => {
    assert.deepEqual(runOf(reportOf([])).results, []);
  });

  it('count lines and columns from 1, with the end after the last character', () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 5 } };
    const [location] = resultOf({ range }).locations;
    assert.deepEqual(location?.physicalLocation.region, { startLine: 3, startColumn: 1, endLine: 4, endColumn: 6 });
    assert.equal(runOf(reportOf([])).columnKind, 'utf16CodeUnits');
  });

  it('name files relative to a base that is described, percent-encoded', () => {
    const [location] = resultOf({ file: 'run books/50% é#1?.md' }).locations;
    assert.deepEqual(location?.physicalLocation.artifactLocation, {
      uri: 'run%20books/50%25%20%C3%A9%231%3F.md',
      uriBaseId: '%SRCROOT%',
    });
    assert.deepEqual(Object.keys(runOf(reportOf([])).originalUriBaseIds), ['%SRCROOT%']);
  });

  it('use the three levels that SARIF has', () => {
    assert.deepEqual(
      (['error', 'warning', 'information', 'hint'] as const).map((severity) => resultOf({ severity }).level),
      ['error', 'warning', 'note', 'note'],
    );
  });

  it('list every rule with its page, and refer to it by its place', () => {
    const listed = runOf(reportOf([])).tool.driver.rules;
    assert.deepEqual(
      listed.map(({ id }) => id),
      allRules.map(({ id }) => id),
    );
    for (const { id, helpUri } of listed) {
      assert.equal(helpUri, `https://github.com/runbook-lens/runbook-lens/blob/main/docs/rules/${String(id)}.md`);
    }
    for (const [index, { id }] of listed.entries()) {
      assert.equal(resultOf({ rule: String(id) }).ruleIndex, index);
    }
  });

  it('have fingerprints that stay when lines move and evidence changes, and that no two share', () => {
    const fingerprint = (finding: Parameters<typeof located>[0]): unknown => resultOf(finding).partialFingerprints;
    const moved = { start: { line: 9, character: 0 }, end: { line: 9, character: 1 } };
    assert.deepEqual(
      fingerprint({}),
      fingerprint({ range: moved, message: 'Missing section: Impact (4 of 5 have it)' }),
    );
    assert.notDeepEqual(fingerprint({}), fingerprint({ message: 'Missing section: Causes (3 of 4 have it)' }));
    const twice = runOf(reportOf([located({}), located({})])).results;
    assert.notDeepEqual(twice[0]?.partialFingerprints, twice[1]?.partialFingerprints);
  });

  it('keep any message and any file name', () => {
    fc.assert(
      fc.property(anyFindings, (findings) => {
        const { results } = runOf(reportOf(findings));
        assert.deepEqual(
          results.map(({ message }) => message.text),
          findings.map(({ message }) => message),
        );
        for (const [index, result] of results.entries()) {
          const uri = result.locations[0]?.physicalLocation.artifactLocation.uri ?? '';
          assert.equal(decodeURIComponent(uri), findings[index]?.file.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
        }
      }),
    );
  });
});
