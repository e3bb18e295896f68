import assert from 'node:assert/strict';
import { globTest } from '../../../../src/core/globs.ts';

describe('globTest', () => {
  const matched = (globs: readonly string[], ...paths: readonly string[]): string[] => paths.filter(globTest(globs));

  it('lets a negated glob take away from those before it', () => {
    const paths = ['docs/a.md', 'docs/index.md', 'README.md'];
    assert.deepEqual(matched(['docs/**', '!docs/index.md'], ...paths), ['docs/a.md']);
    assert.deepEqual(matched(['docs/**', '!docs/**', 'docs/a.md'], ...paths), ['docs/a.md']);
    assert.deepEqual(matched(['!docs/index.md'], ...paths), []);
  });

  it('takes a folder for what stands below it, however it is spelt', () => {
    const paths = ['docs/deep/a.md', 'docs.md', 'other/docs/a.md'];
    for (const glob of ['docs', 'docs/', './docs', '/docs/**']) {
      assert.deepEqual(matched([glob], ...paths), ['docs/deep/a.md'], glob);
    }
    assert.deepEqual(matched(['docs/*'], ...paths), []);
  });

  it('matches nothing when there are none', () => {
    assert.deepEqual(matched([], 'a.md'), []);
  });
});
