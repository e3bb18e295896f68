import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { poll } from '../support/poll.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const runbook = `# QueueBacklog

The queue of the [orders service](other.md) grows. See the [dashboard](https://example.org/d).

## Meaning

Orders wait for more than ten minutes. Customers see **late** confirmations.

## Diagnosis

1. Look at the pods:

   \`\`\`console
   $ kubectl -n <namespace> get pods
   NAME    READY   STATUS
   web-1   1/1     Running
   \`\`\`

2. Ask the team \`#orders\`.
3. Compare the depth of the queue:

   | queue  | usual |
   | ------ | ----- |
   | orders | 10    |

- [ ] Told support

## Mitigation

> Warning: data is lost.

\`\`\`bash
# Drop what waits
rm -rf /srv/queue/orders
kubectl -n <namespace> rollout restart deploy/web
\`\`\`

## Rollback

Nothing to do.
`;

const hostile = `# Hostile

## Meaning

<script>window.hit = 1</script><img src="https://example.org/x.png" onerror="window.hit = 2"><svg onload="window.hit = 3"></svg>
<iframe src="https://example.org"></iframe><style>body { display: none }</style><form action="https://example.org"><input name="a"><button>Go</button></form>
<a href="command:workbench.action.terminal.new" onclick="window.hit = 4">command</a> <a href="javascript:window.hit=5">script</a>
<div data-line="0" data-mark="x" data-can="send" class="command">kubectl get pods</div>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.hit=6&gt;">

[js](javascript:window.hit=7) [data](data:text/html,x) [command](command:workbench.action.quit) [file](file:///etc/passwd) [vscode](vscode://x/y) [up](../../../etc/passwd)

## Diagnosis

\`\`\`sh
echo "\u001b[201~"
echo <pod>
\`\`\`
`;

/** The reading view. */
export default function readingTests(session: Session): void {
  describe('the reading view', () => {
    let workbench: Workbench;
    let root: string;

    before(async () => {
      workbench = await session.open(async (folder) => {
        root = path.join(folder, 'shop');
        await mkdir(path.join(root, 'runbooks'), { recursive: true });
        await writeFile(path.join(root, 'runbooks', 'QueueBacklog.md'), runbook);
        await writeFile(path.join(root, 'runbooks', 'Hostile.md'), hostile);
        await writeFile(path.join(root, 'runbooks', 'other.md'), runbook.replace('QueueBacklog', 'Other'));
        return root;
      });
    });

    async function open(name: string): Promise<Frame> {
      await workbench.openFile(`${name}.md`);
      await workbench.runCommand('Runbook Lens: Open Reading View');
      return workbench.readingView(name);
    }

    it('shows a runbook with boxes at its steps and buttons at its commands, and axe finds nothing', async () => {
      const page = await open('QueueBacklog');
      assert.deepEqual(await page.locator('.command code').allTextContents(), [
        'kubectl -n <namespace> get pods',
        'rm -rf /srv/queue/orders',
        'kubectl -n <namespace> rollout restart deploy/web',
      ]);
      assert.deepEqual(await page.locator('.command').first().locator('button').allTextContents(), [
        'Copy',
        'Fill In…',
        'Send to Terminal',
      ]);
      assert.equal(await page.locator('li.step > input').count(), 4);
      // axe is put in by the debugger, which the policy of the page does not bind.
      await page.evaluate(axe);
      assert.deepEqual(await violations(page), []);
      await workbench.screenshot('reading-light');
      for (const [theme, name] of [
        ['Dark High Contrast', 'reading-high-contrast'],
        ['Dark Modern', 'reading-dark'],
      ] as const) {
        await workbench.setTheme(theme);
        await page.locator(name === 'reading-dark' ? 'body.vscode-dark' : 'body.vscode-high-contrast').waitFor();
        await page.locator('.danger').scrollIntoViewIfNeeded();
        assert.deepEqual(await violations(page), []);
        await workbench.screenshot(name);
      }
    });

    /** What axe finds on a page, which has something to look at. */
    async function violations(page: Frame): Promise<string[]> {
      return page.evaluate(async () => {
        interface Result {
          readonly id: string;
          readonly nodes: ReadonlyArray<{ readonly failureSummary?: string; readonly html: string }>;
        }
        const { axe } = globalThis as unknown as {
          axe: { run(): Promise<{ readonly violations: readonly Result[]; readonly passes: readonly Result[] }> };
        };
        const { violations, passes } = await axe.run();
        return passes.length < 10
          ? ['axe looked at nothing']
          : violations.map(({ id, nodes }) =>
              [id, ...nodes.map((node) => `${node.html} ${node.failureSummary}`)].join('\n'),
            );
      });
    }

    it('keeps checked steps when the document changes, and never changes the file', async () => {
      const page = await workbench.readingView('QueueBacklog');
      await page.locator('li.step > input').nth(1).press('Space');
      await page.getByText('1 of 4 steps done').waitFor();
      await writeFile(path.join(root, 'runbooks', 'QueueBacklog.md'), runbook.replace('See the', 'Please see the'));
      await page.getByText('Please see the').waitFor();
      assert.equal(await page.locator('li.step > input').nth(1).isChecked(), true);
      assert.ok(!(await readFile(path.join(root, 'runbooks', 'QueueBacklog.md'), 'utf8')).includes('[x]'));
    });

    it('copies a command by keyboard, and opens a link to another runbook as a page', async () => {
      const page = await workbench.readingView('QueueBacklog');
      await page.locator('.command button').first().press('Enter');
      await page.getByText('Copied').waitFor();
      await page.getByText('orders service').press('Enter');
      await workbench.readingView('Other');
    });

    it('is there again after the window was loaded again, with its checked steps', async () => {
      const page = await open('QueueBacklog');
      assert.equal(await page.locator('li.step > input').nth(1).isChecked(), true);
      await workbench.page.waitForTimeout(2000);
      await workbench.page.reload();
      await workbench.ready();
      // On a busy machine, VS Code can forget which tab was in front. A page is drawn when its tab is.
      const tab = workbench.page.locator('.tab[aria-label="QueueBacklog"]');
      await tab.waitFor();
      await poll(
        async () => {
          const isActive = (await tab.getAttribute('aria-selected')) === 'true';
          await (isActive ? undefined : tab.click());
          return isActive;
        },
        (isActive) => isActive,
        'the tab of the page to be in front',
      );
      const again = await workbench.readingView('QueueBacklog');
      assert.equal(await again.locator('li.step > input').nth(1).isChecked(), true);
    });

    it('shows nothing of a hostile document that acts', async () => {
      const page = await open('Hostile');
      assert.equal(await page.evaluate(() => (globalThis as { hit?: number }).hit), undefined);
      assert.equal(
        await page
          .locator('main')
          .locator('script, img, svg, iframe, style, form, math, [href], [src], [onclick]')
          .count(),
        0,
      );
      // The document's own mark is not ours: only the real commands have buttons.
      assert.deepEqual(
        await page.locator('.actions').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))),
        ['echo "\u001b[201~"', 'echo <pod>'],
      );
      assert.deepEqual(await page.locator('.actions').first().locator('button').allTextContents(), ['Copy']);
      assert.deepEqual(await page.locator('a[role=link]').allTextContents(), ['up']);
      const tabs = await workbench.page.locator('.tabs-container .tab').count();
      await page.getByText('up', { exact: true }).click();
      await workbench.page.waitForTimeout(1000);
      assert.equal(await workbench.page.locator('.tabs-container .tab').count(), tabs);
    });
  });
}
