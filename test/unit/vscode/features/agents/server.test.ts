import assert from 'node:assert/strict';
import { globOptions, offeredFolders } from '../../../../../src/vscode/features/agents/offered.ts';

describe('the server for agents', () => {
  const folder = (address: string) => ({
    uri: { scheme: address.slice(0, address.indexOf(':')), toString: () => address },
  });
  const local = folder('file:///a');
  const virtual = folder('vscode-vfs://github/acme/shop');
  const empty = folder('file:///b');
  const all = [local, virtual, empty];
  const roots = new Set([local, virtual].map(({ uri }) => uri.toString()));

  it('is offered for local folders with documents', () => {
    assert.deepEqual(offeredFolders(true, all, roots), [local]);
  });

  it('is not offered in Restricted Mode', () => {
    assert.deepEqual(offeredFolders(false, all, roots), []);
  });

  it('reads the same files as the editor', () => {
    assert.deepEqual(globOptions(['docs/**'], ['-x/**', 'private/**']), [
      '--include=docs/**',
      '--exclude=-x/**',
      '--exclude=private/**',
    ]);
  });
});
