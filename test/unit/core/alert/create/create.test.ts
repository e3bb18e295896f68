import assert from 'node:assert/strict';
import { builtInTemplates, loadAlerts, newDocument } from '../../../../../src/core/index.ts';
import { applyEdits } from '../../../../../src/core/text/edit.ts';
import { Lines } from '../../../../../src/core/text/lines.ts';
import { surveyOf, type Repository } from '../edit/edited.ts';

const blob = 'https://github.com/acme/shop/blob/main';

function rule(name: string, url?: string): string {
  return `  - alert: ${name}\n    expr: up == 0\n    labels:\n      severity: page\n    annotations:\n      summary: It is bad.\n${url === undefined ? '' : `      runbook_url: ${url}\n`}`;
}

function group(name: string, ...rules: readonly string[]): string {
  return `groups:\n- name: ${name}\n  rules:\n${rules.join('')}`;
}

/** Creates the runbook of an alert. Returns it with the new texts of all files, when it is sure that the alert leads to it. */
async function created(files: Repository, name: string, template?: string) {
  const { createRunbook, targetOf } = await loadAlerts();
  const survey = await surveyOf(files);
  const found = survey.alerts.find(({ alert }) => alert.name === name);
  assert.ok(found);
  const { path, alert } = found;
  const text = files[path] ?? '';
  const built = builtInTemplates.find(({ id }) => id === 'alert');
  assert.ok(built);
  const runbook = await createRunbook({
    alert,
    path,
    text,
    survey,
    usualPath: ({ title }) => `docs/usual/${title.toLowerCase()}.md`,
    textFor: (page, facts) =>
      newDocument({ uri: page, root: '', path: page }, template === undefined ? built : { ...built, text: template }, {
        ...facts,
      }).text,
    read: async (page) => Promise.resolve(files[page]),
  });
  const page = runbook.addTo === undefined ? runbook.text : applyEdits(files[runbook.path] ?? '', runbook.addTo.edits);
  const after = { ...files, [path]: applyEdits(text, runbook.link ?? []), [runbook.path]: page ?? '' };
  const again = (await surveyOf(after)).alerts[survey.alerts.indexOf(found)];
  assert.equal(again && targetOf(again.resolution), runbook.link === undefined ? undefined : runbook.target);
  assert.equal(again?.resolution.state, runbook.link === undefined ? 'none' : 'resolved');
  return { ...runbook, page: page ?? '', rules: after[path] ?? '' };
}

describe('createRunbook', () => {
  it('fills in what the rule says', async () => {
    const rules = `groups:\n- name: disks\n  rules:\n  - alert: DiskFull\n    expr: |\n      node_filesystem_avail_bytes\n        == 0\n    for: 5m\n    labels:\n      severity: critical\n      team: storage\n      service: db\n    annotations:\n      summary: Disk of {{ $labels.instance }} is *full*\n      description: |\n        Nothing can be written, avail_bytes is _0_.\n        Runbook: TBD\n`;
    const { path, page, cursor, rules: after } = await created({ 'alerts/disk.yaml': rules }, 'DiskFull');
    assert.equal(path, 'docs/usual/diskfull.md');
    assert.equal(
      page.slice(0, page.indexOf('## Diagnosis')),
      `---
service: db
owner: storage
---

# DiskFull

## Meaning

<!-- What fires this alert, in one or two sentences, for somebody who has never seen it. -->

Disk of \`{{ $labels.instance }}\` is \\*full\\*

Nothing can be written, avail_bytes is \\_0\\_.

- Severity: critical
- Fires after: 5m
- Labels: \`team=storage\`, \`service=db\`
- Rule: \`DiskFull\` in [alerts/disk.yaml](../../alerts/disk.yaml), group disks

\`\`\`promql
node_filesystem_avail_bytes
  == 0
\`\`\`

## Impact

<!-- What users notice, how bad it can get, and how soon. -->


`,
    );
    assert.equal(Lines.of(page).text((cursor?.line ?? 0) - 3), '## Impact');
    assert.equal(after, `${rules}      runbook_url: docs/usual/diskfull.md\n`);
  });

  it('writes below the title where no section says what it means, and where none is', async () => {
    const files = { 'a.yaml': group('g', rule('Down')) };
    const facts =
      'It is bad.\n\n- Severity: page\n- Rule: `Down` in [a.yaml](../../a.yaml), group g\n\n```promql\nup == 0\n```\n';
    const titled = await created(files, 'Down', '# ${title}\n\n## Steps\n\n1. Look.\n');
    assert.equal(titled.page, `# Down\n\n${facts}\n## Steps\n\n1. Look.\n`);
    const plain = await created(files, 'Down', '---\na: b\n---\n\nText.\n');
    assert.equal(plain.page, `---\na: b\n---\n\n${facts}\n\nText.\n`);
  });

  it('is where the runbooks of the group are, then of the file, then of the repository; named as they are', async () => {
    const pages = {
      'docs/net/packet-loss.md': '# Packet loss\n',
      'docs/db/VacuumStuck.md': '# Vacuum\n',
      'docs/db/LocksHeld.md': '# Locks\n',
      'docs/disk_full/README.md': '# Disk\n',
      'a.yaml':
        group('net', rule('PacketLoss', `${blob}/docs/net/packet-loss.md`), rule('LinkDown')) +
        group('more', rule('DNSSlow')).replace('groups:\n', ''),
      'b.yaml': group('db', rule('VacuumStuck', 'docs/db/VacuumStuck.md'), rule('LocksHeld', 'docs/db/LocksHeld.md')),
      'c.yaml': group('db', rule('TablesBloated')),
      'd.yaml': group('x', rule('DiskFull', 'docs/disk_full/'), rule('InodesGone')),
      'e.yaml': group('other', rule('Alone high')),
    };
    assert.equal((await created(pages, 'LinkDown')).path, 'docs/net/link-down.md');
    assert.equal((await created(pages, 'DNSSlow')).path, 'docs/net/dns-slow.md');
    assert.equal((await created(pages, 'TablesBloated')).path, 'docs/db/TablesBloated.md');
    const readme = await created(pages, 'InodesGone');
    assert.equal(readme.path, 'docs/inodes_gone/README.md');
    assert.match(readme.rules, /runbook_url: docs\/inodes_gone\/\n/);
    assert.equal((await created(pages, 'Alone high')).path, 'docs/db/AloneHigh.md');
  });

  it('is where a dead link leads, if the folder is there', async () => {
    const files = {
      'docs/net/loss.md': '# Loss\n',
      'a.yaml': group(
        'net',
        rule('Loss', 'docs/net/loss.md'),
        rule('Down', 'docs/net/is-down.md'),
        rule('Slow', 'gone/slow.md'),
        rule('TBD', 'TBD'),
      ),
    };
    const down = await created(files, 'Down');
    assert.deepEqual([down.path, down.link], ['docs/net/is-down.md', []]);
    const slow = await created(files, 'Slow');
    assert.equal(slow.path, 'docs/net/slow.md');
    assert.match(slow.rules, /runbook_url: docs\/net\/slow.md\n/);
    assert.match((await created(files, 'TBD')).rules, /runbook_url: docs\/net\/tbd.md\n/);
  });

  it('does not take the name of a page that is there', async () => {
    const files = {
      'docs/loss.md': '# Loss\n',
      'docs/down.md': '# Down\n',
      'a.yaml': group('net', rule('Loss', 'docs/loss.md'), rule('Down')),
    };
    assert.equal((await created(files, 'Down')).path, 'docs/down-2.md');
    const usual = { 'docs/usual/down.md': '# Down\n', 'a.yaml': group('net', rule('Down')) };
    assert.equal((await created(usual, 'Down')).path, 'docs/usual/down-2.md');
  });

  it('leaves the link to the user where it cannot be written', async () => {
    const text = 'resource "datadog_monitor" "a" {\n  name = "[${var.env}] Slow"\n  message = "x"\n}\n';
    const { link, path, page } = await created({ 'a.tf': text }, '[${var.env}] Slow');
    assert.deepEqual([link, path], [undefined, 'docs/usual/slow.md']);
    assert.match(page, /^# Slow$/m);
  });
});

describe('createRunbook adds a section to a page of all', () => {
  const page = (...sections: readonly string[]): string => `# Alerts\n\n${sections.join('\n')}`;
  const section = (title: string): string => `### ${title}\n\nText.\n\n#### Steps\n\n1. Look.\n`;
  const facts = (name: string): string =>
    `It is bad.\n\n- Severity: page\n- Rule: \`${name}\` in [a.yaml](a.yaml), group g\n\n\`\`\`promql\nup == 0\n\`\`\`\n`;

  it('at the level and in the form of the others', async () => {
    for (const [titles, anchors, made, anchor] of [
      [
        ['Alert Name: "Down"', 'Alert Name: "Slow"'],
        ['alert-name-down', 'alert-name-slow'],
        'Alert Name: "DiskFull"',
        'alert-name-diskfull',
      ],
      [['`Down`', '`Slow`'], ['down', 'slow'], '`DiskFull`', 'diskfull'],
      [['Is down', 'Is slow'], ['is-down', 'is-slow'], 'Disk full', 'disk-full'],
    ] as const) {
      const names = titles[0].startsWith('Is') ? ['IsDown', 'IsSlow'] : ['Down', 'Slow'];
      const files = {
        'runbook.md': page(...titles.map(section), '## Contact\n\nUs.\n'),
        'a.yaml': group(
          'g',
          ...anchors.map((each, at) => rule(names[at] ?? '', `${blob}/runbook.md#${each}`)),
          rule('DiskFull'),
        ),
      };
      const added = await created(files, 'DiskFull');
      assert.equal(
        added.page,
        page(...titles.map(section), `### ${made}\n\n${facts('DiskFull')}\n#### Steps\n`, '## Contact\n\nUs.\n'),
      );
      assert.equal(Lines.of(added.page).text(added.cursor?.line ?? 0), `### ${made}`);
      assert.match(added.rules, new RegExp(`runbook_url: ${blob}/runbook.md#${anchor}\n$`));
    }
  });

  it('in the order of the alphabet, if they are', async () => {
    const files = {
      'runbook.md': page(...['Ant', 'Cow', 'Dog'].map(section)),
      'a.yaml': group(
        'g',
        ...['Ant', 'Dog', 'Cow'].map((name) => rule(name, `runbook.md#${name.toLowerCase()}`)),
        rule('Bee'),
        rule('Aaa'),
      ),
    };
    const added = await created(files, 'Bee');
    assert.equal(
      added.page,
      page(section('Ant'), `### Bee\n\n${facts('Bee')}\n#### Steps\n`, section('Cow'), section('Dog')),
    );
    assert.equal((await created(files, 'Aaa')).page.indexOf('### Aaa'), '# Alerts\n\n'.length);
  });

  it('under the anchor that the link names already', async () => {
    const files = {
      'runbook.md': '# Alerts\r\n\r\n| Name |\r\n| ---- |\r\n| Down |\r\n',
      'a.yaml': group('g', rule('DiskFull', `${blob}/runbook.md#alert-name-diskfull`)),
    };
    const added = await created(files, 'DiskFull');
    assert.deepEqual(added.link, []);
    assert.equal(
      added.page,
      `${files['runbook.md']}\r\n## Alert name DiskFull\r\n\r\n${facts('DiskFull').replaceAll('\n', '\r\n')}`,
    );
    const other = await created(
      { ...files, 'a.yaml': files['a.yaml'].replace('alert-name-diskfull', 'xyz') },
      'DiskFull',
    );
    assert.match(other.rules, /runbook.md#diskfull\n$/);
  });

  it('with the anchor as the site makes it', async () => {
    const files = {
      'mkdocs.yml': 'site_url: https://docs.acme.io\n',
      'docs/a.md': page(section('Down — now'), section('Slow — now')),
      'a.yaml': group(
        'g',
        rule('Down', 'https://docs.acme.io/a/#down-now'),
        rule('Slow', 'https://docs.acme.io/a/#slow-now'),
        rule('Full'),
      ),
    };
    assert.match((await created(files, 'Full')).rules, /https:\/\/docs.acme.io\/a\/#full-now\n$/);
  });
});
