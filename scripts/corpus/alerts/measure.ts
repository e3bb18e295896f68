import path from 'node:path';
import { loadAlerts } from '../../../src/core/index.ts';
import { textOf } from '../csv.ts';
import { percent, table } from '../table.ts';
import { parseAlertLabels } from './labels.ts';
import { meanOver, scoreAlerts, type AlertScore, type ReadAlert } from './score.ts';
import { surveyAt } from './survey.ts';

/** Returns, for each repository, how many alerts are found and understood as the labels say. */
export async function alertReport(root: string, file: string): Promise<string[]> {
  const labels = parseAlertLabels(await textOf(file), file);
  const scores: AlertScore[] = [];
  const unread: string[] = [];
  let milliseconds = 0;
  for (const [repository, own] of Map.groupBy(labels, (label) => label.repository)) {
    const before = process.cpuUsage();
    const { alerts, unreadable } = await alertsIn(path.join(root, repository.replace('/', '__')), repository);
    const { user, system } = process.cpuUsage(before);
    milliseconds += (user + system) / 1000;
    scores.push(scoreAlerts(repository, own, alerts));
    unread.push(...unreadable.map((text) => `${repository} ${text}`));
  }
  const rows = scores.map((score) => {
    const counted = score.labelled - score.leftOut;
    return [
      score.repository,
      `${score.found}/${counted}`,
      score.extra.length,
      percent(score.states / counted),
      percent(score.targets / counted),
    ];
  });
  return [
    ...table([
      ['repository', 'found', 'extra', 'state', 'target'],
      ...rows,
      [
        'mean',
        '',
        '',
        percent(meanOver(scores, ({ states }) => states)),
        percent(meanOver(scores, ({ targets }) => targets)),
      ],
    ]),
    '',
    `${Math.round(milliseconds)} ms of CPU`,
    ...titled(
      'Wrong:',
      scores.flatMap(({ repository, wrong }) => wrong.map((text) => `${repository} ${text}`)),
    ),
    ...titled(
      'Extra:',
      scores.flatMap(({ repository, extra }) =>
        extra.map((each) => `${repository} ${each.path}:${each.line} ${each.name}`),
      ),
    ),
    ...titled('Not read:', unread),
  ];
}

function titled(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

async function alertsIn(root: string, repository: string): Promise<{ alerts: ReadAlert[]; unreadable: string[] }> {
  const { targetOf } = await loadAlerts();
  const { alerts, files } = await surveyAt(root, repository);
  return {
    alerts: alerts.map(({ path: file, alert, resolution }) => ({
      path: file,
      line: alert.range.start.line + 1,
      name: alert.name,
      state: resolution.state,
      target: targetOf(resolution),
    })),
    unreadable: files.flatMap(({ path: file, unreadable }) =>
      unreadable === undefined
        ? []
        : [`${file}: ${unreadable.reason}${unreadable.alerts === undefined ? '' : ` (${unreadable.alerts} alerts)`}`],
    ),
  };
}
