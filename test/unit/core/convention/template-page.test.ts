import assert from 'node:assert/strict';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { catalogOf, contextIn, findingsOf } from '../../support/catalog-of.ts';

const page = ['Summary', 'Impact', 'Timeline', 'Repair', "Reader's questions", 'Action items'];
const numbers = [1, 2, 3, 4, 5, 6, 7, 8];

function withSections(title: string, sections: readonly string[], text: string): string {
  return `# ${title}\n\n${sections.map((section) => `## ${section}\n\n${text}\n\n`).join('')}`;
}

const template = withSections('NAME OF THE ISSUE', page, 'TODO');

/** Eight records of which six have a root cause and four the questions. */
function records(folder: string, without: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    numbers.map((number) => {
      const sections = page
        .filter((title) => !without.includes(title) && (title !== "Reader's questions" || number % 2 === 1))
        .toSpliced(3, 0, ...(number === 2 || number === 5 ? [] : ['Root cause']));
      return [`${folder}/2024-0${number}-05-orders.md`, withSections('Orders lost', sections, 'Text about it.')];
    }),
  );
}

function missingIn(files: Readonly<Record<string, string>>, folder = 'postmortems'): Array<string | undefined> {
  const catalog = catalogOf(files, kinds);
  return numbers.flatMap((number) =>
    findingsOf(missingSection, contextIn(catalog, `${folder}/2024-0${number}-05-orders.md`)).map(
      ({ section }) => `${number}: ${section}`,
    ),
  );
}

/** The classifier sees which page is a template. */
const kinds = { kinds: { postmortem: ['**/2024-*.md'] } };

const questions = [2, 4, 6, 8].map((number) => `${number}: Reader's questions`);

describe('the template page of a repository', () => {
  it('says what is expected of the records beside it', () => {
    assert.deepEqual(missingIn(records('postmortems')), ['2: Root cause', '5: Root cause']);
    assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': template }), questions);
  });

  it('counts in a folder above, and in a folder for templates beside it', () => {
    assert.deepEqual(missingIn({ ...records('docs/pm'), 'docs/template.md': template }, 'docs/pm'), questions);
    assert.deepEqual(missingIn({ ...records('docs/pm'), 'docs/templates/pm.md': template }, 'docs/pm'), questions);
    assert.deepEqual(missingIn({ ...records('docs/pm'), 'other/template.md': template }, 'docs/pm'), [
      '2: Root cause',
      '5: Root cause',
    ]);
  });

  it('may be a shorter one beside another: then the custom of the others is not asked', () => {
    const short = withSections('NAME', ['What happened', 'Repair', 'Lessons'], 'TODO');
    const small = {
      'postmortems/2024-05-05-orders.md': withSections('Orders late', ['What happened', 'Repair', 'Lessons'], 'Text.'),
    };
    const asked = (files: Readonly<Record<string, string>>): Array<string | undefined> =>
      missingIn({ ...records('postmortems'), ...small, ...files }).filter((line) => line?.startsWith('5:'));
    assert.notDeepEqual(asked({}), []);
    assert.notDeepEqual(asked({ 'forms/short.template.md': short }), []);
    assert.deepEqual(asked({ 'forms/template-short.md': short, 'forms/template-full.md': template }), []);
  });

  it('counts only where at least half of the records have at least half of its sections', () => {
    const foreign = withSections('TITLE', ['Meaning', 'Dashboards', 'Owner', 'Fix', 'Repair'], 'TODO');
    assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': foreign }), [
      '2: Root cause',
      '5: Root cause',
    ]);
  });

  it('does not ask for what it calls optional, or what most records do not have', () => {
    const optional = template.replace("Reader's questions", "Reader's questions (if any)");
    assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': optional }), []);
    const rare = `${template}## Legal\n\nTODO\n`;
    assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': rare }), questions);
  });

  it('asks for what it marks as required, however few have it, and not for what it marks as optional', () => {
    const legal = numbers.map((number) => `${number}: Legal`);
    for (const marked of [
      '## Legal\n\n(required) What it costs.\n',
      '## Legal\n\n**Required.** What it costs.\n',
      '## Legal (required)\n\nWhat it costs.\n',
    ]) {
      const found = missingIn({ ...records('postmortems'), 'postmortems/template.md': `${template}${marked}` });
      assert.deepEqual(
        found.filter((each) => each?.endsWith('Legal')),
        legal,
        marked,
      );
    }
    for (const text of ['Required text here.', 'A required part', 'TODO']) {
      const unmarked = `${template}## Legal\n\n${text}\n`;
      assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': unmarked }), questions);
    }
    const optional = template.replace("Reader's questions\n\nTODO", "Reader's questions\n\n(optional) TODO");
    assert.deepEqual(missingIn({ ...records('postmortems'), 'postmortems/template.md': optional }), []);
  });

  it('is the evidence, and a warning takes eight others', () => {
    const files = { ...records('postmortems'), 'postmortems/template.md': template };
    const [finding] = findingsOf(
      missingSection,
      contextIn(catalogOf(files, kinds), 'postmortems/2024-02-05-orders.md'),
    );
    assert.equal(finding?.severity, 'information');
    assert.equal(
      finding.message,
      "Missing section: Reader's questions (part of the template page postmortems/template.md; 4 of 8 postmortems in postmortems/ have it)",
    );
  });
});
