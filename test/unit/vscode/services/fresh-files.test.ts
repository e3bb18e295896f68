import assert from 'node:assert/strict';
import { FreshFiles } from '../../../../src/vscode/services/fresh-files.ts';

describe('files that were created a moment ago', () => {
  it('are fresh until somebody changes and saves them', () => {
    const fresh = new FreshFiles();
    fresh.add('a.md', '# A\n');
    assert.equal(fresh.has('a.md'), true);
    assert.equal(fresh.saved('a.md', '# A\n'), false);
    assert.equal(fresh.has('a.md'), true);
    assert.equal(fresh.saved('a.md', '# A\n\nNew.\n'), true);
    assert.equal(fresh.has('a.md'), false);
    assert.equal(fresh.saved('b.md', '# B\n'), false);
  });

  it('may be filled after they are created', () => {
    const fresh = new FreshFiles();
    fresh.add('a.md', '');
    assert.equal(fresh.saved('a.md', '# From a template\n'), false);
    assert.equal(fresh.has('a.md'), true);
    assert.equal(fresh.saved('a.md', '# From a template\n\nMine.\n'), true);
    assert.equal(fresh.has('a.md'), false);
  });
});
