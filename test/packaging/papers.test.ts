import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Version } from '@cyclonedx/cyclonedx-library/Spec';
import { JsonStrictValidator } from '@cyclonedx/cyclonedx-library/Validation';
import { published } from '../../scripts/papers/published.ts';
import { temporaryFolder, writeTree } from '../support/workspaces.ts';
import { ended, type Ended } from './processes.ts';
import { entriesOf } from './zip.ts';

const root = path.join(import.meta.dirname, '..', '..');

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: ReadonlyArray<{ readonly ref: string; readonly dependsOn?: readonly string[] }>;
}
interface Component {
  readonly name: string;
  readonly group?: string;
  readonly version: string;
  readonly purl: string;
  readonly 'bom-ref': string;
  readonly licenses: unknown;
  readonly hashes?: ReadonlyArray<{ readonly alg: string; readonly content: string }>;
}
type Metafile = {
  readonly outputs: Readonly<
    Record<string, { readonly inputs: Readonly<Record<string, { readonly bytesInOutput: number }>> }>
  >;
};
type Locked = { readonly version: string; readonly integrity: string };

function json(file: string): unknown {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8'));
}

/** The packages whose files esbuild put into a bundle. */
function packagesIn(bundle: string): string[] {
  const metafiles = json('out/bundles.json') as Readonly<Record<string, Metafile>>;
  // A guest names modules that its host holds, and has none of their code.
  const inputs = Object.entries(metafiles[bundle]?.outputs[bundle]?.inputs ?? {});
  const names = inputs
    .flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 && input.startsWith('node_modules/') ? input : []))
    .map((input) => {
      const [first, second] = input.slice('node_modules/'.length).split('/');
      return first?.startsWith('@') === true ? `${first}/${second}` : `${first}`;
    });
  return [...new Set(names)].toSorted();
}

const { bundled, version } = json('package.json') as {
  readonly bundled: Readonly<Record<string, readonly string[]>>;
  readonly version: string;
};
const { packages: locked } = json('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
const vsix = entriesOf(readFileSync(path.join(root, 'out', 'runbook-lens.vsix')));

function inVsix(name: string): string {
  const entry = vsix.find((entry) => entry.name === `extension/dist/${name}`);
  assert.ok(entry, name);
  return entry.content().toString('utf8');
}

/** The bundles of a package, but for those of words, numbers and forms, which are ours alone. */
function inPackage(type: 'npm' | 'vscode-extension'): readonly string[] {
  return published
    .flatMap(({ purlType, contents }) => (purlType === type ? contents : []))
    .filter((name) => !['dist/languages.cjs', 'dist/secrets.cjs', 'dist/weights.cjs'].includes(name));
}

const withPackages = inPackage('vscode-extension');

describe('what ships', () => {
  for (const [bundle, one] of [
    ['dist/calendar.cjs', 'ics'],
    ['dist/commands.cjs', 'marked'],
    ['dist/extension.cjs', 'marked'],
    ['dist/git.cjs', 'simple-git'],
    ['dist/import.cjs', 'csv-parse'],
    ['dist/mcp.cjs', '@modelcontextprotocol/sdk'],
    ['dist/runbook-use.cjs', 'marked'],
    ['dist/webview/reading.js', 'dompurify'],
    ['dist/search.cjs', 'minisearch'],
  ] as const) {
    it(`is what package.json says, in ${bundle}`, () => {
      assert.ok(packagesIn(bundle).includes(one));
      assert.deepEqual(bundled[bundle], packagesIn(bundle));
    });
  }

  it('is built in no other bundle', () => {
    assert.deepEqual(Object.keys(bundled).toSorted(), withPackages.toSorted());
  });
});

describe('the licence notices', () => {
  const text = inVsix('THIRD-PARTY-NOTICES.txt');
  const names = ['calendar.cjs', 'extension.cjs', 'git.cjs', 'import.cjs', 'mcp.cjs', 'webview/reading.js'].flatMap(
    (name) => packagesIn(`dist/${name}`),
  );

  it('are the same in both packages', async () => {
    assert.equal(await readFile(path.join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8'), text);
  });

  for (const name of names) {
    it(`have ${name} with its version, its licence and all of its text`, async () => {
      const { version } = locked[`node_modules/${name}`]!;
      const [, after] = text.split(`\n${name} ${version}\nLicence: `);
      assert.ok(after, 'no heading');
      const [part = ''] = after.split(`${'='.repeat(80)}\n`).slice(1);
      assert.match(part, /copyright.*\w{3}/i);
      assert.match(part, /permission|redistribution/i);
      const files = await readdir(path.join(root, 'node_modules', name));
      const own = files.filter((file) => /licen[cs]e|notice|copying|copyright/i.test(file));
      // The only one without such a file.
      assert.ok(own.length > 0 || name === 'tiny-case');
      for (const file of own) {
        const whole = await readFile(path.join(root, 'node_modules', name, file), 'utf8');
        assert.ok(part.includes(whole.replaceAll('\r\n', '\n').trim()), file);
      }
    });
  }

  it('need every text of ours, for a version that ships', async () => {
    const shipped = new Set(
      names.map((name) => `${name.replace('/', '+')}@${locked[`node_modules/${name}`]?.version}.txt`),
    );
    const ours = await readdir(path.join(root, 'scripts', 'papers', 'licence-texts'));
    assert.deepEqual(
      ours.filter((file) => !shipped.has(file)),
      [],
    );
  });

  it('have the comments about rights that stand in the code, with the text of the licence', () => {
    assert.match(
      text,
      /\nComments in the code that dist\/calendar\.cjs is made of\n=+\n\n[^]*ics\/dist\/index\.js:\n.*regenerator-runtime/,
    );
    const [, ics = ''] = text.split(/^ics [\d.]+$/m);
    assert.match(
      ics.split(/^={80}$/m)[1] ?? '',
      /regenerator-runtime[^]*Copyright \(c\) 2014-present, Facebook, Inc\.\n[^]*Permission is hereby/,
    );
  });

  it('say in which bundle a package is', () => {
    assert.match(text, /^ics [\d.]+\nLicence: ISC\nPart of: dist\/calendar\.cjs$/m);
    const [, holders] = /^yaml [\d.]+\nLicence: ISC\nPart of: (.+)$/m.exec(text) ?? [];
    const holding = withPackages.filter((bundle) => packagesIn(bundle).includes('yaml'));
    assert.ok(['alerts', 'commands', 'extension'].every((name) => holding.includes(`dist/${name}.cjs`)));
    assert.deepEqual(holders?.split(', ').toSorted(), holding.toSorted());
  });
});

for (const { name, purl, bundles, text } of [
  {
    name: 'VSIX',
    purl: 'pkg:vscode-extension/runbook-lens/runbook-lens@',
    bundles: withPackages,
    text: inVsix('vsix.cdx.json'),
  },
  {
    name: 'npm package',
    purl: 'pkg:npm/runbook-lens@',
    bundles: inPackage('npm'),
    text: readFileSync(path.join(root, 'dist', 'npm.cdx.json'), 'utf8'),
  },
]) {
  describe(`the bill of materials of the ${name}`, () => {
    const bill = JSON.parse(text) as Bill;
    const names = [...new Set(bundles.flatMap((bundle) => packagesIn(bundle)))];

    it('is CycloneDX 1.6', async () => {
      assert.match(text, /"specVersion": "1\.6"/);
      const validator = new JsonStrictValidator(Version.v1dot6);
      assert.equal(await validator.validate(text), null);
      assert.notEqual(await validator.validate(text.replace('"version": 1,', '"version": "one",')), null);
    });

    it('is about the package', () => {
      assert.equal(bill.metadata.component.purl, purl + version);
    });

    it('has exactly the packages in it, with version, licence and hash', () => {
      assert.deepEqual(
        bill.components
          .map((component) => ({
            name: component.group === undefined ? component.name : `${component.group}/${component.name}`,
            purl: component.purl,
            version: component.version,
            licensed: /"id":"(?:Apache-2\.0|MIT|ISC)"|"expression":"\(MPL-2\.0 OR Apache-2\.0\)"/.test(
              JSON.stringify(component.licenses),
            ),
            hashes: component.hashes,
          }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
        names.toSorted().map((name) => {
          const { version, integrity } = locked[`node_modules/${name}`]!;
          const content = Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex');
          const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
          return { name, purl, version, licensed: true, hashes: [{ alg: 'SHA-512', content }] };
        }),
      );
    });

    it('says how each came in', () => {
      const needs = new Map(bill.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn ?? []]));
      const reached = new Set([bill.metadata.component['bom-ref']]);
      for (const ref of reached) {
        needs.get(ref)?.forEach((next) => reached.add(next));
      }
      assert.deepEqual(
        [...reached].toSorted(),
        [bill.metadata.component, ...bill.components].map((component) => component['bom-ref']).toSorted(),
      );
      const debug = bill.components.find((component) => component.name === 'debug');
      assert.ok(needs.get(debug?.['bom-ref'] ?? '')?.some((ref) => ref.startsWith('pkg:npm/ms@')));
    });
  });
}

describe('the papers of a build', function () {
  this.timeout(60_000);
  let folder = '';

  const licence = 'Copyright (c) Ann Lee\n\nPermission is granted.\n';
  const input = { bytesInOutput: 1 };
  const written = ['dist/THIRD-PARTY-NOTICES.txt', 'dist/npm.cdx.json', 'dist/vsix.cdx.json'];

  /** A project whose command line holds `good`, and `good` another version of `inner` than the project itself has. */
  const project = {
    'package.json': JSON.stringify({
      name: 'product',
      version: '1.0.0',
      publisher: 'maker',
      license: 'MIT',
      devDependencies: { good: '1.2.3' },
      bundled: { 'dist/cli.cjs': ['good', 'good/node_modules/@in/ner'] },
    }),
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        'node_modules/good': {
          version: '1.2.3',
          integrity: `sha512-${'A'.repeat(86)}==`,
          dependencies: { '@in/ner': '1' },
        },
        'node_modules/good/node_modules/@in/ner': { version: '1.0.0' },
        'node_modules/@in/ner': { version: '2.0.0' },
      },
    }),
    'out/bundles.json': JSON.stringify({
      'dist/cli.cjs': {
        inputs: {
          'src/a.ts': { imports: [{ path: 'node_modules/good/lib/a.js' }, { path: 'node:fs', external: true }] },
          'node_modules/good/lib/a.js': { imports: [{ path: 'node_modules/good/node_modules/@in/ner/b.js' }] },
          'node_modules/good/node_modules/@in/ner/b.js': { imports: [] },
          'node_modules/unused/c.js': { imports: [] },
        },
        outputs: {
          'dist/cli.cjs': {
            inputs: {
              'src/a.ts': input,
              'node_modules/good/lib/a.js': input,
              'node_modules/good/node_modules/@in/ner/b.js': input,
              'node_modules/unused/c.js': { bytesInOutput: 0 },
            },
          },
        },
      },
    }),
    'dist/cli.cjs': '',
    'node_modules/good/package.json': '{"name":"good","version":"1.2.3","license":"MIT"}',
    'node_modules/good/LICENCE-MIT': licence,
    'node_modules/good/Notice.txt': 'Copyright (c) Someone else\n',
    'node_modules/good/node_modules/@in/ner/package.json': '{"name":"@in/ner","version":"1.0.0","license":"ISC"}',
    'node_modules/good/node_modules/@in/ner/COPYING': licence,
  };

  beforeEach(async () => void (folder = await temporaryFolder('papers')));
  afterEach(async () => rm(folder, { recursive: true, force: true }));

  async function papers(change: Readonly<Record<string, string>> = {}): Promise<Ended> {
    await writeTree(folder, { ...project, ...change });
    return ended(process.execPath, [path.join(root, 'scripts', 'papers.ts')], { cwd: folder });
  }

  async function contents(): Promise<readonly string[]> {
    return Promise.all(written.map(async (file) => readFile(path.join(folder, file), 'utf8').catch(() => '')));
  }

  it('are the same each time', async () => {
    assert.deepEqual(await papers(), { code: 0, out: '', err: '' });
    const first = await contents();
    assert.ok(first.every((text) => text !== ''));
    assert.equal((await papers()).code, 0);
    assert.deepEqual(await contents(), first);
  });

  it('have all texts of a package, and the version that ships', async () => {
    await papers();
    const [notices = '', npm = ''] = await contents();
    assert.match(notices, /^@in\/ner 1\.0\.0\nLicence: ISC$/m);
    assert.match(notices, /Permission is granted\.\n\nCopyright \(c\) Someone else\n/);
    assert.deepEqual(
      (JSON.parse(npm) as Bill).components.map((component) => component.purl),
      ['pkg:npm/%40in/ner@1.0.0', 'pkg:npm/good@1.2.3'],
    );
  });

  const broken: ReadonlyArray<readonly [string, Readonly<Record<string, string>>, RegExp]> = [
    [
      'a package that package.json does not name',
      { 'package.json': project['package.json'].replace('["good",', '[') },
      /^dist\/cli\.cjs holds good, which package\.json does not name\./,
    ],
    [
      'a package in package.json that does not ship',
      { 'package.json': project['package.json'].replace('["good",', '["good","unused",') },
      /"bundled" names unused, which is not in dist\/cli\.cjs/,
    ],
    [
      'a bundle in package.json that is not built',
      { 'package.json': project['package.json'].replace('"bundled":{', '"bundled":{"dist/web.cjs":[],') },
      /"bundled" names dist\/web\.cjs, which is not built/,
    ],
    [
      'a licence that asks for more',
      { 'node_modules/good/package.json': '{"name":"good","version":"1.2.3","license":"AGPL-3.0-only"}' },
      /^good 1\.2\.3 has the licence AGPL-3\.0-only, which is not one of /,
    ],
    [
      'no licence',
      { 'node_modules/good/package.json': '{"name":"good","version":"1.2.3"}' },
      /^good 1\.2\.3 has the licence \(none stated\)/,
    ],
    [
      'an empty licence text',
      { 'node_modules/good/LICENCE-MIT': '', 'node_modules/good/Notice.txt': ' \n' },
      /^good 1\.2\.3 has no licence file\./,
    ],
    [
      'another version than the locked one',
      { 'node_modules/good/package.json': '{"name":"good","version":"1.2.4","license":"MIT"}' },
      /good is installed as 1\.2\.4 and locked as 1\.2\.3\. Run npm ci\./,
    ],
  ];
  for (const [name, change, message] of broken) {
    it(`fail with ${name}`, async () => {
      const { code, err } = await papers(change);
      assert.equal(code, 1);
      assert.match(err, new RegExp(message.source, 'm'));
      assert.deepEqual(await contents(), ['', '', '']);
    });
  }

  it('fail without a licence text', async () => {
    await writeTree(folder, project);
    await rm(path.join(folder, 'node_modules', 'good', 'node_modules', '@in', 'ner', 'COPYING'));
    const { code, err } = await ended(process.execPath, [path.join(root, 'scripts', 'papers.ts')], { cwd: folder });
    assert.equal(code, 1);
    assert.match(err, /^@in\/ner 1\.0\.0 has no licence file.* scripts\/papers\/licence-texts\/@in\+ner@1\.0\.0\.txt/m);
  });

  it('take the text of ours for exactly the version that it was written for', async () => {
    const bundles = project['out/bundles.json'].replaceAll(
      'node_modules/good/node_modules/@in/ner',
      'node_modules/tiny-case',
    );
    const change = (version: string): Readonly<Record<string, string>> => ({
      'package.json': project['package.json'].replace('good/node_modules/@in/ner', 'tiny-case'),
      'package-lock.json': project['package-lock.json']
        .replace('{"version":"2.0.0"}', '{}')
        .replace('node_modules/@in/ner":{}', `node_modules/tiny-case":{"version":"${version}"}`),
      'out/bundles.json': bundles,
      'node_modules/tiny-case/package.json': `{"name":"tiny-case","version":"${version}","license":"MIT"}`,
    });
    assert.equal((await papers(change('1.0.3'))).err, '');
    assert.match(
      (await contents())[0] ?? '',
      /no licence file\. .*\n=+\n\nThe MIT License.*\n\nCopyright \(c\) Jason Quense\n/,
    );
    assert.match((await papers(change('1.0.4'))).err, /^tiny-case 1\.0\.4 has no licence file/);
  });
});
