import { createHash } from 'node:crypto';
import { aboutOf, newsOf, newsText, type News, type Range, type Severity } from '../../core/index.ts';
import { jsonText } from './json-text.ts';
import type { Located, Report } from '../report.ts';
import { home, version } from '../version.ts';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

const base = '%SRCROOT%';

/**
 * Returns SARIF 2.1.0, for code scanning services and editors. The same findings give the same text on every machine.
 */
export function toSarif({ findings, rules }: Report): string {
  const counts = new Map<string, number>();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Runbook Lens',
            version,
            semanticVersion: version,
            informationUri: home,
            rules: ruleList(rules),
          },
        },
        originalUriBaseIds: {
          [base]: { description: { text: 'The top of the repository, or without a repository the checked folder.' } },
        },
        columnKind: 'utf16CodeUnits',
        results: newsOf(findings).map((news) => resultOf(news, rules, counts)),
      },
    ],
  };
  return jsonText(log);
}

function ruleList(rules: Report['rules']): object[] {
  return rules.map(({ id, summary, defaultSeverity }) => ({
    id,
    name: id.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: summary },
    helpUri: `${home}/blob/main/docs/rules/${id}.md`,
    defaultConfiguration: { level: levels[defaultSeverity] },
  }));
}

/** @param counts how often each fingerprint was used, so that each result has its own. */
function resultOf(news: News<Located>, rules: Report['rules'], counts: Map<string, number>): object {
  const { first, related } = news;
  const { rule, severity } = first;
  return {
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level: levels[severity],
    message: { text: newsText(news) },
    locations: [locationOf(first)],
    ...(related.length > 0 && {
      relatedLocations: related.map((finding, id) => ({
        id,
        ...locationOf(finding),
        message: { text: finding.message },
      })),
    }),
    partialFingerprints: { 'runbookLens/v2': fingerprintOf(news, counts) },
  };
}

function locationOf({ file, range }: { readonly file: string; readonly range: Range }): object {
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(file), uriBaseId: base },
      region: {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      },
    },
  };
}

/** Returns a fingerprint that stays the same when lines move, and when some of several documents are mended. */
function fingerprintOf({ first, related }: News<Located>, counts: Map<string, number>): string {
  const { file, rule, group } = first;
  const about = JSON.stringify(related.length > 0 ? [group] : [file, rule, aboutOf(first)]);
  const before = counts.get(about) ?? 0;
  counts.set(about, before + 1);
  return `${createHash('sha256').update(about).digest('hex').slice(0, 32)}:${before + 1}`;
}

function relativeUri(file: string): string {
  // Convert through UTF-8: half a surrogate pair, possible in a Windows file name, has no percent-encoding.
  return Buffer.from(file, 'utf8').toString('utf8').split('/').map(encodeURIComponent).join('/');
}
