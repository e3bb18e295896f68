import { Catalog } from '../../../src/core/catalog/catalog.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { Finding } from '../../../src/core/text/finding.ts';
import { isTeamFile } from '../../../src/core/team/team.ts';
import { recordingLogger } from './quiet.ts';

/**
 * A test document for a rule: several files in one text, each below a line `=== path`. What the rule should find is set between
 * ⟦ and ⟧; a severity other than the rule's default stands behind the first bracket: `⟦hint: text⟧`.
 */
export interface Marked {
  readonly path: string;
  /** The text without the marks. */
  readonly text: string;
  readonly expected: readonly string[];
}

const severities = /^(error|warning|information|hint): /;

/** Takes a test document apart. */
export function readMarked(source: string): Marked[] {
  return source
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return unmark(part.slice(0, end).trim(), part.slice(end + 1).replace(/\n$/, ''));
    });
}

function unmark(path: string, source: string): Marked {
  let text = '';
  const open: Array<{ offset: number; severity: string }> = [];
  const spans: Array<{ from: number; to: number; severity: string }> = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source.charAt(at);
    if (character === '⟦') {
      const severity = severities.exec(source.slice(at + 1))?.[1];
      at += severity === undefined ? 0 : severity.length + 2;
      open.push({ offset: text.length, severity: severity ?? 'default' });
    } else if (character === '⟧') {
      const start = open.pop();
      if (start === undefined) {
        throw new Error(`${path}: ⟧ without ⟦ near ${text.slice(-40)}`);
      }
      spans.push({ from: start.offset, to: text.length, severity: start.severity });
    } else {
      text += character;
    }
  }
  const lines = Lines.of(text);
  const expected = spans
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to, severity }) => describe(lines, from, to, severity));
  return { path, text, expected };
}

function describe(lines: Lines, from: number, to: number, severity: string): string {
  const start = lines.positionAt(from);
  const end = lines.positionAt(to);
  return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${severity}`;
}

/** What a rule finds in each of the files, in the form of `expected`. Today is 15 June 2026. */
export function foundIn(
  files: readonly Marked[],
  rule: { readonly id: string; readonly defaultSeverity: string },
): Array<{ path: string; found: string[]; findings: Finding[] }> {
  const catalog = new Catalog(recordingLogger(), { now: () => new Date('2026-06-15T10:00:00Z') });
  const team = files.filter(({ path }) => isTeamFile(path));
  catalog.setTeam(
    'root',
    team.map(({ path, text }) => ({ uri: path, path, text })),
  );
  catalog.upsert(files.map(({ path, text }) => ({ uri: path, root: 'root', path, text })));
  return files.map(({ path }) => {
    const findings = catalog.findings(path).filter((finding) => finding.rule === rule.id);
    return {
      path,
      findings,
      found: findings.map(({ range: { start, end }, severity }) => {
        const shown = severity === rule.defaultSeverity ? 'default' : severity;
        return `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${shown}`;
      }),
    };
  });
}
