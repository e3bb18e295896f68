import assert from 'node:assert/strict';
import { mayDefineObjectives } from '../../../../src/core/objective/may-define.ts';
import type { Objective } from '../../../../src/core/objective/objective.ts';
import { readObjectives } from '../../../../src/core/objective/read/read.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

type Facts = Omit<Objective, 'range' | 'path'>;

/** Reads a file that has no problem. The text of each name's key is checked too. */
function read(text: string, keys: readonly string[] = ['name']): Facts[] {
  const { objectives, problems, path } = readObjectives('slo/shop.yaml', text);
  assert.deepEqual(problems, []);
  assert.equal(path, 'slo/shop.yaml');
  const lines = Lines.of(text);
  return objectives.map(({ range, path: of, ...facts }) => {
    assert.ok(keys.includes(lines.slice(range)), lines.slice(range));
    assert.equal(of, path);
    return facts;
  });
}

describe('objectives of OpenSLO', () => {
  it('are read with the SLI and the service of the same file, and a window that rolls', () => {
    const text = `apiVersion: openslo/v1
kind: Service
metadata:
  name: checkout
---
apiVersion: openslo/v1
kind: SLI
metadata:
  name: orders-placed
spec:
  ratioMetric:
    good: {metricSource: {type: Prometheus, spec: {query: 'orders_total{result="ok"}'}}}
    total: {metricSource: {type: Prometheus, spec: {query: orders_total}}}
---
apiVersion: openslo/v1
kind: SLO
metadata:
  name: checkout-orders
  displayName: Orders go through
spec:
  description: Customers can pay.
  service: checkout
  indicatorRef: orders-placed
  timeWindow:
    - duration: 4w
      isRolling: true
  budgetingMethod: Occurrences
  objectives:
    - targetPercent: 99.9
`;
    assert.deepEqual(read(text), [
      {
        name: 'checkout-orders',
        service: 'checkout',
        target: 0.999,
        window: { days: 28, calendar: false },
        source: 'openslo',
        indicator: 'ratio',
        description: 'Customers can pay.',
        method: 'occurrences',
      },
    ]);
    assert.deepEqual(readObjectives('slo/shop.yaml', text).objectives[0]?.range, {
      start: { line: 17, character: 2 },
      end: { line: 17, character: 6 },
    });
  });

  it('are several of one SLO, in slices of time, over a quarter of the calendar', () => {
    const text = `apiVersion: openslo/v1
kind: SLO
metadata: {name: search-speed}
spec:
  service: search
  indicator:
    metadata: {name: search-duration}
    spec:
      thresholdMetric: {metricSource: {type: Prometheus}}
  timeWindow:
    - duration: 1Q
      calendar: {startTime: 2026-01-01 00:00:00, timeZone: Europe/Berlin}
  budgetingMethod: Timeslices
  objectives:
    - displayName: fast
      op: lte
      value: 0.2
      target: 0.9
      timeSliceTarget: 0.95
      timeSliceWindow: 1m
    - op: lte
      value: 1
      target: 0.99
      timeSliceTarget: 1
      timeSliceWindow: 1m
`;
    const shared = {
      service: 'search',
      window: {
        days: 90,
        calendar: true,
        period: { count: 1, unit: 'quarter' as const },
        start: '2026-01-01 00:00:00',
        zone: 'Europe/Berlin',
      },
      source: 'openslo' as const,
      indicator: 'threshold' as const,
      method: 'timeslices' as const,
    };
    assert.deepEqual(read(text, ['name', 'displayName']), [
      { name: 'search-speed: fast', target: 0.9, sliceTarget: 0.95, ...shared },
      { name: 'search-speed: 2', target: 0.99, sliceTarget: 1, ...shared },
    ]);
  });

  it('are read in the forms before v1, and in a list', () => {
    const text = `- apiVersion: openslo/v1alpha
  kind: SLO
  metadata:
    name: uploads
  spec:
    service: media
    timeWindows:
      - unit: Month
        count: 1
        isRolling: false
        calendar:
          startTime: 2026-01-01 00:00:00
          timeZone: UTC
    budgetingMethod: Occurrences
    objectives:
      - target: 0.995
        ratioMetrics:
          good: {source: datadog, queryType: query, query: a}
          total: {source: datadog, queryType: query, query: b}
- apiVersion: openslo/v1beta1
  kind: SLO
  metadata:
    name: downloads
  spec:
    service: media
    indicator:
      thresholdMetric: {source: datadog, queryType: query, query: a}
    timeWindow:
      - unit: Week
        count: 2
        isRolling: true
    budgetingMethod: RatioTimeslices
    objectives:
      - target: 0.9
`;
    assert.deepEqual(read(text), [
      {
        name: 'uploads',
        service: 'media',
        target: 0.995,
        window: {
          days: 30,
          calendar: true,
          period: { count: 1, unit: 'month' },
          start: '2026-01-01 00:00:00',
          zone: 'UTC',
        },
        source: 'openslo',
        indicator: 'ratio',
        method: 'occurrences',
      },
      {
        name: 'downloads',
        service: 'media',
        target: 0.9,
        window: { days: 14, calendar: false },
        source: 'openslo',
        indicator: 'threshold',
      },
    ]);
  });
});

describe('objectives of Sloth', () => {
  it('are read from its plain form, over 30 days', () => {
    const text = `version: "prometheus/v1"
service: "checkout"
labels: {team: shop}
slos:
  - name: "orders"
    objective: 99.9
    description: "Orders go through."
    sli:
      events:
        error_query: sum(rate(orders_total{result=~"(5..|429)"}[{{.window}}]))
        total_query: sum(rate(orders_total[{{.window}}]))
    alerting: {name: OrdersFail}
  - name: refunds
    objective: 95
    sli:
      plugin: {id: shop/refunds}
`;
    const shared = { service: 'checkout', window: { days: 30, calendar: false }, source: 'sloth' as const };
    assert.deepEqual(read(text), [
      { name: 'orders', target: 0.999, indicator: 'ratio', description: 'Orders go through.', ...shared },
      { name: 'refunds', target: 0.95, ...shared },
    ]);
  });

  it('are read from its form for Kubernetes', () => {
    const text = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata:
  name: shop
spec:
  service: cart
  slos:
    - name: cart-errors
      objective: 99.99
      sli:
        raw:
          errorRatioQuery: shop:cart_errors:ratio_rate{{.window}}
`;
    assert.deepEqual(read(text), [
      {
        name: 'cart-errors',
        service: 'cart',
        target: 0.9999,
        window: { days: 30, calendar: false },
        source: 'sloth',
        indicator: 'ratio',
      },
    ]);
  });
});

describe('objectives of Pyrra', () => {
  const pyrra = (spec: string, labels = 'pyrra.dev/service: cart'): string => `apiVersion: pyrra.dev/v1alpha1
kind: ServiceLevelObjective
metadata:
  name: cart-answers
  namespace: shop
  labels:
    ${labels}
spec:
${spec.replaceAll(/^/gm, '  ')}
`;

  it('are read, with the service of a label', () => {
    const facts = read(
      pyrra(
        "description: Carts answer.\ntarget: '99'\nwindow: 4w\nindicator:\n  ratio: {errors: {metric: a}, total: {metric: b}}",
      ),
    );
    assert.deepEqual(facts, [
      {
        name: 'cart-answers',
        service: 'cart',
        target: 0.99,
        window: { days: 28, calendar: false },
        source: 'pyrra',
        indicator: 'ratio',
        description: 'Carts answer.',
      },
    ]);
  });

  it('have one of several indicators, windows as Prometheus writes them, and a service only if a label names it', () => {
    const of = (indicator: string, window: string, labels?: string): Array<Partial<Facts>> =>
      read(pyrra(`target: 99.5\nwindow: ${window}\nindicator:\n  ${indicator}: {}`, labels)).map(
        ({ indicator: kind, window: over, service }) => ({
          ...(kind !== undefined && { indicator: kind }),
          ...(over !== undefined && { window: over }),
          ...(service !== undefined && { service }),
        }),
      );
    assert.deepEqual(of('latency', '1d12h', 'app.kubernetes.io/name: cart'), [
      { indicator: 'latency', window: { days: 1.5, calendar: false }, service: 'cart' },
    ]);
    assert.deepEqual(of('latencyNative', '1y', 'role: alert-rules'), [
      { indicator: 'latency', window: { days: 365, calendar: false } },
    ]);
    assert.deepEqual(of('bool_gauge', '2w', 'app: cart'), [
      { indicator: 'gauge', window: { days: 14, calendar: false }, service: 'cart' },
    ]);
  });

  it('are read from a list of Kubernetes', () => {
    const item = pyrra("target: '99'\nwindow: 4w").replaceAll(/^/gm, '  ').replace(/^ {2}/, '- ').trimEnd();
    assert.equal(read(`apiVersion: v1\nkind: List\nitems:\n${item}\n`).length, 1);
  });
});

describe('files of objectives', () => {
  it('are told by their name and text', () => {
    assert.ok(mayDefineObjectives('a/b.yml', 'apiVersion: openslo/v1\nkind: SLO\n'));
    assert.ok(mayDefineObjectives('b.YAML', "version: 'prometheus/v1'\nslos: []\n"));
    assert.ok(!mayDefineObjectives('b.md', 'apiVersion: openslo/v1\nkind: SLO\n'));
    assert.ok(!mayDefineObjectives('b.yaml', 'groups:\n- rules:\n  - alert: A\n'));
    assert.ok(!mayDefineObjectives('slo.yaml.tpl', 'apiVersion: pyrra.dev/v1alpha1\nkind: ServiceLevelObjective\n'));
  });

  it('have none, and no problem, where other objects stand', () => {
    for (const text of [
      'groups: [',
      'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: servicelevelobjectives.pyrra.dev}\nspec: {group: pyrra.dev/x, names: {kind: ServiceLevelObjective}}\n',
      'apiVersion: openslo/v1\nkind: AlertPolicy\nmetadata: {name: SLO}\n',
    ]) {
      assert.deepEqual(readObjectives('a.yaml', text), { path: 'a.yaml', objectives: [], problems: [] });
    }
  });

  it('have places that count with a byte order mark, any line break and keys in quotation marks', () => {
    const flow =
      '{metadata: {name: a}, apiVersion: pyrra.dev/v1, kind: ServiceLevelObjective, spec: {target: 99, window: 4w}}\n';
    const block = 'version: prometheus/v1\nservice: a\nslos:\n- name: b\n  objective: 99\n';
    for (const text of [flow, block, `# é😀\n${block}`]) {
      for (const written of [text, `\ufeff${text}`, text.replaceAll('\n', '\r\n')]) {
        assert.equal(read(written).length, 1);
      }
    }
    assert.equal(read(block.replace('name:', '"name":'), ['"name"']).length, 1);
  });

  it('are read with aliases and merged mappings', () => {
    const text = `version: prometheus/v1
service: cart
usual: &usual
  objective: 99
  sli: &sli {raw: {}}
slos:
  - name: a
    <<: *usual
  - name: b
    objective: 99.5
    sli: *sli
`;
    assert.deepEqual(
      read(text).map(({ name, target, indicator }) => [name, target, indicator]),
      [
        ['a', 0.99, 'ratio'],
        ['b', 0.995, 'ratio'],
      ],
    );
  });
});
