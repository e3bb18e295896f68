import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Catalog, type CatalogChange, type Source } from '../../../../src/core/catalog/catalog.ts';
import type { CatalogDocument } from '../../../../src/core/document/document.ts';
import { examples } from '../../support/examples.ts';
import { recordingLogger } from '../../support/quiet.ts';

function source(path: string, text: string, root = 'r'): Source {
  return { uri: `${root}:${path}`, root, path, text };
}

function catalogOf(...sources: readonly Source[]): Catalog {
  const catalog = new Catalog(recordingLogger());
  catalog.upsert(sources);
  return catalog;
}

/** What a user is told of the kind of a document. */
function told({ kind, why, probability, possible, isTemplate, keys }: CatalogDocument): unknown {
  return { kind, why, probability, possible, isTemplate, keys: [...keys.keys()] };
}

function allTold(catalog: Catalog): ReadonlyMap<string, unknown> {
  return new Map(catalog.documents().map((document) => [document.uri, told(document)]));
}

const headings = ['Issue summary', 'Changes', 'Q&A'];
/** Headings that say even less by themselves. */
const fewSigns = ['In short', 'Mail', 'Q&A'];

/** A report that is plainly a postmortem. */
function report(path: string, [first, second, third] = headings): Source {
  return source(
    path,
    `# Postmortem: late mail

## ${first}

Mail was late.

## Timeline

- 10:20 page
- 10:50 fixed

## ${second}

We added a disk.

## ${third}

Why was it full? Because nobody looked.
`,
  );
}

/** A page with the same headings, which says little by itself. */
function page([first, second, third] = headings): string {
  return `# The relay and the cache

## ${first}

About the cache.

## ${second}

More memory.

## ${third}

Is it cold?
`;
}

const plain = page();
const days = ['2023-01-05', '2023-02-07', '2023-03-02', '2023-04-19', '2023-05-11', '2023-06-23', '2023-07-30'];

describe('the kind of a document among those beside it', () => {
  for (const [form, words, pathOf] of [
    ['in one folder', headings, (day: string, name: string) => `reports/${day}-${name}.md`],
    ['in folders for months', fewSigns, (day: string, name: string) => `reports/${day.slice(0, 7)}/${day}-${name}.md`],
    ['in folders for years', fewSigns, (day: string, name: string) => `docs/reports/2023/${day}-${name}.md`],
    [
      'in folders for days',
      fewSigns,
      (day: string, name: string) => `reports/${day.replaceAll('-', '/')}/${name}-${day}.md`,
    ],
    ['in page bundles', headings, (day: string, name: string) => `content/reports/${day}-${name}/index.md`],
  ] as const) {
    it(`is that of seven dated reports that are built alike, ${form}`, () => {
      const eighth = source(pathOf('2023-08-14', 'relay'), page([...words]));
      const seven = days.map((day) => report(pathOf(day, 'mail'), [...words]));
      const catalog = catalogOf(...seven, eighth);
      assert.equal(catalog.get(eighth.uri)?.kind, 'postmortem', catalog.get(eighth.uri)?.why);
      catalog.remove(seven.map(({ uri }) => uri));
      assert.equal(catalog.get(eighth.uri)?.kind, 'other', catalog.get(eighth.uri)?.why);
      assert.deepEqual(allTold(catalog), allTold(catalogOf(eighth)));
    });
  }

  it('does not follow reports in another folder, or in another root', () => {
    const eighth = source('notes/2023-08-14-relay.md', plain);
    const alone = told(catalogOf(eighth).get(eighth.uri)!);
    const seven = days.map((day) => report(`reports/${day}-mail.md`));
    const strangers = days.map((day) => ({ ...report(`notes/${day}-mail.md`), uri: `s:${day}`, root: 's' }));
    const catalog = catalogOf(...seven, ...strangers, eighth);
    assert.deepEqual(told(catalog.get(eighth.uri)!), alone);
  });

  it('knows a folder by its path from the top, wherever the root is', () => {
    const eighth = { ...source('2023-08-14-relay.md', plain), prefix: 'reports/' };
    const seven = days.map((day) => ({ ...report(`${day}-mail.md`), prefix: 'reports/' }));
    assert.equal(catalogOf(...seven, eighth).get(eighth.uri)?.kind, 'postmortem');
  });

  it('is that of the runbooks beside a short page', () => {
    const runbooks = [
      'Invoices are late',
      'Biller is down',
      'Payments queue up',
      'Refunds fail',
      'Cards time out',
      'Taxes are off',
    ].map((title) =>
      source(
        `docs/billing/${title.toLowerCase().replaceAll(' ', '-')}.md`,
        `# ${title}\n\n## Symptoms\n\nCustomers call.\n\n## Steps\n\n1. \`kubectl -n billing get pods\`\n2. \`kubectl -n billing rollout restart deploy/biller\`\n\n## Escalation\n\nCall the billing team.\n`,
      ),
    );
    const short = source(
      'docs/billing/exports.md',
      '# Exports\n\nSteps to check:\n\n```sh\nkubectl -n billing get jobs\nkubectl -n billing logs job/export\n```\n',
    );
    const among = catalogOf(...runbooks, short).get(short.uri)!;
    const alone = catalogOf(short).get(short.uri)!;
    assert.equal(among.possible ?? among.kind, 'runbook', among.why);
    assert.notEqual(alone.kind, 'runbook');
    assert.ok((among.probability ?? 0) > (alone.possible === undefined ? 0 : (alone.probability ?? 0)));
  });

  it('follows neither what is a template nor what a template stands beside', () => {
    const template = source('reports/2023-08-14-template.md', plain);
    const catalog = catalogOf(...days.map((day) => report(`reports/${day}-mail.md`)), template);
    assert.equal(catalog.get(template.uri)?.kind, 'other');
    assert.equal(catalog.get(template.uri)?.isTemplate, true);
  });

  it('follows kinds that the configuration sets', () => {
    const eighth = source('reports/2023-08-14-relay.md', plain);
    const others = days.map((day) => source(`reports/${day}-mail.md`, plain));
    const catalog = catalogOf(...others, eighth);
    assert.equal(catalog.get(eighth.uri)?.kind, 'other');
    const configured = (kinds: object): void =>
      catalog.setTeam('r', [{ uri: 'r:c', path: '.runbook-lens.json', text: JSON.stringify({ kinds }) }]);
    configured({ postmortem: ['reports/2023-0[1-7]-*.md'] });
    assert.ok(others.every(({ uri }) => catalog.get(uri)?.kind === 'postmortem'));
    assert.equal(catalog.get(eighth.uri)?.kind, 'postmortem', catalog.get(eighth.uri)?.why);
    configured({});
    assert.deepEqual(allTold(catalog), allTold(catalogOf(...others, eighth)));
  });

  it('is what the configuration sets, whatever stands beside it', () => {
    const eighth = source('reports/2023-08-14-relay.md', plain);
    const catalog = catalogOf(...days.map((day) => report(`reports/${day}-mail.md`)));
    catalog.setTeam('r', [
      { uri: 'r:c', path: '.runbook-lens.json', text: JSON.stringify({ kinds: { other: ['reports/*relay.md'] } }) },
    ]);
    catalog.upsert([eighth]);
    assert.equal(catalog.get(eighth.uri)?.kind, 'other');
    assert.equal(catalog.get(eighth.uri)?.probability, undefined);
  });
});

describe('a change of the documents beside a document', () => {
  const eighth = source('reports/2023-08-14-relay.md', plain);
  const seven = days.map((day) => report(`reports/${day}-mail.md`));

  function watched(...sources: readonly Source[]): { catalog: Catalog; changes: CatalogChange[] } {
    const catalog = catalogOf(...sources);
    const changes: CatalogChange[] = [];
    catalog.onDidChange((change) => void changes.push(change));
    return { catalog, changes };
  }

  it('is told with those whose kind changed, as a change of the structure', () => {
    const { catalog, changes } = watched(eighth);
    catalog.upsert(seven);
    assert.equal(changes.length, 1);
    assert.deepEqual(new Set(changes[0]?.changed), new Set([...seven, eighth].map(({ uri }) => uri)));
    assert.equal(changes[0]?.structure, true);
    catalog.remove(seven.map(({ uri }) => uri));
    assert.equal(changes.length, 2);
    assert.deepEqual(changes[1]?.changed, [eighth.uri]);
    assert.equal(changes[1]?.removed.length, 7);
  });

  it('is not told of those that stay as they are', () => {
    const stranger = source('elsewhere/a.md', plain);
    const { catalog, changes } = watched(eighth, stranger);
    const before = catalog.get(stranger.uri);
    catalog.upsert(seven);
    assert.ok(!changes[0]?.changed.includes(stranger.uri));
    assert.equal(catalog.get(stranger.uri), before);
  });

  it('is that of another text beside it, too', () => {
    const { catalog, changes } = watched(...seven, eighth);
    catalog.upsert(seven.map((one) => ({ ...one, text: '# News\n\nWe have a new cook.\n' })));
    assert.notEqual(catalog.get(eighth.uri)?.kind, 'postmortem');
    assert.ok(changes[0]?.changed.includes(eighth.uri));
  });

  it('is that of documents that moved away, or here', () => {
    const { catalog } = watched(...seven, eighth);
    catalog.upsert(seven.map((one) => ({ ...one, path: one.path.replace('reports/', 'archive/') })));
    assert.equal(catalog.get(eighth.uri)?.kind, 'other');
    catalog.upsert(seven);
    assert.equal(catalog.get(eighth.uri)?.kind, 'postmortem');
  });

  it('waits for the last batch where more are to come', () => {
    const { catalog, changes } = watched();
    catalog.upsert([eighth, ...seven.slice(0, 3)], true);
    catalog.upsert(seven.slice(3), true);
    assert.equal(catalog.get(eighth.uri)?.kind, 'other');
    assert.deepEqual(
      changes.map(({ changed }) => changed.length),
      [4, 4],
    );
    catalog.settle();
    assert.equal(catalog.get(eighth.uri)?.kind, 'postmortem');
    assert.ok(changes[2]?.changed.includes(eighth.uri));
    assert.equal(changes[2]?.structure, true);
    catalog.settle();
    assert.equal(changes.length, 3, 'nothing is left to settle');
  });

  it('has what rules see of a document, with the sections of its new kind', () => {
    const { catalog } = watched(eighth);
    assert.equal(catalog.context(eighth.uri), undefined);
    catalog.upsert(seven);
    assert.equal(catalog.context(eighth.uri)?.document.kind, 'postmortem');
    assert.deepEqual(
      [...catalog.get(eighth.uri)!.keys.keys()].filter((key) => !key.startsWith('=')),
      [...catalog.get(seven[0]!.uri)!.keys.keys()].filter((key) => !key.startsWith('=') && key !== 'timeline'),
    );
  });
});

describe('the kinds of many documents', () => {
  const texts = [
    plain,
    report('').text,
    '# Restore the queue\n\n1. `systemctl stop mail`\n2. `systemctl start mail`\n',
    '# News\n\nWe have a new cook.\n',
    '',
  ];
  const paths = ['a', 'b', '2023-01-02-c', '2023-02-03-d', '2023/2023-03-04-e', '2023-04-05-f/index', 'README'].flatMap(
    (name) => [`reports/${name}.md`, `runbooks/${name}.md`],
  );
  const any = fc.record({ path: fc.constantFrom(...paths), text: fc.constantFrom(...texts) });
  const state = fc.uniqueArray(any, { selector: ({ path }) => path, maxLength: 14 });

  it('do not depend on the order in which they come, nor on the batches', () => {
    const shuffled = state.chain((files) =>
      fc.record({
        files: fc.constant(files),
        order: fc.shuffledSubarray(files, { minLength: files.length }),
        cuts: fc.array(fc.nat({ max: files.length }), { maxLength: 4 }),
        more: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ files, order, cuts, more }) => {
        const catalog = new Catalog(recordingLogger());
        const bounds = [0, ...cuts.toSorted((a, b) => a - b), order.length];
        for (const [index, start] of bounds.entries()) {
          catalog.upsert(
            order.slice(start, bounds[index + 1]).map(({ path, text }) => source(path, text)),
            more,
          );
        }
        catalog.settle();
        assert.deepEqual(allTold(catalog), allTold(catalogOf(...files.map(({ path, text }) => source(path, text)))));
      }),
      { numRuns: examples(300) },
    );
  });

  it('depend on what there is now, not on what there was', () => {
    const change = fc.record({
      put: fc.array(any, { maxLength: 5 }),
      remove: fc.array(fc.constantFrom(...paths), { maxLength: 4 }),
      kinds: fc.constantFrom({}, { postmortem: ['reports/a.md'] }, { other: ['runbooks/**'] }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 6 }), (changes) => {
        const catalog = new Catalog(recordingLogger());
        const now = new Map<string, string>();
        let team = '{}';
        const setTeam = (of: Catalog): void =>
          of.setTeam('r', [{ uri: 'r:c', path: '.runbook-lens.json', text: team }]);
        for (const { put, remove, kinds } of changes) {
          team = JSON.stringify({ kinds });
          setTeam(catalog);
          catalog.upsert(put.map(({ path, text }) => source(path, text)));
          put.forEach(({ path, text }) => now.set(path, text));
          catalog.remove(remove.map((path) => `r:${path}`));
          remove.forEach((path) => now.delete(path));
        }
        const fresh = new Catalog(recordingLogger());
        setTeam(fresh);
        fresh.upsert([...now].map(([path, text]) => source(path, text)));
        assert.deepEqual(allTold(catalog), allTold(fresh));
      }),
      { numRuns: examples(300) },
    );
  });
});
