import { applyEdits, type TextEdit } from '../../text/edit.ts';
import type { Position } from '../../text/position.ts';
import type { Alert } from '../alert.ts';
import { Files } from '../link/files.ts';
import { resolveAlert, targetOf, type LinkWorld } from '../link/resolve.ts';
import { readAlerts, type AlertReading } from '../read/read.ts';

/** A rule file to be changed. */
export interface RuleFile {
  /** Where it will be read. */
  readonly path: string;
  readonly text: string;
  readonly reading: AlertReading;
  /** What its links will mean. */
  readonly world: LinkWorld;
}

/** Returns a world without knowledge of anchors, so that every anchor counts as there; with pages that are still to be written. */
export function worldWith(world: LinkWorld, ...pages: readonly string[]): LinkWorld {
  const more = pages.filter((page) => !world.files.has(page));
  return {
    ...world,
    anchors: () => undefined,
    ...(more.length > 0 && { files: new Files([...world.files.paths, ...more]) }),
  };
}

/**
 * Returns whether edits do what they should and nothing else: read again, the alerts at some places lead where they should, and everything else that is
 * known of them and of all others is as it was.
 * @param wanted for the range start of each changed alert, as `line:character`, its new target; without one, any link of it may lead elsewhere.
 */
export function isSound(
  { path, text, reading, world }: RuleFile,
  edits: readonly TextEdit[],
  wanted: ReadonlyMap<string, string | undefined>,
): boolean {
  const before = readAlerts(path, text, reading);
  const after = readAlerts(path, applyEdits(text, edits), reading);
  if (
    before === undefined ||
    after === undefined ||
    before.alerts.length !== after.alerts.length ||
    before.unreadable?.reason !== after.unreadable?.reason
  ) {
    return false;
  }
  return before.alerts.every((alert, index) => {
    const now = after.alerts[index];
    const place = placeOf(alert.range.start);
    if (now === undefined || factsOf(alert) !== factsOf(now)) {
      return false;
    }
    if (!wanted.has(place)) {
      return linksOf(alert) === linksOf(now);
    }
    const resolution = resolveAlert(now, path, world);
    const target = wanted.get(place);
    return target === undefined || (resolution.state === 'resolved' && targetOf(resolution) === target);
  });
}

/** Returns a place in a file as one text. */
export function placeOf({ line, character }: Position): string {
  return `${line}:${character}`;
}

/** All that a link does not change. */
function factsOf({ name, source, severity, group, duration, expression, labels, annotations, links }: Alert): string {
  const keys = new Set(links.map(({ key }) => key));
  const others = (statements: ReadonlyMap<string, string>) => [...statements].filter(([key]) => !keys.has(key));
  return JSON.stringify([name, source, severity, group, duration, expression, others(labels), others(annotations)]);
}

function linksOf({ links }: Alert): string {
  return JSON.stringify(links.map(({ key, written, address }) => [key, written, address]));
}
