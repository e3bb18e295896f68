import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { askRegistry, type Answer } from '../../scripts/audit/ask.ts';
import { auditProject } from '../../scripts/audit/project.ts';
import { auditReport } from '../../scripts/audit/report.ts';
import type { Lockfile, Manifest } from '../../scripts/papers/manifest.ts';
import { temporaryFolder } from '../support/workspaces.ts';

const root = path.join(import.meta.dirname, '..', '..');

const manifest: Manifest = {
  name: 'product',
  version: '1.0.0',
  publisher: 'maker',
  license: 'MIT',
  devDependencies: { mocha: '1.0.0', outer: '2.0.0' },
  bundled: { 'dist/a.cjs': ['inner', 'outer', 'outer/node_modules/twice', 'twice'], 'dist/b.cjs': ['twice'] },
};
const lockfile: Lockfile = {
  lockfileVersion: 3,
  packages: {
    'node_modules/mocha': { version: '1.0.0', dependencies: { inner: '*' } },
    'node_modules/outer': { version: '2.0.0', dependencies: { inner: '*', twice: '*' } },
    'node_modules/inner': { version: '3.0.0', dependencies: { twice: '*' } },
    'node_modules/twice': { version: '5.0.0' },
    'node_modules/outer/node_modules/twice': { version: '4.0.0' },
    'node_modules/tool': { version: '6.0.0' },
  },
};

describe('npm run audit', function () {
  this.timeout(60_000);
  let registry: Server;
  let cache = '';
  let asked: unknown[] = [];
  let reply: { readonly status: number; readonly body: unknown } = { status: 200, body: {} };

  before(async () => {
    cache = await temporaryFolder('audit');
    registry = createServer((request, response) => {
      void (async () => {
        const body = await buffer(request);
        if (request.method === 'POST' && request.url === '/-/npm/v1/security/advisories/bulk') {
          asked.push(JSON.parse(String(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body)));
          response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
        } else {
          response.writeHead(404).end('{}');
        }
      })();
    }).listen(0, '127.0.0.1');
    await once(registry, 'listening');
  });
  after(async () => {
    registry.close();
    await rm(cache, { recursive: true, force: true });
  });
  beforeEach(() => {
    asked = [];
    reply = { status: 200, body: {} };
  });

  async function answer(of = manifest, locked = lockfile, env: NodeJS.ProcessEnv = {}): Promise<Answer> {
    return askRegistry(auditProject(of, locked), {
      npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`,
      npm_config_cache: cache,
      npm_config_fetch_retries: '0',
      ...env,
    });
  }

  const advisory = {
    id: 1,
    url: 'https://example.org/advisory',
    title: 'Slow',
    severity: 'moderate',
    vulnerable_versions: '<5.0.0',
    cwe: [],
    cvss: { score: 0, vectorString: null },
  };

  it('asks about exactly what ships, in the versions that ship', async () => {
    assert.deepEqual(await answer(), { advisories: [] });
    assert.deepEqual(asked, [{ inner: ['3.0.0'], outer: ['2.0.0'], twice: ['4.0.0', '5.0.0'] }]);
  });

  it('asks about a package that is installed under another name by its own', async () => {
    await answer(manifest, {
      ...lockfile,
      packages: { ...lockfile.packages, 'node_modules/inner': { name: '@real/name', version: '3.0.0' } },
    });
    assert.deepEqual(asked, [{ '@real/name': ['3.0.0'], outer: ['2.0.0'], twice: ['4.0.0', '5.0.0'] }]);
  });

  it('asks about the packages of this project, and about no tool', async () => {
    const own = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8')) as Manifest;
    const locked = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8')) as Lockfile;
    await answer(own, locked);
    const [question] = asked as [Readonly<Record<string, readonly string[]>>];
    assert.deepEqual(Object.keys(question).toSorted(), [...new Set(Object.values(own.bundled).flat())].toSorted());
    assert.deepEqual(question['marked'], [own.devDependencies['marked']]);
    assert.equal(question['mocha'], undefined);
  });

  it('asks although npm is set up to work offline, or to leave audits out', async () => {
    await answer(manifest, lockfile, { npm_config_offline: 'true', npm_config_audit: 'false' });
    assert.equal(asked.length, 1);
  });

  it('tells what, which version, in which bundle and which way in', async () => {
    reply = { status: 200, body: { twice: [advisory] } };
    const { text, code } = auditReport(await answer(), { manifest, lockfile, level: 'moderate' });
    assert.equal(code, 1);
    assert.equal(
      text,
      [
        'outer/node_modules/twice 4.0.0: moderate: Slow',
        '  https://example.org/advisory',
        '  Versions: <5.0.0. In: dist/a.cjs. Imported by: outer > outer/node_modules/twice.',
        '1 advisory on the 4 packages that ship, 1 of them moderate or worse.',
      ].join('\n'),
    );
  });

  it('tells of each package once, not of those that need it', async () => {
    reply = { status: 200, body: { inner: [{ ...advisory, vulnerable_versions: '*' }] } };
    const found = await answer();
    assert.ok('advisories' in found);
    assert.deepEqual(
      found.advisories.map(({ location }) => location),
      ['inner'],
    );
  });

  it('passes with advisories below the level, and tells them', async () => {
    reply = { status: 200, body: { twice: [advisory] } };
    const { text, code } = auditReport(await answer(), { manifest, lockfile, level: 'high' });
    assert.equal(code, 0);
    assert.match(text, /^outer\/node_modules\/twice 4\.0\.0: moderate: Slow$/m);
    assert.match(text, /^1 advisory on the 4 packages that ship, 0 of them high or worse\.$/m);
  });

  it('passes when there is none', async () => {
    assert.deepEqual(auditReport(await answer(), { manifest, lockfile, level: 'info' }), {
      text: 'No advisories for the 4 packages that ship.',
      code: 0,
    });
  });

  it('says that it knows nothing when the registry takes no questions', async () => {
    for (const status of [404, 405, 500]) {
      reply = { status, body: {} };
      const { text, code } = auditReport(await answer(), { manifest, lockfile, level: 'info' });
      assert.equal(code, 2);
      assert.match(text, new RegExp(`^The registry is not available, so advisories are not known: ${status} .*\\.$`));
    }
  });

  it('fails when something that ships is not locked', () => {
    assert.throws(() => auditProject({ ...manifest, bundled: { 'dist/a.cjs': ['gone'] } }, lockfile), {
      message: 'package-lock.json does not contain gone, which ships. Run npm install.',
    });
  });
});
