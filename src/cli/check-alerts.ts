import { loadAlerts, type Catalog, type FileStore } from '../core/index.ts';
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
  const { alertFindings } = await loadAlerts();
  const survey = await surveyRuleFiles(files, store, { team });
  const defining = new Set(survey.alerts.map(({ path }) => path));
  return {
    files: own.map(([path]) => path).filter((path) => defining.has(path)),
    findings: own.flatMap(([file, text]) =>
      alertFindings(survey, file, { text, settings: team.settingsFor(file) }).map(({ of: _, ...finding }): Located => ({
        path: file.slice(scope.prefix.length),
        file,
        ...finding,
      })),
    ),
    unread: new Map(
      survey.files.flatMap(({ path, unreadable }) => (unreadable === undefined ? [] : [[path, unreadable.reason]])),
    ),
  };
}
