import { addressOf, withoutTemplates, type Address } from '../address.ts';
import { isCloudwatch } from './cloudwatch.ts';
import { datadogView } from './datadog.ts';
import { grafanaView } from './grafana.ts';
import { kibanaView } from './kibana.ts';
import type { View } from './view.ts';

/** Tools with dashboards and logs. OpenSearch Dashboards is a copy of Kibana and has its addresses. */
export type DashboardTool = 'grafana' | 'datadog' | 'kibana' | 'cloudwatch';

/** A tool, and what an address of it shows. */
export interface ToolView {
  readonly tool: DashboardTool;
  readonly view: View;
}

/**
 * Returns the tool that an address leads into, if it leads to a dashboard, to an exploring page or to logs; undefined for all others, such as
 * the documentation, settings and lists of a tool. Grafana and Kibana have any host, so their paths and parameters are looked at.
 * @param address may have parts of templates.
 */
export function toolOf(address: string): ToolView | undefined {
  const parts = addressOf(withoutTemplates(address));
  return parts === undefined ? undefined : toolOfParts(parts);
}

function toolOfParts(address: Address): ToolView | undefined {
  if (isCloudwatch(address)) {
    return { tool: 'cloudwatch', view: 'view' };
  }
  const views = { datadog: datadogView(address), kibana: kibanaView(address), grafana: grafanaView(address) };
  const tool = (['datadog', 'kibana', 'grafana'] as const).find((each) => views[each] !== undefined);
  const view = tool && views[tool];
  return tool === undefined || view === undefined ? undefined : { tool, view };
}
