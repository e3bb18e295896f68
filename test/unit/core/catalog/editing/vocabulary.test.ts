import assert from 'node:assert/strict';
import { knownKey, knownKeys, wordsFor } from '../../../../../src/core/catalog/editing/vocabulary.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

const people = [{ name: 'Ann', email: 'ann@example.org' }, { name: 'Bob' }];

describe('the words for a document', () => {
  const document = documentOf('postmortem', '# Mail\n');
  const others = ['SEV-2', 'SEV-1'].map((severity, index) =>
    documentOf(
      'postmortem',
      `---\nseverity: ${severity}\nservice: mail\nstatus: open\nowner: team-${index}\n---\n# Mail\n`,
      `postmortems/${index}.md`,
    ),
  );

  it('come from the documents, people and the clock', () => {
    const words = wordsFor(contextOf(document, others), [document, ...others], people);
    assert.deepEqual(words, {
      services: ['mail'],
      severities: ['SEV-1', 'SEV-2'],
      statuses: ['open'],
      people,
      owners: ['team-0', 'team-1'],
      today: '2026-06-15',
    });
  });

  it('come from the configuration first, and owners from owners files', () => {
    const context = {
      ...contextOf(document, others),
      words: { severities: ['P2', 'P1'], statuses: ['done'], services: ['web'] },
      ownersOf: () => ['@docs', 'team-1'],
    };
    const words = wordsFor(context, [document, ...others], []);
    assert.deepEqual(words.severities, ['P2', 'P1']);
    assert.deepEqual(words.statuses, ['done']);
    assert.deepEqual(words.services, ['web', 'mail']);
    assert.deepEqual(words.owners, ['@docs', 'team-1', 'team-0']);
  });
});

describe('knownKey', () => {
  it('finds a key in any spelling', () => {
    for (const name of ['start_time', 'Start Time', ' START-TIME ', 'start  time']) {
      assert.equal(knownKey(name)?.key, 'start_time', name);
    }
    assert.equal(knownKey('our own'), undefined);
    assert.equal(knownKey(''), undefined);
  });

  it('has help for each key, and each key once', () => {
    assert.ok(knownKeys.every(({ help }) => help.length > 0));
    assert.equal(new Set(knownKeys.map(({ key }) => key)).size, knownKeys.length);
  });
});
