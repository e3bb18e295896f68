import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import fc from 'fast-check';
import { jsonText } from '../../../src/cli/formats/json-text.ts';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { letters, plantedSecrets, summed } from '../support/made-secrets.ts';
import { complete, ranIn } from './ran.ts';

const token = summed(['ghp', ''].join('_'));
const password = ['aB3kT9uxCCwj', 'z4Q#tail99'].join('!');
const record = (title: string, date: string): string =>
  `---\ndate: ${date}\nseverity: SEV-2\nservices: [mail]\n---\n# ${title}\n\n## Summary\n\nThe queue of mail was full with ${token}.\n\n## Resolution\n\nRolled back with password: ${password}\n\n## Action items\n\n- [ ] Revoke ${token} (owner: Ada)\n`;

describe('secrets in what the command line lists', () => {
  let root = '';

  before(async () => {
    root = await temporaryFolder('secrets-in-lists');
    await gitInit(root);
    await writeTree(root, {
      'runbooks/MailDown.md': `---\nservice: mail\n---\n${complete.replace('# Queue', `# MailDown ${token}`)}`,
      'postmortems/2026-02-01-mail.md': record(`Mail was late, password: ${password}`, '2026-02-01'),
      'postmortems/2026-03-01-mail.md': record(`Mail was late with ${token}`, '2026-03-01'),
      'rules.yaml': `groups:\n  - name: mail\n    rules:\n      - alert: MailDown\n        expr: up == 0\n        labels: {service: mail}\n        annotations: {runbook_url: "https://ada:${password.replace('#', '+')}@wiki.shop.io/MailDown"}\n`,
    });
  });
  after(async () => rm(root, { recursive: true, force: true }));

  for (const argv of [
    ['list'],
    ['find', 'MailDown'],
    ['similar', 'postmortems/2026-03-01-mail.md'],
    ['actions'],
    ['alerts'],
    ['service'],
    ['service', 'mail'],
  ]) {
    for (const format of [argv[0] === 'service' ? 'markdown' : 'text', 'json']) {
      it(`are not in the output of ${argv.join(' ')} as ${format}`, async () => {
        const { out, err } = await ranIn(root, ...argv, '--format', format);
        assert.ok(out.length > 20, err);
        for (const secret of [token, password, password.replace('#', '+')]) {
          assert.ok(!`${out}${err}`.includes(secret.slice(4, 12)), out);
        }
        if (format === 'json') {
          JSON.parse(out);
        }
      });
    }
  }

  it('leave JSON in its shape, and texts without them as they are', () => {
    const secrets = plantedSecrets().map(([, value, around]) => around(value));
    const text = fc.oneof(fc.string(), fc.constantFrom(...secrets), fc.constantFrom('password: "', '"', '\\', token));
    const shapeOf = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? '' : part)));
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.constantFrom('a', 'b', 'password'), fc.array(text))), (value) => {
        assert.deepEqual(shapeOf(JSON.parse(jsonText(value))), shapeOf(value));
      }),
    );
    const plain = { title: 'Mail is late', lines: [1, 2], path: 'docs/a.md', sum: letters(64) };
    assert.deepEqual(JSON.parse(jsonText(plain)), plain);
  });
});
