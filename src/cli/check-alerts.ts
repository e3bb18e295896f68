import {
  loadAlerts,
  type AlertSurvey,
  type Catalog,
  type FileStore,
  type LinkState,
  type Team,
} from '../core/index.ts';
import type { Located } from './report.ts';
import { readRuleFiles, surveyRuleFiles, type RuleFiles } from './rule-files.ts';
import type { Scope } from './scope.ts';

/** The rule files of a check. Paths count from the top of the repository. */
export interface CheckedRules {
  /** Those that define alerts. */
  readonly files: readonly string[];
  /** With those in files that are not checked, but link to checked ones. */
  readonly findings: readonly Located[];
  readonly elsewhere: ReadonlySet<Located>;
  /** Why a file was not read, or only its beginning. */
  readonly unread: ReadonlyMap<string, string>;
}

/**
 * Checks the rule files in a scope, and all others for links to what is in it. All of the repository's are read, as they say whether alerts have
 * runbooks here. Where there are none, what is known of alerts is not loaded.
 */
export async function checkAlerts(scope: Scope, catalog: Catalog, store: FileStore): Promise<CheckedRules> {
  const team = catalog.team(scope.root);
  const files = await readRuleFiles(scope, store, {
    isWanted: (path) => !team.excludes(path),
    isEnough: (paths) => scope.selects || paths.some((path) => scope.holds(path)),
  });
  const own = [...files.texts.keys()].filter((path) => scope.holds(path));
  if (files.texts.size === 0 || (own.length === 0 && !scope.selects)) {
    return { files: [], findings: [], elsewhere: new Set(), unread: new Map() };
  }
  const survey = await surveyRuleFiles(files, store, { team });
  const defining = new Set(survey.alerts.map(({ path }) => path));
  const findings = (await alertsLocated(survey, files, scope.prefix, team)).filter(
    ({ file, of: { resolution } }) =>
      scope.holds(file) || (resolution.path !== undefined && scope.concerns(file, resolution.path)),
  );
  return {
    files: own.filter((path) => defining.has(path)),
    findings,
    elsewhere: new Set(findings.filter(({ file }) => !scope.holds(file))),
    unread: new Map(
      survey.files.flatMap(({ path, unreadable }) => (unreadable === undefined ? [] : [[path, unreadable.reason]])),
    ),
  };
}

/** A finding about an alert. */
export interface LocatedAlert extends Located {
  readonly of: { readonly resolution: { readonly state: LinkState; readonly path?: string } };
}

/**
 * Returns the findings in rule files, in the order of their paths.
 * @param prefix of the folder that paths for people count from.
 */
export async function alertsLocated(
  survey: AlertSurvey,
  { texts }: RuleFiles,
  prefix: string,
  team: Team,
): Promise<LocatedAlert[]> {
  const { alertFindings } = await loadAlerts();
  return [...texts]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([file, text]) =>
      alertFindings(survey, file, { text, settings: team.settingsFor(file) }).map((finding): LocatedAlert => ({
        path: file.slice(prefix.length),
        file,
        ...finding,
      })),
    );
}
