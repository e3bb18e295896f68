import assert from 'node:assert/strict';
import { missingSection } from '../../../../src/core/check/rules/missing-section.ts';
import { catalogOf, contextIn, findingsOf } from '../../support/catalog-of.ts';

const usual = ['Summary', 'Impact', 'Timeline', 'Root cause', 'Action items'];
const own = 'Lessons for other teams';

function record(sections: readonly string[]): string {
  return `# Orders lost\n\n${sections.map((title) => `## ${title}\n\nText about it.\n\n`).join('')}`;
}

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The records that are told of a missing section, of one for each month; `having` says in which it is. */
function told(
  section: string,
  having: (month: number) => boolean,
  name = (month: string): string => `2023-${month}-05-orders`,
): string[] {
  const files = Object.fromEntries(
    months.map((month) => [
      `postmortems/${name(month)}.md`,
      record([...usual.filter((title) => title !== section), ...(having(Number(month)) ? [section] : [])]),
    ]),
  );
  const catalog = catalogOf(files);
  return months.filter((month) =>
    findingsOf(missingSection, contextIn(catalog, `postmortems/${name(month)}.md`)).some(
      (finding) => finding.section === section,
    ),
  );
}

describe('a section that a team introduced later', () => {
  it('is not asked of older records', () => {
    assert.deepEqual(
      told(own, (month) => month >= 5),
      [],
    );
    assert.deepEqual(
      told('Detection', (month) => month >= 3),
      [],
    );
  });

  it('is asked of one in the middle, and of the newest', () => {
    assert.deepEqual(
      told(own, (month) => month >= 3 && month !== 8),
      ['08'],
    );
    assert.deepEqual(
      told(own, (month) => month >= 3 && month !== 12),
      ['12'],
    );
  });

  it('is asked of each of several in a row, if it is one that every record needs', () => {
    const lacking = (month: number): boolean => month < 6 || month > 8;
    assert.deepEqual(told('Impact', lacking), ['06', '07', '08']);
  });

  it('is not asked of newer records where it was given up', () => {
    assert.deepEqual(
      told(own, (month) => month <= 9),
      [],
    );
  });

  it('is seen by numbers, folders of months and dates in the text too', () => {
    for (const name of [
      (month: string): string => `PM2023-0${month} - Orders lost`,
      (month: string): string => `2023-${month}/${month}-05-orders`,
      (month: string): string => `00${month}-orders`,
      (month: string): string => `202303${month} orders`,
    ]) {
      assert.deepEqual(
        told(own, (month) => month >= 4 && month !== 8, name),
        ['08'],
      );
    }
  });

  it('is asked of all where nothing tells the time', () => {
    const names = 'abcdefghijkl';
    assert.deepEqual(
      told(
        own,
        (month) => month >= 4,
        (month) => `orders-${names[Number(month) - 1]}`,
      ),
      ['01', '02', '03'],
    );
  });
});

describe('a section that all records but one have', () => {
  it('is asked of the first one if every record needs it', () => {
    assert.deepEqual(
      told('Impact', (month) => month > 1),
      ['01'],
    );
    for (const title of ['Costs', own]) {
      assert.deepEqual(
        told(title, (month) => month > 1),
        [],
      );
    }
  });

  it('is asked of the first one that has its shape, whatever an older one of another shape has', () => {
    const files = Object.fromEntries(
      ['03', '04', '05', '06', '07'].map((month) => [`postmortems/2023-${month}-05-orders.md`, record(usual)]),
    );
    const first = record(usual.filter((title) => title !== 'Impact'));
    const catalog = catalogOf({
      ...files,
      'postmortems/2023-01-05-orders.md': '# Orders lost\n\nAll were lost.\n',
      'postmortems/2023-02-05-orders.md': first,
    });
    assert.deepEqual(
      findingsOf(missingSection, contextIn(catalog, 'postmortems/2023-02-05-orders.md')).map(({ section }) => section),
      ['Impact'],
    );
  });
});
