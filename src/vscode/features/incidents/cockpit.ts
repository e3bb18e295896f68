import { commands, Position, Selection, ViewColumn, window, workspace, type TextEditor, type Uri } from 'vscode';
import { likelyRunbook, nextEntryPlace, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { useIncident } from '../../services/open-incidents.ts';

/**
 * Opens the record of a new incident to work with: it stays open, and the cursor is where the next entry goes. The
 * runbook, if there is one, is shown as a page to its left.
 * @param runbook that the incident was declared from. Without it: the one that the title names, or of the service.
 */
export async function openCockpit(deps: Deps, record: Uri, runbook: CatalogDocument | undefined): Promise<TextEditor> {
  const { alerts, index } = deps;
  const text = await workspace.openTextDocument(record);
  // A new document makes all others be checked again. The user must not wait for that.
  index.adopt(text);
  const document = index.read(text);
  const likely =
    runbook ?? likelyRunbook(document, index.catalog.telling('procedure'), ({ uri }) => alerts.namesFor(uri));
  const expected = index.catalog.context(document.uri)?.expectation.sections ?? [];
  const place = nextEntryPlace(document, expected, deps.clock.now());
  const cursor = new Position(place?.line ?? 0, place?.character ?? 0);
  await useIncident(deps, document.uri);
  if (likely !== undefined) {
    await commands.executeCommand('runbookLens.openReadingView', {
      uri: likely.uri,
      column: ViewColumn.One,
      preserveFocus: true,
    });
  }
  const editor = await window.showTextDocument(text, {
    preview: false,
    viewColumn: likely === undefined ? ViewColumn.Active : ViewColumn.Two,
    selection: new Selection(cursor, cursor),
  });
  return editor;
}
