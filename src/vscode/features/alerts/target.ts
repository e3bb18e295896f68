import { l10n, Uri, window, workspace } from 'vscode';
import { UserError } from '../../../core/index.ts';
import { openDocument } from '../../services/open-document.ts';
import { alertAtLine, type AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';

/** The place of an alert, as an argument of commands: the start of its rule. */
export interface AlertPlace {
  readonly uri: Uri;
  /** 0-based. */
  readonly line: number;
  /** 0-based; several rules can be on one line. */
  readonly character?: number;
}

/** Returns the place of an alert. */
export function placeOf({ uri, alert: { extent } }: FoundAlert): AlertPlace {
  return { uri, line: extent.start.line, character: extent.start.character };
}

/** Returns the alert that a command was called on, as it is now: a row, a place, or the cursor. Throws a UserError if there is none. */
export async function alertOf(alerts: AlertIndex, target: unknown): Promise<FoundAlert> {
  const editor = window.activeTextEditor;
  const given = placeIn(target) ?? (editor && { uri: editor.document.uri, line: editor.selection.active.line });
  const document = given && (await openDocument(given.uri));
  const all = document ? alerts.alertsIn(document) : [];
  const found = given && (exactly(all, given) ?? alertAtLine(all, given.line));
  if (found === undefined) {
    throw new UserError(l10n.t('Put the cursor in an alert of a rule file first.'));
  }
  return found;
}

/**
 * Returns an alert as it is now, after something was waited for: the one of its name that is nearest to its place. Throws a UserError if it is
 * gone.
 */
export async function alertNow(alerts: AlertIndex, { uri, alert }: FoundAlert): Promise<FoundAlert> {
  const far = (other: FoundAlert): number => Math.abs(other.alert.extent.start.line - alert.extent.start.line);
  const found = alerts
    .alertsIn(await openDocument(uri))
    .filter((other) => other.alert.name === alert.name)
    .toSorted((a, b) => far(a) - far(b))[0];
  if (found === undefined) {
    throw new UserError(l10n.t('The alert {0} is no longer in {1}.', alert.name, workspace.asRelativePath(uri)));
  }
  return found;
}

function exactly(all: readonly FoundAlert[], { line, character }: AlertPlace): FoundAlert | undefined {
  return all.find(({ alert: { extent } }) => extent.start.line === line && extent.start.character === character);
}

function placeIn(target: unknown): AlertPlace | undefined {
  if (typeof target !== 'object' || target === null) {
    return undefined;
  }
  if ('found' in target) {
    return placeOf(target.found as FoundAlert);
  }
  const { uri, line, character } = target as { readonly [Key in keyof AlertPlace]?: unknown };
  const parsed = typeof uri === 'string' ? Uri.parse(uri) : uri;
  return parsed instanceof Uri && typeof line === 'number'
    ? { uri: parsed, line, ...(typeof character === 'number' && { character }) }
    : undefined;
}
