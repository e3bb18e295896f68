import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rules, teamRules } from '../../../../../src/core/check/rules/registry.ts';
import { foundIn, readMarked } from '../../../support/marked.ts';

const folder = path.join(import.meta.dirname, '..', '..', '..', '..', 'fixtures', 'rules');
/** Those for Markdown and for files of the team. */
const all = [...rules, ...teamRules];

describe('test documents of rules', () => {
  it('are there for each rule, and no other', () => {
    assert.deepEqual(readdirSync(folder).toSorted(), all.map(({ id }) => `${id}.md`).toSorted());
  });

  for (const rule of all) {
    describe(rule.id, () => {
      const files = readMarked(readFileSync(path.join(folder, `${rule.id}.md`), 'utf8'));

      it('finds exactly what is marked', () => {
        const results = foundIn(files, rule);
        assert.deepEqual(
          results.map((result) => ({ path: result.path, found: result.found })),
          files.map((file) => ({ path: file.path, found: [...file.expected] })),
          results.flatMap(({ findings }) => findings.map(({ message }) => message)).join('\n'),
        );
      });

      it('is silent on at least one document and speaks on another', () => {
        assert.ok(files.some(({ expected }) => expected.length > 0));
        assert.ok(files.some(({ expected }) => expected.length === 0));
      });
    });
  }
});
