import {
  candidateTest,
  loadAlerts,
  mayDefineAlerts,
  mayDefineObjectives,
  ruleForm,
  type AlertSurvey,
  type FileStore,
  type Team,
} from '../core/index.ts';
import { remotesOf } from '../node/git/remotes.ts';
import { topOf } from '../node/read-file.ts';
import type { Indexed } from './index-folder.ts';

/** The files of a repository, with the texts of those that may define alerts. Paths count from its top. */
export interface RuleFiles {
  readonly top: string;
  readonly paths: readonly string[];
  readonly texts: ReadonlyMap<string, string>;
  /** The texts of those that may define service level objectives. */
  readonly objectives: ReadonlyMap<string, string>;
  /** Why others were not read, by path: they are too large, for example. */
  readonly skipped: ReadonlyMap<string, string>;
  /** Whether another file may be read to complete what they say, or for where their links lead; any by default. */
  readonly mayRead?: (path: string) => boolean;
}

/** Files read at the same time. */
const atOnce = 32;

/** The files that are read. Paths count from the top of the repository. */
export interface RuleFileRequest {
  readonly isWanted: (path: string) => boolean;
  /** Whether it is worth reading such files; always by default. */
  readonly isEnough?: (paths: readonly string[]) => boolean;
}

/**
 * Reads the files of a repository that may define alerts.
 * @param place a folder in the repository, and its path from the top.
 */
export async function readRuleFiles(
  place: { readonly root: string; readonly prefix: string },
  store: FileStore,
  { isWanted, isEnough = () => true }: RuleFileRequest,
): Promise<RuleFiles> {
  const top = await topOf(place);
  const paths = await store.list(top, new AbortController().signal, true);
  const texts = new Map<string, string>();
  const objectives = new Map<string, string>();
  const skipped = new Map<string, string>();
  const likely = paths.filter((path) => ruleForm(path) !== undefined && isWanted(path));
  for (let from = 0; from < likely.length && isEnough(likely); from += atOnce) {
    const batch = likely.slice(from, from + atOnce);
    const read = await Promise.all(batch.map(async (path) => ({ path, result: await store.read(top, path) })));
    for (const { path, result } of read) {
      const form = ruleForm(path);
      if ('skipped' in result) {
        skipped.set(path, result.skipped);
        continue;
      }
      if (form !== undefined && mayDefineAlerts(form, result.text)) {
        texts.set(path, result.text);
      }
      if (mayDefineObjectives(path, result.text)) {
        objectives.set(path, result.text);
      }
    }
  }
  return { top, paths, texts, objectives, skipped };
}

/**
 * Reads the rule files that count for an indexed folder: those of its repository, as rules elsewhere lead to pages in it. None that the team, --include or
 * --exclude leave out, and what --exclude leaves out completes none. Globs count from the folder; for a file outside of it, from the top of the repository.
 */
export async function ruleFilesOf({ catalog, root, prefix, store, globs }: Indexed): Promise<RuleFiles> {
  const team = catalog.team(root);
  const named = (path: string): string => (path.startsWith(prefix) ? path.slice(prefix.length) : path);
  const isIncluded = candidateTest(globs);
  const isWanted = (path: string): boolean => isIncluded(named(path)) && !team.excludes(path);
  const isNotExcluded = candidateTest({ ...globs, include: [] });
  const files = await readRuleFiles({ root, prefix }, store, { isWanted });
  return { ...files, mayRead: (path) => isNotExcluded(named(path)) };
}

/** Returns what a survey of a repository has of the rule files in one folder. @param prefix of the folder, from the top of the repository. */
export function surveyWithin(survey: AlertSurvey, prefix: string): AlertSurvey {
  const isWithin = ({ path }: { readonly path: string }): boolean => path.startsWith(prefix);
  return { ...survey, files: survey.files.filter(isWithin), alerts: survey.alerts.filter(isWithin) };
}

/** What decides where links lead, beside the files. */
export interface SurveyRequest {
  readonly team: Team;
  /** The repository's names; none means those of its remotes. */
  readonly repositories?: readonly string[];
  /** Further keys with links. */
  readonly keys?: readonly string[];
}

/** Returns the alerts in some rule files, with where they lead. */
export async function surveyRuleFiles(
  { top, paths, texts, mayRead = () => true }: RuleFiles,
  store: FileStore,
  { team, repositories = [], keys = [] }: SurveyRequest,
): Promise<AlertSurvey> {
  const { repositoryOf, surveyAlerts, surveyFromTeam } = await loadAlerts();
  const fromTeam = surveyFromTeam(team.settingsFor('').alerts);
  const remotes = repositories.length > 0 ? [] : await remotesOf(top);
  return surveyAlerts({
    ...fromTeam,
    paths,
    keys: [...keys, ...fromTeam.keys],
    isWanted: (path) => texts.has(path),
    read: async (path) => {
      const known = texts.get(path);
      if (known !== undefined || !mayRead(path)) {
        return known;
      }
      const result = await store.read(top, path);
      return 'text' in result ? result.text : undefined;
    },
    repositories: [...repositories, ...remotes.flatMap((remote) => repositoryOf(remote) ?? [])],
  });
}
