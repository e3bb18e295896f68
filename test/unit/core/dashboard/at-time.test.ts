import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { atTime } from '../../../../src/core/dashboard/at-time.ts';
import { cases, incident, opened } from './at-time-cases.ts';
import { page, withTable } from './page.ts';

const minute = 60_000;

/** The minutes that a dashboard of Grafana shows before the start and after the end. */
function margins(from: Date, to: Date | undefined, now: Date): readonly [number, number | string] {
  const { address } = atTime('https://grafana.acme.io/d/a/b', { from, to }, now);
  const query = new URL(address).searchParams;
  const end = query.get('to') ?? '';
  return [
    (from.getTime() - Number(query.get('from'))) / minute,
    end === 'now' ? end : (Number(end) - (to?.getTime() ?? 0)) / minute,
  ];
}

describe('an address at the time of an incident', () => {
  for (const each of cases) {
    it(`${each.tool}: ${each.time}: ${each.after === undefined ? 'stays' : 'changes'}`, () => {
      const found = opened(each);
      assert.equal(found.changed ? found.address : undefined, each.after);
      assert.equal(found.changed || found.address === each.before, true);
    });
  }

  it('is shown in docs/dashboards.md as it is now', () => {
    const text = readFileSync(page, 'utf8');
    assert.equal(withTable(text), text, 'node test/unit/core/dashboard/at-time-table.ts --write');
  });

  it('has 15 % of the duration around it, at least 15 minutes and at most an hour', () => {
    const from = new Date('2026-03-01T10:00:00Z');
    const after = (minutes: number): Date => new Date(from.getTime() + minutes * minute);
    const now = after(10_000);
    assert.deepEqual(margins(from, after(5), now), [15, 15]);
    assert.deepEqual(margins(from, after(200), now), [30, 30]);
    assert.deepEqual(margins(from, after(6000), now), [60, 60]);
    assert.deepEqual(margins(from, undefined, after(200)), [30, 'now']);
    assert.deepEqual(margins(from, undefined, after(-5)), [15, 'now'], 'a start in the future');
    assert.deepEqual(margins(from, after(-5), now), [15, 20], 'an end before the start counts as the start');
  });

  it('ends now in tools that take no word for it', () => {
    const open = { from: incident.from, to: undefined };
    const now = String(incident.now.getTime());
    assert.match(atTime('https://app.datadoghq.com/logs', open, incident.now).address, new RegExp(`to_ts=${now}&`));
    assert.ok(
      atTime('https://console.aws.amazon.com/cloudwatch/home#dashboards:name=A', open, incident.now).address.endsWith(
        ';end=2026-03-01T12:40:00.000Z',
      ),
    );
  });

  it('stays where it cannot be changed, and says why', () => {
    const because = (address: string, from = incident.from): string => {
      const found = atTime(address, { ...incident, from }, incident.now);
      assert.equal(found.address === address || found.changed, true);
      return found.changed ? 'changed' : found.because;
    };
    const whole = 'https://grafana.acme.io/d/a/b';
    assert.equal(because(whole), 'changed');
    assert.equal(because(whole, new Date(Number.NaN)), 'no-time');
    assert.equal(because(whole, new Date(8.64e15)), 'no-time');
    for (const address of [
      'https://grafana.acme.io/dashboard/snapshot/abc',
      'https://grafana.acme.io/explore',
      'https://grafana.acme.io/explore?left=%7B%22range%22:%7B%22from',
      'https://grafana.acme.io/explore?panes={}',
      'https://app.datadoghq.com/logs/livetail?query=a',
      'https://logs.acme.io/app/dashboards#/view/a?_g=h@12ab',
      'https://logs.acme.io/app/dashboards#/view/a?_g=(time:(from:now',
      'https://console.aws.amazon.com/cloudwatch/home#logsV2:logs-insights',
      'https://console.aws.amazon.com/cloudwatch/home#logsV2:log-groups/log-group/a',
      'https://console.aws.amazon.com/cloudwatch/home#logsV2:log-groups/log-group/a?end=b/log-events',
      "https://console.aws.amazon.com/cloudwatch/home#metricsV2:graph=~(metrics~(~(~'a",
      "https://console.aws.amazon.com/cloudwatch/home#metricsV2:graph=~(start~'-PT3H~end)",
    ]) {
      assert.equal(because(address), 'no-time', address);
    }
    for (const address of [
      'https://grafana.acme.io/d/{{ $labels.uid }}/b',
      'https://grafana.${DOMAIN}/d/a/b',
      'https://grafana.<cluster>.acme.io/d/a/b',
      'https://$GRAFANA/d/a/b?orgId=1',
      'https://grafana.acme.io/d/a/b?var-pod={pod}',
    ]) {
      assert.equal(because(address), 'template', address);
    }
    for (const address of [
      'https://example.org/',
      'http://grafana.acme.io',
      'javascript:https://grafana.acme.io/d/a/b',
      'ftp://grafana.acme.io/d/a/b',
      'grafana.acme.io/d/a/b',
      ' https://grafana.acme.io/d/a/b',
      'https://grafana.acme.io/d/a/b ',
      'https://grafana.acme.io/d/a b/c',
      'https://gra fana.acme.io/d/a/b',
      'https://grafana.acme.io/d/a/b\n',
      'https://grafana.acme.io@example.org/d/a/b',
      String.raw`https://example.org\@grafana.acme.io/d/a/b`,
      '',
    ]) {
      assert.equal(because(address), 'other', address);
    }
  });

  it('keeps duplicate parameters, empty ones, their order and the fragment', () => {
    const at = (address: string): string => atTime(address, incident, incident.now).address;
    const base = 'https://grafana.acme.io/d/a/b';
    const ends = ['from=1772358120000', 'to=1772367480000'] as const;
    assert.equal(
      at(`${base}?&from=now-1h&&a&from=now-2h&to=now&%20=%zz&b==#c?d&from=e`),
      `${base}?&${ends[0]}&&a&${ends[0]}&${ends[1]}&%20=%zz&b==#c?d&from=e`,
    );
    assert.equal(at(`${base}?`), `${base}?${ends.join('&')}`);
    assert.equal(at(`${base}#x`), `${base}?${ends.join('&')}#x`);
    assert.equal(at(`${base}?from`), `${base}?from=1772358120000&to=1772367480000`);
  });

  it('adds what is missing in the encoding of the rest', () => {
    const at = (address: string): string => atTime(address, incident, incident.now).address;
    assert.equal(
      at('https://grafana.acme.io/explore?panes=%7B%22a%22%3A%7B%22queries%22%3A%5B%5D%7D%7D'),
      'https://grafana.acme.io/explore?panes=%7B%22a%22%3A%7B%22queries%22%3A%5B%5D%2C%22range%22%3A%7B%22from%22%3A%221772358120000%22%2C%22to%22%3A%221772367480000%22%7D%7D%7D',
    );
    assert.equal(
      at('https://kibana.acme.io/app/discover#/?_g=%28%29'),
      'https://kibana.acme.io/app/discover#/?_g=%28time:%28from:%272026-03-01T09:42:00.000Z%27,to:%272026-03-01T12:18:00.000Z%27%29%29',
    );
    assert.equal(
      at('https://console.aws.amazon.com/cloudwatch/home#metricsV2:graph=~()'),
      "https://console.aws.amazon.com/cloudwatch/home#metricsV2:graph=~(start~'2026-03-01T09*3a42*3a00.000Z~end~'2026-03-01T12*3a18*3a00.000Z)",
    );
    assert.equal(
      at('https://console.aws.amazon.com/cloudwatch/home#logsV2:log-groups/log-group/a/log-events'),
      'https://console.aws.amazon.com/cloudwatch/home#logsV2:log-groups/log-group/a/log-events$3Fstart$3D1772358120000$26end$3D1772367480000',
    );
  });

  it('does not take for a time what only looks like one', () => {
    const at = (address: string): string => atTime(address, incident, incident.now).address;
    const pane = '{"queries":[{"expr":"range","range":{"from":"x"}}],"range":{"from":"now-1h","to":"now"}}';
    assert.equal(
      at(`https://grafana.acme.io/explore?left=${pane}`),
      `https://grafana.acme.io/explore?left=${pane.replace('now-1h', '1772358120000').replace('"now"', '"1772367480000"')}`,
    );
    const state = "filters:!((query:(time:(from:1)),a:'!',time:(from:x)')),time:(from:now-1h,to:now)";
    assert.equal(
      at(`https://kibana.acme.io/app/discover#/?_g=(${state})&_a=(time:(from:now-1h))`),
      `https://kibana.acme.io/app/discover#/?_g=(${state
        .replace('now-1h', "'2026-03-01T09:42:00.000Z'")
        .replace('to:now', "to:'2026-03-01T12:18:00.000Z'")})&_a=(time:(from:now-1h))`,
    );
  });
});
