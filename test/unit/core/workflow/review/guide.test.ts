import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Lexer, Marked } from 'marked';
import { guide } from '../../../../../src/core/workflow/review/guide.ts';
import { momentsOf } from '../../../../../src/core/workflow/review/moments.ts';
import { questionsFor } from '../../../../../src/core/workflow/review/questions.ts';
import { sectionIds } from '../../../../../src/core/vocabulary/section-ids.ts';
import { documentOf } from '../../../support/context.ts';
import { plausibleDocument, wildMarkdown } from '../../../support/markdown.ts';
import { recordText } from './records.ts';

function guideTo(text: string): string {
  return guide(documentOf('postmortem', text));
}

/** The guide as a reader sees it: without backslashes in front of punctuation. */
function read(text: string): string {
  return guideTo(text).replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function headings(markdown: string): string[] {
  return Lexer.lex(markdown).flatMap((token) =>
    token.type === 'heading' ? [token.raw.trim().replaceAll('\\', '')] : [],
  );
}

const chapters = ['## Before you begin', '## Opening', '## Action items', '## Closing'];

describe('guide', () => {
  it('goes through the record in its order', () => {
    assert.deepEqual(headings(guideTo(recordText())), [
      "# Facilitator's guide: Search was down",
      '## Before you begin',
      '## Opening',
      '## The record, part by part',
      '### Summary',
      '### Impact',
      '### Timeline',
      '### Causes',
      '## Moments worth asking about',
      '## Action items',
      '## Closing',
    ]);
  });

  it('shows what the record says of each part, and asks about it', () => {
    const text = read(recordText());
    assert.match(text, /### Impact\n\n> 1,200 customers saw no results\.\n\n- Who was affected/);
    assert.match(text, /### Timeline\n\n> 3 entries, 2026-03-09 10:00 UTC to 2026-03-09 11:30 UTC\n\n- /);
    assert.match(
      text,
      /- In the record: Ada Example \(Incident commander\), Bo Sample \(Authors\), Cy Pattern \(Authors\)\./,
    );
    for (const question of questionsFor(['causes'])) {
      assert.ok(text.includes(`- ${question}\n`), question);
    }
  });

  it('says what is not written yet', () => {
    const text = read(recordText({ impact: '', causes: 'TODO' }));
    assert.match(text, /^- Not written yet: Impact, Causes\./m);
    assert.match(text, /### Causes\n\n\*\*Not written yet\.\*\*/);
  });

  it('names the moments that are worth asking about', () => {
    const text = read(recordText());
    assert.match(text, /started at 2026-03-09 10:00 UTC and was detected at 2026-03-09 10:20 UTC\*\*, 20 min later/);
    assert.match(
      text,
      /from 2026-03-09 10:20 UTC to 2026-03-09 11:30 UTC\*\*, 1 h 10 min, between “Alert SearchErrorsHigh fires” and “Old index is switched on again”/,
    );
    assert.match(
      text,
      /Decisions\.\*\*.*\n {2}- 2026-03-09 10:00 UTC: “New index is switched on”\n {2}- 2026-03-09 11:30 UTC: “Old/,
    );
  });

  it('lists open action items with what they lack', () => {
    const actions = '- [ ] Check fields (@ada, OPS-12)\n- [ ] Practise\n- [x] Write it down';
    const text = read(recordText({ actions }));
    assert.match(
      text,
      /2 of 3 are open\.\n\n- Check fields \(@ada, OPS-12\)\n- Practise \(no owner\); no link or ticket\n\n/,
    );
  });

  it('works for a record of labels, and for one that says nothing', () => {
    const labels = guideTo('# Search was down\n\n- **Impact**: 1,200 customers\n- **Root cause**: A field\n');
    assert.ok(headings(labels).includes('### Impact') && headings(labels).includes('### Root cause'));
    assert.deepEqual(headings(guideTo('')).slice(1), chapters);
  });

  it('has all of its chapters for any record, and lets nothing of it work as markup', () => {
    const marked = new Marked();
    fc.assert(
      fc.property(fc.oneof(plausibleDocument('postmortem'), wildMarkdown), (text) => {
        const made = guideTo(text);
        const own = headings(made);
        assert.deepEqual(
          own.filter((heading) => chapters.includes(heading)),
          chapters,
        );
        const html = marked.parse(made, { async: false });
        const tags = new Set(Array.from(html.matchAll(/<\/?([a-z]\w*)/gi), ([, name = '']) => name.toLowerCase()));
        for (const tag of tags) {
          assert.ok(
            ['h1', 'h2', 'h3', 'ul', 'li', 'p', 'em', 'strong', 'blockquote'].includes(tag),
            `<${tag}> in ${html}`,
          );
        }
      }),
    );
  });
});

describe('momentsOf', () => {
  const moments = (lines: string): ReturnType<typeof momentsOf> =>
    momentsOf(documentOf('postmortem', `# x\n\n## Timeline\n\n${lines}\n`));

  it('takes the longest silence, goes over midnight, and passes over what is approximate', () => {
    const found = moments('- 2026-03-09 23:00 UTC: a\n- 23:15 UTC: b\n- 2026-03-10 00:05 UTC: c\n- 00:20 UTC: d');
    assert.equal(found.silence?.minutes, 50);
    assert.equal(found.silence.from.text, 'b');
    assert.equal(moments('- 10:00 UTC: a\n- ~12:00 UTC: b').silence, undefined);
    assert.equal(moments('- 10:00 UTC: a\n- 10:05 UTC: b').silence, undefined);
  });

  it('passes over what came after the incident', () => {
    const text =
      '---\nend_time: 2026-03-09T10:30:00Z\n---\n\n# x\n\n## Timeline\n\n- 2026-03-09 10:00 UTC: a\n- 2026-03-09 10:30 UTC: b\n- 2026-03-10 10:30 UTC: c\n';
    assert.equal(momentsOf(documentOf('postmortem', text)).silence?.minutes, 30);
  });

  it('takes for a decision what somebody chose, not what a machine did', () => {
    const found = moments(
      '- 10:00 UTC: Automatic failover, traffic switches\n- 10:01 UTC: Rolled back to 1.4\n- 10:02 UTC: Disk full',
    );
    assert.deepEqual(
      found.decisions.map(({ text }) => text),
      ['Rolled back to 1.4'],
    );
  });
});

describe('questionsFor', () => {
  const general = questionsFor([]);

  it('has questions of its own for every section that has a usual name', () => {
    for (const id of sectionIds.postmortem) {
      assert.notDeepEqual(questionsFor([id]), general, id);
    }
    assert.ok(general.length > 0);
    assert.deepEqual(questionsFor(['=something of ours']), general);
  });

  it('asks nothing twice, and joins what several parts ask', () => {
    const both = questionsFor(['impact', 'detection', 'impact']);
    assert.deepEqual(both, [...questionsFor(['impact']), ...questionsFor(['detection'])]);
  });

  it('asks for no culprit', () => {
    for (const question of [...sectionIds.postmortem.flatMap((id) => questionsFor([id])), ...general]) {
      assert.doesNotMatch(
        question,
        /\bwhy\b|\bwho (?:did|caused|made|broke)|should have|ought to|\bfault\b|\bblame|mistake|human error|\byou\b/i,
      );
      assert.match(question, /\?$/);
    }
  });
});
