// npm run audit [-- --level=SEVERITY]: asks the registry for advisories about exactly what ships. npm audit alone checks
// all installed packages, most of which do not ship. Exit code 0: no advisories, 1: advisories of this severity or worse
// (default: any), 2: the registry is not available.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { askRegistry, severities } from './audit/ask.ts';
import { auditProject } from './audit/project.ts';
import { auditReport } from './audit/report.ts';
import type { Lockfile, Manifest } from './papers/manifest.ts';

const { values } = parseArgs({ options: { level: { type: 'string', default: 'info' } } });
const level = severities.find((severity) => severity === values.level);
if (level === undefined) {
  console.error(`Unknown severity "${values.level}". Use one of ${severities.join(', ')}.`);
  process.exitCode = 2;
} else {
  const manifest = await json<Manifest>('package.json');
  const lockfile = await json<Lockfile>('package-lock.json');
  const answer = await askRegistry(auditProject(manifest, lockfile));
  const { text, code } = auditReport(answer, { manifest, lockfile, level });
  (code === 0 ? console.log : console.error)(text);
  process.exitCode = code;
}

async function json<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(path.join(import.meta.dirname, '..', file), 'utf8')) as T;
}
