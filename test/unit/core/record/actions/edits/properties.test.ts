import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  readActionItems,
  setActionItemDue,
  setActionItemOwner,
  tickActionItem,
  untickActionItem,
  type ActionItem,
  type CatalogDocument,
} from '../../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../../src/core/text/lines.ts';
import type { Range } from '../../../../../../src/core/text/position.ts';
import { assertInside } from '../../../../support/assertions.ts';
import { documentOf } from '../../../../support/context.ts';
import { examples } from '../../../../support/examples.ts';
import { plausibleDocument, wildMarkdown, withBreaks } from '../../../../support/markdown.ts';
import type { Make } from './support.ts';

const work = fc.constantFrom(
  'Add a worker',
  'Page *earlier*',
  'Write `a \\| b` down',
  'Størrelse 🔥 öffnen',
  'Ask [them](x.md)',
  '<b>Write docs</b>',
  'TODO: write docs',
  'Pin ~~one~~ two <del>of</del> them',
  '監視を追加する',
);
const owner = fc.constantFrom(
  '',
  '',
  '',
  ' (owner: Ada)',
  ' @bo',
  ' **Owner:** Cy',
  ' (Dee, OPS-12)',
  ' (@ada.l)',
  ' ~~@bo~~ @cy',
  '（担当：山田）',
  ' 【担当】山田',
  ' (responsable : Zoé)',
);
const due = fc.constantFrom(
  '',
  '',
  '',
  ' (due 2026-01-02)',
  ', due: 2026-01-02',
  ' by March 3rd, 2026',
  ' [due:: 2026-01-02]',
  ' 📅 2026-01-02',
  ', was due 2025-01-02, moved to 2026-01-02',
  ' (due 2025-01-02 → 2026-01-02)',
  ', due ~~2025-01-02~~ 2026-01-02',
  ', due Fri, 2 Jan 2026',
  '（期限：2026-01-02）',
  ' (échéance : 2 janvier 2026)',
);
const ticket = fc.constantFrom('', '', ' #12', ' [issue](https://example.org/1)', ' OPS-34');
const mark = fc.constantFrom(
  '',
  '',
  '',
  '',
  ' (DONE)',
  " (won't fix)",
  ' ✅',
  ' – done',
  ' (done in staging, prod pending)',
  '（完了）',
  ' ✅ 2026-01-01',
  ' – état : terminé',
);
const box = fc.constantFrom(
  '',
  '',
  '',
  '[ ] ',
  '[x] ',
  '☐ ',
  '[-] ',
  '[✔] ',
  '\\[x\\] ',
  '\\[ \\] ',
  '[~] ',
  '[/] ',
  '［ ］ ',
  '［x］ ',
  '<input type="checkbox"> ',
  '<input type="checkbox" checked disabled> ',
);
const sentence = fc.tuple(box, work, ticket, owner, due, mark).map((parts) => parts.join(''));

const detail = fc.constantFrom(
  'Owner: Ada',
  'Due: 2026-01-02',
  'Status: Open',
  'Status: Done',
  '**Owner**: TBD',
  'Status:',
  'Status: ~~Open~~ Done',
  'Due: ~~2025-01-02~~ 2026-01-02',
  '担当：山田',
  '**期限：** 2026-01-02',
  'État : Terminé',
  'it must be small',
);
const bullet = fc
  .tuple(fc.constantFrom('- ', '* ', '1. ', '> - '), sentence, fc.array(detail, { maxLength: 2 }), fc.boolean())
  .map(([marker, text, details, wrapped]) => {
    const inner = marker.startsWith('>') ? '>   ' : marker === '1. ' ? '   ' : '  ';
    return [
      `${marker}${text}`,
      ...(wrapped ? [`${inner}and so on`] : []),
      ...details.map((line) => `${inner}- ${line}`),
    ].join('\n');
  });
const cell = fc.constantFrom(
  '',
  ' ',
  ' Ada ',
  ' TBD ',
  ' 2026-01-02 ',
  ' Open ',
  ' Done   ',
  ' ✅ ',
  ' n/a **DONE** ',
  ' OPS-1 **TODO** ',
  ' Won’t do ',
  ' ~~Bo~~ Ada ',
  ' ~~2025-01-02~~ 2026-01-02 ',
  ' 2025-01-02 → 2026-01-02 ',
  ' ~~Ada~~ ',
  ' 未着手 ',
  ' 完了 ',
  ' Fri, 2 Jan 2026 ',
);
const table = fc
  .tuple(
    fc.constantFrom(
      ['Action', 'Owner', 'Due', 'Status', 'Ticket', 'Notes'],
      ['施策', '担当', '期限', 'ステータス', 'チケット', '備考'],
      ['Mesure', 'Responsable', 'Échéance', 'État', 'Lien', 'Remarques'],
    ),
    fc.subarray([1, 2, 3, 4, 5], { minLength: 1 }),
    fc.array(fc.tuple(sentence, fc.array(cell, { minLength: 5, maxLength: 5 }), fc.boolean()), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([titles, columns, rows]) =>
    [
      `| ${titles[0]} | ${columns.map((index) => titles[index]).join(' | ')} |`,
      `|---|${columns.map(() => '---|').join('')}`,
      ...rows.map(
        ([text, cells, short]) =>
          `| ${text} |${short ? '' : columns.map((_, index) => `${cells[index] ?? ''}|`).join('')}`,
      ),
    ].join('\n'),
  );
const heading = fc
  .tuple(sentence, fc.array(detail, { minLength: 1, maxLength: 3 }), fc.constantFrom('', ' ##'))
  .map(([text, details, closing]) => [`### ${text}${closing}`, ...details.map((line) => `- ${line}`)].join('\n'));
const paragraph = sentence.map((text) => `**Do this**: ${text}`);
const html = fc
  .array(sentence, { minLength: 1, maxLength: 2 })
  .map((texts) => ['<ul>', ...texts.map((text) => `<li>${text}</li>`), '</ul>'].join('\n'));
const title = fc.constantFrom('### Completed', '### Process', "**Won't do:**");

/** A record with follow-ups in several forms, between other sections. */
const record = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '---\ndate: 2026-01-01\n---\n'),
    fc.array(fc.oneof(bullet, bullet, bullet, table, table, heading, paragraph, html, title), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.constantFrom('\n', '\n\n'),
    fc.constantFrom('', '\n', '\n\n## Lessons learned\n\n- Read (DONE)\n'),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([front, parts, joint, end, eol]) =>
    withBreaks(`${front}# It failed\n\n## Action items\n\n${parts.join(joint)}${end}`, [eol]),
  );

const toggle: Make = (document, item) => (item.done ? untickActionItem : tickActionItem)(document, item);
const nameOwner: Make = (document, item) => setActionItemOwner(document, item, 'Eve Example');
const setDue: Make = (document, item) => setActionItemDue(document, item, '2031-12-24');

/** A text as lines that keep their breaks. */
function linesOf(text: string): string[] {
  return text.split(/(?<=\r\n|\n|\r(?!\n))/);
}

function textAt({ lines }: CatalogDocument, { start, end }: Range): string {
  return lines.text(start.line).slice(start.character, end.character);
}

function told({ text, done, wontDo, owner, due, tracking }: ActionItem): unknown {
  return [text, done, wontDo, owner?.text, due?.text, tracking.map((found) => found.text)];
}

/** Makes a change for each item, and looks at what has become of the text and of the items. Says how many were made and not. */
function assertChanges(
  document: CatalogDocument,
  make: Make,
  mayInsert: boolean,
  assertDone: (before: ActionItem, after: ActionItem) => void,
): { readonly made: number; readonly refused: number } {
  const items = readActionItems(document);
  const lines = linesOf(document.text);
  let refused = 0;
  for (const [index, item] of items.entries()) {
    const edits = make(document, item);
    if (edits === undefined) {
      refused += 1;
      continue;
    }
    edits.forEach(({ range }) => assertInside(Lines.of(document.text), range, 'edit'));
    const text = applyEdits(document.text, edits);
    const after = linesOf(text);
    const inserted = after.length - lines.length;
    assert.ok(inserted === 0 || (mayInsert && inserted > 0 && inserted <= 2));
    const at = lines.findIndex((line, number) => line !== after[number]);
    assert.notEqual(text, document.text, 'nothing was changed');
    if (inserted === 0) {
      assert.deepEqual(after.toSpliced(at, 1), lines.toSpliced(at, 1));
      const lineBreak = /[\r\n]*$/;
      assert.equal(lineBreak.exec(after[at] ?? '')?.[0], lineBreak.exec(lines[at] ?? '')?.[0]);
    } else {
      const bare = (all: readonly string[]): string[] => all.map((line) => line.replace(/[\r\n]+$/, ''));
      const first =
        at === -1 || bare([after[at] ?? ''])[0] === bare([lines[at] ?? ''])[0] ? at + 1 || lines.length : at;
      assert.deepEqual(bare(after).toSpliced(first, inserted), bare(lines));
    }
    const changedItems = readActionItems(documentOf('postmortem', text));
    assert.equal(changedItems.length, items.length);
    items.forEach((other, number) => {
      const now = changedItems[number];
      assert.ok(now);
      if (number === index) {
        assertDone(other, now);
        assert.deepEqual(
          now.tracking.map((found) => found.text),
          other.tracking.map((found) => found.text),
        );
      } else {
        assert.deepEqual(told(now), told(other));
      }
    });
  }
  return { made: items.length - refused, refused };
}

const changes: ReadonlyArray<
  readonly [name: string, make: Make, mayInsert: boolean, assertDone: (before: ActionItem, after: ActionItem) => void]
> = [
  [
    'ticking and opening',
    toggle,
    false,
    (before, after) => {
      assert.equal(after.done, !before.done);
      assert.equal(after.wontDo, false);
      assert.deepEqual(
        [after.text, after.owner?.text, after.due?.text],
        [before.text, before.owner?.text, before.due?.text],
      );
    },
  ],
  [
    'naming an owner',
    nameOwner,
    true,
    (before, after) => {
      assert.equal(after.owner?.text, 'Eve Example');
      assert.deepEqual([after.done, after.wontDo, after.due?.text], [before.done, before.wontDo, before.due?.text]);
    },
  ],
  [
    'setting a due date',
    setDue,
    true,
    (before, after) => {
      assert.equal(after.due?.date, '2031-12-24');
      assert.deepEqual([after.done, after.wontDo, after.owner?.text], [before.done, before.wontDo, before.owner?.text]);
    },
  ],
];

describe('edits of action items', () => {
  for (const [name, make, mayInsert, assertDone] of changes) {
    it(`leave everything else as it is: ${name}`, () => {
      let made = 0;
      let refused = 0;
      fc.assert(
        fc.property(record, (text) => {
          const done = assertChanges(documentOf('postmortem', text), make, mayInsert, assertDone);
          made += done.made;
          refused += done.refused;
        }),
        { numRuns: examples(250) },
      );
      // What is refused says in several ways that it is done, or names owners in brackets that do so only together.
      assert.ok(made > examples(300) && refused < made * 0.3, `${made} made, ${refused} refused`);
    });

    it(`never do what is not meant in any text: ${name}`, () => {
      fc.assert(
        fc.property(fc.oneof(wildMarkdown, plausibleDocument('postmortem')), (text) => {
          assertChanges(
            documentOf('postmortem', `${text}\n\n## Action items\n\n- a\n- [x] b`),
            make,
            mayInsert,
            assertDone,
          );
        }),
        { numRuns: examples(150) },
      );
    });
  }

  it('give the text back where a box is ticked and opened again', () => {
    fc.assert(
      fc.property(record, (text) => {
        const document = documentOf('postmortem', text);
        for (const [index, item] of readActionItems(document).entries()) {
          // A sign that says more than that something is to do is not put back.
          const isEmpty = item.box !== undefined && !/[-~/]/.test(textAt(document, item.box));
          const edits = !isEmpty || item.done ? undefined : tickActionItem(document, item);
          if (edits !== undefined) {
            const after = documentOf('postmortem', applyEdits(document.text, edits));
            const again = readActionItems(after)[index];
            assert.ok(again);
            assert.equal(applyEdits(after.text, untickActionItem(after, again) ?? []), document.text);
          }
        }
      }),
    );
  });
});
