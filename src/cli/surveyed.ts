import type { AlertSurvey, ServiceWorld } from '../core/index.ts';
import type { Indexed } from './index-folder.ts';
import { readRuleFiles, surveyRuleFiles } from './rule-files.ts';

/** Returns the alerts of the repository of an indexed folder; undefined if it has no rule files. */
export async function surveyOf(folder: Indexed): Promise<AlertSurvey | undefined> {
  const { catalog, root, store } = folder;
  const team = catalog.team(root);
  const files = await readRuleFiles(folder, store, { isWanted: (path) => !team.excludes(path) });
  return files.texts.size === 0 ? undefined : surveyRuleFiles(files, store, { team });
}

/** Returns what the pages of services are made from. */
export async function serviceWorld(folder: Indexed): Promise<ServiceWorld> {
  return { catalog: folder.catalog, root: folder.root, survey: await surveyOf(folder) };
}
