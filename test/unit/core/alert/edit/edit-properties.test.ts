import assert from 'node:assert/strict';
import fc from 'fast-check';
import { loadAlerts } from '../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { examples } from '../../../support/examples.ts';
import { linked, surveyOf, type Repository } from './edited.ts';

const runs = examples(2000);
const blob = 'https://github.com/acme/shop/blob/main';
const pages = [
  'docs/runbooks/disk-full.md',
  'docs/runbooks/DiskFull.md',
  'docs/runbooks/net/README.md',
  'docs/runbooks/01-first.md',
  'docs/übung (neu), x.md',
  'ops/db/index.md',
  'top.md',
];
const world: Repository = {
  'mkdocs.yml': 'site_url: https://docs.acme.io/ops\n',
  ...Object.fromEntries(pages.map((page) => [page, '# Disk full\n\n## Mitigation\n\n## Disk — full\n'])),
};
const anchors = ['', '#mitigation', '#disk--full'];

const place = fc.constantFrom(...pages, 'docs/runbooks/gone.md', 'gone.md', 'docs/gone');
const anchor = fc.constantFrom(...anchors, '#gone');
const query = fc.constantFrom('', '', '?plain=1', '?c={{ $labels.c }}');

/** A link of any form, as the text of a value without its quotes. */
const url = fc
  .record({ place, anchor, query, form: fc.nat(8) })
  .map(({ place: path, anchor: end, query: asked, form }) => {
    const bare = path.replace(/^docs\//, '').replace(/\.md$/, '');
    // Pages of another folder would make the guess of a site hang on the link that is changed.
    const isOnSite = path.startsWith('docs/');
    const escaped = encodeURI(path).replace('(', '%28').replace(')', '%29').replace(',', '%2C');
    return [
      `${blob}/${escaped}${asked}${end}`,
      `${blob}/${escaped}${end}${asked}`,
      `https://raw.githubusercontent.com/acme/shop/main/${escaped}`,
      `https://docs.acme.io/ops/${encodeURI(bare).toLowerCase().replace(',', '%2C')}/${end}`,
      `https://docs.acme.io/ops/${encodeURI(bare).replace(',', '%2C')}.html${asked}${end}`,
      `${escaped}${end}`,
      `/${escaped}`,
      `../${escaped}${end}`,
      'TBD',
    ][isOnSite || (form !== 3 && form !== 4) ? form : 0] as string;
  });

const quoted = fc
  .record({ url, quote: fc.constantFrom('', '"', "'") })
  .map(({ url: text, quote }) => (text.includes('{{') && quote === '' ? `"${text}"` : `${quote}${text}${quote}`));

/** The annotations of a rule, as lines below `annotations`; undefined if there are none. */
const annotations = fc.option(
  fc.record({
    link: fc.option(quoted, { nil: undefined }),
    key: fc.constantFrom('runbook_url', 'runbook_url', 'playbook'),
    summary: fc.constantFrom(
      'It is {{ $value }}',
      '"a: b # c"',
      '|\n  two\n\n  lines',
      '>+\n  more\n\n',
      'x # comment',
    ),
    first: fc.boolean(),
    described: fc.option(url, { nil: undefined }),
  }),
  { nil: undefined },
);

interface Style {
  readonly indent: number;
  readonly annotations: typeof annotations extends fc.Arbitrary<infer Value> ? Value : never;
  readonly flow: boolean;
  readonly nameLast: boolean;
}

function ruleText(name: string, { indent, annotations: notes, flow, nameLast }: Style): string {
  const pairs =
    notes === undefined
      ? []
      : [
          ...(notes.link === undefined ? [] : [`${notes.key}: ${notes.link}`]),
          ...(notes.described === undefined || notes.described === 'TBD'
            ? []
            : [`description: "Runbook: ${notes.described}"`]),
        ];
  const inner =
    notes === undefined
      ? []
      : flow
        ? [`annotations: {${[...pairs, 'severity: "a, b"'].join(', ')}}`]
        : [
            'annotations:',
            ...(notes.first
              ? [`summary: ${notes.summary}`, ...pairs]
              : [...pairs, `summary: ${notes.summary}`]
            ).flatMap((pair) => pair.split('\n').map((line) => `${' '.repeat(indent)}${line}`.trimEnd())),
          ];
  const named = [`alert: ${name}`, 'expr: |', '  up{a="b"}', '    == 0', ...inner, 'labels: {severity: page}'];
  const rows = nameLast ? [...named.slice(1), `alert: ${name}`] : named;
  return rows.map((row, index) => (row === '' ? '' : `${index === 0 ? '  - ' : '    '}${row}`)).join('\n');
}

const style = fc.record({
  indent: fc.constantFrom(2, 4),
  annotations,
  flow: fc.boolean(),
  nameLast: fc.boolean(),
});

const file = fc
  .record({
    styles: fc.array(style, { minLength: 1, maxLength: 4 }),
    eol: fc.constantFrom('\n', '\r\n'),
    wrap: fc.nat(2),
  })
  .map(({ styles, eol, wrap }) => {
    const rules = styles.map((each, index) => ruleText(`Alert${index}`, each)).join('\n  # between\n');
    const text = `# alert: No\ngroups:\n- name: g\n  rules:\n${rules}\n`;
    const held = `kind: ConfigMap\ndata:\n  a.yml: |\n${text.replace(/^(?=.)/gm, '    ')}`;
    const wrapped =
      [text, held, `{{- if .Values.on }}\n${text.replaceAll('{{ $', '{{`{{`}} $')}{{- end }}\n`][wrap] ?? '';
    return { text: wrapped.replaceAll('\n', eol), count: styles.length };
  });

describe('edits of links', () => {
  it('lead where they should, and change nothing else', async function () {
    this.timeout(120_000);
    let edited = 0;
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.nat(3),
        fc.constantFrom(...pages),
        fc.constantFrom(...anchors),
        async ({ text, count }, which, page, end) => {
          const name = `Alert${which % count}`;
          const changed = await linked({ 'alerts/a.yaml': text, ...world }, name, `${page}${end}`);
          if (changed === undefined) {
            return;
          }
          edited += 1;
          const [before, after] = [text.split(/(?<=\n)/), changed.split(/(?<=\n)/)];
          const gone = before.filter((line) => !after.includes(line));
          assert.ok(gone.length <= 1, `${text}\nbecomes\n${changed}`);
          assert.equal(Lines.of(changed).eol, Lines.of(text).eol);
        },
      ),
      { numRuns: runs },
    );
    assert.ok(edited > runs * 0.8, `${edited} of ${runs}`);
  });

  it('follow a renamed page, and change no other', async function () {
    this.timeout(120_000);
    const { renameEdits, targetOf } = await loadAlerts();
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom(...pages),
        fc.constantFrom('docs/runbooks/new.md', 'docs/new/page.md', 'wiki/Ä b.md'),
        async ({ text }, from, to) => {
          const files: Repository = { 'alerts/a.yaml': text, ...world };
          const survey = await surveyOf(files);
          const { edits, left } = renameEdits({ survey, texts: new Map(Object.entries(files)), from, to });
          const changed = applyEdits(text, edits.get('alerts/a.yaml') ?? []);
          const moved = Object.fromEntries(
            Object.entries(files).map(([path, own]) => [path === from ? to : path, own]),
          );
          const after = await surveyOf({ ...moved, 'alerts/a.yaml': changed });
          assert.equal(after.alerts.length, survey.alerts.length);
          survey.alerts.forEach(({ resolution }, index) => {
            const now = after.alerts[index];
            if (resolution.path !== from || left.some(({ link }) => link.written === resolution.link?.written)) {
              assert.equal(now?.resolution.link?.address, resolution.link?.address, changed);
            } else if (resolution.state !== 'dead') {
              assert.equal(now && targetOf(now.resolution), targetOf({ ...resolution, path: to }), changed);
              assert.equal(now?.resolution.state, resolution.state);
            }
          });
        },
      ),
      { numRuns: runs },
    );
  });

  it('follow a renamed heading, and change no other', async function () {
    this.timeout(120_000);
    const { renameHeadingEdits, targetOf } = await loadAlerts();
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom(...pages), async ({ text }, page) => {
        const files: Repository = { 'alerts/a.yaml': text, ...world };
        const survey = await surveyOf(files);
        const { edits, left } = renameHeadingEdits({
          survey,
          texts: new Map(Object.entries(files)),
          path: page,
          fromAnchor: 'disk--full',
          toAnchor: 'no-space-left',
          toTitle: 'No space left',
        });
        const changed = applyEdits(text, edits.get('alerts/a.yaml') ?? []);
        const renamed = { [page]: (files[page] ?? '').replace('Disk — full', 'No space left') };
        const after = await surveyOf({ ...files, ...renamed, 'alerts/a.yaml': changed });
        assert.deepEqual(left, []);
        assert.deepEqual(
          after.alerts.map(({ resolution }) => `${resolution.state} ${targetOf(resolution)}`),
          survey.alerts.map(({ resolution }) => {
            const to =
              resolution.path === page && resolution.anchor === 'disk--full' ? `${page}#no-space-left` : undefined;
            return `${resolution.state} ${to ?? targetOf(resolution)}`;
          }),
          changed,
        );
      }),
      { numRuns: runs },
    );
  });

  it('link to the runbook that is made of an alert', async function () {
    this.timeout(120_000);
    const { createRunbook, targetOf } = await loadAlerts();
    await fc.assert(
      fc.asyncProperty(file, fc.nat(3), async ({ text, count }, which) => {
        const files: Repository = { 'alerts/a.yaml': text, ...world };
        const survey = await surveyOf(files);
        const found = survey.alerts[which % count];
        if (found === undefined || found.resolution.state === 'resolved') {
          return;
        }
        const { path, alert } = found;
        const made = await createRunbook({
          alert,
          path,
          text,
          survey,
          usualPath: () => 'docs/runbooks/usual.md',
          textFor: (_, { title }) => `# ${title}\n\n## Meaning\n\n## Steps\n`,
          read: async (page) => Promise.resolve(files[page]),
        });
        const old = files[made.path];
        assert.equal(old === undefined, made.addTo === undefined);
        const page = made.addTo === undefined ? (made.text ?? '') : applyEdits(old ?? '', made.addTo.edits);
        assert.ok(page.includes('  == 0'), page);
        const changed = applyEdits(text, made.link ?? []);
        const after = await surveyOf({ ...files, 'alerts/a.yaml': changed, [made.path]: page });
        survey.alerts.forEach((each, index) => {
          const now = after.alerts[index]?.resolution;
          if (each !== found) {
            assert.equal(now?.link?.address, each.resolution.link?.address, changed);
          } else if (made.link !== undefined) {
            assert.equal(now?.state, 'resolved', changed);
            assert.equal(now && targetOf(now), made.target, changed);
          }
        });
      }),
      { numRuns: runs },
    );
  });
});
