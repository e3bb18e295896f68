import { Range, TabInputText, Uri, window, type Tab, type TextEditor } from 'vscode';
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
  readonly #open = new Set(textTabs().map(({ uri }) => uri));
  #last: string | undefined;

  /** Shows a document without taking the focus. */
  async show(place: Shown): Promise<void> {
    this.#last = place.open.uri;
    await show(place, { preview: true, preserveFocus: true });
  }

  /** Shows what was there before the first document was shown. Only a tab that was opened for the preview is closed. */
  async putBack(): Promise<void> {
    if (this.#last === undefined) {
      return;
    }
    const own = textTabs().filter(({ uri, tab }) => uri === this.#last && tab.isPreview && !this.#open.has(uri));
    await window.tabGroups.close(own.map(({ tab }) => tab));
    if (this.#before === undefined) {
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

/** The tabs of texts, with the URIs of these. */
function textTabs(): { readonly uri: string; readonly tab: Tab }[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .flatMap((tab) => (tab.input instanceof TabInputText ? [{ uri: tab.input.uri.toString(), tab }] : []));
}
