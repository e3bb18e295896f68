import { type Uri, window, workspace } from 'vscode';
import { relativeLink, tellsProcedure, type CatalogDocument } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import type { Answers } from '../../services/answers.ts';
import { openDocument } from '../../services/open-document.ts';

/** The document or editor from which an incident is declared. */
export interface Source {
  readonly uri: Uri;
  readonly title: string;
  readonly service: string | undefined;
  /** The runbook, if there is one. */
  readonly runbook: CatalogDocument | undefined;
  /** Whether it is in the same folder, so that it and the record can link to each other. */
  readonly isNear: boolean;
  /** Returns links to the source, for a record at a path in the same folder. */
  linkFrom(path: string): string;
}

/**
 * Returns the runbook that a command was called on or that is in the active editor, or the alert at the cursor or at a
 * given `line` (0-based), with the runbook that it links to or that has its name. Undefined for other documents.
 */
export async function sourceOf({ alerts, index }: Deps, answers: Answers): Promise<Source | undefined> {
  const editor = window.activeTextEditor;
  const uri = answers.target ?? editor?.document.uri;
  if (uri === undefined) {
    return undefined;
  }
  const document = index.catalog.get(uri.toString());
  if (document !== undefined && tellsProcedure(document)) {
    return {
      uri,
      title: document.title,
      service: document.metadata.services?.[0],
      runbook: document,
      isNear: true,
      linkFrom: (path) => `the runbook ${relativeLink(path, document.path, document.title)}`,
    };
  }
  const given = answers.value('line');
  const atCursor = editor?.document.uri.toString() === uri.toString() ? editor.selection.active.line : undefined;
  const line = typeof given === 'number' ? given : atCursor;
  const alert =
    line === undefined || document !== undefined ? undefined : await alerts.at(await openDocument(uri), line);
  if (alert === undefined) {
    return undefined;
  }
  const root = workspace.getWorkspaceFolder(uri)?.uri.toString();
  const named = index.catalog
    .telling('procedure')
    .filter((candidate) => candidate.root === root)
    .find(
      ({ title, path }) => title === alert.name || path.endsWith(`/${alert.name}.md`) || path === `${alert.name}.md`,
    );
  const runbook = (alert.runbook === undefined ? undefined : index.catalog.get(alert.runbook)) ?? named;
  const isNear = runbook?.root === root;
  const file = workspace.asRelativePath(uri, false);
  return {
    uri,
    title: alert.name,
    service: alert.service ?? runbook?.metadata.services?.[0],
    runbook,
    isNear,
    linkFrom: (path) => {
      const fromAlert = `the alert ${relativeLink(path, file, alert.name, alert.line + 1)}`;
      return runbook === undefined || !isNear
        ? fromAlert
        : `${fromAlert}, runbook ${relativeLink(path, runbook.path, runbook.title)}`;
    },
  };
}
