import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { decode, isMarkdown } from '../../src/core/index.ts';
import { assess, featuresByItself, type Assessment } from '../../src/core/document/kind/classify.ts';
import type { Features } from '../../src/core/document/kind/features.ts';
import { Shelf, shelfOf } from '../../src/core/document/kind/neighbours.ts';
import { parseDocument } from '../../src/core/document/parse.ts';
import type { Sample } from './fit.ts';
import type { Label } from './labels.ts';

/** A labelled document with its features and those of the pages beside it. */
export interface LabelledSample extends Sample {
  readonly path: string;
  readonly ambiguous: boolean;
  readonly final: boolean;
  /** Whether it is a template, whose kind is not weighed. */
  readonly template: boolean;
}

/** What was read of the labelled files. */
export interface Read {
  readonly samples: readonly LabelledSample[];
  /** Files that no root holds, or that are not as they were when they were labelled. */
  readonly missing: readonly string[];
}

/**
 * Reads the labelled files and the pages beside them.
 * @param roots folders with a folder OWNER__NAME for each repository.
 */
export async function readSamples(labels: readonly Label[], roots: readonly string[]): Promise<Read> {
  const samples: LabelledSample[] = [];
  const missing: string[] = [];
  const repositories = [...new Set(labels.map(({ repository }) => repository))];
  for (const repository of repositories) {
    const own = labels.filter((label) => label.repository === repository);
    const folder = await folderOf(repository, roots);
    const found = folder === undefined ? [] : await readRepository(folder, own);
    samples.push(...found);
    const read = new Set(found.map(({ path: file }) => file));
    missing.push(...own.filter((label) => !read.has(label.path)).map((label) => `${repository}/${label.path}`));
  }
  return { samples, missing };
}

async function folderOf(repository: string, roots: readonly string[]): Promise<string | undefined> {
  for (const root of roots) {
    const folder = path.join(root, repository.replace('/', '__'));
    if (
      await stat(folder).then(
        (found) => found.isDirectory(),
        () => false,
      )
    ) {
      return folder;
    }
  }
  return undefined;
}

async function readRepository(folder: string, labels: readonly Label[]): Promise<LabelledSample[]> {
  const byPath = new Map(labels.map((label) => [label.path, label]));
  const shelves = new Set(labels.map((label) => shelfOf(label.path)));
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
  const pages: Array<{
    readonly labelled?: { readonly label: Label; readonly features: Features };
    readonly assessment: Assessment;
  }> = [];
  for (const file of files) {
    const label = byPath.get(file);
    if (label === undefined && !(isMarkdown(file) && shelves.has(shelfOf(file)))) {
      continue;
    }
    const bytes = await readFile(path.join(folder, file));
    const read = decode(bytes);
    if (!('skipped' in read)) {
      const document = parseDocument(read.text, file);
      const labelled = label !== undefined && isSame(bytes, label);
      pages.push({
        assessment: assess(file, document),
        ...(labelled && { labelled: { label, features: featuresByItself(file, document) } }),
      });
    }
  }
  const byShelf = Map.groupBy(pages, ({ assessment }) => shelfOf(assessment.page.path));
  return [...byShelf.values()].flatMap((group) => {
    const shelf = new Shelf(group.map(({ assessment }) => assessment.page));
    return group.flatMap(({ labelled, assessment: { page, template } }) => {
      if (labelled === undefined) {
        return [];
      }
      const beside = shelf.featuresOf(page).filter(([, value]) => value > 0);
      const features = new Map([...labelled.features, ...beside]);
      return [{ ...labelled.label, template: template !== undefined, features }];
    });
  });
}

function isSame(bytes: Uint8Array, { sha256 }: Label): boolean {
  return createHash('sha256').update(bytes).digest('hex') === sha256;
}
