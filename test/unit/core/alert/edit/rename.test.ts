import assert from 'node:assert/strict';
import { loadAlerts } from '../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { surveyOf, type Repository } from './edited.ts';

const blob = 'https://github.com/acme/shop/blob/main';

function rules(...urls: readonly string[]): string {
  return `groups:\n- name: g\n  rules:\n${urls.map((url, index) => `  - alert: A${index}\n    expr: up\n    annotations:\n      runbook_url: ${url}\n`).join('')}`;
}

/** Renames a file or folder. Returns the new texts of the changed rule files, and the alerts whose links are left. */
async function renamed(files: Repository, from: string, to: string) {
  const { renameEdits } = await loadAlerts();
  const survey = await surveyOf(files);
  const { edits, left } = renameEdits({ survey, texts: new Map(Object.entries(files)), from, to });
  return {
    texts: Object.fromEntries([...edits].map(([path, own]) => [path, applyEdits(files[path] ?? '', own)])),
    left: left.map(({ path, alert }) => `${path} ${alert.name}`),
  };
}

describe('renameEdits', () => {
  it('changes links to a file, each in its form', async () => {
    const files = {
      'docs/runbooks/disk.md': '# Disk\n\n## Fix\n',
      'docs/runbooks/net.md': '# Net\n',
      'mkdocs.yml': 'site_url: https://docs.acme.io/\n',
      'alerts/a.yaml': rules(
        `${blob}/docs/runbooks/disk.md#fix`,
        `"${blob}/docs/runbooks/net.md"`,
        'docs/runbooks/disk.md',
        '../docs/runbooks/disk.md',
        'https://docs.acme.io/runbooks/disk/#fix',
        `'${blob}/docs/runbooks/disk.md?x=1#gone'`,
        'docs/runbooks/{{ $labels.kind }}.md',
        'disk',
      ),
      'alerts/other.yaml': rules(`${blob}/docs/runbooks/net.md`),
    };
    const { texts, left } = await renamed(files, 'docs/runbooks/disk.md', 'docs/runbooks/storage/disk-full.md');
    assert.deepEqual(texts, {
      'alerts/a.yaml': rules(
        `${blob}/docs/runbooks/storage/disk-full.md#fix`,
        `"${blob}/docs/runbooks/net.md"`,
        'docs/runbooks/storage/disk-full.md',
        '../docs/runbooks/storage/disk-full.md',
        'https://docs.acme.io/runbooks/storage/disk-full/#fix',
        `'${blob}/docs/runbooks/storage/disk-full.md?x=1#gone'`,
        'docs/runbooks/{{ $labels.kind }}.md',
        'disk-full',
      ),
    });
    assert.deepEqual(left, ['alerts/a.yaml A6']);
  });

  it('changes links to a folder, and from rule files in it', async () => {
    const files = {
      'svc/db/docs/disk.md': '# Disk\n',
      'svc/db/alerts.yaml': rules(
        'docs/disk.md',
        './docs/disk.md',
        'svc/db/docs/disk.md',
        `${blob}/svc/db/docs/disk.md`,
      ),
      'alerts.yaml': rules('./svc/db/docs/disk.md', 'svc/db/docs/disk'),
    };
    const { texts, left } = await renamed(files, 'svc/db', 'services/postgres');
    assert.deepEqual(texts, {
      'svc/db/alerts.yaml': rules(
        'docs/disk.md',
        './docs/disk.md',
        'services/postgres/docs/disk.md',
        `${blob}/services/postgres/docs/disk.md`,
      ),
      'alerts.yaml': rules('./services/postgres/docs/disk.md', 'services/postgres/docs/disk'),
    });
    assert.deepEqual(left, []);
  });

  it('changes what an alias repeats once, and links in texts', async () => {
    const files = {
      'disk.md': '# Disk\n',
      'a.yaml': `x: &usual\n  runbook_url: ${blob}/disk.md\nrules:\n- alert: A\n  expr: up\n  annotations: *usual\n- alert: B\n  expr: up\n  annotations:\n    <<: *usual\n    description: "Runbook: ${blob}/disk.md."\n`,
    };
    const { texts, left } = await renamed(files, 'disk.md', 'full.md');
    assert.deepEqual(texts, { 'a.yaml': files['a.yaml'].replaceAll('disk.md', 'full.md') });
    assert.deepEqual(left, []);
  });

  it('leaves what a template makes, and what its form does not reach', async () => {
    const files = {
      'docs/DiskFull.md': '# Disk\n',
      'mkdocs.yml': 'site_url: https://docs.acme.io/\n',
      'chart/a.yaml': `{{- $alert := "DiskFull" -}}\nalert: {{ $alert }}\nexpr: up\nannotations:\n  runbook_url: ${blob}/docs/{{ $alert }}.md\n`,
      'b.yaml': rules('https://docs.acme.io/diskfull/', `${blob}/docs/DiskFull.md`),
    };
    const { texts, left } = await renamed(files, 'docs/DiskFull.md', 'wiki/DiskFull.md');
    assert.deepEqual(texts, {
      'chart/a.yaml': files['chart/a.yaml'].replace('docs', 'wiki'),
      'b.yaml': rules('https://docs.acme.io/diskfull/', `${blob}/wiki/DiskFull.md`),
    });
    assert.deepEqual(left, ['b.yaml A0']);
    const named = await renamed(files, 'docs/DiskFull.md', 'docs/Full.md');
    assert.deepEqual(named.texts, { 'b.yaml': rules('https://docs.acme.io/full/', `${blob}/docs/Full.md`) });
    assert.deepEqual(named.left, ['chart/a.yaml DiskFull']);
  });

  it('changes nothing for links that lead there as they are', async () => {
    const files = { 'docs/Disk.md': '# Disk\n', 'a.yaml': rules('docs/disk', 'docs/other.md') };
    assert.deepEqual(await renamed(files, 'docs/Disk.md', 'docs/disk.md'), { texts: {}, left: [] });
    assert.deepEqual(await renamed(files, 'src', 'lib'), { texts: {}, left: [] });
  });
});

describe('renameHeadingEdits', () => {
  it('changes anchors as GitHub and as the site makes them', async () => {
    const { renameHeadingEdits } = await loadAlerts();
    const files = {
      'docs/disk.md': '# Disk — full: now\n\n## Fix it\n',
      'mkdocs.yml': 'site_url: https://docs.acme.io/\n',
      'a.yaml': rules(
        `${blob}/docs/disk.md#disk--full-now`,
        'https://docs.acme.io/disk/#disk-full-now',
        'https://docs.acme.io/disk/?a=b#disk--full-now',
        `${blob}/docs/disk.md#fix-it`,
        `${blob}/docs/disk.md`,
        `${blob}/docs/disk.md#disk--full-now?c={{ $labels.c }}`,
        `${blob}/docs/disk.md#{{ $labels.c }}`,
      ),
    };
    const survey = await surveyOf(files);
    const { edits, left } = renameHeadingEdits({
      survey,
      texts: new Map(Object.entries(files)),
      path: 'docs/disk.md',
      fromAnchor: 'disk--full-now',
      toAnchor: 'disk--nearly-full',
      toTitle: 'Disk — nearly full',
    });
    assert.equal(
      applyEdits(files['a.yaml'], edits.get('a.yaml') ?? []),
      rules(
        `${blob}/docs/disk.md#disk--nearly-full`,
        'https://docs.acme.io/disk/#disk-nearly-full',
        'https://docs.acme.io/disk/?a=b#disk--nearly-full',
        `${blob}/docs/disk.md#fix-it`,
        `${blob}/docs/disk.md`,
        `${blob}/docs/disk.md#disk--nearly-full?c={{ $labels.c }}`,
        `${blob}/docs/disk.md#{{ $labels.c }}`,
      ),
    );
    assert.deepEqual(
      left.map(({ alert }) => alert.name),
      [],
    );
  });
});
