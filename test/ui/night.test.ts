import assert from 'node:assert/strict';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { createSampleRepository } from '../../sample/create.ts';
import { poll } from '../support/poll.ts';
import { RecordFile } from './support/incidents.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

const alert = `[FIRING:1] ParcelApiPodsCrashLooping (parcel-api critical)
Pod parcel-api-7d9f restarts again and again
  severity: page
  namespace: parcel
`;

const thread = `Ada Example
  9:01 PM
Customers get error pages at the checkout
Ben Okafor
  9:04 PM
Rolled back release 512
`;

/** A night on call from the alert to the review, by keyboard alone. Typed and pasted text is not counted, each key is. */
export default function nightTests(session: Session): void {
  describe('a night', () => {
    let workbench: Workbench;
    let operations: string;
    let record: RecordFile;
    let presses = 0;

    before(async () => {
      workbench = await session.open(async (folder) => {
        operations = path.join(folder, 'tarnbox-operations');
        await createSampleRepository(operations);
        return operations;
      });
      const { page } = workbench;
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 3);
    });

    afterEach(() => console.log(`      key presses so far: ${presses}`));

    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) {
        presses += 1;
        await workbench.page.keyboard.press(key);
      }
    };
    const type = (text: string): Promise<void> => workbench.page.keyboard.type(text);
    const copy = (text: string): Promise<void> =>
      workbench.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
    const box = () => workbench.quickInput();
    const asked = (text: string | RegExp) => box().getByText(text).first().waitFor();
    const command = async (text: string, title: string): Promise<void> => {
      await press('F1');
      await box().locator('input:focus').waitFor();
      await type(text);
      await poll(
        async () => (await workbench.quickInputLabels())[0],
        (first) => first === `Runbook Lens: ${title}`,
        `"${title}" to be the first command for "${text}"`,
      );
      await press('Enter');
    };

    /** Moves the focus in the page from command to command to the one with this text. */
    async function toCommand(page: Frame, code: string): Promise<void> {
      const focused = (): Promise<string> =>
        page.evaluate<string>(`document.activeElement?.getAttribute('data-focus') ?? ''`);
      for (let at = await focused(); !at.includes(code);) {
        const before = at;
        await press('Alt+ArrowDown');
        // A key that comes before the page has the focus back is pressed again, as a person would.
        at = await poll(focused, (now) => now !== before && now !== '', `a command after "${before}"`, 3000).catch(
          focused,
        );
        assert.ok(presses < 45, `${code} is not reached`);
      }
    }

    it('begins with a pasted alert, which finds its runbook', async () => {
      await copy(alert);
      await press('ControlOrMeta+k', 'ControlOrMeta+g');
      await box().locator('input:focus').waitFor();
      await press('ControlOrMeta+v');
      await poll(
        async () => (await workbench.quickInputLabels())[0],
        (first) => first?.includes('ParcelApiPodsCrashLooping') === true,
        'the runbook of the alert',
      );
      await press('Enter');
      await workbench.page.locator('.tabs-container .tab.active', { hasText: 'ParcelApiPodsCrashLooping' }).waitFor();
    });

    it('declares the incident from it', async () => {
      await command('declare', 'Declare Incident…');
      await asked('(1/2)');
      await press('Enter');
      await asked('(2/2)');
      await press('Enter');
      record = await RecordFile.called(operations, 'parcelapipodscrashlooping');
      await workbench.page
        .locator('.tabs-container .tab.active', { hasText: 'parcelapipodscrashlooping.md' })
        .waitFor();
    });

    it('fills in and logs two steps', async () => {
      const page = await workbench.readingView('ParcelApiPodsCrashLooping');
      await press('ControlOrMeta+1');
      await poll(
        () => page.evaluate<boolean>('document.hasFocus()'),
        (has) => has,
        'the page to have the focus',
      );
      await toCommand(page, 'describe pod');
      await press('f');
      await box().locator('input:focus').waitFor();
      await type('parcel-api-7d9f');
      await press('Enter');
      await asked('Send to Terminal');
      await press('Enter');
      await box().waitFor({ state: 'hidden' });
      for (const code of ['describe pod', 'logs']) {
        await toCommand(page, code);
        await press('l');
        await box().locator('input:focus').waitFor();
        await press('Enter');
        await record.waitFor((text) => new RegExp(`${code}[^\n]* parcel-api-7d9f`).test(text), `the step "${code}"`);
      }
    });

    it('imports what was said in a thread', async () => {
      await copy(thread);
      await command('import', 'Import into the Timeline…');
      await asked('Day of the first message');
      await press('Enter');
      await box().locator('input[placeholder^="Time zone of the messages"]').waitFor();
      await press('Enter');
      await box().locator('input[placeholder*="messages of 2 people"]').waitFor();
      await press('Enter');
      await record.waitForOnce('Rolled back release 512');
    });

    it('tells the others', async () => {
      await command('draft status', 'Draft Status Update…');
      for (const [step, text] of [
        [1, 'A third of the checkouts failed.'],
        [2, ''],
        [3, ''],
        [4, ''],
      ] as const) {
        await asked(`(${step}/4)`);
        if (text !== '') {
          await type(text);
        }
        await press('Enter');
      }
      await asked('Copy and Log');
      await type('copy');
      await press('Enter');
      await record.waitFor((text) => text.includes('Status update: What we know: A third'), 'the status update');
    });

    it('is resolved, and ends with a card that leads to the review', async () => {
      await command('resolve', 'Resolve Incident…');
      const card = box().getByText('Review…');
      await poll(
        async () => {
          if (await card.isVisible()) {
            return true;
          }
          const step =
            (await box()
              .locator('.quick-input-title')
              .textContent({ timeout: 1000 })
              .catch(() => '')) ?? '';
          if (/\(\d\/\d\)/.test(step) && step !== asking) {
            asking = step;
            await press('Enter');
          }
          return false;
        },
        (shown) => shown,
        'the card',
      );
      await workbench.screenshot('night-card');
      await type('review');
      await press('Enter');
      await asked(/in review/i);
      await workbench.screenshot('night-review');
      const text = await record.text();
      assert.match(text, /^status: draft$/im);
      assert.ok(presses < 45, `${presses} key presses`);
    });
    let asking = '';
  });
}
