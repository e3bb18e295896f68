import assert from 'node:assert/strict';
import { documentKinds, type DocumentKind } from '../../../../src/core/vocabulary/kind.ts';
import { normaliseName } from '../../../../src/core/vocabulary/normalise.ts';
import { canonicalIds, isKnownName, vocabularyOf } from '../../../../src/core/vocabulary/vocabulary.ts';
import { builtInConventions, builtInTemplates } from '../../../../src/core/team/templates/builtin/index.ts';
import { conventionOf } from '../../../../src/core/team/templates/template.ts';

describe('the vocabulary', () => {
  for (const kind of documentKinds) {
    it(`of ${kind}s has no name that stands for two ids`, () => {
      const ids = new Map<string, string>();
      for (const [id, name] of vocabularyOf(kind)) {
        const known = ids.get(normaliseName(name)) ?? id;
        assert.equal(known, id, `"${name}" stands for ${known} and ${id}`);
        ids.set(normaliseName(name), id);
      }
    });

    it(`of ${kind}s finds each of its names under its id`, () => {
      for (const [id, name] of vocabularyOf(kind)) {
        assert.deepEqual(canonicalIds(kind, name), [id], name);
      }
    });
  }

  it('knows every section that the built-in templates have', () => {
    for (const { template, sections } of builtInConventions()) {
      for (const { title, keys } of sections) {
        assert.ok(
          keys.length > 0 && keys.every((key) => !key.startsWith('=')),
          `${template.id}: ${title} has the keys ${keys.join(', ')}`,
        );
      }
    }
  });

  it('tells the sections of each built-in template apart', () => {
    for (const { template, sections } of builtInConventions()) {
      const keys = sections.flatMap((section) => section.keys);
      assert.deepEqual(
        keys.filter((key, index) => keys.indexOf(key) !== index),
        [],
        template.id,
      );
    }
  });
});

describe('canonicalIds', () => {
  const cases: ReadonlyArray<readonly [kind: DocumentKind, title: string, ids: readonly string[]]> = [
    ['postmortem', '🔥 Contributing Factors', ['causes']],
    ['postmortem', 'Resolution and recovery', ['resolution']],
    ['postmortem', 'Impact & detection', ['impact', 'detection']],
    ['postmortem', 'Timeline (all times UTC)', ['timeline']],
    ['postmortem', 'Timeline of the outage', ['timeline']],
    ['postmortem', 'Linha do tempo', ['timeline']],
    ['postmortem', 'Korrekturmaßnahmen', ['action-items']],
    ['postmortem', 'Follow-ups:', ['action-items']],
    ['postmortem', 'Timeline (all times PST) 10/22', ['timeline']],
    ['postmortem', 'Timeline (all times UTC) 4 March – 6 March 2024. Some are guesses', ['timeline']],
    ['postmortem', 'Our guess (root cause)', ['causes']],
    ['postmortem', 'Circumstances/Repair/Next steps', ['resolution', 'action-items']],
    ['postmortem', '検知（Detect）', ['detection']],
    ['postmortem', '原因と対策', ['causes', 'action-items']],
    ['postmortem', 'What was the impact identified?', ['impact']],
    ['postmortem', 'How were users affected?', ['impact']],
    ['postmortem', 'What caused the outage?', ['causes']],
    ['postmortem', 'How did it happen?', ['causes']],
    ['postmortem', 'When did it happen?', ['timeline']],
    ['postmortem', 'What are we doing about it?', ['action-items']],
    ['postmortem', 'What will we do to prevent this in the future?', ['action-items']],
    ['postmortem', 'How was the issue resolved?', ['resolution']],
    ['postmortem', 'How did we find out?', ['detection']],
    ['postmortem', 'What have we learnt from this?', ['lessons']],
    ['postmortem', 'Wie kam es dazu?', ['causes']],
    ['postmortem', '¿Cuál fue el impacto?', ['impact']],
    ['postmortem', "Qu'avons-nous appris ?", ['lessons']],
    ['postmortem', 'Wat gaan we doen?', ['action-items']],
    ['postmortem', 'Quem foi afetado?', ['impact']],
    ['postmortem', 'なぜ起きたのか', ['causes']],
    ['postmortem', 'What should you do?', []],
    ['postmortem', 'How the queue works', []],
    ['postmortem', 'What we sell', []],
    ['runbook', 'How did it happen?', []],
    ['postmortem', 'Meaning', []],
    ['postmortem', 'Our own heading', []],
    ['runbook', 'Potential resolution steps', ['mitigation']],
    ['runbook', 'Possible checks', ['diagnosis']],
    ['runbook', 'Causa Provável', ['causes']],
    ['runbook', 'Sintomas', ['meaning']],
    ['runbook', 'Lessons learned', []],
  ];
  for (const [kind, title, ids] of cases) {
    it(`reads ${JSON.stringify(title)} in a ${kind} as ${ids.join(' and ') || 'a name of its own'}`, () =>
      assert.deepEqual(canonicalIds(kind, title), ids));
  }

  it('knows nothing in documents that are neither', () => {
    assert.deepEqual(canonicalIds('other', 'Impact'), []);
  });

  it('gives ids that the compiler knows, so that none is misspelt where one is asked for', () => {
    const ids = canonicalIds('postmortem', 'What went well');
    assert.ok(ids.includes('went-well'));
    // @ts-expect-error No section has this id.
    assert.ok(!ids.includes('went-wel'));
    // @ts-expect-error This is one of runbooks.
    assert.ok(!ids.includes('escalation'));
    assert.ok(canonicalIds('runbook', 'Escalation').includes('escalation'));
  });

  it('agrees with isKnownName', () => {
    assert.ok(isKnownName('Meaning') && isKnownName('Timeline'));
    assert.ok(!isKnownName('Our own heading'));
  });
});

describe('conventionOf', () => {
  it('takes the level-2 headings, with their help, and knows which are optional', () => {
    const { sections } = conventionOf({
      id: 'own',
      kind: 'runbook',
      name: 'Own',
      description: '',
      text: '# ${title}\n\n## Impact\n\n<!-- Who\n  notices. -->\n\n### Deeper\n\n## Our dashboards\n\n<!-- Optional. Links. -->\n\n- one\n\n## Notes\n',
    });
    assert.deepEqual(
      sections.map(({ title, help, required, keys }) => [title, help, required, keys]),
      [
        ['Impact', 'Who notices.', true, ['impact']],
        ['Our dashboards', 'Optional. Links.', false, ['=our dashboards']],
        ['Notes', '', true, ['notes']],
      ],
    );
  });

  it('finds help under every section of the built-in templates', () => {
    for (const { template, sections } of builtInConventions()) {
      assert.ok(sections.length >= 5, template.id);
      for (const { title, help } of sections) {
        assert.match(help, /\w.*\.$/, `${template.id}: ${title}`);
      }
    }
  });

  it('is told apart by id, name and description', () => {
    for (const field of ['id', 'name', 'description'] as const) {
      const values = builtInTemplates.map((template) => template[field]);
      assert.deepEqual([...new Set(values)], values);
    }
  });
});
