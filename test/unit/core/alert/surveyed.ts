import { loadAlerts, type AlertSurvey } from '../../../../src/core/index.ts';

/** What a survey needs beside the files. */
interface More {
  readonly keys?: readonly string[];
  readonly repositories?: readonly string[];
}

/** Surveys some files as a repository. */
export async function surveyOf(files: Readonly<Record<string, string>>, more: More = {}): Promise<AlertSurvey> {
  const { surveyAlerts } = await loadAlerts();
  return surveyAlerts({
    paths: Object.keys(files),
    read: async (path) => Promise.resolve(files[path]),
    repositories: ['acme/shop'],
    ...more,
  });
}

/** Surveys some files as a repository. Returns for each alert "path:line name state target", lines from 1. */
export async function surveyed(files: Readonly<Record<string, string>>, more: More = {}): Promise<string[]> {
  const { targetOf } = await loadAlerts();
  const { alerts } = await surveyOf(files, more);
  return alerts.map(({ path, alert, resolution }) =>
    `${path}:${alert.range.start.line + 1} ${alert.name} ${resolution.state} ${targetOf(resolution) ?? ''}`.trim(),
  );
}
