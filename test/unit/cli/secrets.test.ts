import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { gitInit, temporaryFolder, writeTree } from '../../support/workspaces.ts';
import { plantedSecrets } from '../support/made-secrets.ts';
import { complete, ranIn } from './ran.ts';

/** The parts of a value of which one would tell it: all runs of half its length, of those of a key the first. */
function tellingParts(value: string): string[] {
  const length = Math.min(16, Math.ceil(value.length / 2));
  return Array.from({ length: Math.min(value.length - length, 400) + 1 }, (_, at) =>
    value.slice(at, at + length),
  ).filter((part) => !/BEGIN|PRIVATE|LS0tLS1CRUdJTi/.test(part));
}

describe('secrets of checked documents', () => {
  let root = '';
  const planted = plantedSecrets();

  before(async () => {
    root = await temporaryFolder('secrets');
    await gitInit(root);
    await writeTree(
      root,
      Object.fromEntries(
        planted.map(([, value, around], index) => [
          `runbooks/queue-${index}.md`,
          `${complete}\n## Notes\n\n${around(value)}\n\n\`\`\`sh\nrm -rf /srv/data ${value.split('\n')[0]}\n\`\`\`\n`,
        ]),
      ),
    );
  });
  after(async () => rm(root, { recursive: true, force: true }));

  /** No part of a text tells a value. */
  const assertSafe = (text: string, what: string): void => {
    for (const [kind, value] of planted) {
      const told = tellingParts(value).find((part) => text.includes(part));
      assert.equal(told, undefined, `${what} tells a ${kind}`);
    }
  };

  for (const format of ['text', 'json', 'sarif', 'junit', 'github']) {
    it(`are in no report in the format ${format}, nor in what is said beside it`, async () => {
      const { out, err } = await ranIn(root, 'check', '--format', format);
      assert.ok(out.split('Secret in the text').length > planted.length, out);
      assertSafe(`${out}${err}`, format);
    });
  }

  it('are in no baseline', async () => {
    const { out, err } = await ranIn(root, 'check', '--baseline', 'known.json', '--update-baseline');
    const baseline = await readFile(path.join(root, 'known.json'), 'utf8');
    assert.ok(baseline.split('"secret-in-document"').length > planted.length);
    assertSafe(`${baseline}${out}${err}`, 'the baseline');
    assert.match((await ranIn(root, 'check', '--baseline', 'known.json')).out, /no new findings/);
  });
});
