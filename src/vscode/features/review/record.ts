import { l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { UserError, type RuleContext } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { targetUri } from '../../services/target.ts';

/** A postmortem as it is at this moment, unsaved text included. */
export interface OpenRecord {
  readonly uri: Uri;
  readonly document: TextDocument;
  readonly context: RuleContext;
}

/** What a command was called with, where it is no place in a tree: answers by name, which are not asked for then. */
export type Answers = Readonly<Record<string, unknown>>;

/** The answers that a command was called with; none for a URI or a tree's node. */
export function answersOf(target: unknown): Answers {
  return typeof target === 'object' && target !== null && targetUri(target) === undefined ? { ...target } : {};
}

/**
 * The postmortem that a command is to work on: the one that it was called on, whose `uri` stands in its answers, or that is in the active
 * editor. Throws a UserError where there is none.
 */
export async function recordOf({ index }: Deps, target: unknown): Promise<OpenRecord> {
  const { uri: named } = answersOf(target);
  const uri =
    targetUri(target) ??
    (named instanceof Uri ? named : typeof named === 'string' ? parsed(named) : undefined) ??
    window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    throw new UserError(l10n.t('Open a postmortem first, or choose one in the Postmortems view.'));
  }
  const name = workspace.asRelativePath(uri);
  const document = await workspace.openTextDocument(uri).then(
    (opened) => opened,
    () => undefined,
  );
  if (document === undefined) {
    throw new UserError(l10n.t('{0} could not be opened; it may have been moved or deleted.', name));
  }
  if (index.state === 'indexing' && index.catalog.get(uri.toString()) === undefined) {
    await index.whenReady();
  }
  index.sync(document);
  const context = index.catalog.context(uri.toString());
  if (context?.document.kind !== 'postmortem') {
    throw new UserError(
      l10n.t(
        '{0} is no postmortem. Open one, or choose one in the Postmortems view; if it is one, use "Set Kind of This Document".',
        name,
      ),
    );
  }
  return { uri, document, context };
}

/** A URI that a user wrote; throws a UserError for what is none. */
function parsed(text: string): Uri {
  try {
    return Uri.parse(text, true);
  } catch {
    throw new UserError(l10n.t('"{0}" is no URI.', text));
  }
}
