import type { Address } from '../address.ts';

const console = /(?:^|\.)console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com|aws\.amazon\.eu)$/;

/** What a fragment begins with, decoded: a dashboard, graphs of metrics, a query of logs, or one group of logs. Alarms and lists have no time. */
const views =
  /^(?:dashboards:(?:[^;]*;)*name=.|dashboards\/dashboard\/.|metrics(?:V2)?[:?].|(?:logsV2:)?logs-insights|logsV2:log-groups\/log-group\/.|logEventViewer:)/;

/** Returns whether an address leads to a dashboard, metrics or logs in the console of AWS. */
export function isCloudwatch({ host, path, fragment }: Address): boolean {
  return console.test(host) && /^\/cloudwatch\/./.test(path) && views.test(startOf(fragment ?? ''));
}

/** The start of a fragment, so far as it tells the view, decoded. */
function startOf(fragment: string): string {
  return fragment
    .slice(0, 300)
    .replace(/[%$]([0-9a-f]{2})/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)));
}
