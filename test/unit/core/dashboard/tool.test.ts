import assert from 'node:assert/strict';
import { toolOf } from '../../../../src/core/dashboard/tool/tool.ts';

const aws = 'https://console.aws.amazon.com/cloudwatch/home?region=eu-west-1#';

const recognised: Readonly<Record<string, readonly string[]>> = {
  grafana: [
    'https://grafana.acme.io/d/abc',
    'https://grafana.acme.io/d/abc/shop?orgId=1',
    'HTTPS://Grafana.acme.io:3000/d/abc/',
    'https://acme.io/d/abc/shop',
    'https://acme.io/d/abc?var-pod=a',
    'https://monitoring.acme.io/d/abc',
    'http://localhost:3000/d/abc/shop',
    'http://[::1]:3000/d/abc/shop',
    'https://acme.io/grafana/d/abc',
    'https://acme.io/api/v1/namespaces/a/services/b/proxy/d/abc/shop',
    'https://acme.io/d-solo/abc/shop?panelId=2',
    'https://acme.io/render/d-solo/abc/shop?panelId=2',
    'https://acme.io/dashboard/db/shop',
    'https://acme.io/dashboard/file/shop.json',
    'https://acme.io/dashboard/snapshot/abc',
    'https://acme.io/public-dashboards/abc',
    'https://grafana.acme.io/explore',
    'http://localhost:3001/explore?schemaVersion=1&panes=%7B%7D',
    'https://acme.io/explore?left=%5B%5D',
    'https://acme.grafana.net/a/grafana-lokiexplore-app/explore?from=now-1h&to=now',
    'https://{{ .Values.host }}/d/abc/shop',
    'https://grafana.<cluster>.acme.io/d/abc/shop',
    'https://grafana.acme.io/d/{uid}/shop',
    'https://${GRAFANA_HOST}/d/abc/shop?var-pod={{ $labels.pod }}',
  ],
  datadog: [
    'https://app.datadoghq.com/dashboard/abc-def-ghi/shop',
    'https://app.datadoghq.com/dash/12',
    'https://app.datadoghq.com/screen/12/shop',
    'https://app.datadoghq.eu/logs?query=a',
    'https://us3.datadoghq.com/logs/analytics',
    'https://us5.datadoghq.com/apm/traces?query=a',
    'https://ap1.datadoghq.com/metric/explorer?exp_metric=a',
    'https://app.ddog-gov.com/notebook/12/shop',
    'https://acme.datadoghq.com/dashboard/abc-def-ghi',
    'https://acme.us5.datadoghq.com/rum/explorer',
    'https://p.datadoghq.com/sb/abc-123?theme=dark',
  ],
  kibana: [
    'https://logs.acme.io/app/dashboards#/view/abc',
    'https://logs.acme.io/s/shop/app/dashboards#/view/abc?_g=()',
    'https://logs.acme.io/app/kibana#/dashboard/abc',
    'https://logs.acme.io/app/kibana#/discover?_g=()',
    'https://logs.acme.io/app/kibana#/visualize/edit/abc',
    'https://logs.acme.io/app/discover#/',
    'https://logs.acme.io/app/discover#/view/abc',
    'https://kibana.acme.io/app/discover',
    'https://acme.io/_dashboards/app/dashboards#/view/abc',
    'https://acme.io/_dashboards/app/data-explorer/discover#?_a=()&_g=()',
    'https://acme.io/_plugin/kibana/app/kibana#/dashboard/abc',
    'https://kibana.acme.io/#/dashboard/abc?_g=()',
    'https://logs.acme.io/app/apm/services/a?rangeFrom=now-15m&rangeTo=now',
  ],
  cloudwatch: [
    `${aws}dashboards:name=Shop;start=PT3H`,
    `${aws}dashboards/dashboard/Shop`,
    `${aws}dashboards%3Aname%3DShop`,
    `${aws}metricsV2:graph=~()`,
    `${aws}metricsV2?graph=~()`,
    `${aws}logsV2:logs-insights`,
    `${aws}logs-insights:queryDetail=~()`,
    `${aws}logsV2:log-groups/log-group/$252Faws$252Flambda`,
    `${aws}logEventViewer:group=a;stream=b`,
    'https://eu-west-1.console.aws.amazon.com/cloudwatch/home#dashboards:name=Shop',
    'https://123-abc.eu-west-1.console.aws.amazon.com/cloudwatch/home#dashboards:name=Shop',
    'https://console.amazonaws.cn/cloudwatch/home#dashboards:name=Shop',
    'https://console.amazonaws-us-gov.com/cloudwatch/deeplink.js?region=a#dashboards:name=Shop',
  ],
};

const short: Readonly<Record<string, readonly string[]>> = {
  grafana: ['https://grafana.acme.io/goto/Zk3x9Q', 'https://acme.io/goto/Zk3x9Q?orgId=1'],
  kibana: [
    'https://logs.acme.io/goto/0123456789abcdef0123456789abcdef',
    'https://logs.acme.io/s/shop/goto/0123456789abcdef0123456789abcdef?security_tenant=global',
    'https://logs.acme.io/app/r/s/hnBk2',
  ],
  datadog: ['https://app.datadoghq.com/s/abc/d1-e2f'],
};

const others = [
  'https://acme.io/d/abc',
  'https://acme.io/shop/d/abc/x',
  'https://acme.io/explore',
  'https://acme.io/goto/abc',
  'https://acme.io/app/dashboards',
  'https://acme.io/dashboard',
  'https://discuss.acme.io/d/12-title',
  'https://discuss.acme.io/d/12-title/4',
  'https://docs.google.com/document/d/abc/edit',
  'https://drive.google.com/d/abc/view',
  'https://github.com/explore',
  'https://github.com/grafana/grafana',
  'https://grafana.com/grafana/dashboards/1860-node',
  'https://grafana.com/docs/grafana/latest/explore/',
  'https://grafana.acme.io/',
  'https://grafana.acme.io/?orgId=1',
  'https://grafana.acme.io/dashboards/f/abc/shop',
  'https://grafana.acme.io/alerting/list',
  'https://docs.datadoghq.com/dashboards/',
  'https://www.datadoghq.com/logs',
  'https://app.datadoghq.com/',
  'https://app.datadoghq.com/monitors/12',
  'https://app.datadoghq.com/dashboard/lists',
  'https://app.datadoghq.com/notebook/list',
  'https://app.datadoghq.com/apm/settings',
  'https://app.datadoghq.com.evil.io/dashboard/abc',
  'https://notdatadoghq.com/dashboard/abc',
  'https://logs.acme.io/app/kibana',
  'https://logs.acme.io/app/kibana#/management/kibana',
  'https://logs.acme.io/app/dashboards#/list',
  'https://www.elastic.co/guide/en/kibana/current/dashboard.html',
  'https://console.aws.amazon.com/cloudwatch/home',
  `${aws}alarmsV2:alarm/a`,
  `${aws}dashboards:`,
  `${aws}logsV2:log-groups`,
  'https://console.aws.amazon.com/ec2/home#dashboards:name=Shop',
  'https://console.aws.amazon.com.evil.io/cloudwatch/home#dashboards:name=Shop',
  'ftp://grafana.acme.io/d/abc/shop',
  'javascript:alert(1)//https://grafana.acme.io/d/abc/shop',
];

describe('the tool of an address', () => {
  for (const [tool, addresses] of Object.entries(recognised)) {
    it(`${tool}, with what it shows`, () => {
      for (const address of addresses) {
        assert.deepEqual(toolOf(address), { tool, view: 'view' }, address);
      }
    });
  }

  it('is known for short links, which only the tool can follow', () => {
    for (const [tool, addresses] of Object.entries(short)) {
      for (const address of addresses) {
        assert.deepEqual(toolOf(address), { tool, view: 'short-link' }, address);
      }
    }
  });

  it('is none for what has no time to show', () => {
    for (const address of others) {
      assert.equal(toolOf(address), undefined, address);
    }
  });
});
