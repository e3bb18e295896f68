import assert from 'node:assert/strict';
import path from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { poll } from '../../support/poll.ts';

/** How long one action of playwright's may take, which waits for what it needs. In milliseconds; playwright cannot make it longer on a busy machine. */
const actionLimitMs = 90_000;

/** One visible row of a tree view. */
export interface TreeRow {
  readonly label: string;
  /** The dimmed text after the label; empty when there is none. */
  readonly description: string;
  /** 1 for the top of the tree. */
  readonly level: number;
  /** Nothing for a row that has no children. */
  readonly expanded: boolean | undefined;
  /** What a screen reader says; VS Code takes the tooltip where the item has no accessibility information. */
  readonly accessibleName: string;
}

/**
 * Drives one VS Code window as a person does. Every method waits for what it needs and fails with playwright's
 * message when it does not come.
 */
export class Workbench {
  /** The page, for what has no method here. */
  readonly page: Page;
  readonly #screens: string;

  /** Takes over a page that shows a window; screenshots go to the folder `screens`. */
  constructor(page: Page, screens: string) {
    this.page = page;
    this.#screens = screens;
    page.setDefaultTimeout(actionLimitMs);
  }

  /** Resolves when the window is drawn and can be used. */
  async ready(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.activitybar .action-label').first().waitFor();
    await this.page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor();
  }

  /** Runs a command by its full title, such as `Runbook Lens: Refresh`. Waits for an extension to contribute it. */
  async runCommand(title: string): Promise<void> {
    // An open list does not show commands that come later, so the list is opened again and again.
    await poll(
      async () => {
        const offered = await this.#commandTitlesNow(title);
        return offered.includes(title);
      },
      (found) => found,
      `the command "${title}"`,
    );
    await this.quickInputRow(title).click();
  }

  /** The titles of the commands that the command palette offers for `text`. Waits for at least one. */
  async commandTitles(text: string): Promise<string[]> {
    const titles = await poll(
      () => this.#commandTitlesNow(text),
      (offered) => offered.length > 0,
      `commands like "${text}"`,
    );
    await this.page.keyboard.press('Escape');
    return titles;
  }

  /** Opens a file of the workspace by its name or the end of its path. */
  async openFile(name: string): Promise<void> {
    const base = path.posix.basename(name);
    const active = this.page.locator('.tabs-container .tab.active').filter({ hasText: base });
    // The list is drawn anew while files are still being found, and a click on a row that goes opens nothing.
    await this.insist(
      async () => {
        await this.openQuickInput('ControlOrMeta+P');
        await this.typeInQuickInput(name);
        await this.quickInputRow(base)
          .click({ timeout: 10_000 })
          .catch(() => undefined);
      },
      active,
      `${name} to be opened`,
    );
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Shows the view container that the activity bar has under `title`. */
  async openView(title: string): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: startsWith(title) });
    const heading = this.page.locator('.part.sidebar .composite.title').filter({ hasText: startsWith(title) });
    await poll(
      async () => {
        // A click on the container that shows already would hide it; one while another opens is ignored.
        if (await heading.isVisible()) {
          return true;
        }
        await tab.click();
        return appears(heading);
      },
      (shown) => shown,
      `the view container "${title}"`,
    );
  }

  /** The visible rows of a tree view that shows in the side bar or the panel; opens the view's section. */
  async treeRows(viewName: string): Promise<TreeRow[]> {
    const pane = await this.#pane(viewName);
    // In one go, because a tree that changes meanwhile takes its rows away.
    const rows = await pane.getByRole('treeitem').evaluateAll(readRows);
    return rows.map((row) => ({
      label: plain(row.label),
      description: plain(row.description),
      level: Number(row.level),
      expanded: row.expanded === null ? undefined : row.expanded === 'true',
      accessibleName: plain(row.accessibleName),
    }));
  }

  /** The rows of a tree view as soon as `accept` likes them; fails with the last rows when it never does. */
  async waitForTreeRows(viewName: string, accept: (rows: readonly TreeRow[]) => boolean): Promise<TreeRow[]> {
    return poll(() => this.treeRows(viewName), accept, `the rows of "${viewName}"`);
  }

  /** Clicks the row of a tree view that has this label. */
  async clickRow(viewName: string, label: string): Promise<void> {
    await (await this.#row(viewName, label)).click();
  }

  /** Shows the children of the row of a tree view that has this label. */
  async expandRow(viewName: string, label: string): Promise<void> {
    const row = await this.#row(viewName, label);
    const isExpanded = async (): Promise<boolean> => (await row.getAttribute('aria-expanded')) === 'true';
    await poll(
      async () => {
        if (!(await isExpanded())) {
          await row.locator('.monaco-tl-twistie').click();
        }
        // A tree that changes before the children are there closes the group again.
        await this.page.waitForTimeout(500);
        return isExpanded();
      },
      (expanded) => expanded,
      `"${label}" to be expanded`,
    );
  }

  /** Clicks an inline button, by its title, of the row of a tree view that has this label. */
  async clickRowAction(viewName: string, label: string, action: string): Promise<void> {
    const row = await this.#row(viewName, label);
    await row.hover();
    await row.getByRole('button', { name: startsWith(action) }).click();
  }

  /** Chooses an entry of the context menu of the row of a tree view that has this label. */
  async chooseInRowMenu(viewName: string, label: string, entry: string): Promise<void> {
    const action = this.page.locator('.context-view .action-label', { hasText: exactly(entry) });
    // A tree that changes meanwhile closes the menu.
    await poll(
      async () => {
        await (await this.#row(viewName, label)).click({ button: 'right' });
        // The menu takes no click as soon as it is there.
        return action.hover({ timeout: 3000 }).then(
          () => true,
          () => false,
        );
      },
      (shown) => shown,
      `"${entry}" in the menu of "${label}"`,
    );
    await this.page.keyboard.press('Enter');
  }

  /** The widget that lists commands, files and choices and asks for text. */
  quickInput(): Locator {
    return this.page.locator('.quick-input-widget:visible');
  }

  /** Presses the keys that open the quick input and waits until it takes input. */
  async openQuickInput(keys: string): Promise<void> {
    await poll(
      async () => {
        await this.page.keyboard.press('Escape');
        await this.quickInput().waitFor({ state: 'hidden' });
        await this.page.keyboard.press(keys);
        // Keys that come while the last one fades out open it in vain: it stays inert and goes.
        return appears(this.page.locator('.quick-input-widget:visible:not([inert]) input:focus'));
      },
      (opened) => opened,
      'the quick input',
    );
  }

  /** Replaces the text in the open quick input; a choice among rows is narrowed down by it. */
  async typeInQuickInput(text: string): Promise<void> {
    await this.quickInput().locator('input[type="text"], input:not([type])').first().fill(text);
  }

  /** Types `text` into the open quick input and confirms it with Enter. */
  async answerQuickInput(text: string): Promise<void> {
    await this.typeInQuickInput(text);
    await this.page.keyboard.press('Enter');
  }

  /** Chooses the row of the open quick input that has this label. */
  async pickQuickInput(label: string): Promise<void> {
    await this.quickInputRow(label).click();
  }

  /** The labels that the open quick input shows, from top to bottom: rows of the page are reused in any order. */
  async quickInputLabels(): Promise<string[]> {
    const rows = await this.quickInput().locator('.monaco-list-row').evaluateAll(readQuickRows);
    return rows
      .filter(({ label }) => label !== undefined)
      .toSorted((a, b) => a.top - b.top)
      .map(({ label = '' }) => plain(label));
  }

  /** The row of the open quick input that has this label. */
  quickInputRow(label: string): Locator {
    return this.quickInput()
      .locator('.monaco-list-row')
      .filter({ has: this.page.locator('.quick-input-list-row:first-child .label-name', { hasText: exactly(label) }) })
      .first();
  }

  /**
   * Points at the first place of `text` in the editor and resolves to the text of the hover as soon as it matches `wanted`: what
   * several providers say arrives one after the other.
   */
  async hoverText(text: string, wanted: RegExp): Promise<string> {
    // The editor draws blanks as no-break spaces.
    const pattern = new RegExp(escapeRegExp(text).replaceAll(' ', String.raw`[\s\u00a0]`));
    const span = this.page
      .locator('.editor-group-container.active .view-line span span')
      .filter({ hasText: pattern })
      .first();
    const hover = this.page.locator('.monaco-hover:visible .hover-contents');
    const matching = this.page.locator('.monaco-hover:visible').filter({ hasText: wanted });
    await this.insist(
      async () => {
        const { content, box } = await this.#drawn(span, pattern, text);
        const middle = Math.max(0, content.search(pattern)) + text.length / 2;
        await this.page.mouse.move(0, 0);
        await this.page.mouse.move(box.x + (box.width * middle) / content.length, box.y + box.height / 2, { steps: 5 });
      },
      matching.first(),
      `a hover of "${text}" with ${String(wanted)}`,
    );
    await this.page.locator('.monaco-hover:visible').getByText('Loading...').waitFor({ state: 'hidden' });
    return (await hover.allInnerTexts()).map(plain).join('\n');
  }

  /** Shows the Problems panel and resolves to its rows: files, and under each its problems. */
  async problems(): Promise<string[]> {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.runCommand('Problems: Focus on Problems View');
    }
    await panel.waitFor();
    const rows = await panel.getByRole('treeitem').evaluateAll(readRows);
    return rows.map((row) => plain(row.accessibleName));
  }

  /** The rows of the Problems panel as soon as `accept` likes them; fails with the last rows when it never does. */
  async waitForProblems(accept: (rows: readonly string[]) => boolean): Promise<string[]> {
    return poll(() => this.problems(), accept, 'the problems');
  }

  /** The messages of the notifications that show. */
  async notifications(): Promise<string[]> {
    const messages = await this.page.locator('.notification-list-item-message').allInnerTexts();
    return messages.map(plain);
  }

  /** Waits for a notification whose message contains `text`. */
  async waitForNotification(text: string): Promise<void> {
    await this.page.locator('.notification-list-item-message').filter({ hasText: text }).first().waitFor();
  }

  /** Gives the side bar a width, by its edge. */
  async setSideBarWidth(width: number): Promise<void> {
    const bar = this.page.locator('.part.sidebar');
    const box = await bar.boundingBox();
    if (box !== null) {
      const y = box.y + box.height / 2;
      await this.page.mouse.move(box.x + box.width, y);
      await this.page.mouse.down();
      await this.page.mouse.move(box.x + width, y, { steps: 5 });
      await this.page.mouse.up();
    }
  }

  /** Switches to the color theme that the theme list shows under `name`, such as `Light Modern`. */
  async setTheme(name: string): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    await this.quickInput().getByRole('option').first().waitFor();
    await this.typeInQuickInput(name);
    await this.pickQuickInput(name);
    await this.quickInput().waitFor({ state: 'hidden' });
  }

  /** Does something again and again until an element shows: a busy window may drop what it was asked for. */
  async insist(act: () => Promise<unknown>, element: Locator, what: string): Promise<void> {
    await poll(
      async () => {
        await act();
        return appears(element);
      },
      (shown) => shown,
      what,
    );
  }

  /** The page of the reading view of a document, as soon as it shows this title. */
  async readingView(title: string): Promise<Frame> {
    const find = async (): Promise<Frame | undefined> => {
      for (const frame of this.page.frames()) {
        const heading = frame.locator('main h1').first();
        if ((await heading.textContent({ timeout: 500 }).catch(() => null)) === title) {
          return frame;
        }
      }
      return undefined;
    };
    const frame = await poll(find, (found) => found !== undefined, `the reading view of ${title}`);
    assert.ok(frame);
    return frame;
  }

  /** Saves a picture of the window as `<name>.png` and resolves to its path. */
  async screenshot(name: string): Promise<string> {
    const file = path.join(this.#screens, `${name}.png`);
    await this.page.screenshot({ path: file });
    return file;
  }

  /** Opens the command palette with `text` and reads what it offers; it stays open. */
  async #commandTitlesNow(text: string): Promise<string[]> {
    await this.openQuickInput('F1');
    // What takes the focus, such as an editor that opens late, closes the list again; then it is read anew.
    const read = async (): Promise<string[]> => {
      await this.quickInput().locator('input').first().fill(`>${text}`, { timeout: 3000 });
      await this.quickInput().getByRole('option').first().waitFor({ timeout: 5000 });
      return this.quickInputLabels();
    };
    const labels = await read().catch(() => []);
    return labels.filter((label) => label !== 'No matching commands');
  }

  /** The content and place of a part of a line in the editor. A line that is drawn anew, as when its colours arrive, is for a moment nowhere. */
  async #drawn(span: Locator, pattern: RegExp, text: string): Promise<{ content: string; box: Box }> {
    const { content, box } = await poll(
      async () => ({ content: (await span.textContent()) ?? '', box: await span.boundingBox() }),
      (drawn) => drawn.box !== null && pattern.test(drawn.content),
      `"${text}" to be drawn`,
    );
    if (box === null) {
      throw new Error(`"${text}" is not drawn.`);
    }
    return { content, box };
  }

  /** The section of a view, opened. */
  async #pane(viewName: string): Promise<Locator> {
    // A view's description becomes part of its header's label.
    const header = this.page.locator(`.pane-header[aria-label^=${JSON.stringify(viewName)}]`).first();
    await header.waitFor({ state: 'attached' });
    if ((await header.getAttribute('aria-expanded')) === 'false') {
      await header.click();
    }
    return this.page.locator('.pane').filter({ has: header });
  }

  /** The row of a view that has this label, or this text of which the label shows a part. */
  async #row(viewName: string, label: string): Promise<Locator> {
    const rows = (await this.#pane(viewName)).getByRole('treeitem');
    const named = rows.filter({ has: this.page.locator('.label-name', { hasText: exactly(label) }) });
    return named.or(rows.and(this.page.locator(`[aria-label^=${JSON.stringify(`${label}, `)}]`))).first();
  }
}

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

/** A row as the page has it. */
interface RawRow {
  readonly label: string;
  readonly description: string;
  readonly level: string | null;
  readonly expanded: string | null;
  readonly accessibleName: string;
}

/** What `readRows` uses of an element of the page. */
interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): PageElement | null;
  getBoundingClientRect(): { readonly top: number };
}

/** Reads the rows of the quick input; runs in the page. A separator alone has no label. */
function readQuickRows(rows: readonly PageElement[]): { top: number; label: string | undefined }[] {
  return rows.map((row) => ({
    top: row.getBoundingClientRect().top,
    label: row.querySelector('.quick-input-list-rows > :first-child .label-name')?.textContent ?? undefined,
  }));
}

/** Reads the rows of a tree; runs in the page, so it may use nothing from outside itself. */
function readRows(rows: readonly PageElement[]): RawRow[] {
  return rows.map((row) => ({
    label: row.querySelector('.label-name')?.textContent ?? '',
    description: row.querySelector('.label-description')?.textContent ?? '',
    level: row.getAttribute('aria-level'),
    expanded: row.getAttribute('aria-expanded'),
    accessibleName: row.getAttribute('aria-label') ?? '',
  }));
}

/** Whether an element appears within a few seconds. */
async function appears(locator: Locator): Promise<boolean> {
  return locator.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
}

/** Text with ordinary spaces, as VS Code draws no-break ones. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').trim();
}

/** Matches a text that is `text`. */
function exactly(text: string): RegExp {
  return new RegExp(`^${escapeRegExp(text)}$`);
}

/** Matches a text that starts with `text`. */
function startsWith(text: string): RegExp {
  return new RegExp(`^${escapeRegExp(text)}`, 'i');
}

/** A pattern that matches `text` itself. */
function escapeRegExp(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
