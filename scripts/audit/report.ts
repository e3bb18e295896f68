import { lockedPackage, type Lockfile, type Manifest } from '../papers/manifest.ts';
import { severities, type Advisory, type Answer } from './ask.ts';
import { shippedLocations } from './project.ts';
import { wayIn } from './way-in.ts';

/** The text to print, and the exit code: 0: no advisories, 1: advisories, 2: the registry is not available. */
export interface Report {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/** Returns the report. Advisories below `level` are printed but do not fail. */
export function auditReport(
  answer: Answer,
  { manifest, lockfile, level }: { manifest: Manifest; lockfile: Lockfile; level: Advisory['severity'] },
): Report {
  if ('unanswered' in answer) {
    return {
      text: `The registry is not available, so advisories are not known: ${answer.unanswered}.`,
      code: 2,
    };
  }
  const { advisories } = answer;
  const count = shippedLocations(manifest.bundled).length;
  if (advisories.length === 0) {
    return { text: `No advisories for the ${count} packages that ship.`, code: 0 };
  }
  const lines = advisories.map(({ location, severity, title, url, range }) => {
    const bundles = Object.keys(manifest.bundled).filter((file) => manifest.bundled[file]?.includes(location));
    return [
      `${location} ${lockedPackage(lockfile, location).version}: ${severity}: ${title}`,
      `  ${url}`,
      `  Versions: ${range}. In: ${bundles.join(', ')}. Imported by: ${wayIn(location, manifest, lockfile).join(' > ')}.`,
    ].join('\n');
  });
  const counted = advisories.filter(({ severity }) => severities.indexOf(severity) >= severities.indexOf(level));
  const plural = (items: readonly unknown[]): string =>
    `${items.length} ${items.length === 1 ? 'advisory' : 'advisories'}`;
  return {
    text: [
      ...lines,
      `${plural(advisories)} on the ${count} packages that ship, ${counted.length} of them ${level} or worse.`,
    ].join('\n'),
    code: counted.length > 0 ? 1 : 0,
  };
}
