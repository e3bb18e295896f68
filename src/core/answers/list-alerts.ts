import { shownPath } from './document-facts.ts';
import type { ToolInput } from './input.ts';
import type { OfService } from './of-service.ts';
import { limited, type Result } from './result.ts';
import { shown } from './shown.ts';
import type { AnswerAlert } from './source.ts';
import { limits } from './tools.ts';

/** Returns the alerts that fit a request, in the order of paths and lines. @param service only those of it. */
export function listAlerts(
  { state, name, limit = limits.list_alerts.usual }: ToolInput,
  alerts: readonly AnswerAlert[],
  service: OfService | undefined,
): Result {
  const lower = (text: string): string => text.trim().toLowerCase();
  const fitting = alerts
    .filter(
      (alert) =>
        (service === undefined || service.has(alert.services)) &&
        (state === undefined || alert.state === state) &&
        (name === undefined || lower(alert.name).includes(lower(name))),
    )
    .toSorted((a, b) => (a.path === b.path ? a.lines[0] - b.lines[0] : a.path < b.path ? -1 : 1));
  const { rows, ...rest } = limited(fitting, limit, {
    noun: 'alerts',
    narrower: `Ask by service, state or name, or with a higher limit, at most ${limits.list_alerts.most}.`,
  });
  return { data: { total: fitting.length, alerts: rows.map(rowOf) }, ...rest };
}

function rowOf({ path, lines, name, severity, service, group, link, state, target }: AnswerAlert): object {
  return {
    path: shownPath(path),
    lines,
    name: shown(name),
    ...(severity !== undefined && { severity: shown(severity, 60) }),
    ...(service !== undefined && { service: shown(service, 80) }),
    ...(group !== undefined && { group: shown(group, 80) }),
    state,
    // A link that leads to a file says nothing that its target does not.
    ...(target === undefined && link !== undefined && { link: shown(link, 300) }),
    ...(target !== undefined && { target: shownPath(target) }),
  };
}
