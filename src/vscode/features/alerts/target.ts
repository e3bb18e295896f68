import { l10n, Uri, window } from 'vscode';
import { UserError } from '../../../core/index.ts';
import { openDocument } from '../../services/open-document.ts';
import { alertAtLine, type AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';

/** The place of an alert, as an argument of commands. */
export interface AlertPlace {
  readonly uri: Uri;
  /** 0-based. */
  readonly line: number;
}

/** Returns the place of an alert. */
export function placeOf({ uri, alert }: FoundAlert): AlertPlace {
  return { uri, line: alert.range.start.line };
}

/** Returns the alert that a command was called on, as it is now: a row, a place, or the cursor. Throws a UserError if there is none. */
export async function alertOf(alerts: AlertIndex, target: unknown): Promise<FoundAlert> {
  const editor = window.activeTextEditor;
  const given = placeIn(target) ?? (editor && { uri: editor.document.uri, line: editor.selection.active.line });
  const document = given && (await openDocument(given.uri));
  const found = document && alertAtLine(alerts.alertsIn(document), given.line);
  if (found === undefined) {
    throw new UserError(l10n.t('Put the cursor in an alert of a rule file first.'));
  }
  return found;
}

function placeIn(target: unknown): AlertPlace | undefined {
  if (typeof target !== 'object' || target === null) {
    return undefined;
  }
  if ('found' in target) {
    return placeOf(target.found as FoundAlert);
  }
  const { uri, line } = target as { readonly uri?: unknown; readonly line?: unknown };
  const parsed = typeof uri === 'string' ? Uri.parse(uri) : uri;
  return parsed instanceof Uri && typeof line === 'number' ? { uri: parsed, line } : undefined;
}
