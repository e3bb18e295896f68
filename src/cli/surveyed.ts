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
import { ruleFilesOf, surveyRuleFiles, surveyWithin, type RuleFiles } from './rule-files.ts';

/** Returns the alerts that count for an indexed folder, those of its repository; undefined if there are no rule files. See `ruleFilesOf`. */
export async function surveyOf(folder: Indexed): Promise<AlertSurvey | undefined> {
  return surveyed(folder, await ruleFilesOf(folder));
}

/** What the pages of the services of a folder are made from. */
export interface SurveyedServices {
  readonly world: ServiceWorld;
  /** What is wrong in files of objectives, as "path:line: message" with paths from the top of the repository and lines from 1. */
  readonly problems: readonly string[];
}

/**
 * Returns what the pages of the services of a folder are made from: its documents, alerts and objectives. What speaks against its runbooks
 * may stand elsewhere in the repository.
 * @param isStale whether to look in the history for what speaks against runbooks.
 */
export async function serviceWorld(folder: Indexed, isStale: boolean): Promise<SurveyedServices> {
  const { catalog, root, prefix } = folder;
  const files = await ruleFilesOf(folder);
  const survey = await surveyed(folder, files);
  const suspects = isStale ? await suspectsOf(folder, files, survey) : new Map<string, Suspect>();
  const read = [...files.objectives]
    .filter(([path]) => path.startsWith(prefix))
    .map(([path, text]) => readObjectives(path, text));
  const world: ServiceWorld = {
    catalog,
    root,
    findingsOf: ({ uri }) => catalog.findings(uri),
    evidenceFor: (path) => suspects.get(path)?.evidence.map(({ what }) => what) ?? [],
    survey: survey && surveyWithin(survey, prefix),
    objectives: read.flatMap(({ objectives }) => objectives),
  };
  const problems = read.flatMap(({ path, problems: own }) =>
    own.map(({ line, message }) => `${path}:${line + 1}: ${message}`),
  );
  return { world, problems };
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
