import type { Alert, AlertFile } from './alert.ts';
import { readAddress, forgePath } from './link/address.ts';
import { anchorsOf, type Anchors } from './link/anchors.ts';
import { agreedRepositories } from './link/repository.ts';
import { Files, isPage } from './link/files.ts';
import { resolveAlert, type LinkWorld, type Resolution } from './link/resolve.ts';
import { pagesThatState, withStatedPages } from './link/stated-pages.ts';
import { agreedSites, pageOnSite, pagesSites, siteFiles, sitesIn, type Site } from './link/sites.ts';
import { completed } from './read/completed.ts';
import { mayDefineAlerts, ruleForm } from './read/paths.ts';
import { readAlerts, type AlertReading } from './read/read.ts';

/** What a survey of a repository starts with. */
export interface SurveyInput extends AlertReading {
  /** All files, relative to the top of the repository. */
  readonly paths: readonly string[];
  /** Returns the text of a file; undefined if it cannot be read. */
  readonly read: (path: string) => Promise<string | undefined>;
  /** Returns what a rule file says, for callers that keep it; by default it is read each time. Undefined if it is none. */
  readonly alertsIn?: (path: string) => Promise<AlertFile | undefined>;
  /** The files in which alerts are looked for; all by default. */
  readonly isWanted?: (path: string) => boolean;
  /** The repository's names, `owner/name`; with none they follow from how links and files agree. */
  readonly repositories: readonly string[];
  /** Sites that the team names; more are guessed. */
  readonly sites?: readonly Site[];
}

/** An alert with where it leads. */
export interface SurveyedAlert {
  readonly path: string;
  readonly alert: Alert;
  readonly resolution: Resolution;
}

/** The alerts of a repository. */
export interface AlertSurvey {
  readonly files: readonly AlertFile[];
  readonly alerts: readonly SurveyedAlert[];
  readonly world: LinkWorld;
  /** What the files were read with. */
  readonly reading: AlertReading;
}

/** Files read at the same time. */
const atOnce = 32;

/** Reads all rule files of a repository, and finds where their links lead. */
export async function surveyAlerts(input: SurveyInput): Promise<AlertSurvey> {
  const { paths, read, repositories, sites = [] } = input;
  const files = new Files(paths);
  const opened = await mapped(
    paths.filter((path) => ruleForm(path) !== undefined && input.isWanted?.(path) !== false),
    input.alertsIn ?? readerOf(input),
  );
  const found = await completed(bounded(opened.filter((file) => file !== undefined)), files, read);
  const addresses = found.flatMap((file) =>
    file.alerts.flatMap(({ links }) => links.filter((link) => !link.placeholder).map(({ address }) => address)),
  );
  const known = repositories.length > 0 ? repositories : agreedRepositories(addresses, files);
  const world: LinkWorld = {
    files,
    repositories: known,
    sites:
      addresses.length === 0 ? sites : await knownSites(addresses, sites, files, { ...input, repositories: known }),
    anchors: () => undefined,
  };
  const withAnchor = new Set<string>();
  for (const { alerts, path } of found) {
    for (const alert of alerts) {
      const resolution = resolveAlert(alert, path, world);
      if (
        resolution.anchor !== undefined &&
        resolution.path !== undefined &&
        isPage(resolution.path) &&
        files.has(resolution.path)
      ) {
        withAnchor.add(resolution.path);
      }
    }
  }
  const anchors = new Map<string, Anchors>();
  await mapped([...withAnchor], async (path) => {
    const text = await read(path);
    const own = text === undefined ? undefined : anchorsOf(path, text);
    if (own !== undefined) {
      anchors.set(path, own);
    }
  });
  const full: LinkWorld = { ...world, anchors: (path) => anchors.get(path) };
  return {
    files: found,
    alerts: found.flatMap(({ path, alerts }) =>
      alerts.map((alert) => ({ path, alert, resolution: resolveAlert(alert, path, full) })),
    ),
    world: full,
    reading: input.keys === undefined ? {} : { keys: input.keys },
  };
}

/** More alerts of one repository are not read. */
const mostAlerts = 20_000;

/** Reads rule files until that many alerts are read. */
function readerOf(input: SurveyInput): (path: string) => Promise<AlertFile | undefined> {
  let count = 0;
  return async (path) => {
    const text = await input.read(path);
    const form = ruleForm(path);
    if (text === undefined || form === undefined || !mayDefineAlerts(form, text)) {
      return undefined;
    }
    const file = count < mostAlerts ? readAlerts(path, text, input) : { path, alerts: [] };
    count += file?.alerts.length ?? 0;
    return file;
  };
}

/** The first files with that many alerts, and the others without theirs. */
function bounded(files: readonly AlertFile[]): readonly AlertFile[] {
  let count = 0;
  return files.map((file) => {
    const before = count;
    count += file.alerts.length;
    return before < mostAlerts
      ? file
      : { path: file.path, alerts: [], unreadable: { reason: `more than ${mostAlerts} alerts are in other files` } };
  });
}

/**
 * The sites that the team names and those that the repository's files name, then those that follow from the links that no known site has. Pages
 * are asked for their addresses only if a link is to none of their paths.
 */
async function knownSites(
  addresses: readonly string[],
  team: readonly Site[],
  files: Files,
  { read, repositories }: SurveyInput,
): Promise<Site[]> {
  const named = [...team, ...sitesIn(await textsOf(siteFiles(files.paths), read), files), ...pagesSites(repositories)];
  const away = [...new Set(addresses)]
    .map(readAddress)
    .filter((address) => forgePath(address, repositories) === undefined);
  const missing = named.filter((site) => away.some((address) => pageOnSite(address, [site], files)?.exists === false));
  const texts = await textsOf(pagesThatState(missing, files), read);
  const sites = named.map((site) => (missing.includes(site) ? withStatedPages(site, texts, files) : site));
  const left = addresses.filter((text) => {
    const address = readAddress(text);
    return forgePath(address, repositories) === undefined && pageOnSite(address, sites, files)?.exists !== true;
  });
  return [...sites, ...agreedSites(left, files)];
}

async function textsOf(paths: readonly string[], read: SurveyInput['read']): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  await mapped(paths, async (path) => {
    const text = await read(path);
    if (text !== undefined) {
      texts.set(path, text);
    }
  });
  return texts;
}

async function mapped<Item, Result>(items: readonly Item[], read: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < items.length; from += atOnce) {
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(read))));
  }
  return results;
}
