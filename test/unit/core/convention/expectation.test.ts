import assert from 'node:assert/strict';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { countCovered } from '../../../../src/core/convention/coverage.ts';
import { Neighbourhoods } from '../../../../src/core/convention/neighbourhood.ts';
import { check } from '../../../../src/core/check/rules/check.ts';
import { builtInConventions, builtInTemplates } from '../../../../src/core/team/templates/builtin/index.ts';
import { render } from '../../../../src/core/team/templates/render.ts';
import { contextOf, documentOf } from '../../support/context.ts';

const alertSections = ['Meaning', 'Impact', 'Diagnosis', 'Mitigation'];

function withSections(titles: readonly string[]): string {
  return `# Queue\n\n${titles.map((title) => `## ${title}\n\nText.\n\n`).join('')}`;
}

function runbook(name: string, titles: readonly string[], folder = 'alerts'): CatalogDocument {
  return documentOf('runbook', withSections(titles), `${folder}/${name}.md`);
}

function missing(
  document: CatalogDocument,
  others: readonly CatalogDocument[] = [],
): Array<[string, string | undefined, string]> {
  return check(contextOf(document, others))
    .filter(({ rule }) => rule === 'missing-section')
    .map(({ severity, section, message }) => [severity, section, message]);
}

describe('neighbours that show a custom', () => {
  const others = ['a', 'b', 'c', 'd'].map((name) => runbook(name, alertSections));

  it('make it information where the custom is not firm', () => {
    const divided = [...others, runbook('f', alertSections.slice(0, 3))];
    assert.deepEqual(missing(runbook('e', alertSections.slice(0, 3)), divided), [
      ['information', 'Mitigation', 'Missing section: Mitigation (4 of 6 runbooks in alerts/ have it)'],
    ]);
    assert.deepEqual(missing(runbook('e', alertSections.slice(0, 3)), divided.slice(1)), [], 'three are no custom');
  });

  it('do not ask for a section of steps where steps stand under another title', () => {
    const titles = ['When to use', 'Steps', 'Verify', 'Roll back'];
    const tasks = ['a', 'b', 'c', 'd'].map((name) => runbook(name, titles, 'tasks'));
    const without = titles.filter((title) => title !== 'Steps');
    assert.deepEqual(
      missing(runbook('e', without, 'tasks'), tasks).map(([, section]) => section),
      ['Steps'],
    );
    const numbered = documentOf(
      'runbook',
      `${withSections(without)}## On the day\n\n1. Stop.\n2. Start.\n`,
      'tasks/e.md',
    );
    assert.deepEqual(missing(numbered, tasks), []);
  });

  it('do not ask for a summary where the opening paragraph is one', () => {
    const titles = ['Summary', 'Impact', 'Timeline', 'Causes'];
    const records = ['a', 'b', 'c', 'd'].map((name) =>
      documentOf('postmortem', withSections(titles), `incidents/${name}.md`),
    );
    const lacking = withSections(titles.slice(1));
    const opening =
      'For an hour nobody could log in, because a certificate had expired and its renewal had failed. '.repeat(3);
    const missingFrom = (text: string): Array<string | undefined> =>
      missing(documentOf('postmortem', text, 'incidents/e.md'), records).map(([, section]) => section);
    assert.deepEqual(missingFrom(lacking), ['Summary']);
    assert.deepEqual(missingFrom(lacking.replace('# Queue\n', `# Queue\n\n${opening}\n`)), []);
  });

  it('do not ask for steps where numbered headings or boxes to tick are a procedure', () => {
    const titles = ['When to use', 'Steps', 'Verify', 'Roll back'];
    const tasks = ['a', 'b', 'c', 'd'].map((name) => runbook(name, titles, 'tasks'));
    const without = withSections(titles.filter((title) => title !== 'Steps'));
    for (const procedure of ['## 1. Stop\n\nIt.\n\n## 2. Start\n\nIt.\n', '## Before\n\n- [ ] a\n- [ ] b\n- [ ] c\n']) {
      assert.deepEqual(missing(documentOf('runbook', without + procedure, 'tasks/e.md'), tasks), []);
    }
  });

  it('do not make a custom of half of a folder', () => {
    const others = ['a', 'b', 'c', 'd', 'e'].map((name, index) =>
      runbook(name, index < 3 ? ['Meaning', 'Dashboards'] : ['Meaning']),
    );
    assert.deepEqual(missing(runbook('f', ['Meaning']), others), []);
    const four = others.map((other, index) => (index === 3 ? runbook('d', ['Meaning', 'Dashboards']) : other));
    assert.deepEqual(
      missing(runbook('f', ['Meaning']), four).map(([, section]) => section),
      ['Dashboards'],
    );
  });

  it('do not make a custom of what is usual in one folder alone', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      runbook(`a${index}`, ['Meaning', 'Owner surface'], 'docs/playbooks'),
    );
    const few = ['x', 'y', 'z'].map((name) => runbook(name, ['Meaning'], `docs/${name}`));
    assert.deepEqual(missing(runbook('e', ['Meaning'], 'docs/w'), [...many, ...few]), []);
  });

  it('make a warning of what one of them lacks if eight others have it, with the evidence', () => {
    const eight = ['a', 'b', 'c', 'd', 'f', 'g', 'h', 'i'].map((name) => runbook(name, alertSections));
    const without = runbook('e', alertSections.slice(0, 3));
    assert.deepEqual(missing(without, eight), [
      ['warning', 'Mitigation', 'Missing section: Mitigation (8 of 9 runbooks in alerts/ have it)'],
    ]);
    assert.deepEqual(missing(without, eight.slice(1)), [
      ['information', 'Mitigation', 'Missing section: Mitigation (7 of 8 runbooks in alerts/ have it)'],
    ]);
    assert.deepEqual(missing(without, others), [
      ['information', 'Mitigation', 'Missing section: Mitigation (4 of 5 runbooks in alerts/ have it)'],
    ]);
  });

  it('do not ask the page of a task for what pages of alerts have', () => {
    const task = '# Rotate the token\n\n1. Run `vault token create`.\n2. Store it.\n';
    assert.deepEqual(missing(documentOf('runbook', task, 'alerts/rotate-token.md'), others), []);
    const alert = '# QueueFull\n\n1. Run `kubectl get pods`.\n2. Wait.\n';
    assert.equal(missing(documentOf('runbook', alert, 'alerts/QueueFull.md'), others).length, 4);
  });

  it('do not ask for each of their sections where a document is built in another way', () => {
    const own = ['What you should do', 'How we found it', 'What we sell'];
    const titles = ['Summary', 'Impact', 'Timeline', 'Causes', 'Recovery', 'Lessons', 'Follow-ups', 'Costs'];
    const records = ['a', 'b', 'c', 'd', 'e'].map((name) =>
      documentOf('postmortem', withSections(titles), `incidents/${name}.md`),
    );
    const lacking = (sections: readonly string[]): number =>
      missing(documentOf('postmortem', withSections(sections), 'incidents/f.md'), records).length;
    assert.equal(lacking([...own, ...titles.slice(0, 1)]), 4);
    assert.equal(lacking([...own, ...titles.slice(0, 4)]), 4);
    assert.equal(lacking([...own, ...titles.slice(0, 7)]), 1);
    assert.equal(lacking([]), 8);
  });

  it('are at least five, the document included', () => {
    const { expectation } = contextOf(runbook('e', ['Impact', 'Other']), others.slice(0, 3));
    assert.equal(expectation.strong, false);
    assert.equal(contextOf(runbook('e', ['Impact', 'Meaning']), others).expectation.strong, true);
  });

  it('are sought in the folders above where the nearest has too few', () => {
    const deep = runbook('e', alertSections.slice(0, 3), 'alerts/mail');
    assert.match(missing(deep, others)[0]?.[2] ?? '', /4 of 5 runbooks in alerts\/ have it/);
    const root = ['a', 'b', 'c', 'd'].map((name) => runbook(name, alertSections, name));
    assert.match(
      missing(runbook('e', alertSections.slice(0, 3), 'e'), root)[0]?.[2] ?? '',
      /4 of 5 runbooks in this repository have it/,
    );
  });

  it('do not count when they are of another kind, another root or another folder with a like name', () => {
    const lacking = runbook('e', ['Impact', 'Our own', 'Another']);
    const foreign = [
      ...others.map((other) => ({ ...other, kind: 'postmortem' as const })),
      ...others.map((other) => ({ ...other, root: 'other root' })),
    ];
    assert.equal(contextOf(lacking, foreign).expectation.strong, false);
    const beside = ['a', 'b', 'c', 'd'].map((name) => runbook(name, alertSections, 'alerts-old'));
    const neighbourhood = new Neighbourhoods([lacking, ...beside]).of(lacking);
    assert.equal(neighbourhood.folder, '');
  });

  it('do not ask for what less than three in five of them have', () => {
    const half = [
      ...others.slice(0, 2),
      runbook('x', alertSections.slice(0, 3)),
      runbook('y', alertSections.slice(0, 3)),
    ];
    assert.deepEqual(missing(runbook('e', alertSections.slice(0, 3)), half), []);
  });

  it('do not warn of a section that only completes a document', () => {
    const many = [...'abcdefghijklm'].map((name) => runbook(name, [...alertSections, 'Escalation', 'Related']));
    assert.deepEqual(
      missing(runbook('z', alertSections), many).map(([severity, section]) => [section, severity]),
      [
        ['Escalation', 'warning'],
        ['Related', 'information'],
      ],
    );
  });

  it('ask for nothing that most in the same folder do without', () => {
    const of = (folder: string, titles: readonly string[]): CatalogDocument[] =>
      ['a', 'b', 'c', 'd'].map((name) => runbook(name, titles, `runbooks/${folder}`));
    const usual = [...alertSections, 'Escalation'];
    const others = [...of('disks', usual), ...of('queues', usual)];
    const asked = (beside: readonly CatalogDocument[]): string[] =>
      missing(runbook('z', alertSections, 'runbooks/scaling'), [...others, ...beside]).map(
        ([, section = '']) => section,
      );
    assert.deepEqual(asked([]), ['Escalation']);
    assert.deepEqual(asked(of('scaling', alertSections).slice(2)), []);
  });

  it('say nothing about a page above the one folder that they are in', () => {
    const many = [...'abcdefghijklm'].map((name) => runbook(name, alertSections, 'charts/docs/runbooks'));
    const page = (folder: string): string[] =>
      missing(runbook('recovery', ['Impact'], folder), many).map(([, section = '']) => section);
    assert.deepEqual(page('charts/docs'), ['Steps']);
    assert.deepEqual(page('charts/docs/runbooks'), ['Meaning', 'Diagnosis', 'Mitigation']);
  });

  it('ask for a name of their own only where most of a few have it', () => {
    const asked = (title: string): string[] => {
      const having = ['a', 'b', 'c', 'd'].map((name) => runbook(name, [...alertSections, title]));
      const without = ['x', 'y'].map((name) => runbook(name, alertSections));
      return missing(runbook('v', alertSections), [...having, ...without]).map(([, section = '']) => section);
    };
    assert.deepEqual(asked('Escalation'), ['Escalation']);
    assert.deepEqual(asked('Tea and biscuits'), []);
  });

  it('ask for no setting that a reference has a heading for', () => {
    for (const title of ['MAIL_QUEUE_ENABLED', '`mail.queue.size`', '--force', '/api/mail/{id}']) {
      const many = [...'abcdefghijk'].map((name) => runbook(name, [...alertSections, title]));
      assert.deepEqual(missing(runbook('z', alertSections), many), [], title);
    }
  });

  it('ask a page that only looks for no way back', () => {
    const steps = ['When to use', 'Steps', 'Verify'];
    const many = [...'abcdefghijk'].map((name) => runbook(name, [...steps, 'Roll back'], 'tasks'));
    const asked = (title: string): Array<string | undefined> =>
      missing(documentOf('runbook', withSections(steps).replace('# Queue', `# ${title}`), 'tasks/z.md'), many).map(
        ([, section]) => section,
      );
    assert.deepEqual(asked('Queue status'), []);
    assert.deepEqual(asked('Quarterly review of the queue'), []);
    assert.deepEqual(asked('Restart the queue'), ['Roll back']);
  });

  it('ask a document whose kind is not sure only where its form shows it, and never with a warning', () => {
    const many = [...'abcdefghijk'].map((name) => runbook(name, [...alertSections, 'Escalation']));
    const asked = (titles: readonly string[], probability: number): string[] =>
      missing({ ...runbook('z', titles), probability }, many).map(
        ([severity, section = '']) => `${severity} ${section}`,
      );
    assert.deepEqual(asked(alertSections, 0.7), ['information Escalation']);
    assert.deepEqual(asked(alertSections, 0.95), ['warning Escalation']);
    assert.deepEqual(asked(alertSections.slice(0, 3), 0.7), []);
    assert.equal(asked(alertSections.slice(0, 3), 0.85).length, 2);
  });

  it('count a section under any of its names', () => {
    const named = ['a', 'b', 'c', 'd'].map((name) =>
      runbook(name, ['Symptoms', '🔥 Impacto', '2. Troubleshooting', 'Resolution steps']),
    );
    assert.match(
      missing(runbook('e', ['Overview', 'Impact', 'Triage']), named)[0]?.[2] ?? '',
      /Resolution steps \(4 of 5/,
    );
  });

  it('say nothing about a document that is built another way', () => {
    assert.deepEqual(missing(runbook('e', ['Steps']), others), []);
    assert.deepEqual(missing(runbook('e', ['Our own', 'Another', 'A third']), others), []);
  });

  it('still apply to one that has hardly begun', () => {
    assert.deepEqual(
      missing(runbook('e', ['Impact']), others).map(([, section]) => section),
      ['Meaning', 'Diagnosis', 'Mitigation'],
    );
  });
});

describe('a document without neighbours', () => {
  it('follows the convention whose own section names it has', () => {
    const { expectation } = contextOf(documentOf('postmortem', withSections(['Incident Summary', 'Leadup', 'Fault'])));
    assert.equal(expectation.convention.template.id, 'atlassian');
    assert.equal(expectation.strong, true);
    assert.match(
      expectation.sections[3]?.evidence ?? '',
      /part of the Atlassian style convention, like Incident Summary and Leadup/,
    );
  });

  it('follows none for the headings of details', () => {
    const text = '# Mail\n\n## Notes\n\n### Leadup\n\nx\n\n### Fault\n\nx\n\n## More\n\nx\n';
    assert.equal(contextOf(documentOf('postmortem', text)).expectation.convention.template.id, 'short');
  });

  it('follows none for one such name', () => {
    const { expectation } = contextOf(documentOf('postmortem', withSections(['Leadup', 'Impact'])));
    assert.deepEqual([expectation.convention.template.id, expectation.strong], ['short', false]);
  });

  it('that is a postmortem needs an impact, a timeline, causes and action items, as information', () => {
    assert.deepEqual(
      missing(documentOf('postmortem', '# Mail\n\nIt was late.\n')).map(([severity, section, message]) => [
        severity,
        section,
        message,
      ]),
      ['Impact', 'Timeline', 'Causes', 'Action Items'].map((section) => [
        'information',
        section,
        `Missing section: ${section} (every postmortem should have it)`,
      ]),
    );
  });

  it('that tells an incident in a form of its own needs none of the usual sections', () => {
    const story = 'The queue was full, and then it was empty. '.repeat(4);
    const told = (text: string, probability?: number): number =>
      missing({ ...documentOf('postmortem', text), ...(probability !== undefined && { probability }) }).length;
    assert.equal(told(`# Mail\n\n${story}\n`, 0.95), 0);
    assert.equal(told(`# Mail\n\n## At night\n\n${story}\n`, 0.95), 0);
    assert.ok(told(`# Mail\n\n## Timeline\n\n${story}\n`, 0.95) > 0);
    assert.equal(told(`# Mail\n\n## Timeline\n\n${story}\n`, 0.9), 0);
    assert.ok(told(`# Mail\n\n## At night\n\n${story}\n`) > 0, 'somebody said that it is a postmortem');
  });

  it('that is a postmortem is not asked for what none of three others has', () => {
    const record = (name: string): CatalogDocument =>
      documentOf('postmortem', withSections(['Summary', 'Timeline', 'Impact', 'Root cause']), `incidents/${name}.md`);
    const asked = (others: readonly CatalogDocument[]): string[] =>
      missing(record('last'), others).map(([, section = '']) => section);
    assert.deepEqual(asked(['a', 'b'].map(record)), ['Action Items']);
    assert.deepEqual(asked(['a', 'b', 'c'].map(record)), []);
  });

  it('that is a postmortem needs a summary when it has no opening text', () => {
    assert.equal(missing(documentOf('postmortem', '# Mail\n\n## Impact\n\nx\n'))[0]?.[1], 'Summary');
  });

  it('that is a runbook needs some procedure, in whatever form', () => {
    const sections = (text: string): Array<string | undefined> =>
      missing(documentOf('runbook', text)).map(([, section]) => section);
    assert.deepEqual(sections('# Queue\n\nIt fills up.\n'), ['Steps']);
    assert.deepEqual(sections('# Queue\n\n```sh\nkubectl get pods\n```\n'), []);
    assert.deepEqual(sections('# Queue\n\n1. Stop.\n2. Start.\n'), []);
    assert.deepEqual(sections('# Queue\n\n## How to fix\n\nRestart.\n'), []);
    assert.deepEqual(sections('# Queue\n\n## A\n\n## B\n'), []);
    assert.deepEqual(sections(`# Queue\n\n${'Restart it. '.repeat(60)}`), []);
  });
});

describe('a set of documents made from a built-in template', () => {
  for (const template of builtInTemplates) {
    const variables = {
      title: 'Mail is late',
      date: '2025-10-13',
      start: '2025-10-13T10:20:00Z',
      severity: 'SEV-2',
      service: 'mail',
      author: 'Ann',
      owner: 'team',
      zone: 'UTC',
    };
    for (const size of [1, 6]) {
      it(`gives no finding for ${size} of ${template.id}`, () => {
        const documents = Array.from({ length: size }, (_, index) =>
          documentOf(template.kind, render(template, variables).text, `${template.kind}s/${index}.md`),
        );
        for (const document of documents) {
          const { expectation } = contextOf(
            document,
            documents.filter((other) => other !== document),
          );
          assert.equal(expectation.convention.template.id, template.id);
          assert.deepEqual(
            check(
              contextOf(
                document,
                documents.filter((other) => other !== document),
              ),
            ),
            [],
          );
        }
      });
    }
  }
});

describe('countCovered', () => {
  it('is the number of the required sections', () => {
    const alert = builtInConventions().find(({ template }) => template.id === 'alert');
    assert.ok(alert);
    assert.equal(countCovered(runbook('a', alertSections), alert), 4);
    assert.equal(countCovered(runbook('a', ['Impact', 'Escalation']), alert), 1);
    assert.equal(countCovered(runbook('a', []), alert), 0);
  });
});
