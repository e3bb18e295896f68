import { escapeMarkup } from '../text/escape.ts';
import { dashboardName } from './dashboards.ts';
import { oneLine } from '../text/one-line.ts';
import { secretsIn, withoutSecretsIn } from '../text/secrets/find.ts';
import { linkTo as pathTo } from '../document/links/destination.ts';
import type { ServicePage, ServiceRunbook } from './page.ts';

/** Returns the address of a file of the repository for a link. @param line 0-based; absent for the whole file. */
export type LinkTo = (path: string, line?: number) => string;

/** Incidents on a page; the count says how many there are. */
const mostIncidents = 20;

/**
 * Returns the page of a service as Markdown: first what is to be done about it, then objectives, alerts, runbooks, dashboards, incidents
 * and open action items. Text of documents is shown literally, without secrets.
 */
export function serviceMarkdown(page: ServicePage, linkTo: LinkTo = relative): string {
  const { name, owners } = page;
  const parts = [
    `# ${shown(name)}`,
    owners.length === 0 ? 'No owner is named.' : `Owners: ${owners.map(shown).join(', ')}`,
    ...gapsOf(page).map((gap) => `- ${gap}`),
    ...section('Objectives', objectiveLines(page, linkTo)),
    ...section('Alerts', alertLines(page, linkTo), 'No alert names this service.'),
    ...section('Runbooks', runbookLines(page, linkTo), 'No runbook is about this service.'),
    ...section('Dashboards', dashboardLines(page, linkTo)),
    ...section('Incidents', incidentLines(page, linkTo), 'No incident is recorded.'),
    ...section('Open action items', actionLines(page, linkTo)),
  ];
  return `${joined(parts)}\n`;
}

/** Returns what is to be done about a service, in sentences: what is missing, suspect or overdue. Empty if there is nothing. */
export function gapsOf({ objectives, alerts, runbooks, actionItems }: ServicePage): string[] {
  const exhausted = objectives.filter(({ budget }) => 'percent' in budget && budget.percent >= 100).length;
  const unled = alerts.filter(({ state }) => state === 'none' || state === 'dead').length;
  const incomplete = runbooks.filter(({ missing }) => missing.length > 0).length;
  const suspect = runbooks.filter(({ evidence }) => evidence.length > 0).length;
  const due = runbooks.filter(({ reviewDue }) => reviewDue !== undefined).length;
  const overdue = actionItems.filter(({ state }) => state === 'overdue').length;
  return [
    ...told(exhausted, '1 error budget is spent.', (count) => `${count} error budgets are spent.`),
    ...told(unled, '1 alert has no runbook.', (count) => `${count} alerts have no runbook.`),
    ...told(incomplete, '1 runbook lacks sections.', (count) => `${count} runbooks lack sections.`),
    ...told(suspect, '1 runbook is suspect.', (count) => `${count} runbooks are suspect.`),
    ...told(due, 'The review of 1 runbook is overdue.', (count) => `The reviews of ${count} runbooks are overdue.`),
    ...told(overdue, '1 action item is overdue.', (count) => `${count} action items are overdue.`),
  ];
}

/** Returns the state of a runbook in a few words: what is to be done about it, or "complete". */
export function runbookState({ missing, findings, reviewDue, evidence }: ServiceRunbook): string {
  const parts = [
    ...(missing.length > 0 ? [`lacks ${missing.join(', ')}`] : []),
    ...evidence.slice(0, 1),
    ...(reviewDue === undefined ? [] : [`review was due ${reviewDue}`]),
    ...told(
      missing.length + evidence.length === 0 && reviewDue === undefined ? findings : 0,
      '1 finding',
      (count) => `${count} findings`,
    ),
  ];
  return parts.length === 0 ? 'complete' : parts.join('; ');
}

function told(count: number, one: string, many: (count: number) => string): string[] {
  return count === 0 ? [] : [count === 1 ? one : many(count)];
}

function objectiveLines({ objectives }: ServicePage, linkTo: LinkTo): string[] {
  return objectives.flatMap(({ name, path, line, target, budget }) => {
    const known = 'percent' in budget;
    const share = `${Number((target * 100).toFixed(6))} %`;
    const said = known ? `spent ${budget.text}` : `error budget not known: ${budget.missing.join('; ')}`;
    const arithmetic = known ? [...budget.counted, ...budget.uncounted] : [];
    return [
      `- ${link(name, linkTo(path, line))}: ${share}; ${shown(said)}`,
      ...arithmetic.map((each) => `  - ${shown(each)}`),
    ];
  });
}

function alertLines({ alerts, coverage }: ServicePage, linkTo: LinkTo): string[] {
  if (coverage === undefined) {
    return [];
  }
  const led = alerts.filter(({ state }) => state !== 'none' && state !== 'dead').length;
  const rows = alerts.map(({ name, path, line, severity, state, target, link: written }) => [
    link(name === '' ? path : name, linkTo(path, line - 1)),
    shown(severity ?? ''),
    target === undefined ? shown(written ?? '') : link(baseOf(target), linkTo(target)),
    state === 'resolved' ? '' : state,
  ]);
  return [
    `${led} of ${alerts.length} have a link that is not dead.`,
    ...table(['Alert', 'Severity', 'Runbook', 'State'], rows),
  ];
}

function runbookLines({ runbooks }: ServicePage, linkTo: LinkTo): string[] {
  const rows = runbooks.map((runbook) => [
    link(runbook.title, linkTo(runbook.path)),
    shown(runbookState(runbook)),
    runbook.alerts === 0 ? '' : String(runbook.alerts),
    runbook.lastChange ?? '',
  ]);
  return rows.length === 0 ? [] : table(['Runbook', 'State', 'Alerts', 'Last change'], rows);
}

function dashboardLines({ dashboards }: ServicePage, linkTo: LinkTo): string[] {
  return dashboards.map((dashboard) => {
    const { tool, address, template, path, line } = dashboard;
    const name = dashboardName(dashboard);
    // The address in angle brackets may have all signs but these.
    const opens = !template && !/[<>\s\\]/.test(address);
    return `- ${opens ? `[${shown(name)}](<${address}>)` : shown(name)}: ${dashboardTools[tool]}, in ${link(baseOf(path), linkTo(path, line))}`;
  });
}

/** Names of tools as their makers write them. */
export const dashboardTools = {
  grafana: 'Grafana',
  datadog: 'Datadog',
  kibana: 'Kibana',
  cloudwatch: 'CloudWatch',
} as const;

function incidentLines({ incidents }: ServicePage, linkTo: LinkTo): string[] {
  const rows = incidents
    .slice(0, mostIncidents)
    .map(({ title, path, date = '', severity = '', open }) => [
      date,
      shown(severity),
      link(title, linkTo(path)),
      open === undefined ? '' : `open: ${open}`,
    ]);
  const more = incidents.length - rows.length;
  return rows.length === 0
    ? []
    : [...table(['Date', 'Severity', 'Incident', ''], rows), ...(more > 0 ? [`${more} earlier ones.`] : [])];
}

function actionLines({ actionItems }: ServicePage, linkTo: LinkTo): string[] {
  return actionItems.map(({ text, path, line, owners, due, state }) => {
    const facts = [
      ...owners,
      ...(due === undefined ? [] : [state === 'overdue' ? `was due ${due}` : `due ${due}`]),
    ].map(shown);
    return `- ${link(text, linkTo(path, line))}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
  });
}

function section(title: string, lines: readonly string[], none?: string): string[] {
  return lines.length > 0 ? [`## ${title}`, ...lines] : none === undefined ? [] : [`## ${title}`, none];
}

/** Blocks with empty lines between them; lines of one list or table follow each other. */
function joined(parts: readonly string[]): string {
  const kindOf = (part: string): string => (/^ *[-|]/.test(part) ? part.trim().charAt(0) : '');
  return parts
    .map((part, index) => {
      const before = parts[index - 1];
      const tight = before === undefined || (kindOf(part) !== '' && kindOf(part) === kindOf(before));
      return `${tight ? '' : '\n'}${part}`;
    })
    .join('\n');
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string[] {
  const used = head.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const line = (cells: readonly string[]): string => `| ${cells.filter((_, column) => used[column]).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

/** The name of a page, without folders and ending, and the heading. */
function baseOf(target: string): string {
  return target
    .slice(target.lastIndexOf('/', target.indexOf('#') === -1 ? undefined : target.indexOf('#')) + 1)
    .replace(/\.(?:mdx?|markdown)(?=#|$)/, '');
}

/** Text of a document, literally and on one line. */
function shown(text: string): string {
  const line = oneLine(text.replaceAll(/\s+/g, ' '));
  // What reads like a character reference is none.
  return escapeMarkup(withoutSecretsIn(line, secretsIn(line))).replaceAll(/&(?=#?\w{1,32};)/g, '&amp;');
}

function link(text: string, address: string): string {
  return `[${shown(text)}](${address})`;
}

/** The address of a file for a page at the top of the repository. An anchor is what follows the ending of a file. */
function relative(target: string, line?: number): string {
  const [, path = target, anchor] = /^(.*\.\w{1,8})#([^#]*)$/.exec(target) ?? [];
  const place = anchor === undefined ? (line === undefined ? '' : `#L${line + 1}`) : `#${encodeURIComponent(anchor)}`;
  return `${pathTo({ path: '' }, { path })}${place.replaceAll('(', '%28').replaceAll(')', '%29')}`;
}
