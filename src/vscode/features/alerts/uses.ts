import type { TextDocument, Uri } from 'vscode';
import type { Deps } from '../../deps.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FoundAlert } from './folder-alerts.ts';

/** Returns the alerts that lead to a page, or only to one of its headings (a line, 0-based). */
export function usesOf(alerts: AlertIndex, uri: Uri, heading?: number): FoundAlert[] {
  const key = uri.toString();
  return alerts.folders.flatMap((folder) =>
    folder.alerts.filter(
      (found) =>
        folder.pagesOf(found).some((page) => page.toString() === key) &&
        (heading === undefined || folder.targetOf(found)?.heading?.line === heading),
    ),
  );
}

/** Returns the alerts that lead to what is at a line (0-based) of a page: to all of it at its title, else to the heading there. */
export function usesAt({ index }: Deps, alerts: AlertIndex, { uri }: TextDocument, line: number): FoundAlert[] {
  const title = index.catalog.get(uri.toString())?.titleRange.start.line ?? 0;
  return usesOf(alerts, uri, line === title ? undefined : line);
}
