import { pathFromTop, type CatalogDocument } from '../../document/document.ts';
import type { Patch } from '../../ports.ts';
import { dayOf, type Evidence } from './evidence.ts';
import type { Suspicion } from './gone-paths.ts';
import { baseName, type Past } from './past.ts';

/** An alert that rules defined once. */
export interface GoneAlert {
  readonly name: string;
  readonly hash: string;
  readonly date: string;
  /** What the same commit called the only rule that it added beside the only one that it removed, if that is there. */
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
  for (const { hash, date, removed, added } of patches) {
    const [old, now] = [namesIn(removed), namesIn(added)];
    for (const name of old) {
      if (now.has(name) || gone.has(name) || !isDistinct(name) || isThere(name)) {
        continue;
      }
      const [renamedTo] = old.size === 1 && now.size === 1 ? now : [];
      gone.set(name, { name, hash, date, ...(renamedTo !== undefined && isThere(renamedTo) && { renamedTo }) });
    }
  }
  return gone;
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
