import { l10n, Uri, window, workspace } from 'vscode';
import { UserError, type CatalogDocument, type Incident, type RunbookCommand } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Answers } from '../../services/answers.ts';
import { openIncidentsOf } from '../../services/open-incidents.ts';
import { openDocument } from '../../services/open-document.ts';

/** A command and its runbook, as it is now. */
export interface Chosen {
  readonly document: CatalogDocument;
  readonly command: RunbookCommand;
}

/**
 * Returns the command at a line of a document, as in `{ "uri": …, "line": 4 }`, or at the cursor. Throws a UserError if there is none.
 */
export async function chosenCommand({ index }: Deps, answers: Answers): Promise<Chosen> {
  const editor = window.activeTextEditor;
  const given = answers.value('line');
  const uri = answers.uri('uri') ?? answers.target ?? editor?.document.uri;
  const atCursor = uri?.toString() === editor?.document.uri.toString() ? editor?.selection.active.line : undefined;
  const line = typeof given === 'number' ? given : atCursor;
  if (uri === undefined || line === undefined) {
    throw new UserError(l10n.t('Put the cursor in a command of a runbook first.'));
  }
  const document = index.read(await openDocument(uri));
  const { commandAtLine } = await import('../../services/runbook-use.ts');
  const command = commandAtLine(document, line);
  if (command === undefined) {
    throw new UserError(l10n.t('There is no command at line {0} of {1}.', line + 1, workspace.asRelativePath(uri)));
  }
  return { document, command };
}

/** Returns the open incident that values are remembered for: the one used last, else the most urgent one. */
export function openIncident(deps: Pick<Deps, 'index' | 'context'>): Incident | undefined {
  return openIncidentsOf(deps)[0];
}

/** Returns arguments that name a command for the other commands. */
export function argumentsFor({ document, command }: Chosen): { readonly uri: Uri; readonly line: number } {
  return { uri: Uri.parse(document.uri), line: command.range.start.line };
}
