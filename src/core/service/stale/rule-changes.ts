import type { Alert } from '../../alert/alert.ts';
import type { SurveyedAlert } from '../../alert/survey.ts';
import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import { daysAfter } from '../../time/calendar.ts';
import {
  changesBetweenAll,
  definitionOf,
  differenceOf,
  outdatedWords,
  quotesBefore,
  type Definition,
  type RuleChange,
} from './definition.ts';
import type { Breaks } from '../../util/breaks.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import { dayOf, type Evidence } from './evidence.ts';
import { hasWord } from './has-word.ts';
import type { Past, Version } from './past.ts';
import { isGenerated, isInChart } from './rule-files.ts';

/** A runbook that is changed so many days before or after a rule is cared for with it. */
export const graceDays = 14;
/** A commit that changes more rules is about all of them, not about one. */
const mostRules = 50;
/** Versions of one rule file that are compared, the newest. */
const mostVersions = 60;

/** Contents in memory at a time. */
const atOnce = 100;

/** What the changes of rules are found in. */
export interface RuleWorld {
  readonly past: Past;
  /** All alerts that are there. */
  readonly alerts: readonly SurveyedAlert[];
  /** The texts of rule files that are there, by path; those of Jsonnet too. */
  readonly texts: ReadonlyMap<string, string>;
  /** Returns what contents said, by their ids; those that cannot be read are missing. */
  readonly contents: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Returns the alerts in a text. */
  readonly alertsIn: (path: string, text: string) => readonly Alert[];
  /** Taken between parts of the work. */
  readonly breaks: Breaks;
}

/** A rule that leads to a runbook. */
interface Use {
  readonly alert: Alert;
  readonly path: string;
  /** Id of what the newest commit has of its file. */
  readonly now: string;
  /** Versions of its file after the runbook's last care, the newest first. */
  readonly since: readonly Version[];
  /** The version before those; absent if the file is newer. */
  readonly base: Version | undefined;
}

/** A commit that changed a rule. */
interface Found {
  readonly version: Version;
  /** What it changed and is so now. */
  readonly made: ReadonlySet<RuleChange['what']>;
}

/** Finds the rules that changed after somebody had last cared for the runbook that they lead to. */
export class RuleChanges {
  readonly #world: RuleWorld;
  /** The definitions in contents that were read, by the id of the content, then by name. */
  readonly #read = new Map<string, ReadonlyMap<string, readonly Definition[]>>();
  readonly #mass = new Map<number, Promise<boolean>>();

  constructor(world: RuleWorld) {
    this.#world = world;
  }

  /** Returns the evidence about a runbook. @param alerts that lead to it. */
  async evidenceFor(document: CatalogDocument, alerts: readonly SurveyedAlert[]): Promise<Evidence[]> {
    const care = this.#world.past.lastCare(pathFromTop(document));
    if (care === undefined) {
      return [];
    }
    const until = daysAfter(dayOf(care.date), graceDays);
    const uses = alerts.flatMap((surveyed) => this.#useOf(surveyed, until) ?? []);
    await this.#readIds(uses.flatMap(({ path: own, now, base }) => [...idOf(base), [now, own] as const]));
    const changed = uses.filter((use) => this.#mayHaveChanged(use));
    await this.#readIds(changed.flatMap(({ since }) => since.flatMap((version) => this.#idsOf(version))));
    const evidence: Evidence[] = [];
    for (const use of changed) {
      const own = await this.#evidenceOf(use, document);
      if (own !== undefined && !evidence.some(({ what }) => what === own.what)) {
        evidence.push(own);
      }
    }
    return evidence;
  }

  #useOf({ alert, path }: SurveyedAlert, until: string): Use | undefined {
    const { past } = this.#world;
    const versions = alert.test || this.#isNotByHand(alert, path) ? [] : past.versions(path);
    const after = versions.findIndex(({ date }) => dayOf(date) <= until);
    const since = after === -1 ? versions : versions.slice(0, after);
    const base = after === -1 || since.length > mostVersions ? undefined : versions[after];
    const now = past.contentNow(path);
    return since.length === 0 || now === undefined
      ? undefined
      : { alert, path, now, since: since.slice(0, mostVersions), base };
  }

  /** Whether the rule is written elsewhere: in Jsonnet, in a chart that this one is a copy of, or by a program. */
  #isNotByHand({ name }: Alert, path: string): boolean {
    const { alerts, texts } = this.#world;
    if (isGenerated(path, texts.get(path) ?? '')) {
      return true;
    }
    const isSource = ([other, text]: readonly [string, string]): boolean =>
      /\.(?:jsonnet|libsonnet)$/i.test(other) && hasWord(text, name);
    return (
      [...texts].some(isSource) ||
      (isInChart(path) && alerts.some((other) => other.alert.name === name && !isInChart(other.path)))
    );
  }

  /** The ids of what a version made of its file, and of what it made that of, with its path. */
  #idsOf(version: Version): Array<readonly [string, string]> {
    const before = this.#world.past.beforeOf(version);
    return [...idOf(version), ...(before === undefined ? [] : [[before, version.path] as const])];
  }

  /** Reads contents that were not read yet, a few at a time, and keeps what they define. @param wanted ids, with paths. */
  async #readIds(wanted: ReadonlyArray<readonly [string, string]>): Promise<void> {
    const paths = new Map(wanted.filter(([id]) => !this.#read.has(id)));
    const ids = [...paths.keys()];
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce);
      const texts = await this.#world.contents(some);
      for (const id of some) {
        await this.#world.breaks.take();
        const text = texts.get(id);
        const alerts = text === undefined ? [] : this.#world.alertsIn(paths.get(id) ?? '', text);
        const byName = groupedBy(alerts, ({ name }) => name);
        this.#read.set(id, new Map([...byName].map(([name, own]) => [name, own.map(definitionOf)])));
      }
    }
  }

  /** The definitions of a name in a content; undefined if it has none. */
  #definitions(id: string | undefined, name: string): readonly Definition[] | undefined {
    return id === undefined ? undefined : this.#read.get(id)?.get(name);
  }

  #mayHaveChanged({ alert: { name }, now: id, since, base }: Use): boolean {
    const [now, before] = [this.#definitions(id, name), this.#definitions(base?.after, name)];
    return now !== undefined && (before === undefined ? since.length > 1 : changesBetweenAll(before, now).length > 0);
  }

  /** What changed since the base and is so now, by the newest commit that made it so: others may be of branches that lost. */
  async #evidenceOf(use: Use, document: CatalogDocument): Promise<Evidence | undefined> {
    const { alert, path, since, base } = use;
    const { name } = alert;
    const versions = base === undefined ? since : [...since, base];
    const known = versions.flatMap((version) => {
      const definitions = this.#definitions(version.after, name);
      return definitions === undefined ? [] : [{ version, definitions }];
    });
    const now = this.#definitions(use.now, name) ?? [];
    const found: Found[] = [];
    for (const [index, { version, definitions }] of known.slice(0, -1).entries()) {
      const before = this.#definitions(this.#world.past.beforeOf(version), name) ?? known[index + 1]?.definitions;
      const changes = changesBetweenAll(before ?? [], definitions);
      if (changes.length > 0 && !(await this.#isMass(version.at))) {
        const isLost = new Set(changesBetweenAll(definitions, now).map(({ what }) => what));
        found.push({ version, made: new Set(changes.map(({ what }) => what).filter((what) => !isLost.has(what))) });
      }
    }
    // What was changed back is no change.
    const net = changesBetweenAll(known.at(-1)?.definitions ?? [], now).filter(({ what }) =>
      found.some(({ made }) => made.has(what)),
    );
    const latest = found.find(({ made }) => net.some(({ what }) => made.has(what)));
    return latest && this.#told(alert, path, latest.version, net, document);
  }

  #told(alert: Alert, path: string, { hash, date }: Version, net: readonly RuleChange[], document: CatalogDocument) {
    const word = net.flatMap(outdatedWords).find((one) => hasWord(document.text, one));
    const outdated = net.some((change) => quotesBefore(document.text, change))
      ? 'quotes the expression as it was'
      : word && `says ${word}`;
    const parts = net.map((change) => {
      const difference = differenceOf(change);
      return `${names[change.what]}${difference === undefined ? '' : ` ${difference}`}`;
    });
    const still = outdated === undefined ? '' : `; the page still ${outdated}`;
    return {
      kind: 'rule-changed' as const,
      what: `The rule ${alert.name} leads here and changed later: ${parts.join(', ')}${still}`,
      path,
      line: alert.range.start.line,
      commit: hash,
      date: dayOf(date),
      weight: (net.some(({ what }) => what === 'expression') ? 3 : 2) + (outdated === undefined ? 0 : 1.5),
    };
  }

  /** Whether a commit changed very many rules. */
  #isMass(at: number): Promise<boolean> {
    const known = this.#mass.get(at) ?? this.#countsMany(at);
    this.#mass.set(at, known);
    return known;
  }

  async #countsMany(at: number): Promise<boolean> {
    const { past, texts } = this.#world;
    const files = past.filesOf(at).filter(({ path, before, after }) => texts.has(path) && before && after);
    if (files.length > mostRules) {
      return true;
    }
    await this.#readIds(
      files.flatMap(({ path, before = '', after = '' }) => [before, after].map((id) => [id, path] as const)),
    );
    let changed = 0;
    for (const { before = '', after = '' } of files) {
      for (const [name, definitions] of this.#read.get(after) ?? []) {
        changed += changesBetweenAll(this.#read.get(before)?.get(name) ?? [], definitions).length > 0 ? 1 : 0;
      }
    }
    return changed > mostRules;
  }
}

function idOf(version: Version | undefined): Array<readonly [string, string]> {
  return version?.after === undefined ? [] : [[version.after, version.path]];
}

const names = { expression: 'expression', duration: 'for', severity: 'severity' } as const;
