import assert from 'node:assert/strict';
import { canBeInvited, participantsOf } from '../../../../../src/core/workflow/review/people.ts';
import { documentOf } from '../../../support/context.ts';

function people(text: string, words = {}): string[] {
  return participantsOf(documentOf('postmortem', text), words).map(
    ({ name, roles, email }) => `${name}: ${roles.join(' + ')}${email === undefined ? '' : ` <${email}>`}`,
  );
}

describe('participantsOf', () => {
  it('reads front matter: texts, lists and mappings', () => {
    const text = `---
title: x
incident_commander: Ada Example
scribe: "Bo Sample <bo@example.com>"
subject_matter_experts: [Cy Pattern, Dee Ünal]
authors:
  - Ada Example
  - { name: Eve Case, role: Reviewer }
roles:
  deputy: Flo Van Dam
  comms: [Gil Oak, TBD]
services: [search]
---

# x
`;
    assert.deepEqual(people(text), [
      'Ada Example: Incident commander + Authors',
      'Bo Sample: Scribe <bo@example.com>',
      'Cy Pattern: Subject matter experts',
      'Dee Ünal: Subject matter experts',
      'Eve Case: Reviewer',
      'Flo Van Dam: Deputy',
      'Gil Oak: Comms',
    ]);
  });

  it('reads labels near the top, rows and lists of sections for people, in any line breaks', () => {
    const text = [
      '# x',
      '**Incident Commander:** Ada Example',
      '',
      '- Scribe: Bo Sample and Cy Pattern',
      '',
      '## Responders',
      '',
      '- Dee Ünal (deputy)',
      '- Eve Case - scribe',
      '- @flo',
      '- **Customer Liaison**: [Gil Oak](mailto:gil@example.com)',
      '',
      '| Role | Name |',
      '| --- | --- |',
      '| SME | Hal Pine |',
      '| Scribe |  |',
      '',
      '## Impact',
      '',
      '- Nobody Here (deputy)',
    ];
    const expected = [
      'Ada Example: Incident Commander',
      'Bo Sample: Scribe',
      'Cy Pattern: Scribe',
      'Dee Ünal: deputy',
      'Eve Case: scribe',
      '@flo: ',
      'Gil Oak: Customer Liaison <gil@example.com>',
      'Hal Pine: SME',
    ];
    for (const eol of ['\n', '\r\n', '\r']) {
      assert.deepEqual(people(text.join(eol)), expected, JSON.stringify(eol));
    }
  });

  it('knows the roles of the team', () => {
    const text = '# x\n\n**Captain**: Ada Example\n';
    assert.deepEqual(people(text), []);
    assert.deepEqual(people(text, { roles: ['Captain'] }), ['Ada Example: Captain']);
  });

  it('takes no placeholder and no sentence for a name', () => {
    assert.deepEqual(
      people(
        '# x\n\n**Incident Commander:** TBD\n\n**Scribe:** <name>\n\n**Deputy:** We had nobody who could do that on this day\n',
      ),
      [],
    );
  });

  it('finds addresses by the whole name alone', () => {
    const known = [
      { name: 'ada example', email: 'ada@example.com' },
      { name: 'Bo', email: 'bo@example.com' },
      { name: 'Cy Pattern', email: '12+cy@users.noreply.github.com' },
    ];
    const document = documentOf('postmortem', '---\nauthors: [Ada Example, Bo Sample, Cy Pattern]\n---\n\n# x\n');
    assert.deepEqual(
      participantsOf(document, {}, known).map(({ name, email }) => [name, email]),
      [
        ['Ada Example', 'ada@example.com'],
        ['Bo Sample', undefined],
        ['Cy Pattern', undefined],
      ],
    );
  });
});

describe('canBeInvited', () => {
  for (const [address, can] of [
    ['ada@example.com', true],
    ['ada.l+x@mail.example.co', true],
    ['no-reply@example.com', false],
    ['12+ada@users.noreply.github.com', false],
    ['ada@laptop.local', false],
    ['ada@laptop', false],
    ['ada example@example.com', false],
    ['ada@example.com\nX:y', false],
    ['', false],
  ] as const) {
    it(`says ${String(can)} of ${JSON.stringify(address)}`, () => {
      assert.equal(canBeInvited(address), can);
    });
  }
});
