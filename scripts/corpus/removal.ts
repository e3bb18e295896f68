import { applyEdits, type Catalog, type CatalogDocument, type Expected } from '../../src/core/index.ts';
import { repositoriesIn } from './repositories.ts';

/**
 * Removes one random expected section from each conforming document and counts how often a finding names it. Then
 * counts the warnings on the unchanged documents. A document conforms if it has every required section.
 */
export async function testRemoval(folder: string, seed: number): Promise<void> {
  const random = randomNumbers(seed);
  const sums = { removed: 0, named: 0, documents: 0, warnings: 0 };
  const misses: string[] = [];
  for await (const { name, catalog } of repositoriesIn(folder)) {
    const conforming = catalog.documents().filter((document) => conforms(catalog, document));
    const found = { removed: 0, named: 0, documents: conforming.length, warnings: 0 };
    for (const document of conforming) {
      const warnings = catalog.findings(document.uri).filter(({ severity }) => severity === 'warning');
      found.warnings += warnings.length;
      const wanted = removable(catalog, document);
      const section = wanted[Math.floor(random() * wanted.length)];
      if (section === undefined) {
        continue;
      }
      found.removed += 1;
      if (isNamed(catalog, document, section)) {
        found.named += 1;
      } else {
        misses.push(`${name}/${document.path}: ${section.title}`);
      }
    }
    print(name, found);
    sums.removed += found.removed;
    sums.named += found.named;
    sums.documents += found.documents;
    sums.warnings += found.warnings;
  }
  print('all', sums);
  misses.forEach((miss) => console.log(`not named: ${miss}`));
}

function print(name: string, sums: { removed: number; named: number; documents: number; warnings: number }): void {
  const { removed, named, documents, warnings } = sums;
  const share = removed === 0 ? '      –' : `${((named / removed) * 100).toFixed(1)} %`.padStart(7);
  const rate = documents === 0 ? '–' : ((warnings / documents) * 100).toFixed(1);
  console.log(
    `${share} named (${named} of ${removed}), ${warnings} warnings on ${documents} conforming documents (${rate} per 100)  ${name}`,
  );
}

/** Whether a document follows a convention and has every required section. */
function conforms(catalog: Catalog, { uri }: CatalogDocument): boolean {
  const context = catalog.context(uri);
  return (
    context?.expectation.strong === true &&
    catalog.findings(uri).every(({ rule }) => rule !== 'missing-section' && rule !== 'empty-section')
  );
}

/** Returns the required sections with a title of their own in the document. */
function removable(catalog: Catalog, document: CatalogDocument): Expected[] {
  const sections = catalog.context(document.uri)?.expectation.sections ?? [];
  return sections.filter((section) => {
    const standing = answering(document, section);
    return section.required && standing.length > 0 && standing.every(({ level }) => level > 1);
  });
}

function answering(document: CatalogDocument, { keys }: Expected): CatalogDocument['sections'] {
  const positions = new Set(keys.flatMap((key) => document.keys.get(key) ?? []));
  return document.sections.filter((_, position) => positions.has(position));
}

/** Whether a finding names a section after its removal. The catalog is unchanged afterwards. */
function isNamed(catalog: Catalog, document: CatalogDocument, section: Expected): boolean {
  const edits = answering(document, section).map(({ range }) => ({ range, newText: '' }));
  const { uri, root, path, text } = document;
  catalog.upsert([{ uri, root, path, text: applyEdits(text, edits) }]);
  const named = catalog
    .findings(uri)
    .some((finding) => finding.rule === 'missing-section' && finding.section === section.title);
  catalog.upsert([{ uri, root, path, text }]);
  return named;
}

/** Returns a generator of random numbers from 0 to 1, the same for a seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
