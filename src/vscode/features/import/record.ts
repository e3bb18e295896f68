import { l10n, Uri, window, workspace } from 'vscode';
import { openIncidents, tellsIncident, UserError, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { chooseItem } from '../../services/ask.ts';
import { openDocument } from '../../services/open-document.ts';

/**
 * Returns the record whose timeline is meant: the one that the command was called on, the one in the active editor, the only open
 * incident, or the user's choice. Undefined if the user cancels. Throws a UserError if there is none.
 */
export async function recordToExtend({ index }: Deps, target: Uri | undefined): Promise<CatalogDocument | undefined> {
  await index.whenReady();
  const { catalog } = index;
  const uri = target ?? activeRecord(catalog.get.bind(catalog)) ?? (await currentRecord(catalog.telling('incident')));
  if (uri === undefined) {
    return undefined;
  }
  const document = index.read(await openDocument(uri));
  if (!tellsIncident(document)) {
    throw new UserError(
      l10n.t(
        '{0} is not a postmortem. Open one, or choose one in the Postmortems view.',
        workspace.asRelativePath(uri),
      ),
    );
  }
  return document;
}

function activeRecord(known: (uri: string) => CatalogDocument | undefined): Uri | undefined {
  const active = window.activeTextEditor?.document.uri;
  const document = active && known(active.toString());
  return document !== undefined && tellsIncident(document) ? active : undefined;
}

async function currentRecord(records: readonly CatalogDocument[]): Promise<Uri | undefined> {
  const [first, ...others] = openIncidents(records).map(({ document }) => document);
  if (first === undefined) {
    throw new UserError(l10n.t('Open a postmortem first, or choose one in the Postmortems view.'));
  }
  const items = [first, ...others].map((document) => ({ label: document.title, description: document.path, document }));
  const picked =
    others.length === 0 ? { document: first } : await chooseItem(items, { placeHolder: l10n.t('Choose an incident.') });
  return picked && Uri.parse(picked.document.uri);
}
