import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { openOperations } from '../ui/support/operations.ts';
import type { Session } from '../ui/support/session.ts';
import type { Workbench } from '../ui/support/workbench.ts';

const size = { width: 1200, height: 750 };
/** How long a frame is shown: while somebody types, and to be read. In milliseconds. */
const typing = 90;
const reading = 1600;

/** The frames of an animation and how long each is shown. */
class Film {
  readonly #workbench: Workbench;
  readonly #frames: Buffer[] = [];
  readonly #delays: number[] = [];

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Adds what the window shows now. */
  async frame(delay: number): Promise<void> {
    this.#frames.push(await this.#workbench.page.screenshot());
    this.#delays.push(delay);
  }

  /** Types a text, two letters a frame. */
  async type(text: string): Promise<void> {
    for (const letters of text.match(/.{1,2}/g) ?? []) {
      await this.#workbench.page.keyboard.type(letters);
      await this.frame(typing);
    }
  }

  /** Presses keys, waits until the window shows what they lead to, and gives time to read it. */
  async press(keys: readonly string[], shown: () => Promise<unknown>, delay = reading): Promise<void> {
    for (const key of keys) {
      await this.#workbench.page.keyboard.press(key);
    }
    await shown();
    // Icons and lists settle.
    await this.#workbench.page.waitForTimeout(700);
    await this.frame(delay);
  }

  /** Returns the animation as a GIF that begins again at its end. */
  async gif(): Promise<Buffer> {
    return sharp(this.#frames, { join: { animated: true } })
      .gif({ delay: this.#delays, loop: 0, colours: 128, effort: 10, dither: 0, interFrameMaxError: 4 })
      .toBuffer();
  }
}

/** The animation on top of the README: a runbook is found by its symptom, an incident is declared from it, and logged. */
export async function animation(session: Session, folder: string): Promise<void> {
  const workbench = await openOperations(session);
  const { page } = workbench;
  await page.setViewportSize(size);
  await workbench.openView('Runbook Lens');
  await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 5);
  const film = new Film(workbench);
  const box = workbench.quickInput();
  const record = page.locator('.tabs-container .tab.active', { hasText: 'lockerofflineratiohigh' });
  await film.frame(900);
  await film.press(['ControlOrMeta+k', 'ControlOrMeta+g'], () => box.waitFor(), 500);
  await film.type('many lockers offline');
  await film.press([], () => box.getByText('LockerOfflineRatioHigh').first().waitFor());
  await film.press(['Enter'], () =>
    page.locator('.tab.active', { hasText: 'LockerOfflineRatioHigh' }).first().waitFor(),
  );
  await page.keyboard.press('F1');
  await box.waitFor();
  await film.type('declare');
  await film.press(['Enter'], () => box.getByText('(1/2)').waitFor(), 1000);
  await film.press(['Enter'], () => box.getByText('(2/2)').waitFor(), 1200);
  await film.press(['Enter'], () => record.waitFor(), 2500);
  await film.press(['ControlOrMeta+k', 'ControlOrMeta+e'], () => box.getByText(/^Log: /).waitFor(), 400);
  await film.type('-4m support calls from Ghent');
  await film.press(['Enter'], () => page.getByText('support calls from Ghent').first().waitFor(), 2500);
  const gif = await film.gif();
  await writeFile(path.join(folder, 'night.gif'), gif);
}
