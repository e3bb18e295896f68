import { loadAlerts } from '../../../../src/core/index.ts';

/** Surveys some files as a repository. Returns for each alert "path:line name state target", lines from 1. */
export async function surveyed(
  files: Readonly<Record<string, string>>,
  more: { readonly keys?: readonly string[]; readonly repositories?: readonly string[] } = {},
): Promise<string[]> {
  const { surveyAlerts, targetOf } = await loadAlerts();
  const { alerts } = await surveyAlerts({
    paths: Object.keys(files),
    read: async (path) => Promise.resolve(files[path]),
    repositories: ['acme/shop'],
    ...more,
  });
  return alerts.map(({ path, alert, resolution }) =>
    `${path}:${alert.range.start.line + 1} ${alert.name} ${resolution.state} ${targetOf(resolution) ?? ''}`.trim(),
  );
}
