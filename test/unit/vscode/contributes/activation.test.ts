import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { activationEvents } from '../../../../src/vscode/contributes/activation.ts';

const globs = activationEvents
  .filter((event) => event.startsWith('workspaceContains:'))
  .map((event) => event.slice(18));

function starts(file: string): boolean {
  return globs.some((glob) => picomatch.isMatch(file, glob, { dot: true }));
}

describe('what starts the extension', () => {
  for (const file of [
    'runbooks/disk.md',
    'docs/Runbooks/api/disk.md',
    'docs/playbook-mail.md',
    'postmortems/2026/mail.md',
    'docs/post-mortems/mail.md',
    'incidents/4711.md',
    'team/on-call/README.md',
    'alerts/node/DiskFull.md',
    'docs/SOPs/mail.md',
    'services/mail/Runbook.md',
    'sub/.runbook-lens.json',
  ]) {
    it(`is ${file}`, () => {
      assert.ok(starts(file));
    });
  }

  for (const file of ['README.md', 'docs/architecture.md', 'CHANGELOG.md', 'src/runbook.ts']) {
    it(`is not ${file}`, () => {
      assert.ok(!starts(file));
    });
  }
});
