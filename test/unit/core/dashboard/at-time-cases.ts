import { atTime } from '../../../../src/core/dashboard/at-time.ts';
import type { DashboardTool } from '../../../../src/core/dashboard/tool/tool.ts';

/** The incident of the examples, and the time at which its dashboards are opened. */
export const incident = {
  from: new Date('2026-03-01T10:00:00Z'),
  to: new Date('2026-03-01T12:00:00Z'),
  now: new Date('2026-03-01T12:40:00Z'),
} as const;

/** An address before and after it is opened at the time of the incident. */
export interface Case {
  readonly tool: DashboardTool;
  /** The form in which the address has its time. */
  readonly time: string;
  /** Whether the incident goes on. */
  readonly open?: true;
  readonly before: string;
  /** Absent if the address stays as it is. */
  readonly after?: string;
}

const hosts = {
  grafana: 'https://grafana.acme.io',
  datadog: 'https://app.datadoghq.com',
  kibana: 'https://logs.acme.io',
  cloudwatch: 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#',
} as const;

/** For each tool, the forms that addresses have. */
export const cases: readonly Case[] = [
  {
    tool: 'grafana',
    time: 'none',
    before: `${hosts.grafana}/d/abc123/shop`,
    after: `${hosts.grafana}/d/abc123/shop?from=1772358120000&to=1772367480000`,
  },
  {
    tool: 'grafana',
    time: 'relative',
    before: `${hosts.grafana}/d/abc123/shop?orgId=1&from=now-6h&to=now&var-pod=a&var-pod=b&refresh=1m`,
    after: `${hosts.grafana}/d/abc123/shop?orgId=1&from=1772358120000&to=1772367480000&var-pod=a&var-pod=b&refresh=1m`,
  },
  {
    tool: 'grafana',
    time: 'relative, still open',
    open: true,
    before: `${hosts.grafana}/d/abc123/shop?from=now-6h&to=now`,
    after: `${hosts.grafana}/d/abc123/shop?from=1772357760000&to=now`,
  },
  {
    tool: 'grafana',
    time: 'absolute',
    before: `${hosts.grafana}/d-solo/abc123/shop?from=1594299600000&panelId=2&to=1594307700000`,
    after: `${hosts.grafana}/d-solo/abc123/shop?from=1772358120000&panelId=2&to=1772367480000`,
  },
  {
    tool: 'grafana',
    time: 'middle and length',
    before: `${hosts.grafana}/d/abc123/shop?time=1594299600000&time.window=3600000`,
    after: `${hosts.grafana}/d/abc123/shop?time=1772362800000&time.window=9360000`,
  },
  {
    tool: 'grafana',
    time: 'relative, encoded',
    before: `${hosts.grafana}/d/abc123/shop?from=now-6h%2Fm&to=now%2Fm&var-q=a%26b`,
    after: `${hosts.grafana}/d/abc123/shop?from=1772358120000&to=1772367480000&var-q=a%26b`,
  },
  {
    tool: 'grafana',
    time: 'Explore, in JSON',
    before: `${hosts.grafana}/explore?left={"datasource":"loki","queries":[{"expr":"{app=\\"shop\\"}"}],"range":{"from":"now-1h","to":"now"}}`,
    after: `${hosts.grafana}/explore?left={"datasource":"loki","queries":[{"expr":"{app=\\"shop\\"}"}],"range":{"from":"1772358120000","to":"1772367480000"}}`,
  },
  {
    tool: 'grafana',
    time: 'Explore, in JSON, encoded',
    before: `${hosts.grafana}/explore?schemaVersion=1&panes=%7B%22a1%22%3A%7B%22queries%22%3A%5B%7B%22expr%22%3A%22up%22%7D%5D%2C%22range%22%3A%7B%22from%22%3A%22now-1h%22%2C%22to%22%3A%22now%22%7D%7D%7D&orgId=1`,
    after: `${hosts.grafana}/explore?schemaVersion=1&panes=%7B%22a1%22%3A%7B%22queries%22%3A%5B%7B%22expr%22%3A%22up%22%7D%5D%2C%22range%22%3A%7B%22from%22%3A%221772358120000%22%2C%22to%22%3A%221772367480000%22%7D%7D%7D&orgId=1`,
  },
  {
    tool: 'grafana',
    time: 'Explore, as a list, encoded',
    before: `${hosts.grafana}/explore?orgId=1&left=%5B%22now-1h%22,%22now%22,%22loki%22,%7B%22expr%22:%22up%22%7D%5D`,
    after: `${hosts.grafana}/explore?orgId=1&left=%5B%221772358120000%22,%221772367480000%22,%22loki%22,%7B%22expr%22:%22up%22%7D%5D`,
  },
  {
    tool: 'grafana',
    time: 'short link',
    before: `${hosts.grafana}/goto/Zk3x9Q?orgId=1`,
  },
  {
    tool: 'datadog',
    time: 'none',
    before: `${hosts.datadog}/dashboard/abc-def-ghi/shop`,
    after: `${hosts.datadog}/dashboard/abc-def-ghi/shop?from_ts=1772358120000&to_ts=1772367480000&live=false`,
  },
  {
    tool: 'datadog',
    time: 'relative',
    before: `${hosts.datadog}/dashboard/abc-def-ghi/shop?tpl_var_env=prod&live=true`,
    after: `${hosts.datadog}/dashboard/abc-def-ghi/shop?tpl_var_env=prod&live=false&from_ts=1772358120000&to_ts=1772367480000`,
  },
  {
    tool: 'datadog',
    time: 'absolute',
    before: `${hosts.datadog}/logs?query=service%3Ashop&from_ts=1661805073576&to_ts=1661891473576&live=true`,
    after: `${hosts.datadog}/logs?query=service%3Ashop&from_ts=1772358120000&to_ts=1772367480000&live=false`,
  },
  {
    tool: 'datadog',
    time: 'absolute, of traces',
    before: `${hosts.datadog}/apm/service/shop/web.request?end=1545136847351&env=production&paused=false&start=1545133247351`,
    after: `${hosts.datadog}/apm/service/shop/web.request?end=1772367480000&env=production&paused=true&start=1772358120000`,
  },
  {
    tool: 'datadog',
    time: 'short link',
    before: `${hosts.datadog}/s/abc/d1-e2f`,
  },
  {
    tool: 'kibana',
    time: 'none',
    before: `${hosts.kibana}/app/dashboards#/view/d0c5a7e0`,
    after: `${hosts.kibana}/app/dashboards#/view/d0c5a7e0?_g=(time:(from:'2026-03-01T09:42:00.000Z',to:'2026-03-01T12:18:00.000Z'))`,
  },
  {
    tool: 'kibana',
    time: 'relative, in the fragment',
    before: `${hosts.kibana}/s/shop/app/discover#/?_g=(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:now-15m,to:now))&_a=(columns:!(message))`,
    after: `${hosts.kibana}/s/shop/app/discover#/?_g=(filters:!(),refreshInterval:(pause:!t,value:0),time:(from:'2026-03-01T09:42:00.000Z',to:'2026-03-01T12:18:00.000Z'))&_a=(columns:!(message))`,
  },
  {
    tool: 'kibana',
    time: 'relative, still open',
    open: true,
    before: `${hosts.kibana}/app/dashboards#/view/d0c5a7e0?_g=(time:(from:now-15m,to:now))`,
    after: `${hosts.kibana}/app/dashboards#/view/d0c5a7e0?_g=(time:(from:'2026-03-01T09:36:00.000Z',to:now))`,
  },
  {
    tool: 'kibana',
    time: 'relative, up to Kibana 6',
    before: `${hosts.kibana}/app/kibana#/dashboard/d0c5a7e0?_g=(refreshInterval:(display:Off,pause:!f,value:0),time:(from:now-24h,mode:quick,to:now))`,
    after: `${hosts.kibana}/app/kibana#/dashboard/d0c5a7e0?_g=(refreshInterval:(display:Off,pause:!f,value:0),time:(from:'2026-03-01T09:42:00.000Z',mode:absolute,to:'2026-03-01T12:18:00.000Z'))`,
  },
  {
    tool: 'kibana',
    time: 'absolute, in the fragment',
    before: `${hosts.kibana}/_dashboards/app/data-explorer/discover#?_a=(discover:(columns:!(_source)))&_g=(filters:!(),time:(from:'2025-11-03T08:00:00.000Z',to:'2025-11-03T09:00:00.000Z'))`,
    after: `${hosts.kibana}/_dashboards/app/data-explorer/discover#?_a=(discover:(columns:!(_source)))&_g=(filters:!(),time:(from:'2026-03-01T09:42:00.000Z',to:'2026-03-01T12:18:00.000Z'))`,
  },
  {
    tool: 'kibana',
    time: 'relative, encoded',
    before: `${hosts.kibana}/app/discover#/view/d0c5a7e0?_g=%28filters%3A!%28%29%2Ctime%3A%28from%3Anow-1d%2Cto%3Anow%29%29`,
    after: `${hosts.kibana}/app/discover#/view/d0c5a7e0?_g=%28filters%3A!%28%29%2Ctime%3A%28from%3A%272026-03-01T09%3A42%3A00.000Z%27%2Cto%3A%272026-03-01T12%3A18%3A00.000Z%27%29%29`,
  },
  {
    tool: 'kibana',
    time: 'traces, in the query',
    before: `${hosts.kibana}/app/apm/services/shop/overview?rangeFrom=now-15m&rangeTo=now&environment=ENVIRONMENT_ALL`,
    after: `${hosts.kibana}/app/apm/services/shop/overview?rangeFrom=2026-03-01T09:42:00.000Z&rangeTo=2026-03-01T12:18:00.000Z&environment=ENVIRONMENT_ALL`,
  },
  {
    tool: 'kibana',
    time: 'short link',
    before: `${hosts.kibana}/goto/0123456789abcdef0123456789abcdef`,
  },
  {
    tool: 'cloudwatch',
    time: 'none',
    before: `${hosts.cloudwatch}dashboards/dashboard/Shop`,
    after: `${hosts.cloudwatch}dashboards/dashboard/Shop?start=2026-03-01T09:42:00.000Z&end=2026-03-01T12:18:00.000Z`,
  },
  {
    tool: 'cloudwatch',
    time: 'relative, in the fragment',
    before: `${hosts.cloudwatch}dashboards/dashboard/Shop?start=PT1H&end=null`,
    after: `${hosts.cloudwatch}dashboards/dashboard/Shop?start=2026-03-01T09:42:00.000Z&end=2026-03-01T12:18:00.000Z`,
  },
  {
    tool: 'cloudwatch',
    time: 'relative, older form',
    before: `${hosts.cloudwatch}dashboards:name=Shop;start=PT3H`,
    after: `${hosts.cloudwatch}dashboards:name=Shop;start=2026-03-01T09:42:00.000Z;end=2026-03-01T12:18:00.000Z`,
  },
  {
    tool: 'cloudwatch',
    time: 'absolute, older form',
    before: `${hosts.cloudwatch}dashboards:name=Shop;start=2025-11-03T08:00:00Z;end=2025-11-03T09:00:00Z;autoRefresh=60`,
    after: `${hosts.cloudwatch}dashboards:name=Shop;start=2026-03-01T09:42:00.000Z;end=2026-03-01T12:18:00.000Z;autoRefresh=60`,
  },
  {
    tool: 'cloudwatch',
    time: 'metrics, relative',
    before: `${hosts.cloudwatch}metricsV2:graph=~(metrics~(~(~'AWS*2fLambda~'Errors~'FunctionName~'shop))~start~'-PT3H~end~'P0D~stat~'Sum);query=~'shop`,
    after: `${hosts.cloudwatch}metricsV2:graph=~(metrics~(~(~'AWS*2fLambda~'Errors~'FunctionName~'shop))~start~'2026-03-01T09*3a42*3a00.000Z~end~'2026-03-01T12*3a18*3a00.000Z~stat~'Sum);query=~'shop`,
  },
  {
    tool: 'cloudwatch',
    time: 'metrics, encoded',
    before: `${hosts.cloudwatch}metricsV2?graph=%7E%28view%7E%27timeSeries%7Estart%7E%27-PT3H%7Eend%7E%27P0D%29`,
    after: `${hosts.cloudwatch}metricsV2?graph=%7E%28view%7E%27timeSeries%7Estart%7E%272026-03-01T09*3a42*3a00.000Z%7Eend%7E%272026-03-01T12*3a18*3a00.000Z%29`,
  },
  {
    tool: 'cloudwatch',
    time: 'query of logs, relative',
    before: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D~(end~0~start~-3600~timeType~'RELATIVE~unit~'seconds~editorString~'fields*20*40message~source~(~'*2faws*2flambda*2fshop))`,
    after: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D~(end~'2026-03-01T12*3a18*3a00.000Z~start~'2026-03-01T09*3a42*3a00.000Z~timeType~'ABSOLUTE~unit~'seconds~editorString~'fields*20*40message~source~(~'*2faws*2flambda*2fshop)~tz~'UTC)`,
  },
  {
    tool: 'cloudwatch',
    time: 'query of logs, absolute',
    before: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D~(end~'2025-11-03T09*3a00*3a00.000Z~start~'2025-11-03T08*3a00*3a00.000Z~timeType~'ABSOLUTE~tz~'LOCAL~editorString~'fields*20*40message~source~(~'shop))`,
    after: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D~(end~'2026-03-01T12*3a18*3a00.000Z~start~'2026-03-01T09*3a42*3a00.000Z~timeType~'ABSOLUTE~tz~'LOCAL~editorString~'fields*20*40message~source~(~'shop))`,
  },
  {
    tool: 'cloudwatch',
    time: 'query of logs, encoded twice',
    before: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D$257E$2528end$257E0$257Estart$257E-3600$257EtimeType$257E$2527RELATIVE$257Eunit$257E$2527seconds$257Esource$257E$2528$257E$2527shop$2529$2529`,
    after: `${hosts.cloudwatch}logsV2:logs-insights$3FqueryDetail$3D$257E$2528end$257E$25272026-03-01T12*3a18*3a00.000Z$257Estart$257E$25272026-03-01T09*3a42*3a00.000Z$257EtimeType$257E$2527ABSOLUTE$257Eunit$257E$2527seconds$257Esource$257E$2528$257E$2527shop$2529$257Etz$257E$2527UTC$2529`,
  },
  {
    tool: 'cloudwatch',
    time: 'events of logs, relative',
    before: `${hosts.cloudwatch}logsV2:log-groups/log-group/$252Faws$252Flambda$252Fshop/log-events$3FfilterPattern$3D$2522ERROR$2522$26start$3D-3600000`,
    after: `${hosts.cloudwatch}logsV2:log-groups/log-group/$252Faws$252Flambda$252Fshop/log-events$3FfilterPattern$3D$2522ERROR$2522$26start$3D1772358120000$26end$3D1772367480000`,
  },
];

/** Returns what an address of a case becomes. */
export function opened({ before, open }: Case): ReturnType<typeof atTime> {
  return atTime(before, { from: incident.from, to: open === true ? undefined : incident.to }, incident.now);
}

/** Returns the cases as the lines of a table: the tool and the form of the time, the address before, and the address after. */
export function tableOfCases(): string[] {
  return cases.flatMap((each) => {
    const found = opened(each);
    return [
      `${each.tool}: ${each.time}`,
      `  before  ${each.before}`,
      `  after   ${found.changed ? found.address : `the same (${found.because})`}`,
    ];
  });
}
