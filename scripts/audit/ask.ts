import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AuditProject } from './project.ts';

export const severities = ['info', 'low', 'moderate', 'high', 'critical'] as const;

/** An advisory about a shipped version. */
export interface Advisory {
  /** Location of the package below node_modules. */
  readonly location: string;
  readonly severity: (typeof severities)[number];
  readonly title: string;
  readonly url: string;
  /** The affected versions, such as `<2.0.1`. */
  readonly range: string;
}

/** The known advisories, sorted by location; or why the registry is not available, in one line. */
export type Answer = { readonly advisories: readonly Advisory[] } | { readonly unanswered: string };

/** Output of npm audit --json: a report, or an error. */
interface Printed {
  readonly vulnerabilities?: Readonly<
    Record<
      string,
      { readonly nodes: readonly string[]; readonly via: ReadonlyArray<string | Omit<Advisory, 'location'>> }
    >
  >;
  readonly message?: string;
}

/**
 * Asks the npm registry about a project, with npm itself. Nothing is installed. `env` is added to the environment of
 * npm.
 */
export async function askRegistry({ manifest, lockfile }: AuditProject, env: NodeJS.ProcessEnv = {}): Promise<Answer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'runbook-lens-audit-'));
  try {
    await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest));
    await writeFile(path.join(folder, 'package-lock.json'), JSON.stringify(lockfile));
    return answerIn(await npmAudit(folder, env));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Returns the output of npm audit. Its exit code is 1 both for an advisory and for a registry that is not available.
 * Offline it would ask nobody and succeed.
 */
async function npmAudit(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn('npm', ['audit', '--json', '--package-lock-only', '--offline=false'], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  });
  let printed = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => void (printed += text));
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve());
  });
  return printed;
}

function answerIn(printed: string): Answer {
  let read: Printed;
  try {
    read = JSON.parse(printed) as Printed;
  } catch {
    return { unanswered: 'npm audit printed no report' };
  }
  if (read.vulnerabilities === undefined) {
    return { unanswered: (read.message ?? 'npm audit printed no report').replaceAll(/\s+/g, ' ') };
  }
  const advisories = Object.values(read.vulnerabilities).flatMap(({ nodes, via }) =>
    via
      // A name instead of an advisory is a package that is affected only through another one.
      .filter((reason) => typeof reason !== 'string')
      .flatMap(({ severity, title, url, range }) =>
        nodes.map((node) => ({ location: node.replace(/^node_modules\//, ''), severity, title, url, range })),
      ),
  );
  return { advisories: advisories.toSorted((a, b) => (a.location < b.location ? -1 : 1)) };
}
