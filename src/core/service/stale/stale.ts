import { loadAlerts } from '../../alert/load.ts';
import type { AlertSurvey, SurveyedAlert } from '../../alert/survey.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { Lines } from '../../text/lines.ts';
import type { FileHistory, PastFiles } from '../../ports.ts';
import { Breaks } from '../../util/breaks.ts';
import { dayOf, scoreOf, type Evidence, type Suspect } from './evidence.ts';
import { findGoneAlerts } from './find-gone-alerts.ts';
import { goneAlertsIn, type GoneAlert, type RulesThen } from './gone-alerts.ts';
import { GonePaths, type Suspicion } from './gone-paths.ts';
import { incidentEvidence, recordsByRunbook } from './incidents.ts';
import { isKeptUp } from './kept-up.ts';
import { Past } from './past.ts';
import { RuleChanges } from './rule-changes.ts';

/** What stale runbooks are looked for in. Paths of files count from the top of the repository. */
export interface StaleRequest {
  /** A local folder of the repository, for git. */
  readonly root: string;
  /** The root of its documents in the catalog; the same by default. */
  readonly documentsOf?: string;
  readonly catalog: Catalog;
  readonly survey: AlertSurvey;
  /** All files that are there. */
  readonly files: readonly string[];
  /** The texts of the rule files among them, those of Jsonnet too. */
  readonly ruleTexts: ReadonlyMap<string, string>;
  readonly past: PastFiles;
  readonly signal: AbortSignal;
}

/** The suspects of a repository. */
export interface StaleReport {
  /** Whether there is a history to look in: without one, no suspects mean nothing. */
  readonly hasHistory: boolean;
  /** The highest score first. */
  readonly suspects: readonly Suspect[];
  /** What could not be found out, as sentences for users. */
  readonly notes: readonly string[];
}

/** Alerts that lead to more pages by a pattern lead to none of them. */
const mostPages = 3;
/** What a name that is gone still says of a page that was written on since. */
const seenSince = 0.6;

/**
 * Returns the runbooks that evidence speaks against: a rule that leads to one changed later, something that it names is gone, or an incident
 * did not change it. Rejects with a UserError if the history cannot be read.
 */
export async function findStale(request: StaleRequest): Promise<StaleReport> {
  const { root, documentsOf = root, catalog, survey, past: port, signal } = request;
  const history = await port.changes(root, signal);
  if (history === undefined || history.commits.length === 0) {
    return {
      hasHistory: false,
      suspects: [],
      notes: ['There is no git history here, so nothing can be said about the age of runbooks.'],
    };
  }
  const breaks = new Breaks(signal);
  const past = new Past(history);
  await breaks.take();
  const byPage = await alertsByPage(survey);
  const runbooks = catalog
    .documents()
    .filter((document) => document.root === documentsOf && isRunbook(document, byPage))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const evidence = new Map<CatalogDocument, Evidence[]>(runbooks.map((runbook) => [runbook, []]));
  const contents = (ids: readonly string[]) => port.texts(root, ids, signal);
  const { readAlerts } = await loadAlerts();
  const then: RulesThen = {
    past,
    indexOf: new Map(history.commits.map(({ hash }, at) => [hash, at])),
    contents,
    alertsIn: (path, text) => readAlerts(path, text, survey.reading)?.alerts ?? [],
    breaks,
  };
  const rules = new RuleChanges({ ...then, alerts: survey.alerts, texts: request.ruleTexts });
  const records = await recordsByRunbook(catalog, runbooks, survey.world.repositories, breaks);
  for (const [runbook, own] of evidence) {
    await breaks.take();
    own.push(...(await rules.evidenceFor(runbook, byPage.get(pathFromTop(runbook)) ?? [])));
    own.push(...incidentEvidence(runbook, records.get(runbook) ?? new Set(), past, catalog.today));
  }
  const alerts = await findGoneAlerts(request, runbooks, then);
  for (const { document, evidence: gone } of await goneIn(runbooks, request, then, alerts.gone)) {
    evidence.get(document)?.push(gone);
  }
  const suspects = [...evidence].flatMap(([runbook, own]): Suspect[] =>
    own.length === 0
      ? []
      : [
          {
            path: pathFromTop(runbook),
            evidence: own.toSorted((a, b) => b.weight - a.weight),
            score: scoreOf(own),
          },
        ],
  );
  return {
    hasHistory: true,
    suspects: suspects.toSorted((a, b) => b.score - a.score || (a.path < b.path ? -1 : 1)),
    notes: [...notesOn(history, past), ...alerts.notes],
  };
}

function notesOn({ commits, cut }: FileHistory, { beginsAt }: Past): string[] {
  if (cut === undefined || beginsAt === undefined) {
    return [];
  }
  const day = dayOf(beginsAt);
  return [
    cut === 'shallow'
      ? `This is a shallow clone: what happened before ${day} is not known. For the whole history, run "git fetch --unshallow" (fetch-depth: 0 in GitHub Actions).`
      : `Only the newest ${commits.length} commits were read, from ${day} on.`,
  ];
}

/** The pages of procedures, and those that alerts lead to whatever they are. */
function isRunbook(document: CatalogDocument, byPage: ReadonlyMap<string, unknown>): boolean {
  return (
    isKeptUp(document) &&
    (document.kind === 'runbook' ||
      (document.kind === 'other' && !document.isTemplate && byPage.has(pathFromTop(document))))
  );
}

async function alertsByPage(survey: AlertSurvey): Promise<Map<string, SurveyedAlert[]>> {
  const { pagesOf } = await loadAlerts();
  const pages = new Map<string, SurveyedAlert[]>();
  for (const surveyed of survey.alerts) {
    const own = pagesOf(surveyed);
    for (const page of own.length > mostPages ? [] : own) {
      const known = pages.get(page);
      if (known === undefined) {
        pages.set(page, [surveyed]);
      } else {
        known.push(surveyed);
      }
    }
  }
  return pages;
}

/** What runbooks name and is gone, where their text before had the same line. */
async function goneIn(
  runbooks: readonly CatalogDocument[],
  request: StaleRequest,
  { past, indexOf, contents, breaks }: RulesThen,
  alerts: ReadonlyMap<string, GoneAlert>,
): Promise<Suspicion[]> {
  const { root, past: port, signal, files, survey } = request;
  await breaks.take();
  const paths = new GonePaths({ past, files, repositories: survey.world.repositories });
  const all: Suspicion[] = [];
  for (const runbook of runbooks) {
    await breaks.take();
    all.push(...paths.suspicions(runbook), ...goneAlertsIn(runbook, alerts, past, indexOf));
  }
  const texts = await contents(all.map(({ contentBefore }) => contentBefore));
  const lines = new Map<string, ReadonlySet<string>>();
  const named = all.filter(({ text, contentBefore }) => {
    const before = lines.get(contentBefore) ?? linesOf(texts.get(contentBefore) ?? '');
    lines.set(contentBefore, before);
    return before.has(text);
  });
  const namesOf = (isAlert: boolean): string[] => named.flatMap((one) => (one.isAlert === isAlert ? one.gone : []));
  // A file that git ignores may be there. What code calls by the same name may be meant.
  const [ignored, said] = await Promise.all([
    port.ignored(root, namesOf(false), signal),
    port.wordsInFiles(root, namesOf(true), signal),
  ]);
  return named
    .filter(({ gone, isAlert }) => !(isAlert ? said : ignored).has(gone))
    .map((suspicion) => (isSeenSince(suspicion, past, indexOf) ? lessened(suspicion) : suspicion));
}

/** Whether somebody wrote on the page after what it names was gone: perhaps it says so elsewhere. */
function isSeenSince({ document, evidence }: Suspicion, past: Past, indexOf: ReadonlyMap<string, number>): boolean {
  const [care, gone] = [past.lastCare(pathFromTop(document))?.at, indexOf.get(evidence.commit ?? '')];
  return care !== undefined && gone !== undefined && care < gone;
}

function lessened(suspicion: Suspicion): Suspicion {
  const { evidence } = suspicion;
  return { ...suspicion, evidence: { ...evidence, weight: evidence.weight * seenSince } };
}

function linesOf(text: string): Set<string> {
  const lines = Lines.of(text);
  return new Set(Array.from({ length: lines.count }, (_, line) => lines.text(line).trim()));
}
