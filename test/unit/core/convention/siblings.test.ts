import assert from 'node:assert/strict';
import { siblingsOf } from '../../../../src/core/convention/others.ts';
import { actionItemTracking } from '../../../../src/core/check/rules/action-item-tracking.ts';
import type { Rule } from '../../../../src/core/check/rules/rule.ts';
import { sectionOrder } from '../../../../src/core/check/rules/section-order.ts';
import { catalogOf, contextIn, findingsOf } from '../../support/catalog-of.ts';

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

function postmortem(...sections: ReadonlyArray<readonly [title: string, text: string]>): string {
  return `# Queue\n\n${sections.map(([title, text]) => `## ${title}\n\n${text}\n\n`).join('')}`;
}

/** What a rule says of gates/new.md, in a repository with ten postmortems in another folder and others beside it. */
function countBeside(rule: Rule, far: string, text: string, ...beside: readonly string[]): number {
  const catalog = catalogOf({
    ...Object.fromEntries(letters.map((name) => [`postmortems/mail/${name}.md`, far])),
    ...Object.fromEntries(beside.map((other, at) => [`postmortems/gates/${at}.md`, other])),
    'postmortems/gates/new.md': text,
  });
  return findingsOf(rule, contextIn(catalog, 'postmortems/gates/new.md')).length;
}

describe('the documents beside one whose folder is too small for a custom', () => {
  it('are none where the folder has a custom of its own', () => {
    const files = Object.fromEntries(letters.map((name) => [`postmortems/${name}.md`, '# Queue\n']));
    assert.deepEqual(siblingsOf(contextIn(catalogOf(files), 'postmortems/a.md')), []);
  });

  it('know better in which order sections stand', () => {
    const usual = postmortem(['Summary', 'Late.'], ['Timeline', '- 10:00 UTC late'], ['Action Items', '- Wait']);
    const other = postmortem(['Summary', 'Late.'], ['Action Items', '- Wait'], ['Timeline', '- 10:00 UTC late']);
    assert.equal(countBeside(sectionOrder, usual, other), 1);
    assert.equal(countBeside(sectionOrder, usual, other, usual), 1);
    assert.equal(countBeside(sectionOrder, usual, other, other), 0);
  });

  it('know better what is said of follow-ups', () => {
    const tracked = postmortem(['Action Items', '- Wait, OPS-12\n- Look, OPS-13']);
    const bare = postmortem(['Action Items', '- Wait\n- Look\n- Listen']);
    assert.equal(countBeside(actionItemTracking, tracked, bare), 3);
    assert.equal(countBeside(actionItemTracking, tracked, bare, tracked), 3);
    assert.equal(countBeside(actionItemTracking, tracked, bare, bare), 0);
    const few = postmortem(['Action Items', '- Wait\n- Look']);
    assert.equal(countBeside(actionItemTracking, tracked, bare, few), 3);
  });
});
