import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entriesOf } from './zip.ts';

const root = path.join(import.meta.dirname, '..', '..');

function namesIn(folder: string, ending: string): string[] {
  const full = path.join(root, folder);
  return existsSync(full)
    ? readdirSync(full)
        .filter((name) => name.endsWith(ending))
        .map((name) => `extension/${folder}/${name}`)
    : [];
}

describe('the packaged extension', () => {
  const zip = readFileSync(path.join(root, 'out', 'runbook-lens.vsix'));
  const entries = entriesOf(zip);

  it('holds exactly the files that it needs', () => {
    const expected = [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      ...['package.json', 'package.nls.json', 'readme.md', 'changelog.md', 'LICENSE.txt'].map(
        (name) => `extension/${name}`,
      ),
      ...[
        'agents.cjs',
        'alert-workbench.cjs',
        'alerts.cjs',
        'extension.cjs',
        'calendar.cjs',
        'cli.cjs',
        'commands.cjs',
        'git-past.cjs',
        'git.cjs',
        'help.cjs',
        'import.cjs',
        'languages.cjs',
        'lessons.cjs',
        'mcp.cjs',
        'queries.cjs',
        'reports.cjs',
        'review.cjs',
        'runbook-use.cjs',
        'incident-told.cjs',
        'search.cjs',
        'service-workbench.cjs',
        'secrets.cjs',
        'weights.cjs',
        'webview/reading.css',
        'webview/reading.js',
        'THIRD-PARTY-NOTICES.txt',
        'vsix.cdx.json',
      ].map((name) => `extension/dist/${name}`),
      ...['icon.png', 'activity-bar.svg', 'configuration.schema.json'].map((name) => `extension/media/${name}`),
      ...namesIn('media/walkthrough', '.svg'),
      ...namesIn('docs', '.md'),
      ...namesIn('docs/rules', '.md'),
    ];
    assert.deepEqual(entries.map(({ name }) => name).toSorted(), expected.toSorted());
  });

  it('holds no empty file', () => {
    assert.deepEqual(
      entries.filter(({ size }) => size === 0),
      [],
    );
  });

  // The extension and cli.cjs are always loaded, with words, weights and the forms of secrets beside them; the others load on demand.
  for (const [name, most] of [
    ['agents.cjs', 60_000],
    ['alert-workbench.cjs', 70_000],
    ['alerts.cjs', 280_000],
    ['extension.cjs', 900_000],
    ['calendar.cjs', 100_000],
    ['cli.cjs', 5000],
    ['commands.cjs', 600_000],
    ['git-past.cjs', 15_000],
    ['git.cjs', 100_000],
    ['help.cjs', 15_000],
    ['import.cjs', 100_000],
    ['languages.cjs', 120_000],
    ['lessons.cjs', 40_000],
    ['mcp.cjs', 800_000],
    ['queries.cjs', 120_000],
    ['reports.cjs', 15_000],
    ['review.cjs', 50_000],
    ['runbook-use.cjs', 60_000],
    ['webview/reading.css', 8000],
    ['webview/reading.js', 45_000],
    ['incident-told.cjs', 150_000],
    ['search.cjs', 60_000],
    ['service-workbench.cjs', 100_000],
    ['secrets.cjs', 16_000],
    ['weights.cjs', 60_000],
  ] as const) {
    it(`has less than ${most / 1000} kB of code in ${name}`, () => {
      const code = entries.find((entry) => entry.name === `extension/dist/${name}`);
      assert.ok(code !== undefined && code.size < most, `${code?.size} bytes`);
    });
  }

  it('is smaller than 1.5 MB as a whole', () => {
    assert.ok(zip.length < 1_500_000, `${zip.length} bytes`);
  });
});
