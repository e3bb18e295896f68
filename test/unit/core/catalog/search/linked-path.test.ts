import assert from 'node:assert/strict';
import { linkedPath } from '../../../../../src/core/catalog/search/linked-path.ts';
import { documentOf } from '../../../support/context.ts';

const documents = ['docs/alerts/disk.md', 'docs/tasks/disk.md', 'docs/Mail Queue.md', 'runbooks/db/README.md'].map(
  (path) => documentOf('runbook', '# X\n', path),
);

describe('the document that an address leads to', () => {
  for (const [address, path] of [
    ['https://github.com/acme/ops/blob/main/docs/alerts/disk.md#meaning', 'docs/alerts/disk.md'],
    ['https://acme.github.io/ops/alerts/disk/', 'docs/alerts/disk.md'],
    ['https://docs.acme.example/TASKS/Disk.html?x=1', 'docs/tasks/disk.md'],
    ['https://acme.example/docs/Mail%20Queue', 'docs/Mail Queue.md'],
    ['https://acme.example/runbooks/db', 'runbooks/db/README.md'],
    ['https://acme.example/Mail-Queue', undefined],
    ['https://wiki.acme.example/display/x/mail%20queue', 'docs/Mail Queue.md'],
    ['https://grafana.example/runbooks/', undefined],
    ['https://acme.example/db', undefined],
    ['https://acme.example/disk', undefined],
    ['https://acme.example/other', undefined],
    ['https://acme.example/%E0%A4%A', undefined],
    ['https://acme.example', undefined],
  ] as const) {
    it(`is ${path ?? 'none'} for ${address}`, () => {
      assert.equal(linkedPath(address, documents)?.path, path);
    });
  }
});
