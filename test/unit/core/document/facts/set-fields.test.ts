import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fieldOf, setFields, type Field } from '../../../../../src/core/document/facts/set-fields.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';
import { documentOf } from '../../../support/context.ts';

const status: Field = { key: 'status', names: ['status', 'incident status'], value: 'mitigated' };
const scribe: Field = { key: 'scribe', names: ['scribe', 'note taker'], value: 'Ada: the first' };

function after(text: string, ...fields: readonly Field[]): string {
  const document = documentOf('postmortem', text);
  return applyEdits(document.text, setFields(document, fields));
}

describe('setFields', () => {
  it('replaces a value of front matter, under whatever name, and keeps what is around it', () => {
    assert.equal(
      after('---\ntitle: x # why\nIncident-Status: "draft" # soon\n---\n\n# x\n', status),
      '---\ntitle: x # why\nIncident-Status: mitigated # soon\n---\n\n# x\n',
    );
  });

  it('writes any value as the YAML around it needs it', () => {
    const services = (value: string): Field => ({ key: 'services', names: ['services'], value, several: true });
    for (const [text, value, expected] of [
      ['services: ["old"]', 'a "b" \\', 'services: ["a \\"b\\" \\\\"]'],
      ["services: ['old']", "it's", "services: ['it''s']"],
      ['services: [old]', 'Doe, Jane', 'services: ["Doe, Jane"]'],
      ['services: []', 'a]b', 'services: ["a]b"]'],
      ['services: [a, "b"]', 'Doe, Jane', 'services: [a, "b", "Doe, Jane"]'],
      ["services:\n  - 'old'", "it's: x", "services:\n  - 'it''s: x'"],
      ['{ services: old, title: x }', 'Doe, Jane', '{ services: "Doe, Jane", title: x }'],
    ] as const) {
      const result = after(`---\n${text}\n---\n\n# x\n`, services(value));
      assert.equal(result, `---\n${expected}\n---\n\n# x\n`);
      const { problems, frontMatter } = parseDocument(result, 'a.md');
      assert.deepEqual(problems, []);
      assert.ok(JSON.stringify(frontMatter?.values).includes(JSON.stringify(value)), result);
    }
  });

  it('fills a key that has no value yet', () => {
    assert.equal(
      after('---\nstatus:\nscribe:\n---\n', status, scribe),
      '---\nstatus: mitigated\nscribe: "Ada: the first"\n---\n',
    );
  });

  it('fills labels and rows of the text, also without a value yet', () => {
    assert.equal(after('# x\n\n**Status:** Draft\n', status), '# x\n\n**Status:** mitigated\n');
    assert.equal(after('# x\n\n- **Status**:\n', status), '# x\n\n- **Status**: mitigated\n');
    assert.equal(after('# x\n\n| Status | Draft |\n|---|---|\n', status), '# x\n\n| Status | mitigated |\n|---|---|\n');
    assert.equal(
      after('# x\n\n| Field | Value |\n|---|---|\n| Status |  |\n', { ...status, value: 'a | b' }),
      '# x\n\n| Field | Value |\n|---|---|\n| Status | a \\| b |\n',
    );
  });

  it('finds roles among the people who took part, however far down', () => {
    const text = `# x\n\n${'Text.\n\n'.repeat(60)}## Responders\n\n- Note taker: Bob\n`;
    assert.equal(after(text, scribe), text.replace('Bob', 'Ada: the first'));
  });

  it('never takes an entry of the timeline for a fact', () => {
    const text = '---\ntitle: x\n---\n\n## Timeline\n\n- Status: draft\n';
    assert.equal(after(text, status), '---\ntitle: x\nstatus: mitigated\n---\n\n## Timeline\n\n- Status: draft\n');
  });

  it('adds keys at the end of front matter, or front matter, or labels where neither can be had', () => {
    assert.equal(
      after('---\ntitle: x\n---\n', status, scribe),
      '---\ntitle: x\nstatus: mitigated\nscribe: "Ada: the first"\n---\n',
    );
    assert.equal(after('# x\n', status), '---\nstatus: mitigated\n---\n\n# x\n');
    assert.equal(
      after('---\n{ title: x }\n---\n\n# x\n', status),
      '---\n{ title: x }\n---\n\n# x\n\n- **Status**: mitigated\n',
    );
    assert.equal(
      after('+++\ntitle = "x"\n+++\n\n# x\n', status),
      '+++\ntitle = "x"\n+++\n\n# x\n\n- **Status**: mitigated\n',
    );
  });

  it('gives an empty list its first item, replaces an only one, and leaves other lists alone', () => {
    assert.equal(after('---\nstatus: []\n---\n', status), '---\nstatus: [mitigated]\n---\n');
    assert.equal(after('---\nstatus:\n  - \n---\n', status), '---\nstatus:\n  - mitigated\n---\n');
    assert.equal(after('---\nstatus:\n  - draft\n---\n', status), '---\nstatus:\n  - mitigated\n---\n');
    assert.equal(after('---\nstatus: [a, b]\n---\n', status), '---\nstatus: [a, b]\n---\n');
  });

  it('adds to a list of several what may stand beside the others, once', () => {
    const expert: Field = { key: 'sme', names: ['sme'], value: 'Cy', several: true };
    assert.equal(after('---\nsme: [Ada, "Bob"]\n---\n', expert), '---\nsme: [Ada, "Bob", Cy]\n---\n');
    assert.equal(
      after('---\nsme:\n  - Ada\n  - Bob # new\n---\n', expert),
      '---\nsme:\n  - Ada\n  - Bob # new\n  - Cy\n---\n',
    );
    assert.equal(after('---\nsme: [Ada, Cy]\n---\n', expert), '---\nsme: [Ada, Cy]\n---\n');
  });

  it('has nothing to do where it is written already', () => {
    assert.deepEqual(setFields(documentOf('postmortem', '---\nstatus: "mitigated"\n---\n'), [status]), []);
    assert.deepEqual(setFields(documentOf('postmortem', '# x\n\n**Status:** mitigated\n'), [status]), []);
  });

  it('writes what is read back, whatever the value, and changes no other fact', () => {
    const values = fc.oneof(
      fc.constantFrom(
        'yes',
        'null',
        '1',
        '2026-01-01',
        '- x',
        '"',
        "it's",
        '# no',
        'a: b',
        '[x',
        '{x',
        '&x',
        '*x',
        '%x',
      ),
      fc
        .string({ minLength: 1, maxLength: 30 })
        .map((text) => text.replace(/\s+/g, ' ').trim())
        .filter((text) => text !== ''),
    );
    const texts = fc.constantFrom(
      '---\ntitle: x\nstatus: draft\nseverity: SEV-1\n---\n\n# x\n\n## Summary\n\nText.\n',
      '---\r\ntitle: x\r\nseverity: SEV-1\r\n---\r\n\r\n# x\r\n',
      '\ufeff# x\n\n## Summary\n',
      ...['status: ["draft"]', "status: ['draft']", 'status: [draft]', 'status:\n  - "draft"', 'status: []'].map(
        (line) => `---\n${line}\nseverity: SEV-1\n---\n\n# x\n`,
      ),
      '---\n{ status: draft, severity: SEV-1 }\n---\n\n# x\n',
    );
    fc.assert(
      fc.property(texts, values, (text, value) => {
        const before = documentOf('postmortem', text);
        const result = parseDocument(after(text, { ...status, value }), 'x.md');
        assert.deepEqual(result.problems, []);
        assert.equal(String(result.frontMatter?.values['status']), value);
        assert.equal(result.metadata.severity, before.metadata.severity);
        assert.deepEqual(
          result.sections.map(({ title }) => title),
          before.sections.map(({ title }) => title),
        );
      }),
    );
  });
});

describe('fieldOf', () => {
  it('reads what setFields writes, and nothing from placeholders', () => {
    assert.equal(fieldOf(documentOf('postmortem', '---\nscribe: Ada\n---\n'), scribe.names), 'Ada');
    assert.equal(fieldOf(documentOf('postmortem', '# x\n\n**Note taker:** Bob\n'), scribe.names), 'Bob');
    assert.equal(fieldOf(documentOf('postmortem', '# x\n\n**Note taker:** TBD\n'), scribe.names), undefined);
    assert.equal(fieldOf(documentOf('postmortem', '# x\n'), scribe.names), undefined);
  });
});
