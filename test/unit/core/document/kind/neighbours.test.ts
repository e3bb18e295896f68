import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isBundle, Shelf, shelfOf, type Page } from '../../../../../src/core/document/kind/neighbours.ts';
import { documentKinds, kinds, type Kind } from '../../../../../src/core/vocabulary/kind.ts';
import { examples } from '../../../support/examples.ts';

describe('a shelf', () => {
  for (const [path, shelf] of [
    ['a.md', ''],
    ['runbooks/a.md', 'runbooks'],
    ['docs/runbooks/mail/a.html.md.erb', 'docs/runbooks/mail'],
    // Years, months and days.
    ['reports/2023/a.md', 'reports'],
    ['reports/2023-04/a.md', 'reports'],
    ['reports/2023/04/17/a.md', 'reports'],
    ['reports/2023_04/a.md', 'reports'],
    ['reports/2023.04/a.md', 'reports'],
    ['2023/a.md', ''],
    ['reports/2023/mail/a.md', 'reports/mail'],
    ['reports/2023-04-17-mail/timeline.md', 'reports'],
    ['reports/2023 april/a.md', 'reports'],
    // Numbers that are part of a name.
    ['v2/a.md', 'v2'],
    ['20thousand/a.md', '20thousand'],
    ['k8s/a.md', 'k8s'],
    // Bundles.
    ['content/incidents/2024-03-05-orders/index.md', 'content/incidents'],
    ['content/incidents/2024-03-05-orders/_index.md', 'content/incidents'],
    ['content/incidents/orders-2024-03-05/README.md', 'content/incidents'],
    ['content/incidents/2024/2024-03-05-orders/index.mdx', 'content/incidents'],
    ['content/incidents/index.md', 'content/incidents'],
    ['content/incidents/2024/index.md', 'content/incidents'],
    ['2024-03-05-orders/index.md', ''],
    ['index.md', ''],
    ['', ''],
  ] as const) {
    it(`of ${path || 'nothing'} is ${shelf || 'the top'}`, () => assert.equal(shelfOf(path), shelf));
  }

  it('of any path is made of its folders', () => {
    const name = fc.constantFrom('docs', '2023', '04', 'orders-2024-03-05', 'a b', 'ä', 'v2', 'index.md', '');
    const path = fc.array(name, { maxLength: 6 }).map((parts) => [...parts, 'index.md'].join('/'));
    fc.assert(
      fc.property(fc.oneof(path, fc.string()), (any) => {
        const folders = new Set(any.split('/').slice(0, -1));
        const shelf = shelfOf(any);
        assert.ok(shelf === '' || shelf.split('/').every((part) => folders.has(part)), shelf);
      }),
      { numRuns: examples(1000) },
    );
  });
});

describe('a page bundle', () => {
  it('is an index or README in a folder that has a day in its name', () => {
    for (const path of [
      'content/incidents/2024-03-05-orders/index.md',
      'incidents/20240305-orders/readme.md',
      'incidents/orders-2024-03-05/README.markdown',
      '2024-03-05-orders/_index.md',
      'incidents/2024-03-05/index.md',
      'incidents/20240305/index.md',
      'incidents/2024-03-05-orders/index.html.md.erb',
      'incidents/2024-03-orders/index.md',
      'incidents/注文-2024-03-05/index.md',
    ]) {
      assert.ok(isBundle(path), path);
    }
  });

  it('is no other page of such a folder, and no index of another folder', () => {
    for (const path of [
      'content/incidents/2024-03-05-orders/timeline.md',
      'content/incidents/index.md',
      'content/2024-03-05-orders/images/index.md',
      'index.md',
      '2024-03-05-orders.md',
      'incidents/reindex.md',
      'incidents/2024/index.md',
      'incidents/2024-03/README.md',
      'services/port-2049/README.md',
      'api/v2026.0/index.html.md',
      'services/12024-jobs/README.md',
    ]) {
      assert.ok(!isBundle(path), path);
    }
  });
});

function page(path: string, taken: Kind, ...headings: readonly string[]): Page {
  return { path, taken, headings };
}

/** What the others of these pages say about the first. */
function aboutFirst(...pages: readonly Page[]): Record<string, number> {
  return Object.fromEntries(new Shelf(pages).featuresOf(pages[0]!).filter(([, value]) => value > 0));
}

describe('what the pages of a shelf say about one of them', () => {
  it('is nothing where it stands alone', () => {
    assert.deepEqual(aboutFirst(page('a.md', 'runbook', 'x', 'y', 'z')), {});
  });

  it('leaves the page itself out', () => {
    const others = [page('b.md', 'other'), page('c.md', 'other')];
    for (const kind of documentKinds) {
      assert.deepEqual(aboutFirst(page('a.md', kind, 'x', 'y'), ...others), {});
    }
  });

  it('is the more the more pages agree', () => {
    const others = Array.from({ length: 8 }, (_, index) => page(`b${index}.md`, 'runbook'));
    const shares = others.map(
      (_, index) => aboutFirst(page('a.md', 'other'), ...others.slice(0, index))['beside:runbook'],
    );
    assert.deepEqual(shares, [undefined, 1 / 3, 2 / 4, 3 / 5, 4 / 6, 5 / 7, 6 / 8, 7 / 9]);
  });

  it('is a share of all, so a mixed folder says little', () => {
    const others = [page('b.md', 'runbook'), ...Array.from({ length: 7 }, (_, index) => page(`c${index}.md`, 'other'))];
    assert.equal(aboutFirst(page('a.md', 'other'), ...others)['beside:runbook'], 0.1);
  });

  it('tells pages with names of the same form apart from others', () => {
    const dated = Array.from({ length: 4 }, (_, index) => page(`2024-0${index + 1}-05-x.md`, 'postmortem'));
    const named = Array.from({ length: 4 }, (_, index) => page(`page-${'abcd'[index]}.md`, 'other'));
    const about = (path: string): unknown => aboutFirst(page(path, 'other'), ...dated, ...named)['alike:postmortem'];
    for (const path of [
      '2024-09-05-y.md',
      '20240905.md',
      'mail-2024-09-05.md',
      '2024_09_05.md',
      '2024-09-05-z/index.md',
    ]) {
      assert.equal(about(path), 4 / 6, path);
    }
    for (const path of ['mail.md', 'MailQueueFull.md', '12-mail.md', 'README.md', 'INC-12.md', 'GENERAL_NOTES.md']) {
      assert.equal(about(path), undefined, path);
    }
  });

  it('knows names that are numbered, like those of alerts, and in capitals', () => {
    const pages = [
      ['12-a.md', '013-b.md', 'INC-14.md', 'inc_15.md', 'PM16.md'],
      ['MailQueueFull.md', 'KubePodCrashLooping.md', 'ApiDown.md'],
      ['GENERAL_NOTES.md', 'CODEOWNERS.md', 'DR-PLAN.md'],
      ['mail.md', 'mail-queue.md', 'Mail queue.md', 'mailQueue.md'],
    ];
    for (const [index, alike] of pages.entries()) {
      for (const path of alike) {
        const others = pages.flatMap((group, other) =>
          group.map((name) => page(name, other === index ? 'runbook' : 'other')),
        );
        assert.deepEqual(
          aboutFirst(page(path, 'runbook'), ...others)['alike:runbook'],
          alike.length / (alike.length + 2),
          path,
        );
      }
    }
  });

  it('compares headings with those that two others of a kind have', () => {
    const others = [page('b.md', 'postmortem', 'issue summary', 'repair'), page('c.md', 'postmortem', 'repair', 'q a')];
    const headed = (...headings: readonly string[]): unknown =>
      aboutFirst(page('a.md', 'other', ...headings), ...others)['headed:postmortem'];
    assert.equal(headed('repair', 'news'), 1 / 3);
    assert.equal(headed('repair'), 1 / 2, 'one heading says less than several');
    assert.equal(headed('issue summary', 'news'), undefined, 'one other');
    assert.equal(headed('repair', 'repair', 'news'), 1 / 3, 'a heading counts once');
    const own = page('a.md', 'postmortem', 'repair', 'news');
    assert.equal(aboutFirst(own, others[0]!)['headed:postmortem'], undefined, 'itself and one other');
  });

  const anyPage = fc.record({
    path: fc.constantFrom(
      'a.md',
      'b.md',
      '2024-01-02-x.md',
      '2024-01-02-y/index.md',
      '12-a.md',
      'MailQueueFull.md',
      'X.md',
      '',
    ),
    taken: fc.constantFrom(...kinds),
    headings: fc.array(fc.constantFrom('x', 'y', 'z', 'steps'), { maxLength: 5 }),
  });

  it('is always from 0 to 1, and together no more than 1', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { minLength: 1, maxLength: 20 }), (pages) => {
        const shelf = new Shelf(pages);
        for (const one of pages) {
          const features = new Map(shelf.featuresOf(one));
          assert.ok(
            [...features.values()].every((value) => value >= 0 && value <= 1),
            JSON.stringify([...features]),
          );
          for (const group of ['beside', 'alike']) {
            const sum = documentKinds.reduce((total, kind) => total + (features.get(`${group}:${kind}`) ?? 0), 0);
            assert.ok(sum <= 1);
          }
        }
      }),
      { numRuns: examples(1000) },
    );
  });

  it('does not depend on what it is taken for itself, nor on the order', () => {
    fc.assert(
      fc.property(anyPage, fc.array(anyPage, { maxLength: 20 }), (one, others) => {
        const said = kinds.map((taken) => {
          const own = { ...one, taken };
          return new Shelf([own, ...others]).featuresOf(own);
        });
        assert.deepEqual(said[1], said[0]);
        assert.deepEqual(said[2], said[0]);
        assert.deepEqual(new Shelf([...others.toReversed(), one]).featuresOf(one), said[0]);
      }),
      { numRuns: examples(1000) },
    );
  });
});
