import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readActionItems, trackerUrl } from '../../../../../src/core/index.ts';
import { configurationSchema } from '../../../../../src/core/check/configuration-schema.ts';
import { readConfiguration } from '../../../../../src/core/team/read-configuration.ts';
import { Team } from '../../../../../src/core/team/team.ts';
import { documentOf } from '../../../support/context.ts';
import { anyText } from '../../../support/markdown.ts';

const patterns = {
  key: 'https://tracker.example/browse/${key}?from=${key}',
  number: 'https://example.com/issues/${number}',
};

function urlsOf(text: string, tracker: Parameters<typeof trackerUrl>[1] = patterns): Array<string | undefined> {
  const document = documentOf('postmortem', `## Action items\n\n${text}\n\n[two]: <https://example.org/two>\n`);
  return readActionItems(document).flatMap(({ tracking }) =>
    tracking.map((found) => trackerUrl(found, tracker, document)),
  );
}

describe('trackerUrl', () => {
  const cases: ReadonlyArray<readonly [line: string, url: string | undefined]> = [
    ['- Add OPS-12', 'https://tracker.example/browse/OPS-12?from=OPS-12'],
    ['- Add #45', 'https://example.com/issues/45'],
    ['- Add, issue 4711', 'https://example.com/issues/4711'],
    ['- Add, ticket #4711', 'https://example.com/issues/4711'],
    ['- Add, pull request 4711', 'https://example.com/issues/4711'],
    ['- Add example/queue#7', undefined],
    ['- Add !123', undefined],
    ['- Add, MR 4711', undefined],
    ['- Add https://example.org/1.', 'https://example.org/1'],
    ['- Add [issue](https://example.org/1 "One")', 'https://example.org/1'],
    ['- Add [issue](<http://example.org/1>)', 'http://example.org/1'],
    ['- Add ([issue][two])', 'https://example.org/two'],
    ['- Add ([Two][])', 'https://example.org/two'],
    ['- Add ([issue][three])', undefined],
    ['- Add [issue](../issues/45.md)', undefined],
  ];
  for (const [line, url] of cases) {
    it(`leads from "${line}" ${url === undefined ? 'nowhere' : `to ${url}`}`, () => {
      assert.deepEqual(urlsOf(line), [url]);
    });
  }

  it('leads nowhere from what is no address of a page', () => {
    const document = documentOf('postmortem', '');
    for (const address of ['javascript:alert', 'command:workbench.action.quit', 'mailto:ada@example.org']) {
      const text = `[issue](${address})`;
      const range = { start: { line: 0, character: 0 }, end: { line: 0, character: text.length } };
      assert.equal(trackerUrl({ kind: 'url', text, range }, patterns, document), undefined);
      assert.deepEqual(urlsOf(`- Add ${text}`), []);
    }
  });

  it('reads the number behind a label', () => {
    assert.deepEqual(urlsOf('- Add, ticket: 4711'), ['https://example.com/issues/4711']);
  });

  it('reads the cell of a ticket', () => {
    const rows = ['ops-12', '**4711**', 'Ask Ada'].map((cell) => `| Add | ${cell} |`);
    assert.deepEqual(urlsOf(['| Action | Ticket |', '|---|---|', ...rows].join('\n')), [
      'https://tracker.example/browse/OPS-12?from=OPS-12',
      'https://example.com/issues/4711',
      undefined,
    ]);
  });

  it('leads nowhere without a pattern, and to links all the same', () => {
    assert.deepEqual(urlsOf('- Add OPS-12 #45 https://example.org/1', {}), [
      undefined,
      undefined,
      'https://example.org/1',
    ]);
  });

  it('keeps to the host of the pattern, whatever a document says', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('key', 'number', 'url'), (text, kind) => {
        const document = documentOf('postmortem', '## Action items');
        const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        const url = trackerUrl({ kind, text, range }, patterns, document);
        if (url !== undefined) {
          assert.match(new URL(url).protocol, /^https?:$/);
          assert.ok(kind === 'url' || ['tracker.example', 'example.com'].includes(new URL(url).host), url);
        }
      }),
    );
  });
});

describe("the team's tracker", () => {
  const problemsOf = (tracker: unknown): string[] =>
    readConfiguration(JSON.stringify({ tracker }), configurationSchema).problems.map(({ message }) => message);

  it('is an https address with a place for the ticket behind its host', () => {
    assert.deepEqual(problemsOf(patterns), []);
    assert.deepEqual(problemsOf({ key: 'https://tracker.example:8443?id=${key}' }), []);
    for (const key of [
      'http://tracker.example/${key}',
      'https://${key}.example/browse',
      'https://tracker.example${key}',
      'https://user@tracker.example/${key}',
      'https://tracker.example/browse',
      'https://tracker.example/${number}',
      'https://tracker.example/a b/${key}',
      'javascript:${key}',
    ]) {
      assert.deepEqual(problemsOf({ key }), [
        `"key" must be an https:// address with \${key} after the host name, not "${key}".`,
      ]);
    }
    assert.deepEqual(problemsOf({ url: 'x' }), ['Unknown setting "url". Known settings: key, number.']);
    assert.deepEqual(problemsOf([]), ['"tracker" must be an object in { }, not a list.']);
    assert.deepEqual(problemsOf({ number: 4 }), ['"number" must be a text, not 4.']);
  });

  it('is that of the nearest folder, pattern by pattern', () => {
    const file = (path: string, tracker: object) => ({ uri: path, path, text: JSON.stringify({ tracker }) });
    const team = new Team(
      [
        file('.runbook-lens.json', patterns),
        file('mail/.runbook-lens.json', { number: 'https://mail.example/${number}' }),
      ],
      configurationSchema,
    );
    assert.deepEqual(team.settingsFor('mail/postmortems/a.md').tracker, {
      key: patterns.key,
      number: 'https://mail.example/${number}',
    });
    assert.deepEqual(team.settingsFor('a.md').tracker, patterns);
    assert.deepEqual(new Team([], configurationSchema).settingsFor('a.md').tracker, {});
  });
});
