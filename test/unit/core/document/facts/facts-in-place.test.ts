import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument, type CatalogDocument } from '../../../../../src/core/document/document.ts';
import { setFields } from '../../../../../src/core/document/facts/set-fields.ts';
import { fieldNames } from '../../../../../src/core/document/fields.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { examples } from '../../../support/examples.ts';

const head = '# Orders lost on 5 March 2024\n\n';
const tail = '\n\n## Impact\n\nThree shops.\n';

function read(facts: string): CatalogDocument {
  const path = 'postmortems/2024-03-05-orders.md';
  return readDocument({ uri: path, root: '', path }, `${head}${facts}${tail}`, { kind: 'postmortem', why: '' });
}

/** The same with another severity and status. */
function changed(facts: string): string {
  const document = read(facts);
  const edits = setFields(document, [
    { key: 'severity', names: fieldNames().severity, value: 'SEV-1' },
    { key: 'status', names: fieldNames().status, value: 'mitigated' },
  ]);
  const text = applyEdits(document.text, edits);
  assert.ok(text.startsWith(head) && text.endsWith(tail), text);
  return text.slice(head.length, -tail.length);
}

/** What severity and status stand in; `S` and `T` are their values. */
const shapes: readonly string[] = [
  'Status: T<br> Owners: @ada<br>\nSeverity: S<br>',
  'Status: T<br/>\nSeverity: S<br/>\nOwner: @ada<br/>',
  '**Severity:** S | **Status:** T | **Owner:** @ada',
  '**Severity**: S · **Status**: T · **Owner**: @ada',
  '**Severity:** S **Status:** T **Owner:** @ada',
  'Severity: S, Status: T, Owner: @ada',
  'Severity: S; Status: T; Owner: @ada',
  'Severity: S / Status: T / Owner: @ada',
  'Severity: S – Status: T – Owner: @ada',
  'Severity: S\tStatus: T\tOwner: @ada',
  'Severity：S、Status：T、Owner：@ada',
  '**Severity:** S\\\n**Status:** T\\\n**Owner:** @ada',
  '**Severity: S**\\\n**Status: T**\\\n**Owner: @ada**',
  '**Severity:** S  \n**Status:** T  \n**Owner:** @ada',
  '**Severity:**S<br>**Status:**T<br>**Owner:**@ada',
  '__Severity:__ S\n__Status:__ T\n__Owner:__ @ada',
  '<b>Severity:</b> S<br>\n<b>Status:</b> T<br>\n<b>Owner:</b> @ada',
  '<p><b>Severity:</b> S</p>\n<p><b>Status:</b> T</p>\n<p><b>Owner:</b> @ada</p>',
  '- Severity: S\n- Status: T\n- Owner: @ada',
  '- [x] Severity: S\n- [ ] Status: T\n- [ ] Owner: @ada',
  '1. Severity: S\n2. Status: T\n3. Owner: @ada',
  '* **Severity:** S, **Status:** T\n* **Owner:** @ada',
  '> Severity: S\n> Status: T\n> Owner: @ada',
  '| Severity | S |\n| --- | --- |\n| Status | T |\n| Owner | @ada |',
  '| What | Value |\n| --- | --- |\n| **Severity** | S |\n| **Status** | T |\n| **Owner** | @ada |',
  '| Severity | Status | Owner |\n| --- | --- | --- |\n| S | T | @ada |',
  '## Severity\n\nS\n\n## Status\n\nT\n\n## Owner\n\n@ada',
  '**Severity**\n\nS\n\n**Status**\n\nT\n\n**Owner**\n\n@ada',
  '**Severity:**\nS\n\n**Status:**\nT\n\n**Owner:**\n@ada',
  '<h2>Severity</h2>\n\nS\n\n<h2>Status</h2>\n\nT\n\n<h2>Owner</h2>\n\n@ada',
  '```yaml\nseverity: S # as decided\nstatus: "T"\nowner: "@ada"\n```',
  'Severity: ~~SEV-4~~ S\nStatus: <s>open</s> T\nOwner: @ada',
  'Severity: S <!-- of four -->\nStatus: <!-- one of --> T\nOwner: @ada',
];

/** What may stand around a value, where it is no YAML. */
const forms: readonly string[] = ['V', '**V**', '_V_', '`V`', 'V (customers affected)', '<span>V</span>'];

function filled(shape: string, severity: string, status: string): string {
  return shape.replace(/\bS\b/, severity).replace(/\bT\b/, status);
}

describe('a fact in the text', () => {
  for (const shape of shapes) {
    it(`is read, and changed alone, in ${JSON.stringify(shape)}`, () => {
      const facts = filled(shape, 'SEV-3', 'investigating');
      const { severity, status, owners } = read(facts).metadata;
      assert.deepEqual({ severity, status, owners }, { severity: 'SEV-3', status: 'investigating', owners: ['@ada'] });
      assert.equal(changed(facts), filled(shape, 'SEV-1', 'mitigated'));
    });
  }

  it('is read, and changed alone, whatever stands around its value', () => {
    const inText = shapes.filter(
      (shape) => !shape.includes('```') && !/\*\*(?:Severity: S|Severity:\*\*S)/.test(shape),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...inText),
        fc.constantFrom(...forms),
        fc.constantFrom('SEV-3', 'P2', 'High'),
        fc.constantFrom('investigating', 'In Review'),
        (shape, form, severity, status) => {
          const facts = filled(shape, form.replace('V', severity), form.replace('V', status));
          const found = read(facts).metadata;
          assert.deepEqual([found.severity, found.status], [severity, status], facts);
          assert.equal(changed(facts), filled(shape, form.replace('V', 'SEV-1'), form.replace('V', 'mitigated')));
        },
      ),
      { numRuns: examples(600) },
    );
  });

  it('is changed where it is read, also when a key of front matter waits for a value', () => {
    const text = '---\nstatus:\n---\n\n# A\n\n**Status:** investigating\n';
    const document = readDocument({ uri: 'a.md', root: '', path: 'a.md' }, text, { kind: 'postmortem', why: '' });
    const edits = setFields(document, [{ key: 'status', names: fieldNames().status, value: 'mitigated' }]);
    assert.equal(applyEdits(text, edits), text.replace('investigating', 'mitigated'));
  });

  it('is not the text of a section', () => {
    const text = '# A\n\n## Detection\n\nAn alert came.\n';
    const document = readDocument({ uri: 'a.md', root: '', path: 'a.md' }, text, { kind: 'postmortem', why: '' });
    const edits = setFields(document, [{ key: 'detected_at', names: ['detection'], value: '2024-03-05T10:20Z' }]);
    assert.match(applyEdits(text, edits), /^---\ndetected_at: 2024-03-05T10:20Z\n---\n/);
    assert.ok(applyEdits(text, edits).endsWith(text));
  });

  it('is nothing where nothing is known', () => {
    for (const value of ['unknown', 'n/a', 'TBD', 'none', '<severity>', 'SEV-X', '~~SEV-3~~']) {
      assert.equal(read(`**Severity:** ${value}`).metadata.severity, undefined, value);
    }
  });
});
