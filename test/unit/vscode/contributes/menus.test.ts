import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

interface Item {
  readonly command?: string;
  readonly submenu?: string;
  readonly when?: string;
  readonly group?: string;
}
interface Contributes {
  readonly commands: ReadonlyArray<{ readonly command: string }>;
  readonly menus: Readonly<Record<string, readonly Item[]>>;
  readonly submenus: ReadonlyArray<{ readonly id: string }>;
  readonly walkthroughs: ReadonlyArray<{
    readonly steps: ReadonlyArray<{ readonly media: { readonly svg: string }; readonly completionEvents: string[] }>;
  }>;
}
const root = path.join(import.meta.dirname, '..', '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const { contributes } = JSON.parse(read('package.json')) as { readonly contributes: Contributes };

type Context = Readonly<Record<string, string | number | boolean>>;

/** Whether a condition holds. */
function holds(when: string, context: Context): boolean {
  return when.split('||').some((all) => all.split('&&').every((term) => isTrue(term.trim(), context)));
}

function isTrue(term: string, context: Context): boolean {
  const [, not, key = '', operator, value = ''] = /^(!?)([\w.]+)(?:\s*(==|!=|=~)\s*(.+))?$/.exec(term) ?? [];
  const now = key === 'true' ? true : key === 'false' ? false : context[key];
  const actual = String(now ?? '');
  switch (operator) {
    case '==':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return new RegExp(value.replace(/^\/|\/$/g, '')).test(actual);
    default:
      return (now !== undefined && now !== false) !== (not === '!');
  }
}

function shown(menu: string, context: Context): Item[] {
  return (contributes.menus[menu] ?? []).filter(({ when = 'true' }) => holds(when, context));
}

/** A workspace with documents of both kinds, where nothing is going on. */
const idle: Context = {
  workspaceFolderCount: 1,
  isWorkspaceTrusted: true,
  'runbookLens.state': 'ready',
  'runbookLens.hasRunbooks': true,
  'runbookLens.hasPostmortems': true,
  'runbookLens.hasActionItems': true,
  'runbookLens.editorKind': 'other',
};

function inPalette(context: Context): string[] {
  const limited = new Map((contributes.menus['commandPalette'] ?? []).map(({ command, when }) => [command, when]));
  return contributes.commands
    .map(({ command }) => command)
    .filter((command) => holds(limited.get(command) ?? 'true', context));
}

describe('the command palette', () => {
  it('has at most twenty commands where nothing is going on, and none that needs a document', () => {
    const commands = inPalette(idle);
    assert.ok(commands.length <= 20, commands.join('\n'));
    assert.deepEqual(
      commands.filter((command) => /review|retrospective|draftRunbook|addTo|setKind|Command$/i.test(command)),
      [],
    );
  });

  it('has the commands of a record beside it', () => {
    const commands = inPalette({ ...idle, 'runbookLens.editorKind': 'postmortem', editorLangId: 'markdown' });
    for (const name of ['changeReviewStatus', 'scheduleRetrospective', 'draftRunbook', 'commitRecord', 'setKind']) {
      assert.ok(commands.includes(`runbookLens.${name}`), name);
    }
  });
});

describe('the menu of a row', () => {
  for (const [kind, view] of [
    ['runbook', 'runbookLens.runbooks'],
    ['postmortem', 'runbookLens.postmortems'],
    ['possible', 'runbookLens.runbooks'],
  ] as const) {
    it(`has at most eight entries for a ${kind}`, () => {
      const entries = shown('view/item/context', { ...idle, view, viewItem: kind }).filter(
        ({ group }) => group?.startsWith('inline') === false,
      );
      assert.ok(entries.length <= 8, JSON.stringify(entries));
      assert.ok(entries.some(({ submenu }) => submenu === 'runbookLens.document'));
    });
  }

  it('leads to menus that have entries', () => {
    for (const { id } of contributes.submenus) {
      assert.ok((contributes.menus[id] ?? []).length > 1, id);
      assert.ok(Object.values(contributes.menus).some((items) => items.some(({ submenu }) => submenu === id)));
    }
  });
});

describe('the header of a view', () => {
  for (const view of ['runbooks', 'postmortems', 'actionItems']) {
    it(`has at most four icons: ${view}`, () => {
      const own = shown('view/title', { ...idle, view: `runbookLens.${view}` }).filter(({ group }) =>
        group?.startsWith('navigation'),
      );
      // VS Code adds Collapse All.
      assert.ok(own.length + 1 <= 4, JSON.stringify(own));
      assert.ok(own.some(({ command }) => command?.startsWith('runbookLens.expand')));
    });
  }

  it('offers to stop indexing at one place', () => {
    const views = ['runbooks', 'postmortems', 'actionItems'].filter((view) =>
      shown('view/title', { ...idle, 'runbookLens.state': 'indexing', view: `runbookLens.${view}` }).some(
        ({ command }) => command === 'runbookLens.cancelIndexing',
      ),
    );
    assert.deepEqual(views, ['runbooks']);
    assert.doesNotMatch(read('package.nls.json'), /\(command:runbookLens\.cancelIndexing\)/);
  });

  it('leads to the other kind where that has no view', () => {
    const titles = new Set(
      shown('view/title', {
        ...idle,
        'runbookLens.hasPostmortems': false,
        view: 'runbookLens.runbooks',
      }).map(({ command }) => command),
    );
    assert.ok(titles.has('runbookLens.newPostmortem') && titles.has('runbookLens.declareIncident'));
  });
});

describe('the walkthrough', () => {
  const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

  it('has five steps, each with a picture of its own that follows the theme', () => {
    assert.equal(steps.length, 5);
    for (const { media } of steps) {
      assert.ok(existsSync(path.join(root, media.svg)), media.svg);
      assert.match(read(media.svg), /^<svg [^>]*var\(--vscode-foreground/);
    }
  });

  it('has steps that are done by commands that there are', () => {
    const commands = new Set(contributes.commands.map(({ command }) => command));
    for (const event of steps.flatMap(({ completionEvents }) => completionEvents)) {
      assert.ok(event.startsWith('onContext:') || commands.has(event.replace('onCommand:', '')), event);
    }
  });
});
