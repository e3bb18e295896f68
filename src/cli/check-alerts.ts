import {
  loadAlerts,
  type AlertSurvey,
  type Catalog,
  type FileStore,
  type LinkState,
  type Team,
} from '../core/index.ts';
import type { Located } from './report.ts';
import { readRuleFiles, surveyRuleFiles } from './rule-files.ts';
import type { Scope } from './scope.ts';

/** The rule files of a check. Paths count from the top of the repository. */
export interface CheckedRules {
  /** Those that define alerts. */
  readonly files: readonly string[];
  readonly findings: readonly Located[];
  /** Why a file was not read, or only its beginning. */
  readonly unread: ReadonlyMap<string, string>;
}

/**
 * Checks the rule files in a scope. All of the repository's are read, as they say whether alerts have runbooks here. Without any in the scope,
 * what is known of alerts is not loaded.
 */
export async function checkAlerts(scope: Scope, catalog: Catalog, store: FileStore): Promise<CheckedRules> {
  const team = catalog.team(scope.root);
  const files = await readRuleFiles(scope, store, (path) => !team.excludes(path));
  const own = [...files.texts].filter(([path]) => scope.holds(path)).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (own.length === 0) {
    return { files: [], findings: [], unread: new Map() };
  }
  const survey = await surveyRuleFiles(files, store, { team });
  const defining = new Set(survey.alerts.map(({ path }) => path));
  const findings = await alertsLocated(survey, own, scope.prefix, team);
  return {
    files: own.map(([path]) => path).filter((path) => defining.has(path)),
    findings,
    unread: new Map(
      survey.files.flatMap(({ path, unreadable }) => (unreadable === undefined ? [] : [[path, unreadable.reason]])),
    ),
  };
}

/** A finding about an alert. */
export interface LocatedAlert extends Located {
  readonly of: { readonly resolution: { readonly state: LinkState } };
}

/**
 * Returns the findings in some rule files.
 * @param texts by path from the top.
 * @param prefix of the folder that paths for people count from.
 */
export async function alertsLocated(
  survey: AlertSurvey,
  texts: Iterable<readonly [string, string]>,
  prefix: string,
  team: Team,
): Promise<LocatedAlert[]> {
  const { alertFindings } = await loadAlerts();
  return [...texts].flatMap(([file, text]) =>
    alertFindings(survey, file, { text, settings: team.settingsFor(file) }).map((finding): LocatedAlert => ({
      path: file.slice(prefix.length),
      file,
      ...finding,
    })),
  );
}
