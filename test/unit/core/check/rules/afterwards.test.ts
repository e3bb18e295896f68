import assert from 'node:assert/strict';
import { check } from '../../../../../src/core/check/rules/check.ts';
import { rules } from '../../../../../src/core/check/rules/registry.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

/** A record that lacks what only its review brings, and whose timeline is out of order. */
function found(status: string): string[] {
  const document = documentOf(
    'postmortem',
    `---\nstatus: ${status}\ndate: 2026-03-01\n---\n\n# Down\n\n## Summary\n\nTODO\n\n## Causes\n\n## Timeline (UTC)\n\n` +
      '- 10:00 Down\n- 10:30 Paged\n- 10:20 Seen\n- 10:40 Mended\n- 10:50 Up\n\n## Action Items\n\n- [ ] Add a worker\n',
  );
  return [...new Set(check(contextOf(document)).map(({ rule }) => rule))].toSorted();
}

describe('what is complete only afterwards', () => {
  const afterwards = new Set(rules.filter((rule) => rule.afterwards === true).map(({ id }) => id));

  it('is not asked of the record of an incident that goes on; what is wrong already is told', () => {
    for (const status of ['investigating', 'Identified', 'mitigated']) {
      assert.deepEqual(found(status), ['timeline-order'], status);
    }
  });

  it('is asked of every other one', () => {
    for (const status of ['resolved', 'draft', 'closed']) {
      const said = found(status);
      assert.ok(said.includes('timeline-order'), status);
      assert.ok(said.filter((rule) => afterwards.has(rule)).length >= 1, `${status}: ${said.join(', ')}`);
    }
  });
});
