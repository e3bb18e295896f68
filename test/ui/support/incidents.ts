import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { poll } from '../../support/poll.ts';
import type { Workbench } from './workbench.ts';

/** The keys that ask for an entry of the timeline. */
const LOG_KEYS = ['ControlOrMeta+k', 'ControlOrMeta+e'] as const;

/** An incident's record on disk, which is what counts. */
export class RecordFile {
  readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** The record whose name ends with `slug` in the postmortems of the sample repository; waits for it to be there. */
  static async called(operations: string, slug: string): Promise<RecordFile> {
    const ending = `-${slug}.md`;
    const names = await poll(
      () => readdir(path.join(operations, 'postmortems'), { recursive: true }),
      (all) => all.some((name) => name.endsWith(ending)),
      `a record called ${slug}`,
    );
    const record = new RecordFile(
      path.join(operations, 'postmortems', names.find((name) => name.endsWith(ending)) ?? ''),
    );
    // A new file may be seen before it is filled.
    await record.waitFor((text) => text !== '', 'a text');
    return record;
  }

  text(): Promise<string> {
    return readFile(this.file, 'utf8');
  }

  /** The text as soon as `accept` likes it; fails with the last one when it never does. */
  waitFor(accept: (text: string) => boolean, what: string): Promise<string> {
    return poll(() => this.text(), accept, `${what} in ${path.basename(this.file)}`);
  }

  /** The text as soon as it holds all of these; fails where it holds one of them more than once. */
  async waitForOnce(...parts: readonly string[]): Promise<string> {
    const text = await this.waitFor((now) => parts.every((part) => now.includes(part)), parts.join(', '));
    assertOnce(text, parts);
    return text;
  }

  /** The events of the timeline in its order, without their times and authors. */
  async events(): Promise<string[]> {
    return eventsIn(await this.text());
  }
}

/** The events of a timeline that is a table, in its order, without their times and authors. */
export function eventsIn(text: string): string[] {
  return [...text.matchAll(/^\| \d\d:\d\d \| (.*?)(?: \(Robin Example\))? *\|$/gm)].map(([, event = '']) => event);
}

/** Fails where a text does not hold each of these exactly once. */
export function assertOnce(text: string, parts: readonly string[]): void {
  const wrong = parts.filter((part) => text.split(part).length !== 2);
  assert.deepEqual(wrong, [], `These are lost or doubled in\n${text}`);
}

/** Waits for a step of a wizard. */
export async function waitForStep(workbench: Workbench, step: number, of: number): Promise<void> {
  await workbench.quickInput().getByText(`(${step}/${of})`).waitFor();
}

/** The text in the open quick input. */
export function inputValue(workbench: Workbench): Promise<string> {
  return workbench.quickInput().locator('input').first().inputValue();
}

/** Declares an incident from the command palette, with the severity that stands first; without a title the suggested one is taken. */
export async function declareIncident(workbench: Workbench, title?: string): Promise<void> {
  await workbench.runCommand('Runbook Lens: Declare Incident…');
  await waitForStep(workbench, 1, 2);
  if (title !== undefined) {
    await workbench.typeInQuickInput(title);
  }
  await workbench.page.keyboard.press('Enter');
  await waitForStep(workbench, 2, 2);
  await workbench.page.keyboard.press('Enter');
  await workbench.quickInput().waitFor({ state: 'hidden' });
}

/** Asks by the keys for an entry of the timeline, and fills it in. */
export async function askForEntry(workbench: Workbench, text: string): Promise<void> {
  const question = workbench.quickInput().getByText(/^Log: /);
  // The keys do nothing before the window knows that an incident goes on.
  await poll(
    async () => {
      for (const key of LOG_KEYS) {
        await workbench.page.keyboard.press(key);
      }
      return question.waitFor({ timeout: 8000 }).then(
        () => true,
        () => false,
      );
    },
    (asked) => asked,
    'the question for an entry',
  );
  await workbench.typeInQuickInput(text);
}

/** Logs an entry by the keys, and waits until it is in the record once. */
export async function logEntry(workbench: Workbench, record: RecordFile, text: string): Promise<string> {
  await askForEntry(workbench, text);
  await workbench.page.keyboard.press('Enter');
  return record.waitForOnce(text.replace(/^-\d+m /, ''));
}

/** The status bar's item for the first incident that goes on. */
export function statusItem(workbench: Workbench): Locator {
  return workbench.page.locator('.part.statusbar .statusbar-item[id$="runbookLens.incident.0"]');
}

/** Waits until the status bar says this of the incident to a screen reader. */
export async function waitForStatus(workbench: Workbench, said: RegExp): Promise<void> {
  await poll(
    () =>
      statusItem(workbench)
        .getAttribute('aria-label', { timeout: 1000 })
        .catch(() => null),
    (label) => said.test(label ?? ''),
    `the status bar to say ${said.source}`,
  );
}

/** Folds the views below the Incident view, which then shows all its rows. */
export async function foldOtherViews(workbench: Workbench): Promise<void> {
  for (const other of ['Runbooks', 'Postmortems', 'Action Items']) {
    const header = workbench.page.locator('.pane-header', { hasText: other }).first();
    if ((await header.getAttribute('aria-expanded')) === 'true') {
      await header.click({ position: { x: 20, y: 10 } });
    }
  }
}
