import { commands, Range, Uri, window, type TextEditor } from 'vscode';
import type { CatalogDocument } from '../../../core/index.ts';
import { openDocument } from '../../services/open-document.ts';

/** A place in a document that is shown or opened. */
export interface Shown {
  readonly open: CatalogDocument;
  /** 0-based; absent for the top. */
  readonly line?: number;
}

/** Opens a document at a line. Throws a UserError if it no longer exists. */
export async function show(
  { open, line }: Shown,
  options: { preview?: boolean; preserveFocus?: boolean; viewColumn?: number },
): Promise<void> {
  const text = await openDocument(Uri.parse(open.uri));
  await window.showTextDocument(text, {
    ...options,
    ...(line !== undefined && { selection: new Range(line, 0, line, 0) }),
  });
}

/** Shows documents while somebody moves through a list, and puts back what was there before. */
export class Preview {
  readonly #before: TextEditor | undefined = window.activeTextEditor;
  readonly #range = window.activeTextEditor?.visibleRanges[0];
  #isShown = false;

  /** Shows a document without taking the focus. */
  async show(place: Shown): Promise<void> {
    this.#isShown = true;
    await show(place, { preview: true, preserveFocus: true });
  }

  /** Shows what was there before the first document was shown. */
  async putBack(): Promise<void> {
    if (!this.#isShown) {
      return;
    }
    if (this.#before === undefined) {
      await commands.executeCommand('workbench.action.closeActiveEditor');
      return;
    }
    const { document, viewColumn, selection } = this.#before;
    const editor = await window.showTextDocument(document, {
      selection,
      ...(viewColumn !== undefined && { viewColumn }),
    });
    if (this.#range !== undefined) {
      editor.revealRange(this.#range);
    }
  }
}
