import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mostText } from '../../../../src/core/answers/tools.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { oneLine } from '../../../../src/core/text/one-line.ts';
import { alertRunbook } from '../../../support/documents.ts';
import { catalogOf } from '../../support/catalog-of.ts';
import { hiddenCharacters } from '../../support/hidden-characters.ts';
import { asked } from './asked.ts';

const path = 'runbooks/DiskFull.md';
const files = { [path]: alertRunbook('DiskFull') };

describe('get_runbook', () => {
  it('has the facts, the sections with their lines, and all of a short text', async () => {
    const { data, truncated, more } = await asked('get_runbook', { path }, files);
    assert.deepEqual([truncated, more], [undefined, undefined]);
    assert.equal(data.text, files[path]);
    assert.deepEqual(data.lines, [1, files[path]?.split('\n').length]);
    assert.deepEqual(data.sections, [
      { title: 'DiskFull', lines: [1, 17] },
      { title: 'Meaning', lines: [3, 5] },
      { title: 'Impact', lines: [7, 9] },
      { title: 'Diagnosis', lines: [11, 13] },
      { title: 'Mitigation', lines: [15, 17] },
    ]);
  });

  it('has one section and nothing else', async () => {
    for (const section of ['Mitigation', 'mitigation', ' Mitigation ', 'Remediation']) {
      const { data } = await asked('get_runbook', { path, section }, files);
      assert.deepEqual([data.section, data.lines, data.sections], ['Mitigation', [15, 17], undefined]);
      assert.equal(data.text, '## Mitigation\n\nWhat DiskFull says under mitigation.');
    }
  });

  it('has lines', async () => {
    const { data } = await asked('get_runbook', { path, section: '3-5' }, files);
    assert.deepEqual([data.lines, data.text], [[3, 5], '## Meaning\n\nWhat DiskFull says under meaning.']);
    assert.deepEqual((await asked('get_runbook', { path, section: '5' }, files)).data.lines, [5, 5]);
    for (const section of ['0', '0-3', '9-4', '900-901']) {
      assert.match((await asked('get_runbook', { path, section }, files)).error ?? '', /has lines 1 to 18, not/);
    }
  });

  it('names the sections that there are, if the one asked for is not', async () => {
    const { isError, error, data } = await asked('get_runbook', { path, section: 'Nonsense' }, files);
    assert.equal(isError, true);
    assert.match(error ?? '', /no section "Nonsense"/);
    assert.deepEqual(data.sections, ['DiskFull', 'Meaning', 'Impact', 'Diagnosis', 'Mitigation']);
  });

  it('says where other sections with the same title are', async () => {
    const text = '# A\n\n## Check\n\nOne.\n\n## Check\n\nTwo.\n';
    const { data, more } = await asked('get_runbook', { path, section: 'Check' }, { [path]: text });
    assert.equal(data.text, '## Check\n\nOne.');
    assert.equal(more, 'Sections with the same title: lines 7-9.');
  });

  it('gives all of a long text in parts, none longer than the limit', async () => {
    const line = 'Look at the dashboards, then restart what hangs; repeat until the queue is empty.';
    const text = `# Long\n\n${Array.from({ length: 400 }, (_, index) => `${index} ${line}`).join('\n')}\n`;
    const parts: string[] = [];
    let section: string | undefined;
    for (let call = 0; call < 20; call += 1) {
      const { data, truncated, more = '' } = await asked('get_runbook', { path, section }, { [path]: text });
      assert.ok(data.text.length <= mostText);
      parts.push(data.text);
      if (truncated !== true) {
        break;
      }
      section = /Ask for section "(\d+-\d+)"/.exec(more)?.[1];
      assert.ok(section, more);
    }
    assert.ok(parts.length > 3);
    assert.equal(parts.join('\n'), text);
  });

  it('cuts a line that is too long, between characters', async () => {
    const { data, truncated } = await asked('get_runbook', { path }, { [path]: `# A\n\n${'🔥'.repeat(9000)}\nend\n` });
    assert.equal(truncated, true);
    assert.ok(data.text.length <= mostText);
    assert.deepEqual(
      (await asked('get_runbook', { path, section: '3' }, { [path]: `# A\n\nb${'🔥'.repeat(9000)}` })).data.lines,
      [3, 3],
    );
  });

  it('opens nothing but documents of the index', async () => {
    const others = [
      '/etc/passwd',
      '../secrets.md',
      'runbooks/../../secrets.md',
      'runbooks\\..\\..\\secrets.md',
      'C:\\secrets.md',
      '\\\\server\\share\\a.md',
      '~/.ssh/id_rsa',
      'file:///etc/passwd',
      'https://example.org/a.md',
      'package.json',
      '.runbook-lens.json',
      'runbooks',
      'runbooks/',
      'runbooks/diskfull.md',
      '\u0000',
    ];
    for (const other of others) {
      const { isError, error, data } = await asked('get_runbook', { path: other }, files);
      assert.equal(isError, true, other);
      assert.match(error ?? '', /is not a path from an answer|No indexed document has the path|needs path/, other);
      assert.equal(data?.text, undefined, other);
    }
    assert.equal((await asked('get_runbook', { path: `./${path}` }, files)).isError, false);
  });

  it('says so if several documents are shown with a path', async () => {
    const same = { 'runbooks/disk full.md': alertRunbook('A'), 'runbooks/disk\tfull.md': alertRunbook('B') };
    const input = { path: 'runbooks/disk full.md' };
    const { isError, error, data } = await asked('get_runbook', input, same);
    assert.equal(isError, true);
    assert.match(error ?? '', /^2 documents are shown with the path/);
    assert.equal(data, undefined);
  });

  it('names documents with similar names', async () => {
    const { data } = await asked('get_runbook', { path: 'DiskFul.md' }, files);
    assert.deepEqual(data.nearestNames, [path]);
  });

  it('takes back the path of a document whose name has hidden characters', async () => {
    const odd = 'runbooks/Disk\u202eFull\u200b.md';
    const own = { [odd]: alertRunbook('DiskFull') };
    const shown = (await asked('find_runbook', { query: 'DiskFull' }, own)).data.runbooks[0]?.path ?? '';
    assert.equal(shown, String.raw`runbooks/Disk\u202eFull\u200b.md`);
    assert.equal((await asked('get_runbook', { path: shown }, own)).isError, false);
  });

  it('quotes the lines that it says, of any text', async () => {
    const pieces = fc.constantFrom(
      '# A',
      '## B',
      '\n',
      '\r\n',
      '\r',
      '\t',
      ' ',
      '- c',
      '```',
      '\u202e',
      '\u2028',
      '\u001b[2J',
      'x',
      '"',
      '\\',
      '|',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), fc.nat(20), async (parts, at) => {
        const text = parts.join('');
        const catalog = catalogOf({ [path]: text });
        const document = catalog.get(path);
        const lines = Lines.of(document?.text ?? '');
        const section = document?.sections[at % Math.max(1, document.sections.length)];
        const calls = [
          { path },
          ...(section === undefined || section.title.trim() === '' ? [] : [{ path, section: section.title }]),
        ];
        for (const call of calls) {
          const { data, text: answer, isError } = await asked('get_runbook', call, catalog);
          assert.equal(isError, false, answer);
          const [first, last] = data.lines;
          const expected = Array.from({ length: last - first + 1 }, (_, index) =>
            lines
              .text(first - 1 + index)
              .split('\t')
              .map(oneLine)
              .join('\t'),
          );
          assert.equal(data.text, expected.join('\n'));
          assert.doesNotMatch(answer, hiddenCharacters);
        }
      }),
    );
  });
});
