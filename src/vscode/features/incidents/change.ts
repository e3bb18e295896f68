import type { Uri } from 'vscode';
import {
  pathFromTop,
  type CatalogDocument,
  type ChangeContext,
  type TeamWords,
  type TextEdit,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { useIncident } from '../../services/open-incidents.ts';

/** Changes a record, with the current time and the author from git. See `DocumentEditor.change`. */
export async function changeRecord(
  deps: Deps,
  uri: Uri,
  make: (context: ChangeContext) => readonly TextEdit[],
): Promise<void> {
  const { index, editor, clock, people } = deps;
  const author = await people.me(uri);
  const at = clock.now();
  await useIncident(deps, uri.toString());
  await editor.change(uri, (document) =>
    make({
      document,
      expected: index.catalog.context(document.uri)?.expectation.sections ?? [],
      at,
      author,
      statuses: wordsOf(deps, document).statuses,
    }),
  );
}

/** Returns the team's words for a document. */
export function wordsOf({ index }: Deps, document: CatalogDocument): TeamWords {
  return index.catalog.team(document.root).settingsFor(pathFromTop(document)).words;
}
