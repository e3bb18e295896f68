import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { metadataInvalid } from '../../../../../src/core/check/rules/metadata-invalid.ts';
import type { RuleContext } from '../../../../../src/core/check/rules/rule.ts';
import { assertInside } from '../../../support/assertions.ts';
import { findingsOf, fixedBy } from '../../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { examples } from '../../../support/examples.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';

const words = { severities: ['SEV-1', 'SEV-2'], statuses: ['draft', 'closed'], services: ['search', 'mail'] };

function configured(text: string): RuleContext {
  return { ...contextOf(documentOf('postmortem', text)), words };
}

function amongOthers(text: string, other: (index: number) => string): RuleContext {
  const others = Array.from({ length: 10 }, (_, index) =>
    documentOf('postmortem', other(index), `postmortems/o${index}.md`),
  );
  return contextOf(documentOf('postmortem', text), others);
}

const messagesOf = (context: RuleContext): string[] =>
  findingsOf(metadataInvalid, context).map(({ message, severity }) => `${severity}: ${message}`);

describe('metadata-invalid', () => {
  it('says what is allowed, or what was meant', () => {
    assert.deepEqual(messagesOf(configured('---\nseverity: Large\nstatus: close\nservice: maill\n---\n')), [
      'warning: Unknown severity "Large": expected one of SEV-1, SEV-2',
      'warning: Unknown status "close": did you mean "closed"?',
      'warning: Unknown service "maill": did you mean "mail"?',
    ]);
  });

  it('is fixed where it is plain what was meant, within the quotation marks', () => {
    assert.equal(fixedBy(metadataInvalid, configured('---\nstatus: "clsed"\n---\n')), '---\nstatus: "closed"\n---\n');
    assert.equal(
      fixedBy(metadataInvalid, configured('---\nservices:\n  - search\n  - serch # new\n---\n')),
      '---\nservices:\n  - search\n  - search # new\n---\n',
    );
    assert.equal(
      fixedBy(metadataInvalid, configured('# T\n\n**Status:** clsed (by Jo)\n')),
      '# T\n\n**Status:** closed (by Jo)\n',
    );
    assert.equal(fixedBy(metadataInvalid, configured('---\nseverity: Large\n---\n')), undefined);
    assert.equal(fixedBy(metadataInvalid, configured('---\ndate: 2025-02-30\n---\n')), undefined);
  });

  it('knows the statuses of an incident that goes on, whatever the team calls those of a review', () => {
    for (const status of ['investigating', 'Identified', 'mitigated', 'resolved']) {
      assert.deepEqual(messagesOf(configured(`---\nstatus: ${status}\n---\n`)), [], status);
    }
  });

  it('takes priority for severity only where nothing else is', () => {
    assert.deepEqual(messagesOf(configured('---\npriority: high\nseverity: SEV-1\n---\n')), []);
    assert.equal(messagesOf(configured('---\npriority: high\n---\n')).length, 1);
  });

  it('learns from others how severities are counted', () => {
    const others = (index: number): string => `---\nseverity: SEV-${(index % 3) + 1}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: high\n---\n', others)), [
      'information: Severity "high" does not fit the scale in use (10 of 10 other postmortems in postmortems/ with a severity use SEV-1, SEV-2 …)',
    ]);
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: sev4 (high)\n---\n', others)), []);
    const mixed = (index: number): string => `---\nseverity: ${index < 8 ? 'SEV-1' : 'high'}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: low\n---\n', mixed)), []);
  });

  it('leaves words beside the scale to the author', () => {
    const steps = (index: number): string => `---\nseverity: SEV-${(index % 4) + 1}\n---\n`;
    const named = (index: number): string => `# T\n\n- **Severity**: ${index % 2 ? 'High' : 'critical'}\n`;
    for (const value of [
      'Varies',
      'Varies (high at night)',
      'Planned change',
      'N/A',
      'TBD',
      'None',
      'Unknown',
      'informational',
      'Not high',
      'Maintenance',
      'Whole site',
    ]) {
      assert.deepEqual(messagesOf(amongOthers(`---\nseverity: ${value}\n---\n`, steps)), [], value);
      assert.deepEqual(messagesOf(amongOthers(`# T\n\n- **Severity**: ${value} — for now\n`, named)), [], value);
    }
    for (const value of ['P2', 'high', '**Major** (mail)', '3']) {
      assert.equal(messagesOf(amongOthers(`# T\n\n**Severity:** ${value}\n`, steps)).length, 1, value);
    }
    assert.equal(messagesOf(amongOthers('# T\n\n- **Severity**: SEV-2\n', named)).length, 1);
    assert.deepEqual(messagesOf(amongOthers('# T\n\n- **Severity**: crtical\n', named)), [
      'information: Unusual severity "crtical": did you mean "critical"? (5 other postmortems in postmortems/ use it)',
    ]);
  });

  it('knows where the scale of the others ends', () => {
    const others = (index: number): string => `---\nseverity: SEV-${(index % 4) + 1}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: SEV-7\n---\n', others)), [
      'information: Severity "SEV-7" is beyond the scale in use, which ends at 5 or before (10 of 10 other postmortems in postmortems/ with a severity use SEV-1, SEV-2 …)',
    ]);
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: SEV-5\n---\n', others)), []);
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: sev0 (all 90 shops)\n---\n', others)), []);
    const longer = (index: number): string => `---\nseverity: SEV-${index + 1}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nseverity: SEV-7\n---\n', longer)), []);
  });

  it('takes words of their own for no misspelling', () => {
    const others = (index: number): string => `---\nstatus: ${index % 2 ? 'Archive' : 'Posted'}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nstatus: Actives\n---\n', others)), []);
    assert.equal(messagesOf(amongOthers('---\nstatus: Archvie\n---\n', others)).length, 1);
    assert.equal(messagesOf(amongOthers('---\nstatus: Potsed\n---\n', others)).length, 1);
  });

  it('learns from others how a status is spelt', () => {
    const others = (index: number): string => `---\nstatus: ${index < 6 ? 'Reviewed' : 'Draft'}\n---\n`;
    assert.deepEqual(messagesOf(amongOthers('---\nstatus: Reveiwed\n---\n', others)), [
      'information: Unusual status "Reveiwed": did you mean "Reviewed"? (6 other postmortems in postmortems/ use it)',
    ]);
    assert.deepEqual(messagesOf(amongOthers('---\nstatus: Published\n---\n', others)), []);
    assert.deepEqual(messagesOf(amongOthers('---\nstatus: draft\n---\n', others)), []);
  });

  it('knows what a date means where the others show it', () => {
    const text = '---\ndate: 03/04/2025\n---\n';
    assert.equal(messagesOf(amongOthers(text, (index) => `---\ndate: ${index + 13}/01/2025\n---\n`)).length, 0);
    assert.equal(messagesOf(amongOthers(text, (index) => `---\ndate: 0${(index % 9) + 1}/05/2025\n---\n`)).length, 1);
    const divided = (index: number): string => `---\ndate: ${index < 5 ? '31/01/2025' : '01/31/2025'}\n---\n`;
    assert.equal(messagesOf(amongOthers(text, divided)).length, 1);
  });

  it('knows the zones that timelines are written in', () => {
    for (const zone of ['MEZ', 'PST/PDT', 'CET/CEST', 'Europe/Berlin', 'UTC+5:30', 'Pacific Time', 'CE(S)T', 'ET']) {
      assert.deepEqual(messagesOf(configured(`---\ntimezone: ${zone}\n---\n`)), [], zone);
    }
    assert.equal(messagesOf(configured('---\ntimezone: XYZ\n---\n')).length, 1);
  });

  it('reads dates in whatever language', () => {
    assert.deepEqual(messagesOf(configured('---\ndate: 30 de fevereiro de 2024\n---\n')), [
      'warning: This date does not exist: 30 de fevereiro de 2024',
    ]);
    assert.deepEqual(messagesOf(configured('---\ndate: 13 de março de 2024\n---\n')), []);
  });

  it('points at the line where front matter stops to make sense', () => {
    const [finding] = findingsOf(metadataInvalid, configured('---\ntitle: a: b\nstatus: draft\n---\n'));
    assert.equal(finding?.range.start.line, 1);
    assert.match(finding.message, /^Front matter is not valid YAML: /);
  });

  it('leaves front matter alone that a site generator fills in, or that was never meant as such', () => {
    for (const text of [
      '---\ntitle: {{ .Name }}\n---\n',
      '---\n\nOne: two: three\n\n---\n',
      '---\n# a\nsome words\nand: more: words\n---\n',
    ]) {
      assert.deepEqual(messagesOf(configured(text)), [], text);
    }
  });

  it('does not look at the dates of runbooks that are still to come', () => {
    assert.deepEqual(findingsOf(metadataInvalid, contextOf(documentOf('runbook', '---\ndate: 2027-01-01\n---\n'))), []);
    assert.equal(messagesOf(configured('---\ndate: 2026-06-16\n---\n')).length, 0);
    assert.equal(messagesOf(configured('---\ndate: 2026-06-17\n---\n')).length, 1);
  });

  it('lies inside any text, and a fix removes exactly its finding', () => {
    const value = fc.constantFrom(
      'SEV-2',
      'sev9',
      'Serch',
      '"serch"',
      "'clsed'",
      '[serch, mail]',
      '2025-02-30',
      '03/04/2025',
      'Europe/Berln',
      '',
      'TODO',
      '|\n  serch\n',
      '2',
      '&a serch',
      'serch (old)',
      '**serch**',
    );
    const facts = fc
      .array(
        fc.tuple(fc.constantFrom('severity', 'status', 'services', 'date', 'start_time', 'timezone', 'x'), value),
        { maxLength: 6 },
      )
      .chain((pairs) =>
        fc.constantFrom(
          `---\n${pairs.map(([key, text]) => `${key}: ${text}`).join('\n')}\n---\n# T\n`,
          `# T\n\n${pairs.map(([key, text]) => `- **${key}:** ${text}`).join('\n')}\n`,
          `# T\n\n| a | b |\n| --- | --- |\n${pairs.map(([key, text]) => `| ${key} | ${text} |`).join('\n')}\n`,
        ),
      );
    fc.assert(
      fc.property(fc.oneof({ weight: 3, arbitrary: facts }, wildMarkdown, plausibleDocument('postmortem')), (text) => {
        const context = configured(text);
        const reports = [...metadataInvalid.check(context)];
        for (const finding of reports) {
          assertInside(Lines.of(text), finding.range, finding.message);
          const fix = finding.fix?.();
          if (fix !== undefined) {
            const document = readDocument(context.document, applyEdits(text, fix.edits), context.document);
            const after = findingsOf(metadataInvalid, { ...context, document });
            assert.equal(after.length, reports.length - 1, `${text}\n->\n${document.text}`);
          }
        }
      }),
      { numRuns: examples(1000) },
    );
  });
});
