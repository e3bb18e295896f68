import assert from 'node:assert/strict';
import fc from 'fast-check';
import { leastTime } from '../../../fuzz/time/measure.ts';
import { addressesIn } from '../../../../src/core/dashboard/addresses-in.ts';
import { atTime } from '../../../../src/core/dashboard/at-time.ts';
import { dashboardLinks } from '../../../../src/core/dashboard/links.ts';
import { toolOf } from '../../../../src/core/dashboard/tool/tool.ts';
import { readDocument } from '../../../../src/core/document/document.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { anyText, wildMarkdown } from '../../support/markdown.ts';
import { examples } from '../../support/examples.ts';
import { cases } from './at-time-cases.ts';

const now = new Date('2026-03-01T12:40:00Z');
const spans = fc
  .tuple(
    fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') }),
    fc.option(fc.integer({ max: 1e9 })),
  )
  .map(([from, length]) => ({ from, to: length === null ? undefined : new Date(from.getTime() + length) }));
/** Times that are none, or far from today, too. */
const anySpans = fc.record({ from: fc.date({ noInvalidDate: false }), to: fc.option(fc.date(), { nil: undefined }) });

/** Pieces that addresses of the four tools are made of, whole and broken. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...cases.map(({ before }) => before),
    ...cases.flatMap(({ before }) => before.split(/(?=[?#&;(~])/)),
    ...'%,%2,%28,%29,%7E,$25,$257E,$3F,$3D,(,),~,~(,!,\',",{,},[,],:,;,&,&&,=,?,#,*3a,+, ,{{,}},<a>,\\,é,\ud83d'.split(
      ',',
    ),
    ...'from=,to=now,left=[,panes={,"range":,_g=(,time:(,start~,end=,;start=,live=true,timeType~'.split(','),
  ),
  fc.string({ maxLength: 4 }),
);
const wildAddresses = fc.oneof(
  fc
    .tuple(fc.constantFrom(...cases.map(({ before }) => before)), fc.array(pieces, { maxLength: 4 }))
    .chain(([address, parts]) =>
      fc
        .nat(address.length)
        .map((at) => address.slice(0, at) + parts.join('') + (at % 2 === 0 ? address.slice(at) : '')),
    ),
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
  anyText,
);

const names = fc.constantFrom('orgId', 'var-pod', 'query', 'refresh', 'x', 'tpl_var_env');
const values = fc.constantFrom('', '1', 'a%20b', 'now', '%', '%zz', 'a=b', 'é', '1772358120000', "o'c");
const parameters = fc.array(
  fc.oneof(
    fc.tuple(names, values).map((pair) => pair.join('=')),
    fc.constantFrom('', 'x'),
  ),
  { maxLength: 5 },
);

/** A list with other items put in, each at a place of its own. */
function mixed(
  list: fc.Arbitrary<string[]>,
  others: ReadonlyArray<fc.Arbitrary<string | undefined>>,
): fc.Arbitrary<string[]> {
  return fc.tuple(list, ...others.map((other) => fc.tuple(other, fc.nat(5)))).map(([items, ...added]) => {
    const all = [...items];
    for (const [item, at] of added) {
      if (item !== undefined) {
        all.splice(at, 0, item);
      }
    }
    return all;
  });
}

function either(name: string, sign: string, ...texts: string[]): fc.Arbitrary<string | undefined> {
  return fc.constantFrom(undefined, ...texts.map((text) => name + sign + text));
}

const ms = '1594299600000';
const queries = (start: string, end: string, ...more: string[]): fc.Arbitrary<string> =>
  mixed(parameters, [
    either(start, '=', ms, 'now-6h', 'now-6h%2Fm', '2026-01-01T00%3A00%3A00.000Z'),
    either(end, '=', ms, 'now', ''),
    ...more.map((name) => either(name, '=', 'true', 'false')),
  ]).map((all) => (all.length === 0 ? '' : `?${all.join('&')}`));
const risons = mixed(fc.subarray(['filters:!()', "query:(a:'x!'y,time:z')", 'refreshInterval:(pause:!t,value:0)']), [
  fc.constantFrom(
    undefined,
    'time:(from:now-15m,to:now)',
    "time:(from:'2025-11-03T08:00:00.000Z',mode:absolute,to:now)",
  ),
]).map((all) => `(${all.join(',')})`);
const jsurls = mixed(
  fc.subarray(["editorString~'fields*20*40message", "source~(~'a~'b)", 'isLiveTail~false', "tz~'LOCAL"]),
  [
    either('end', '~', '0', "'2025-11-03T08*3a00*3a00.000Z", "'P0D"),
    either('start', '~', '-3600', "'2025-11-03T08*3a00*3a00.000Z", "'-PT3H"),
    either('timeType', '~', "'RELATIVE", "'ABSOLUTE"),
  ],
).map((all) => `~(${all.join('~')})`);

function encodedBy(text: string, form: 'plain' | 'percent' | 'dollar' | 'twice'): string {
  const percent = text.replace(/[~'()!:,]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return { plain: text, percent, dollar: percent.replaceAll('%', '$'), twice: percent.replaceAll('%', '$25') }[form];
}

const aws = 'https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#';

/** Well-formed addresses, each with a pattern of what says the time in it. */
const wellFormed: ReadonlyArray<readonly [fc.Arbitrary<string>, RegExp]> = [
  [
    fc
      .tuple(queries('from', 'to'), fc.constantFrom('', '#a?from=x'))
      .map(([query, rest]) => `https://grafana.acme.io/d/a/b${query}${rest}`),
    /(?<=^[^#]*)[?&]?\b(?:from|to)=[^&#]*/g,
  ],
  [
    queries('from_ts', 'to_ts', 'live').map((query) => `https://app.datadoghq.com/dashboard/a-b-c/d${query}`),
    /[?&]?\b(?:from_ts|to_ts|live)=[^&#]*/g,
  ],
  [
    queries('start', 'end', 'paused').map((query) => `https://app.datadoghq.com/apm/services${query}`),
    /[?&]?\b(?:start|end|paused)=[^&#]*/g,
  ],
  [
    fc
      .tuple(risons, fc.constantFrom('plain', 'percent'), fc.constantFrom('', "&_a=(time:(from:now),a:'b')"))
      .map(([state, form, rest]) => `https://logs.acme.io/app/discover#/?_g=${encodedBy(state, form)}${rest}`),
    /(?<=^[^&]*)(?:,|%2C)?time(?::|%3A)(?:\(|%28)(?:(?!\)|%29).)*(?:\)|%29)/g,
  ],
  [
    fc
      .tuple(jsurls, fc.constantFrom('plain', 'percent', 'dollar', 'twice'))
      .map(([query, form]) => `${aws}logsV2:logs-insights$3FqueryDetail$3D${encodedBy(query, form)}`),
    /(?:~|%7E|\$7E|\$257E)?(?:end|start|timeType|tz)(?:~|%7E|\$7E|\$257E)(?:(?!~|%7E|\$7E|\$257E|\)|%29|\$29|\$2529).)*/g,
  ],
  [
    fc
      .tuple(jsurls, fc.constantFrom('plain', 'percent'))
      .map(([graph, form]) => `${aws}metricsV2:graph=${encodedBy(graph, form)};query=~'a`),
    /(?:~|%7E)?(?:end|start)(?:~|%7E)(?:(?!~|%7E|\)|%29).)*/g,
  ],
  [
    mixed(fc.subarray(['autoRefresh=60', 'theme=dark', 'a=']), [
      either('start', '=', 'PT3H', '2025-11-03T08:00:00Z'),
      either('end', '=', 'null', '2025-11-03T08:00:00Z'),
    ]).chain((all) =>
      fc.constantFrom(
        `${aws}${['dashboards:name=Shop', ...all].join(';')}`,
        `${aws}dashboards/dashboard/Shop${all.length === 0 ? '' : `?${all.join('&')}`}`,
      ),
    ),
    /[;?&]?(?:start|end)=[^;&]*/g,
  ],
];

describe('an address at the time of an incident, for any address', () => {
  it('never throws, is the same when it is opened again, and changes no other address', () => {
    fc.assert(
      fc.property(wildAddresses, fc.oneof(spans, anySpans), (address, span) => {
        const once = atTime(address, span, now);
        const twice = atTime(once.address, span, now);
        assert.equal(twice.address, once.address);
        assert.equal(twice.changed, once.changed);
        assert.ok(once.changed || once.address === address);
        assert.ok(!once.changed || /^https?:\/\//i.test(address));
        assert.deepEqual(once.changed ? toolOf(once.address) : undefined, once.changed ? toolOf(address) : undefined);
      }),
      { numRuns: examples(2000) },
    );
  });

  for (const [index, [addresses, times]] of wellFormed.entries()) {
    it(`changes nothing but the time: form ${index + 1}`, () => {
      fc.assert(
        fc.property(addresses, spans, (address, span) => {
          const found = atTime(address, span, now);
          assert.equal(found.changed, true, address);
          const without = (text: string): string => text.replace(times, '').replace(/[?&;]+(?=#|$)/g, '');
          assert.equal(without(found.address), without(address), found.address);
          // And the time is no longer the old one: another span gives another address.
          const other = atTime(address, { ...span, from: new Date(span.from.getTime() - 86_400_000) }, now);
          assert.notEqual(other.address, found.address);
          assert.equal(
            atTime(found.address, { ...span, from: new Date(span.from.getTime() - 86_400_000) }, now).address,
            other.address,
          );
        }),
        { numRuns: examples(500) },
      );
    });
  }
});

describe('links to dashboards in any text', () => {
  it('are inside the text, and are addresses of the web', () => {
    const texts = fc
      .tuple(
        wildMarkdown,
        fc.array(fc.tuple(wildAddresses, fc.constantFrom('\n', ' ', '](', ')', '|', '<', '`')), { maxLength: 4 }),
      )
      .map(([text, all]) => text + all.flat().join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const { start, end } of addressesIn(text)) {
          assert.match(text.slice(start, end), /^https?:\/\/./i);
        }
        const document = readDocument({ uri: 'a.md', root: 'root', path: 'a.md' }, text);
        const lines = Lines.of(document.text);
        for (const { address, range } of dashboardLinks(document)) {
          assert.match(address, /^https?:\/\//i);
          assert.deepEqual(lines.clamp(range.start.line, range.start.character), range.start);
          assert.deepEqual(lines.clamp(range.end.line, range.end.character), range.end);
          assert.ok(lines.offsetAt(range.start) <= lines.offsetAt(range.end));
        }
      }),
      { numRuns: examples(500) },
    );
  });
});

const grafana = 'https://grafana.acme.io/d/a/b';
const explore = 'https://grafana.acme.io/explore?panes=';
const kibana = 'https://logs.acme.io/app/discover#/?_g=';
const insights = `${aws}logsV2:logs-insights$3FqueryDetail$3D~(`;

/** What begins an address, and what is repeated in it. */
const hostile: Readonly<Record<string, readonly [start: string, repeated: string]>> = {
  'percent signs': [`${grafana}?`, '%'],
  'half of an encoded sign': [`${kibana}(`, '%2'],
  parameters: [`${grafana}?`, 'from=a&'],
  'parameters without a value': [`${grafana}?`, '&'],
  'levels of JSON': [explore, '{"a":'],
  'quotation marks of JSON': [explore, '"\\'],
  'panes of JSON': [`${explore}{`, '"a":{"range":{}},'],
  'panes without an end': [`${explore}{`, '"a":{'],
  'levels of Rison': [kibana, '(a:'],
  'entries of Rison': [`${kibana}(`, 'time:(from:now),'],
  'states of Rison': [kibana, '()&_g='],
  'levels of JSURL': [insights, '~(a~('],
  'entries of JSURL': [insights, 'start~0~'],
  'dollar signs': [insights, '$25'],
  'parameters of a fragment': [`${aws}dashboards:name=a`, ';start='],
  'folders named d': ['https://acme.io', '/d/a'],
  'folders named explore': ['https://acme.io', '/explore'],
  'parts of templates': [grafana, '{{'],
  'more parts of templates': [grafana, '${a'],
  placeholders: [grafana, '/<a'],
  ports: ['https://', 'a:1'],
  slashes: ['https:/', '/'],
  brackets: [grafana, '('],
  'closing brackets': [grafana, '(])'],
  schemes: ['', 'https://'],
  'titles without a link': ['', '[a](https://'],
  dots: [grafana, '.'],
};

describe('the time for an address', () => {
  const span = { from: now, to: undefined };
  const jobs: Readonly<Record<string, (text: string) => void>> = {
    atTime: (text) => void atTime(text, span, now),
    addressesIn: (text) => void addressesIn(text),
  };
  /** A text four times as long may take so many times as long; where time grows with the square it takes sixteen times. */
  const mostTimes = 8;
  /** What is read so quickly tells nothing about how time grows: milliseconds of CPU time. */
  const floor = 5;
  /** Lengths at which time is compared with that of a text a quarter as long. The next is tried where the one before seems too slow. */
  const lengths = [100_000, 200_000, 400_000];
  for (const [name, [start, repeated]] of Object.entries(hostile)) {
    it(`grows no faster than its length: ${name}`, () => {
      const text = (size: number): string => start + repeated.repeat(size / repeated.length);
      const timesAsLong = (run: (text: string) => void, length: number): number => {
        const long = leastTime(() => run(text(length)), 2);
        assert.ok(long < 5000, `${long} ms`);
        return long < floor ? 0 : long / leastTime(() => run(text(length / 4)), 3);
      };
      for (const [job, run] of Object.entries(jobs)) {
        assert.ok(!lengths.every((length) => timesAsLong(run, length) > mostTimes), job);
      }
    }).timeout(20_000);
  }
});
