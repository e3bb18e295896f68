import type { Disposable, TreeView } from 'vscode';
import { Debouncer } from './debounce.ts';
import { DisposableStore } from './disposables.ts';

/** Changes within this time are one update of a tree. In milliseconds. */
const refreshDelay = 120;

/** The time in which VS Code has drawn a view that was opened, on a busy machine too. In milliseconds. */
const drawingTime = 3000;

/**
 * Updates a tree view when changes have stopped for a moment.
 *
 * It updates the view once more after it is opened. If a tree changes while VS Code draws it for the first time, VS Code
 * can keep open groups without rows until the next update.
 */
export class TreeUpdates implements Disposable {
  readonly #store = new DisposableStore();
  readonly #soon: Debouncer;

  constructor(view: Pick<TreeView<unknown>, 'onDidChangeVisibility' | 'onDidExpandElement'>, update: () => void) {
    this.#soon = this.#store.add(new Debouncer(refreshDelay, update));
    const drawn = this.#store.add(new Debouncer(drawingTime, update));
    this.#store.add(
      view.onDidChangeVisibility(({ visible }) => {
        if (visible) {
          drawn.schedule();
        }
      }),
      // An update while VS Code asks for the rows of a group that is just opened would close it again.
      view.onDidExpandElement(() => {
        for (const debouncer of [this.#soon, drawn]) {
          if (debouncer.waiting) {
            debouncer.schedule();
          }
        }
      }),
    );
  }

  /** Whether an update is due in a moment. */
  get waiting(): boolean {
    return this.#soon.waiting;
  }

  /** Updates the view in a moment. */
  schedule(): void {
    this.#soon.schedule();
  }

  dispose(): void {
    this.#store.dispose();
  }
}
