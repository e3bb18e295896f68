import assert from 'node:assert/strict';
import { Catalog } from '../../../../../src/core/catalog/catalog.ts';
import { aboutOf } from '../../../../../src/core/check/baseline.ts';
import { check } from '../../../../../src/core/check/rules/check.ts';
import { newSecretsOf } from '../../../../../src/core/check/facts/secrets.ts';
import { contextOf, documentOf } from '../../../support/context.ts';
import { plantedSecrets, summed, webToken } from '../../../support/made-secrets.ts';
import { recordingLogger } from '../../../support/quiet.ts';

const token = summed(['ghp', ''].join('_'));
const ofRule = (text: string, kind: 'runbook' | 'postmortem' = 'runbook'): ReturnType<typeof check> =>
  check(contextOf(documentOf(kind, text))).filter(({ rule }) => rule === 'secret-in-document');

describe('secret-in-document', () => {
  it('finds each planted secret in a runbook and in a postmortem, at its place, without saying it', () => {
    for (const kind of ['runbook', 'postmortem'] as const) {
      for (const [what, value, around] of plantedSecrets()) {
        const text = `# Queue\n\n## Notes\n\n${around(value)}\n`;
        const [only, ...others] = ofRule(text, kind);
        assert.deepEqual(others, [], what);
        assert.ok(only, what);
        assert.equal(only.severity, 'warning');
        const document = documentOf(kind, text);
        assert.equal(document.lines.slice(only.range).replaceAll('\n> ', '\n'), value);
        assert.ok(only.message.startsWith(`Secret in the text: ${what}`), only.message);
        assert.ok(!only.message.includes(value) && !aboutOf(only).includes(value));
      }
    }
  });

  it('is information for a token with a wrong checksum', () => {
    const wrong = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    assert.deepEqual(
      ofRule(`# Queue\n\n${token} ${wrong}\n`).map(({ severity }) => severity),
      ['warning', 'information'],
    );
  });

  it('leaves out a web token that has expired by the day of the check', () => {
    const expiring = (day: string): string => `# Queue\n\n${webToken({ exp: Date.parse(day) / 1000 })}\n`;
    assert.equal(ofRule(expiring('2026-06-14')).length, 0);
    assert.equal(ofRule(expiring('2026-06-16')).length, 1);
  });

  it('is also found in an archive, in which nothing else is', () => {
    const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
    const path = 'docs/archive/runbooks/queue.md';
    const text = `# The queue is full\n\n## Meaning\n\nIt is.\n\n## Diagnosis\n\n## Mitigation\n\n1. Run it:\n\n   \`\`\`sh\n   systemctl restart queue --token ${token}\n   \`\`\`\n`;
    catalog.upsert([{ uri: path, root: 'root', path, text }]);
    assert.deepEqual(
      catalog.findings(path).map(({ rule }) => rule),
      ['secret-in-document'],
    );
  });

  it('is no finding in a document of another kind, and none where the rule is off or a comment silences it', () => {
    assert.deepEqual(ofRule(`# Queue\n\n<!-- runbook-lens-disable-next-line secret-in-document -->\n${token}\n`), []);
    const off = check(contextOf(documentOf('runbook', `# Queue\n\n${token}\n`)), { 'secret-in-document': 'off' });
    assert.ok(off.every(({ rule }) => rule !== 'secret-in-document'));
  });

  it('is not quoted by findings of other rules, whatever the level of this one', () => {
    const text = `# Queue\n\n## Steps\n\n\`\`\`sh\nrm -rf /srv/${token}\nkubectl delete ns shop --token=${token}\n\`\`\`\n`;
    for (const level of ['warning', 'off'] as const) {
      const findings = check(contextOf(documentOf('runbook', text)), { 'secret-in-document': level });
      assert.ok(findings.some(({ rule }) => rule === 'destructive-command'));
      assert.ok(!JSON.stringify(findings).includes(token.slice(0, 12)));
    }
  });
});

describe('the secrets that a commit would add', () => {
  const other = summed(['gho', ''].join('_'), 'b');
  const names = (text: string, before?: string): string[] =>
    newSecretsOf(documentOf('postmortem', text), '2026-06-15', before).map(({ name }) => name);

  it('are those that the committed text has not, wherever they are', () => {
    const text = `# Queue\n\n${token}\n\n${other}\n`;
    assert.equal(names(text).length, 2);
    assert.deepEqual(names(text, `${token}\n`), [`GitHub token gho_…${other.slice(-4)}`]);
    assert.deepEqual(names(text, `${other} ${token}`), []);
  });

  it('are not those that a comment silences', () => {
    assert.deepEqual(names(`# Queue\n\n<!-- runbook-lens-disable-next-line secret-in-document -->\n${token}\n`), []);
  });

  it('have names and places, and no values', () => {
    const [only] = newSecretsOf(documentOf('postmortem', `# Queue\n\nUsed ${token}.\n`), '2026-06-15');
    assert.deepEqual(only, {
      name: `GitHub token ghp_…${token.slice(-4)}`,
      range: { start: { line: 2, character: 5 }, end: { line: 2, character: 5 + token.length } },
    });
  });
});

describe('a text that quotes a document', () => {
  it('is shown with the secrets of the document cut', () => {
    const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
    catalog.upsert([{ uri: 'a.md', root: 'root', path: 'a.md', text: `# Queue\n\nRun it with ${token}.\n` }]);
    const document = catalog.get('a.md');
    assert.ok(document);
    assert.equal(catalog.withSecretsCut(document, `it with ${token}`), `it with ghp_…${token.slice(-4)}`);
  });
});
