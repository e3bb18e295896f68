import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDocument } from '../../../../../src/core/document/document.ts';
import { namedPaths } from '../../../../../src/core/service/stale/named-paths.ts';

function named(
  text: string,
  path = 'docs/runbooks/disk.md',
): Array<{ name: string; targets: readonly string[]; line: number }> {
  const document = readDocument({ uri: path, root: 'root', path }, text);
  return namedPaths(document, ['acme/shop']).map(({ name, targets, line }) => ({ name, targets, line }));
}

function names(text: string): string[] {
  return named(text).map(({ name }) => name);
}

describe('the paths that a document names', () => {
  it('stand in links, in commands and in text', () => {
    assert.deepEqual(named('See [it](../../scripts/free.sh#how), or:\n\n```sh\n./scripts/free.sh --all\n```\n'), [
      { name: '../../scripts/free.sh', targets: ['scripts/free.sh'], line: 0 },
      { name: './scripts/free.sh', targets: ['docs/runbooks/scripts/free.sh', 'scripts/free.sh'], line: 3 },
    ]);
    assert.deepEqual(named('Edit `conf/app.yaml:12`.'), [
      { name: 'conf/app.yaml', targets: ['conf/app.yaml', 'docs/runbooks/conf/app.yaml'], line: 0 },
    ]);
  });

  it('are those of links to the own forge too, and not of other addresses', () => {
    assert.deepEqual(
      named('https://github.com/acme/shop/blob/main/conf/app.yaml')[0]?.targets.includes('conf/app.yaml'),
      true,
    );
    assert.deepEqual(names('https://github.com/acme/other/blob/main/conf/app.yaml https://x.org/conf/app.yaml'), []);
  });

  it('may have no folder, if no command would write a file of that name', () => {
    assert.deepEqual(names('Run `free-disk.sh` as in deploy.yaml.'), ['free-disk.sh', 'deploy.yaml']);
    assert.deepEqual(names('It makes report.json and summary.md.'), []);
  });

  it('are no patterns, no host paths, no versions and nothing that a command writes', () => {
    assert.deepEqual(names('conf/*.yaml conf/<name>.yaml $HOME/a/b.sh {{ x }}/a.sh ~/a/b.sh 1.2.3'), []);
    assert.deepEqual(
      names('```\nmake > out/list.yaml\nmake --output out/list.yaml\nmake | tee out/list.yaml\n```'),
      [],
    );
    assert.deepEqual(names('See /etc/nginx/nginx.conf.'), []);
  });

  it('are found in any text, in time that grows with it', () => {
    const piece = fc.constantFrom('a/', '../', '.', '`', '(', '#', ':1', '://', '*', '~', '\n', ' ', 'x.sh', 'é', '/');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 80 }), (pieces) => {
        const text = pieces.join('');
        for (const { name, line, targets } of named(text)) {
          assert.ok(line < text.split('\n').length);
          assert.ok(name.length > 0 && targets.every((target) => target !== '' && !target.includes('..')));
        }
      }),
    );
    for (const text of ['a/', '../', '.', ':1', '~', '>']) {
      const start = performance.now();
      named(`${text.repeat(1900 / text.length)}\n`.repeat(50));
      assert.ok(performance.now() - start < 3000, text);
    }
  });
});
