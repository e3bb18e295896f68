import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkItem, checklistOf } from '../../../../../src/core/workflow/incident/checklist.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../support/context.ts';
import { plausibleDocument } from '../../../support/markdown.ts';

const own =
  '# x\n\n## Checklist\n\n- [x] Take command\n- [ ] Page the *database* people\n\n## Action Items\n\n- [ ] Not this one\n';

describe('the checklist', () => {
  it("is the record's own where it has one, else the usual one", () => {
    assert.deepEqual(
      checklistOf(documentOf('postmortem', own)).map(({ text, checked }) => [text, checked]),
      [
        ['Take command', true],
        ['Page the database people', false],
      ],
    );
    const usual = checklistOf(documentOf('postmortem', '# x\n'));
    assert.ok(usual.length >= 8 && usual.every(({ checked, mark }) => !checked && mark === undefined));
  });

  it('changes one character of its line', () => {
    const document = documentOf('postmortem', own);
    const after = applyEdits(own, checkItem(document, 'Page the database people', true));
    assert.equal(after, own.replace('[ ] Page', '[x] Page'));
    assert.equal(applyEdits(own, checkItem(document, 'Take command', false)), own.replace('[x]', '[ ]'));
    assert.deepEqual(checkItem(document, 'Take command', true), []);
    assert.deepEqual(checkItem(document, 'Something else', true), []);
  });

  it('writes only what was checked into a record that has none of its own', () => {
    const help = 'Get help: service owners, a scribe, someone for communications';
    const command = 'Say that you are in command, and where everybody talks';
    const check = (source: string, text: string): string =>
      applyEdits(source, checkItem(documentOf('postmortem', source), text, true));
    const one = check('# x\n\nText.\n', help);
    assert.equal(one, `# x\n\nText.\n\n## Incident Commander’s Checklist\n\n- [x] ${help}\n`);
    const two = check(one, command);
    assert.equal(two, `${one}- [x] ${command}\n`);
    const items = checklistOf(documentOf('postmortem', two));
    assert.equal(items.length, 11);
    assert.deepEqual(
      items.filter(({ checked }) => checked).map(({ text }) => text),
      [command, help],
    );
  });

  it('knows what the record tells in another place', () => {
    const document = documentOf(
      'postmortem',
      '---\nseverity: SEV-2\n---\n\n# x\n\n## Timeline\n\n- 2026-03-01 10:00 UTC Status update: Next update: 10:30 UTC\n',
    );
    assert.deepEqual(
      checklistOf(document)
        .filter(({ told }) => told)
        .map(({ text }) => text),
      ['Set the severity', 'Send a status update that says when the next one comes'],
    );
    assert.deepEqual(checkItem(document, 'Set the severity', false), []);
  });

  it('comes into any record with the first mark, and what was there stays', () => {
    fc.assert(
      fc.property(plausibleDocument('postmortem'), fc.constantFrom('\n', '\r\n', '\r'), (source, eol) => {
        const text = source.replace(/\r\n|\r|\n/g, eol);
        const document = documentOf('postmortem', text);
        const open = checklistOf(document).find(({ checked }) => !checked);
        fc.pre(open !== undefined && open.mark === undefined);
        const after = documentOf('postmortem', applyEdits(document.text, checkItem(document, open.text, true)));
        assert.ok(after.text.startsWith(document.text));
        const marked = checklistOf(after).filter(({ checked }) => checked);
        // A fence or comment that is never closed swallows what stands behind it.
        if (after.sections.some(({ title }) => title.includes('Checklist'))) {
          assert.deepEqual(
            marked.map(({ text: said }) => said),
            [open.text],
          );
        }
      }),
    );
  });
});
