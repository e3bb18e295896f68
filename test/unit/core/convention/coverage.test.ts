import assert from 'node:assert/strict';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { findingsOf } from '../../support/catalog-of.ts';
import { contextOf, documentOf } from '../../support/context.ts';

const titles = ['Summary', 'Impact', 'Timeline', 'Root cause', 'Circumstances', '参考資料', 'Action items'];

function withSections(sections: readonly string[]): string {
  return `# Orders lost\n\n${sections.map((title) => `## ${title}\n\nText about it.\n\n`).join('')}`;
}

const others = ['a', 'b', 'c', 'd', 'e'].map((name) =>
  documentOf('postmortem', withSections(titles), `postmortems/${name}.md`),
);

function missing(text: string): Array<string | undefined> {
  const document = documentOf('postmortem', text, 'postmortems/z.md');
  return findingsOf(missingSection, contextOf(document, others)).map(({ section }) => section);
}

/** A document in which one title is another one. */
function instead(title: string, other: string): string {
  return withSections(titles.map((each) => (each === title ? other : each)));
}

describe('an expected section', () => {
  const forms: Readonly<Record<string, readonly string[]>> = {
    Impact: [
      'Impact (users)',
      'IMPACT 🔥',
      '§3 Impact',
      '1. Impact',
      '![icon](i.png) Impact',
      'What was the impact identified?',
      'Wer war betroffen?',
      'Blast radius',
      'Consequences/Costs',
    ],
    Timeline: ['Timeline (all times PST) 10/22', 'Timeline 4 March. Some are guesses', 'Event log', 'Zeitachse (MEZ)'],
    'Root cause': ['Our guess (root cause)', 'What went wrong?', 'Trigger', 'Pourquoi est-ce arrivé ?', '原因と対策'],
    Summary: ['What happened?', 'In short', 'Summary and scope'],
    Circumstances: [
      'Circumstances/Repair',
      'What we know (circumstances)',
      'Circumstances. All of them',
      '3) Circumstances',
    ],
    参考資料: ['関連ドキュメント', 'References', '参考資料（社内）'],
    'Action items': ['What are we doing about it?', 'TODO', 'Remedial work', 'Follow-ups (2024)'],
  };
  for (const [title, others] of Object.entries(forms)) {
    it(`is there under another title: ${title}`, () => {
      assert.deepEqual(
        others.filter((other) => missing(instead(title, other)).length > 0),
        [],
      );
      assert.deepEqual(missing(instead(title, 'What we sell')), [title]);
    });
  }

  it('is there one level deeper, as a title, as a bold line and as a label, whatever its name', () => {
    for (const form of [
      '### Circumstances',
      '# Circumstances',
      '**Circumstances**',
      '**Circumstances:**',
      '- **Circumstances**: x',
    ]) {
      const text = withSections(titles).replace('## Circumstances', form);
      assert.deepEqual(missing(text), [], form);
    }
  });

  it('is not there where another one at the top is expected itself, or stands deeper', () => {
    const both = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      documentOf('postmortem', withSections([...titles, 'Trigger']), `postmortems/${name}.md`),
    );
    const document = documentOf(
      'postmortem',
      withSections([...titles.filter((title) => title !== 'Root cause'), 'Trigger']),
      'postmortems/z.md',
    );
    assert.deepEqual(
      findingsOf(missingSection, contextOf(document, both)).map(({ section }) => section),
      ['Root cause'],
    );
    assert.deepEqual(missing(instead('Root cause', 'What we sell\n\n### What went wrong?')), ['Root cause']);
  });

  it('of entries is there where three stand together under a title of their own', () => {
    const entries = '\n\n- 10:20 alert\n- 10:40 look\n- 11:00 fixed';
    assert.deepEqual(missing(instead('Timeline', `What the night brought${entries}`)), []);
    const figures = withSections(titles.filter((title) => title !== 'Timeline')).replace(
      '## Impact',
      `## Impact${entries}`,
    );
    assert.deepEqual(missing(figures), ['Timeline']);
  });

  it('of a summary is in a short opening, but not in one that tells it all', () => {
    const lacking = withSections(titles.slice(1));
    const opening = 'For an hour no order arrived, because a certificate had expired and its renewal had failed. ';
    const opened = (times: number): string => lacking.replace('lost\n', `lost\n\n${opening.repeat(times)}\n`);
    assert.deepEqual(missing(opened(3)), []);
    assert.deepEqual(missing(opened(20)), ['Summary']);
  });
});
