import { readObjectives, type AlertSurvey, type ServiceWorld } from '../core/index.ts';
import type { Indexed } from './index-folder.ts';
import { readRuleFiles, surveyRuleFiles, type RuleFiles } from './rule-files.ts';

/** Returns the alerts of the repository of an indexed folder; undefined if it has no rule files. */
export async function surveyOf(folder: Indexed): Promise<AlertSurvey | undefined> {
  return surveyed(folder, await ruleFilesOf(folder));
}

/** Returns what the pages of services are made from. */
export async function serviceWorld(folder: Indexed): Promise<ServiceWorld> {
  const { catalog, root } = folder;
  const files = await ruleFilesOf(folder);
  const objectives = [...files.objectives].flatMap(([path, text]) => readObjectives(path, text).objectives);
  return {
    catalog,
    root,
    findingsOf: ({ uri }) => catalog.findings(uri),
    survey: await surveyed(folder, files),
    objectives,
  };
}

async function surveyed({ catalog, root, store }: Indexed, files: RuleFiles): Promise<AlertSurvey | undefined> {
  return files.texts.size === 0 ? undefined : surveyRuleFiles(files, store, { team: catalog.team(root) });
}

async function ruleFilesOf(folder: Indexed): Promise<RuleFiles> {
  const team = folder.catalog.team(folder.root);
  return readRuleFiles(folder, folder.store, { isWanted: (path) => !team.excludes(path) });
}
