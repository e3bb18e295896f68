import assert from 'node:assert/strict';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { check, checkWithFixes } from '../../../../../src/core/check/rules/check.ts';
import { rules } from '../../../../../src/core/check/rules/registry.ts';
import { isUnwritten } from '../../../../../src/core/convention/unwritten.ts';
import { contextOf, documentOf } from '../../../support/context.ts';

type DocumentKind = 'runbook' | 'postmortem';

/** The text after the quick fix for a missing section. */
function fixed(kind: DocumentKind, section: string, ...lines: readonly string[]): string[] {
  const document = documentOf(kind, lines.join('\n'));
  const checked = checkWithFixes(contextOf(document));
  const finding = checked.findings.find((found) => found.rule === 'missing-section' && found.section === section);
  assert.ok(finding, `${section} is not missing`);
  return applyEdits(document.text, checked.fixFor(finding)?.edits ?? []).split('\n');
}

const impactHelp = '<!-- What users noticed, in numbers where you have them. -->';

describe('missing-section', () => {
  it('is found at the title', () => {
    const [finding] = check(contextOf(documentOf('runbook', '\n# Queue\n\nFull.\n')));
    assert.equal(finding?.rule, 'missing-section');
    assert.equal(finding.section, 'Steps');
    assert.deepEqual(finding.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } });
  });

  it('is fixed behind the section that comes before it, at its level', () => {
    assert.deepEqual(
      fixed('postmortem', 'Impact', '# Mail', '', '### Summary', '', 'Late.', '', '### Timeline', '', '- 10:20'),
      ['# Mail', '', '### Summary', '', 'Late.', '', '### Impact', '', impactHelp, '', '### Timeline', '', '- 10:20'],
    );
  });

  it('is fixed with blank lines around it where the document has none', () => {
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', '## Summary', 'Late.', '## Timeline', '- 10:20'), [
      '# Mail',
      '## Summary',
      'Late.',
      '',
      '## Impact',
      '',
      impactHelp,
      '',
      '## Timeline',
      '- 10:20',
    ]);
  });

  it('is fixed in front of the section that comes after it where none comes before', () => {
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', '', 'Late.', '', '## Timeline', '', '- 10:20'), [
      '# Mail',
      '',
      'Late.',
      '',
      '## Impact',
      '',
      impactHelp,
      '',
      '## Timeline',
      '',
      '- 10:20',
    ]);
  });

  it('is fixed at the end where there is no neighbour', () => {
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', 'Late.', ''), [
      '# Mail',
      'Late.',
      '',
      '## Impact',
      '',
      impactHelp,
      '',
    ]);
    assert.deepEqual(fixed('postmortem', 'Impact', 'Late.').slice(-3), ['## Impact', '', impactHelp]);
  });

  it('is fixed as a list item among labels in a list', () => {
    assert.deepEqual(
      fixed('postmortem', 'Impact', '# Mail', '', '- **Summary**: late', '  mail', '- **Timeline**: short'),
      ['# Mail', '', '- **Summary**: late', '  mail', `- **Impact**: ${impactHelp}`, '- **Timeline**: short'],
    );
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', '', '* **Timeline**: short'), [
      '# Mail',
      '',
      `* **Impact**: ${impactHelp}`,
      '* **Timeline**: short',
    ]);
  });

  it('is fixed as a label among labels in paragraphs', () => {
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', '', '**Summary**: late', '', '**Timeline**: short'), [
      '# Mail',
      '',
      '**Summary**: late',
      '',
      `**Impact**: ${impactHelp}`,
      '',
      '**Timeline**: short',
    ]);
    assert.deepEqual(fixed('postmortem', 'Impact', '**Timeline**: short'), [
      `**Impact**: ${impactHelp}`,
      '',
      '**Timeline**: short',
    ]);
  });

  it('is fixed beside the section that a passing label stands in', () => {
    assert.deepEqual(
      fixed('postmortem', 'Impact', '# Mail', '', '## Our own', '', '**Summary**: late', '', '## Notes'),
      ['# Mail', '', '## Our own', '', '**Summary**: late', '', '## Impact', '', impactHelp, '', '## Notes'],
    );
  });

  it('is fixed in front of a fence or comment that is never closed', () => {
    assert.deepEqual(fixed('postmortem', 'Impact', '# Mail', '', 'Late.', '', '```', 'code'), [
      '# Mail',
      '',
      'Late.',
      '',
      '## Impact',
      '',
      impactHelp,
      '',
      '```',
      'code',
    ]);
    assert.deepEqual(fixed('postmortem', 'Impact', 'Late.', '', '<!-- open', 'text'), [
      'Late.',
      '',
      '## Impact',
      '',
      impactHelp,
      '',
      '<!-- open',
      'text',
    ]);
  });

  it('is fixed in front of a section rather than taking its content away', () => {
    const text = fixed('postmortem', 'Impact', '# Mail', '', '## Summary', '', '```', 'code');
    assert.deepEqual(text, ['# Mail', '', '## Impact', '', impactHelp, '', '## Summary', '', '```', 'code']);
  });

  it('is fixed behind front matter and behind a byte order mark', () => {
    assert.deepEqual(fixed('runbook', 'Steps', '---', 'a: 1', '---', 'Late.').slice(0, 7), [
      '---',
      'a: 1',
      '---',
      'Late.',
      '',
      '## Steps',
      '',
    ]);
    assert.equal(fixed('postmortem', 'Impact', '\ufeff## Timeline', 'x')[0], '\ufeff## Impact');
  });

  it('has a title for its fix that names the section, or how many there are', () => {
    const checked = checkWithFixes(contextOf(documentOf('postmortem', '# Mail\n\nLate.\n')));
    const [finding] = checked.findings;
    assert.ok(finding);
    assert.equal(checked.fixFor(finding)?.title, 'Insert section Impact');
    assert.deepEqual(
      checked.fixAll().map(({ fix }) => fix.title),
      ['Insert all 4 missing sections'],
    );
  });

  it('inserts all missing sections in the order of the convention', () => {
    const document = documentOf('postmortem', '# Mail\n\nLate.\n\n## Timeline\n\n- 10:20\n');
    const text = checkWithFixes(contextOf(document))
      .fixAll()
      .reduce((before, { fix }) => applyEdits(before, fix.edits), document.text);
    assert.deepEqual(text.match(/(?<=^## ).+/gm), ['Impact', 'Timeline', 'Causes', 'Action Items']);
  });

  it('leaves sections that are to be written, which are no findings', () => {
    const document = documentOf(
      'postmortem',
      applyEdits(
        '# Mail\n',
        checkWithFixes(contextOf(documentOf('postmortem', '# Mail\n')))
          .fixAll()
          .flatMap(({ fix }) => fix.edits),
      ),
    );
    assert.deepEqual(check(contextOf(document)), []);
    assert.deepEqual(
      document.sections.slice(1).map((section) => isUnwritten(section)),
      [true, true, true, true, true],
    );
  });
});

describe('empty-section', () => {
  const empty = (kind: DocumentKind, ...lines: readonly string[]): Array<[string, string | undefined, string]> =>
    check(contextOf(documentOf(kind, lines.join('\n'))))
      .filter(({ rule }) => rule === 'empty-section')
      .map(({ severity, section, message }) => [severity, section, message]);

  it('is not a label of the sections of its own rank after it', () => {
    const tree = (symptom: string): string[] => [
      symptom,
      '',
      '### Decision tree',
      '',
      'Look.',
      '',
      '### Fixes',
      '',
      'Fix.',
      '',
    ];
    const titles = (...symptoms: string[]): unknown[] =>
      empty('runbook', '# Jobs', '', '## Faults', '', ...symptoms.flatMap(tree)).map(([, section]) => section);
    assert.deepEqual(titles('### Symptom: slow jobs', '### Symptom: no jobs'), []);
    assert.deepEqual(titles('### Symptom: slow jobs'), ['Symptom: slow jobs']);
    assert.deepEqual(titles('### Symptoms', '### Symptoms'), ['Symptoms', 'Symptoms']);
    assert.deepEqual(
      empty('runbook', '# Jobs', '', '## 1. Symptoms', '', '## 2. Diagnosis', '', '## 3. Mitigation', '', 'Fix.').map(
        ([, section]) => section,
      ),
      ['1. Symptoms', '2. Diagnosis'],
    );
  });

  it('is found at the title of the section, with the reason', () => {
    const context = contextOf(documentOf('postmortem', '# Mail\n\n## Impact\n\n## Timeline\n\nTODO\n'));
    assert.deepEqual(
      check(context)
        .filter(({ rule }) => rule === 'empty-section')
        .map(({ section, range, message }) => [section, range.start.line, message]),
      [
        ['Impact', 2, 'Empty section: Impact (there is no text under its title; every postmortem should have it)'],
        ['Timeline', 4, 'Empty section: Timeline (it contains only a placeholder; every postmortem should have it)'],
      ],
    );
  });

  it('is a warning for an expected section and information for another', () => {
    assert.deepEqual(
      empty('postmortem', '# Mail', '## Impact', '## Trigger').map(([severity, section]) => [severity, section]),
      [
        ['warning', 'Impact'],
        ['information', 'Trigger'],
      ],
    );
  });

  it('is not found for a section of the team’s own, a title, or one with content', () => {
    assert.deepEqual(empty('runbook', '# Queue', '## Our own', '## Impact', 'None.', '## Steps', '### First', 'x'), []);
  });

  it('is found once, for the outermost', () => {
    assert.deepEqual(
      empty('postmortem', '# Mail', '## Lessons learned', '### What went well', '### What went wrong').map(
        ([, section]) => section,
      ),
      ['Lessons learned'],
    );
  });

  it('is not found for a section with the help of a template, also beside other comments', () => {
    assert.deepEqual(empty('postmortem', '# Mail', '## Impact', impactHelp), []);
    assert.deepEqual(empty('postmortem', '# Mail', '## Impact', impactHelp, '', '<!-- markdownlint-disable -->'), []);
    assert.deepEqual(
      empty('postmortem', '# Mail', '## Impact', '<!-- our own help -->').map(([, section]) => section),
      ['Impact'],
    );
  });

  it('is found for long reminders, and words that only lead to what is not there', () => {
    const todo = '`TODO: Customize the steps of the recovery, tactical and strategic, for <this case>.`';
    const found = (...lines: readonly string[]): Array<string | undefined> =>
      empty('runbook', '# Queue', '## Recovery', todo, '', ...lines, '## Impact', 'None.').map(
        ([, section]) => section,
      );
    assert.deepEqual(found('TODO: Name the tools for each step.'), ['Recovery']);
    assert.deepEqual(found('In addition to the general steps of the plan:'), ['Recovery']);
    assert.deepEqual(found('In addition to the plan:', '', '- TODO'), ['Recovery']);
    assert.deepEqual(found('In addition to the plan:', '', '- Restart it'), []);
    assert.deepEqual(found('Restart it.'), []);
    assert.deepEqual(empty('runbook', '# Queue', '## Recovery', 'As in the plan:', '## Impact', 'None.'), []);
  });

  describe('of an unfilled copy', () => {
    const names = ['Impact', 'Diagnosis', 'Mitigation', 'Escalation', 'Verification'];
    const page = documentOf('runbook', '# Name\n\n## Plan\n\nAll work together.\n', 'runbooks/template.md');
    const told = (text: string): string[] =>
      check({ ...contextOf(documentOf('runbook', text)), templates: [page] })
        .filter(({ rule }) => rule === 'empty-section')
        .map(({ severity, range, message }) => `${range.start.line} ${severity}: ${message}`);
    const stub = (...fill: readonly string[]): string =>
      `# Queue\n\n${names.map((name, index) => `## ${name}\n\n${fill[index] ?? 'TODO'}\n\n`).join('')}`;

    it('is told once, at the title', () => {
      assert.deepEqual(told(stub()), [
        '0 information: This is an unfilled copy: 5 of its 5 sections are empty or contain only a placeholder',
      ]);
      assert.deepEqual(told(stub('Late mail.').replaceAll('\n', '\r\n')), [
        '0 information: This is an unfilled copy: 4 of its 5 sections are empty or contain only a placeholder',
      ]);
      assert.equal(told(`${stub('Late mail.')}## Plan\n\nAll work\ntogether.\n`).length, 1);
      assert.equal(told(`## Playbook: Queue\n\n${stub().slice(9).replaceAll('## ', '### ')}`).length, 1);
    });

    it('may say what several others say too', () => {
      const plan = '## Plan\n\nOne person works.\n\n- Another looks.\n';
      const others = (count: number, text: string): CatalogDocument[] =>
        Array.from({ length: count }, (_, index) => documentOf('runbook', `# O\n\n${text}`, `runbooks/${index}.md`));
      const lines = (around: readonly CatalogDocument[]): number =>
        check(contextOf(documentOf('runbook', `${stub('Late mail.')}${plan}`), around)).filter(
          ({ rule }) => rule === 'empty-section',
        ).length;
      assert.equal(lines(others(3, plan)), 1);
      assert.equal(lines(others(2, plan)), 4);
      assert.equal(lines(others(3, plan.replace('Another', 'A third'))), 4);
    });

    it('is told section by section where some of it is written', () => {
      assert.deepEqual(
        told(stub('Late mail.', 'Look.')).map((line) => line.replace(/ \(.*/, '').replace(/^\d+ \w+: /, '')),
        ['Empty section: Mitigation', 'Empty section: Escalation', 'Empty section: Verification'],
      );
      assert.equal(told(`${stub('Late mail.')}## Plan\n\nOne person works.\n`).length, 4);
      assert.equal(told('# Queue\n\n## Impact\n\n## Diagnosis\n\n## Mitigation\n').length, 3);
    });
  });

  it('is no warning where most neighbours with the section left it empty too', () => {
    const text = (impact: string): string =>
      `# Queue\n\n## Impact\n\n${impact}\n\n## Diagnosis\n\nLook.\n\n## Mitigation\n\nAct.\n`;
    const told = (...others: readonly string[]): string[] =>
      check(
        contextOf(
          documentOf('runbook', text('TODO')),
          others.map((impact, index) => documentOf('runbook', text(impact), `runbooks/o${index}.md`)),
        ),
      )
        .filter(({ rule }) => rule === 'empty-section')
        .map(({ severity, message }) => `${severity}: ${message}`);
    assert.deepEqual(told('TODO', 'TBD', '', 'TODO', 'Late.', 'Late.'), [
      'information: Empty section: Impact (it contains only a placeholder; 2 of 6 other runbooks in runbooks/ with it have filled it in)',
    ]);
    assert.deepEqual(told('TODO', 'Late.', 'Late.', 'Late.', 'Late.', 'Late.'), [
      'warning: Empty section: Impact (it contains only a placeholder; 7 of 7 runbooks in runbooks/ have it)',
    ]);
  });

  it('has no fix', () => {
    const checked = checkWithFixes(contextOf(documentOf('postmortem', '# Mail\n\n## Impact\n')));
    const finding = checked.findings.find(({ rule }) => rule === 'empty-section');
    assert.ok(finding);
    assert.equal(checked.fixFor(finding), undefined);
  });
});

describe('isUnwritten', () => {
  const unwritten = (...lines: readonly string[]): boolean[] =>
    documentOf('postmortem', lines.join('\n')).sections.map((section) => isUnwritten(section));

  it('is true for a section with the help of a template and nothing else', () => {
    assert.deepEqual(unwritten('## Impact', impactHelp), [true]);
  });

  it('is false for one that was written, holds a placeholder, or another comment only', () => {
    assert.deepEqual(
      unwritten(
        '## Impact',
        impactHelp,
        '',
        'Late mail.',
        '## Causes',
        impactHelp,
        '',
        'TODO',
        '## Timeline',
        '<!-- own -->',
      ),
      [false, false, false],
    );
  });

  it('is false for one whose sub-section has the help', () => {
    assert.deepEqual(unwritten('## Lessons', '### Impact', impactHelp), [false, true]);
  });
});

describe('an archive', () => {
  it('is not checked, unless somebody said what its documents are', () => {
    const text = '# Mail was late\n\n## Impact\n\n## Timeline\n';
    const told = (path: string, probability?: number): number =>
      check(contextOf({ ...documentOf('postmortem', text, path), ...(probability !== undefined && { probability }) }))
        .length;
    for (const folder of ['archive', 'docs/_archived', 'old-docs', 'legacy-runbooks/2019']) {
      assert.equal(told(`${folder}/mail.md`, 0.99), 0, folder);
      assert.ok(told(`${folder}/mail.md`) > 0, folder);
    }
    assert.ok(told('postmortems/old/mail.md', 0.99) > 0);
    assert.ok(told('archive-service/mail.md', 0.99) > 0);
  });
});

describe('levels', () => {
  const context = contextOf(documentOf('postmortem', '# Mail\n\n## Impact\n'));

  it('turn a rule off, its fix included', () => {
    assert.deepEqual(
      check(context, { 'missing-section': 'off' }).map(({ rule }) => rule),
      ['empty-section'],
    );
    assert.deepEqual(checkWithFixes(context, { 'missing-section': 'off' }).fixAll(), []);
    assert.deepEqual(check(context, { 'missing-section': 'off', 'empty-section': 'off' }), []);
  });

  it('win over the severity that a rule chose', () => {
    assert.deepEqual(
      [
        ...new Set(
          check(context, { 'missing-section': 'error', 'empty-section': 'hint' }).map(
            ({ rule, severity }) => `${rule} ${severity}`,
          ),
        ),
      ].toSorted(),
      ['empty-section hint', 'missing-section error'],
    );
  });

  it('for unknown rules change nothing', () => {
    assert.deepEqual(check(context, { 'no-such-rule': 'error' }), check(context));
  });
});

describe('findings', () => {
  it('come in the order in which they stand', () => {
    const lines = check(contextOf(documentOf('postmortem', '## Impact\n\n## Timeline\n\n# Mail\n'))).map(
      ({ range }) => range.start.line,
    );
    assert.deepEqual(
      lines,
      lines.toSorted((a, b) => a - b),
    );
  });

  it('of another check have no fix', () => {
    const context = contextOf(documentOf('postmortem', '# a'));
    const [finding] = check(context);
    assert.ok(finding);
    assert.equal(checkWithFixes(context).fixFor(finding), undefined);
  });

  it('are plain data, and the same whether somebody asks for fixes or not', () => {
    const context = contextOf(documentOf('postmortem', '# Mail\n\n## Impact\n'));
    const { findings } = checkWithFixes(context);
    assert.deepEqual(findings, structuredClone(findings));
    assert.deepEqual(findings, check(context));
  });
});

describe('the registry', () => {
  it('has ids that are unique and in kebab case', () => {
    const ids = rules.map(({ id }) => id);
    assert.deepEqual([...new Set(ids)], ids);
    ids.forEach((id) => assert.match(id, /^[a-z]+(-[a-z]+)*$/));
  });
});
