import { loadAlerts, type LeadingAlert } from '../core/index.ts';
import type { Indexed } from './index-folder.ts';
import { surveyOf } from './surveyed.ts';

/** Returns the alerts that lead to the pages of a folder, by path from the top. Without rule files, what is known of alerts is not loaded. */
export async function leadingAlertsFor(folder: Indexed): Promise<ReadonlyMap<string, readonly LeadingAlert[]>> {
  const survey = await surveyOf(folder);
  return survey === undefined ? new Map() : (await loadAlerts()).leadingAlerts(survey);
}
