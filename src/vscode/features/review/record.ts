import { l10n, window, workspace, type TextDocument, type Uri } from 'vscode';
import { tellsIncident, UserError, type RuleContext } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Answers } from '../../services/answers.ts';
import { openDocument } from '../../services/open-document.ts';

/** A postmortem with its unsaved text. */
export interface OpenRecord {
  readonly uri: Uri;
  readonly document: TextDocument;
  readonly context: RuleContext;
}

/**
 * Returns the postmortem that a command was called on, or the one in the active editor. Throws a UserError if there is
 * none.
 */
export async function recordOf({ index }: Deps, { target }: Answers): Promise<OpenRecord> {
  const uri = target ?? window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    throw new UserError(l10n.t('Open a postmortem first, or choose one in the Postmortems view.'));
  }
  const document = await openDocument(uri);
  if (index.state === 'indexing' && index.catalog.get(uri.toString()) === undefined) {
    await index.whenReady();
  }
  index.sync(document);
  const context = index.catalog.context(uri.toString());
  if (context === undefined || !tellsIncident(context.document)) {
    throw new UserError(
      l10n.t(
        '{0} is not a postmortem. Open one, or choose one in the Postmortems view. If it is a postmortem, use "Set Kind of This Document…".',
        workspace.asRelativePath(uri),
      ),
    );
  }
  return { uri, document, context };
}
