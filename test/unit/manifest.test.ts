import assert from 'node:assert/strict';
import { generatedFiles, stale } from '../../scripts/manifest/generated.ts';

describe('what follows from the tables of rules, commands, views and settings', () => {
  it('is what the files say; "npm run manifest" writes it', async () => {
    const files = await generatedFiles();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['package.json', 'package.nls.json', 'docs/reference.md', 'media/configuration.schema.json'],
    );
    for (const { path, now, wanted } of files) {
      assert.equal(now, wanted, path);
    }
    assert.deepEqual(stale(files), []);
  });

  it('leaves what is written by hand as it is, and is told apart when it changed', async () => {
    const [manifest] = await generatedFiles();
    assert.ok(manifest);
    const { contributes, ...rest } = JSON.parse(manifest.wanted) as { readonly contributes: object };
    assert.deepEqual({ ...rest, contributes }, JSON.parse(manifest.now));
    assert.ok('jsonValidation' in contributes && 'languages' in contributes);
    const changed = { ...manifest, now: manifest.now.replace('$(flame)', '$(fire)') };
    assert.deepEqual(stale([manifest, changed]), [changed]);
  });
});
