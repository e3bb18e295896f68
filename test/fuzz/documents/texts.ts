import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The markdown files below some folders, in order of their paths, that are no longer than can be read often. */
export function textsBelow(...folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:md|markdown|mdx)$/i.test(name))
      .toSorted()
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .filter((text) => text.length < 30_000),
  );
}

const root = path.join(import.meta.dirname, '..', '..', '..');

/** The documents of the sample and of the tests. */
export function ownTexts(): string[] {
  return textsBelow(path.join(root, 'sample', 'files'), path.join(root, 'test', 'fixtures'));
}
