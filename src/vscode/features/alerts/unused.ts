import { l10n, Uri, workspace } from 'vscode';
import { pathFromTop, UserError, withUsedElsewhere, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { targetUri } from '../../services/target.ts';
import { tell } from '../../services/tell.ts';
import { pathBelow } from '../../services/workspace-store.ts';
import { decidingConfiguration, updateConfiguration } from '../../services/configuration-file.ts';
import type { AlertIndex } from './alert-index.ts';

/**
 * Returns the runbooks of a workspace folder that no alert leads to, and that the team does not call used elsewhere. None where no alert
 * leads to a runbook: then links say nothing about them.
 */
export function unusedRunbooks({ index }: Deps, alerts: AlertIndex, root: Uri): readonly CatalogDocument[] {
  const key = root.toString();
  const runbooks = index.catalog.documents('runbook').filter((document) => document.root === key);
  const unused = runbooks.filter(({ uri }) => alerts.usesOf(uri).length === 0);
  const elsewhere = index.catalog.team(key);
  return unused.length === runbooks.length
    ? []
    : unused.filter((document) => !elsewhere.isUsedElsewhere(pathFromTop(document)));
}

/** Notes in the team's configuration that alerts elsewhere lead to a runbook. */
export async function markUsedElsewhere({ files, index }: Deps, target: unknown): Promise<void> {
  const uri = targetUri(target);
  const folder = uri && workspace.getWorkspaceFolder(uri);
  if (uri === undefined || folder === undefined) {
    throw new UserError(l10n.t('Select a runbook in the Alerts view first.'));
  }
  // The nearest configuration that has such a list decides.
  const configuration = decidingConfiguration(index.catalog, folder, uri, (text) => text.includes('"usedElsewhere"'));
  const path = pathBelow(Uri.joinPath(configuration, '..'), uri) ?? '';
  await updateConfiguration(files, configuration, (text) => withUsedElsewhere(text, path));
  void tell(l10n.t('{0} is noted as used by alerts elsewhere, in {1}.', path, workspace.asRelativePath(configuration)));
}
