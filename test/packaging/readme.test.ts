import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { entriesOf } from './zip.ts';

const root = path.join(import.meta.dirname, '..', '..');
const { repository } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
  readonly repository: { readonly url: string };
};
const home = repository.url.replace(/^git\+|\.git$/g, '');

/** The addresses of the links and pictures of a page. */
function addresses(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(([^()\s]+)\)|<img[^>]+src="([^"]+)"/g)].map(
    ([, link, image]) => link ?? image ?? '',
  );
}

describe('the page of the extension', () => {
  const entries = entriesOf(readFileSync(path.join(root, 'out', 'runbook-lens.vsix')));
  const page =
    entries
      .find(({ name }) => name === 'extension/readme.md')
      ?.content()
      .toString('utf8') ?? '';

  it('has links and pictures that lead to files of the repository', () => {
    const found = addresses(page);
    assert.ok(found.length > 12, 'the page has links');
    const inRepository = new RegExp(`^${home}/(?:blob|raw)/HEAD/([^#?]+)`);
    const missing = found.filter((address) => {
      const file = inRepository.exec(address)?.[1];
      return file === undefined ? !/^https:\/\/|^#/.test(address) : !existsSync(path.join(root, decodeURI(file)));
    });
    assert.deepEqual(missing, []);
    assert.ok(found.filter((address) => inRepository.test(address)).length > 12, page.slice(0, 500));
  });

  it('has anchors that its targets have', () => {
    const wrong = addresses(page).filter((address) => {
      const [, file, anchor] = /\/blob\/HEAD\/([^#]+\.md)#(.+)$/.exec(address) ?? [];
      return file !== undefined && anchor !== undefined && !anchorsOf(file).includes(anchor);
    });
    assert.deepEqual(wrong, []);
  });

  it('has seven pictures and a short animation on its first screen', () => {
    const images = [...page.matchAll(/!\[([^\]]+)\]\(([^()]+)\)/g)];
    const files = images.map(([, , address = '']) => address.slice(address.indexOf('/HEAD/') + '/HEAD/'.length));
    assert.equal(files.filter((file) => file.endsWith('.png')).length, 7);
    const [animation = ''] = files;
    assert.match(animation, /\.gif$/);
    assert.ok(page.indexOf(animation) < 500);
    assert.ok(statSync(path.join(root, animation)).size < 3_000_000);
  });

  it('has the two commands for a fresh machine on its first screen', () => {
    const first = page.split('\n').slice(0, 30).join('\n');
    assert.match(first, /^npm ci && npm start\b/m);
    assert.match(first, /^npm ci && npm test\b/m);
  });
});

/** The anchors of the headings of a page, as GitHub makes them of plain words. */
function anchorsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
