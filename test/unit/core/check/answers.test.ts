import assert from 'node:assert/strict';
import { answersAt, findingsAt, onceEach } from '../../../../src/core/check/answers.ts';
import { ignoreHere } from '../../../../src/core/check/ignore-here.ts';
import { mend } from '../../../../src/core/check/mend.ts';
import { checkWithFixes } from '../../../../src/core/check/rules/check.ts';
import { rules } from '../../../../src/core/check/rules/registry.ts';
import { applyEdits } from '../../../../src/core/text/edit.ts';
import { contextOf, documentOf } from '../../support/context.ts';
import { checksDuring } from '../../support/counted-checks.ts';

const text = `# Mail

Mail was late for an hour, and nobody knew why until noon on that day.

## Timeline

Describe what happened here, in your own words.

- 10:20 It began.

## Timeline

- 10:20 It began.
`;
const context = contextOf(documentOf('postmortem', text));
const title = { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } };

describe('what a light bulb offers', () => {
  it('answers each finding that is there, then all of a rule of which several are', () => {
    const checked = checkWithFixes(context);
    assert.deepEqual(
      answersAt(checked, title).map(({ fix, findings }) => [fix.title, findings.length]),
      [
        ['Insert section Impact', 1],
        ['Insert section Causes', 1],
        ['Insert section Action Items', 1],
        ['Insert all 3 missing sections', 3],
      ],
    );
    assert.deepEqual(
      answersAt(checked, { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } }),
      [],
      'nothing was found there',
    );
  });

  it('offers once what does the same', () => {
    const checked = checkWithFixes(context);
    const findings = findingsAt(checked, title);
    const comments = findings.map((finding) => ({
      fix: ignoreHere(checked.context.document, finding),
      findings: [finding],
    }));
    assert.deepEqual(
      onceEach(comments).map((answer) => [answer.fix.title, answer.findings.length]),
      [['Ignore missing-section here', 3]],
    );
    assert.deepEqual(onceEach(answersAt(checked, title)), answersAt(checked, title));
  });

  it('makes each change for the text that was checked', () => {
    const checked = checkWithFixes(context);
    const [impact] = answersAt(checked, title);
    assert.match(applyEdits(text, impact?.fix.edits ?? []), /\n## Impact\n/);
    assert.deepEqual(
      findingsAt(checked, title).map(({ rule }) => rule),
      ['missing-section', 'missing-section', 'missing-section'],
    );
  });

  it('lets each rule look at the document once, whatever is asked of what it found', async () => {
    const counts = await checksDuring(() => {
      const checked = checkWithFixes(context);
      assert.ok(checked.findings.length > 3);
      for (const finding of checked.findings) {
        answersAt(checked, finding.range);
        checked.fixFor(finding);
      }
      rules.forEach(({ id }) => checked.fixOf(id));
      assert.ok(mend(checked));
      assert.ok(checked.fixAll().length > 0);
    });
    assert.equal(counts.size, rules.length);
    assert.deepEqual([...new Set(counts.values())], [1]);
  });
});
