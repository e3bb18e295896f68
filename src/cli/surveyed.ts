import {
  findStale,
  isUserError,
  readObjectives,
  type AlertSurvey,
  type ServiceWorld,
  type Suspect,
} from '../core/index.ts';
import { GitPast } from '../node/git-past.ts';
import type { Indexed } from './index-folder.ts';
import { readRuleFiles, surveyRuleFiles, type RuleFiles } from './rule-files.ts';

/** Returns the alerts of the repository of an indexed folder; undefined if it has no rule files. */
export async function surveyOf(folder: Indexed): Promise<AlertSurvey | undefined> {
  return surveyed(folder, await ruleFilesOf(folder));
}

/** Returns what the pages of services are made from. */
/** @param isStale whether to look in the history for what speaks against runbooks. */
export async function serviceWorld(folder: Indexed, isStale: boolean): Promise<ServiceWorld> {
  const { catalog, root } = folder;
  const files = await ruleFilesOf(folder);
  const survey = await surveyed(folder, files);
  const suspects = isStale ? await suspectsOf(folder, files, survey) : new Map<string, Suspect>();
  const objectives = [...files.objectives].flatMap(([path, text]) => readObjectives(path, text).objectives);
  return {
    catalog,
    root,
    findingsOf: ({ uri }) => catalog.findings(uri),
    evidenceFor: (path) => suspects.get(path)?.evidence.map(({ what }) => what) ?? [],
    survey,
    objectives,
  };
}

/** The suspects by their paths; none where git cannot tell. */
async function suspectsOf(
  folder: Indexed,
  files: RuleFiles,
  known: AlertSurvey | undefined,
): Promise<ReadonlyMap<string, Suspect>> {
  const { catalog, root, store } = folder;
  const survey = known ?? (await surveyRuleFiles(files, store, { team: catalog.team(root) }));
  const request = { root, catalog, survey, files: files.paths, ruleTexts: files.texts };
  try {
    const { suspects } = await findStale({ ...request, past: new GitPast(), signal: new AbortController().signal });
    return new Map(suspects.map((suspect) => [suspect.path, suspect]));
  } catch (error) {
    if (!isUserError(error)) {
      throw error;
    }
    return new Map();
  }
}

async function surveyed({ catalog, root, store }: Indexed, files: RuleFiles): Promise<AlertSurvey | undefined> {
  return files.texts.size === 0 ? undefined : surveyRuleFiles(files, store, { team: catalog.team(root) });
}

async function ruleFilesOf(folder: Indexed): Promise<RuleFiles> {
  const team = folder.catalog.team(folder.root);
  return readRuleFiles(folder, folder.store, { isWanted: (path) => !team.excludes(path) });
}
