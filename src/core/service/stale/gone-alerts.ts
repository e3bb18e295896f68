import type { Alert } from '../../alert/alert.ts';
import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import type { Patch } from '../../ports.ts';
import type { Breaks } from '../../util/breaks.ts';
import { areAlike, definitionOf } from './definition.ts';
import { dayOf, type Evidence } from './evidence.ts';
import type { Suspicion } from './gone-paths.ts';
import { baseName, type Past } from './past.ts';

/** An alert that rules defined once. */
export interface GoneAlert {
  readonly name: string;
  readonly hash: string;
  readonly date: string;
  /** The rule file that the commit removed it from. */
  readonly path: string;
  /** What the same commit called the only rule that it added there beside the only one that it removed, if that is there. */
  readonly renamedTo?: string;
}

/** The line of a rule with its name, in YAML, JSON and Jsonnet. */
const nameLine = /^\s*(?:-\s+)?["']?alert["']?\s*:\s*["']?([A-Za-z][\w:-]*)["']?\s*(?:[,#]|$)/;
/** Names that are words as well could stand in any text. */
const shortest = 8;

/**
 * Returns the alerts that were removed from rule files and are in none now.
 * @param isThere whether a rule file has a name now.
 */
export function goneAlerts(patches: readonly Patch[], isThere: (name: string) => boolean): Map<string, GoneAlert> {
  const gone = new Map<string, GoneAlert>();
  for (const { hash, date, path, removed, added } of patches) {
    const [old, now] = [namesIn(removed), namesIn(added)];
    for (const name of old) {
      if (now.has(name) || gone.has(name) || !isDistinct(name) || isThere(name)) {
        continue;
      }
      const [renamedTo] = old.size === 1 && now.size === 1 ? now : [];
      gone.set(name, { name, hash, date, path, ...(renamedTo !== undefined && isThere(renamedTo) && { renamedTo }) });
    }
  }
  return gone;
}

/** Reads the past of rule files. */
export interface RulesThen {
  readonly past: Past;
  /** Indexes of commits by their hashes. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** Returns what contents said, by their ids; those that cannot be read are missing. */
  readonly contents: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly alertsIn: (path: string, text: string) => readonly Alert[];
  /** Taken between parts of the work. */
  readonly breaks: Breaks;
}

/**
 * Returns alerts that are gone without the new names of those whose rule asked something else than the rule of that name: one commit may drop
 * an alert and add another that has nothing to do with it.
 */
export async function withoutUnlike(
  gone: ReadonlyMap<string, GoneAlert>,
  { past, indexOf, contents, alertsIn }: RulesThen,
): Promise<Map<string, GoneAlert>> {
  const files = new Map(
    [...gone.values()].flatMap((alert) => {
      const file =
        alert.renamedTo !== undefined
          ? past.filesOf(indexOf.get(alert.hash) ?? -1).find(({ path }) => path === alert.path)
          : undefined;
      return file === undefined ? [] : [[alert.name, file] as const];
    }),
  );
  const texts = await contents([...files.values()].flatMap(({ before, after }) => [before ?? '', after ?? '']));
  const expressionIn = (path: string, id: string | undefined, name: string): string => {
    const own = alertsIn(path, texts.get(id ?? '') ?? '').find((alert) => alert.name === name);
    return own === undefined ? '' : definitionOf(own).expression;
  };
  return new Map(
    [...gone].map(([name, { renamedTo, ...alert }]) => {
      const file = files.get(name);
      const isRenamed =
        renamedTo !== undefined &&
        file !== undefined &&
        areAlike(expressionIn(file.path, file.before, name), expressionIn(file.path, file.after, renamedTo));
      return [name, isRenamed ? { ...alert, renamedTo } : alert];
    }),
  );
}

function namesIn(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => (line.length > 300 ? [] : (nameLine.exec(line)?.[1] ?? []))));
}

function isDistinct(name: string): boolean {
  return name.length >= shortest && /[a-z][A-Z]|[_-]/.test(name);
}

/** Returns the alerts that a document names and that are gone, each once, with what its text must have been before. */
export function goneAlertsIn(
  document: CatalogDocument,
  gone: ReadonlyMap<string, GoneAlert>,
  past: Past,
  indexOf: ReadonlyMap<string, number>,
): Suspicion[] {
  const found = new Map<string, Suspicion>();
  const path = pathFromTop(document);
  for (let line = 0; line < document.lines.count && gone.size > 0; line += 1) {
    const text = document.lines.text(line);
    for (const name of new Set(text.match(/[A-Za-z][\w:-]{7,}/g))) {
      const alert = gone.get(name);
      const at = alert && indexOf.get(alert.hash);
      const contentBefore = at === undefined ? undefined : past.contentBefore(path, at);
      if (alert !== undefined && contentBefore !== undefined && !found.has(name)) {
        const { renamedTo, hash, date } = alert;
        const isItsOwn = document.title.includes(name) || baseName(path).includes(name);
        const now =
          renamedTo === undefined ? 'which no rule defines any more' : `whose rule is now called ${renamedTo}`;
        const evidence: Evidence = {
          kind: 'alert-gone',
          what: `It names the alert ${name}, ${now}`,
          path,
          line,
          commit: hash,
          date: dayOf(date),
          weight: isItsOwn ? 4 : 3,
        };
        found.set(name, { document, text: text.trim(), contentBefore, evidence, gone: name, isAlert: true });
      }
    }
  }
  return [...found.values()];
}
