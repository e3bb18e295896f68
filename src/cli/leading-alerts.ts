import { loadAlerts, type LeadingAlert } from '../core/index.ts';
import type { Indexed } from './index-folder.ts';
import { readRuleFiles, surveyRuleFiles } from './rule-files.ts';

/** Returns the alerts that lead to the pages of a folder, by path from the top. Without rule files, what is known of alerts is not loaded. */
export async function leadingAlertsFor(folder: Indexed): Promise<ReadonlyMap<string, readonly LeadingAlert[]>> {
  const { catalog, root, store } = folder;
  const team = catalog.team(root);
  const files = await readRuleFiles(folder, store, { isWanted: (path) => !team.excludes(path) });
  if (files.texts.size === 0) {
    return new Map();
  }
  const { leadingAlerts } = await loadAlerts();
  return leadingAlerts(await surveyRuleFiles(files, store, { team }));
}
