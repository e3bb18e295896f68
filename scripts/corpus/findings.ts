import type { CatalogDocument, Finding } from '../../src/core/index.ts';
import { rules } from '../../src/core/index.ts';
import { randomNumbers, readRepositories } from './repositories.ts';

interface Located {
  readonly repository: string;
  readonly document: CatalogDocument;
  readonly finding: Finding;
}

/** Prints the number of findings of each rule, and a random sample with the lines of the findings. */
export async function printFindings(folder: string, sample: number, seed: number): Promise<void> {
  const all: Located[] = [];
  let documents = 0;
  for (const { name, catalog } of await readRepositories(folder)) {
    const checked = catalog.documents().filter(({ kind }) => kind !== 'other');
    documents += checked.length;
    for (const document of checked) {
      all.push(...catalog.findings(document.uri).map((finding) => ({ repository: name, document, finding })));
    }
  }
  console.log(`${documents} documents checked`);
  const random = randomNumbers(seed);
  for (const { id } of rules) {
    const found = all.filter(({ finding }) => finding.rule === id);
    const levels = ['error', 'warning', 'information', 'hint'].map((severity) => {
      const count = found.filter(({ finding }) => finding.severity === severity).length;
      return count === 0 ? '' : ` ${count} ${severity}`;
    });
    console.log(`${id.padEnd(26)}${String(found.length).padStart(5)} ${levels.join('')}`);
    const drawn = found
      .map((item) => ({ item, order: random() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, sample);
    drawn.forEach(({ item }) => printOne(item));
  }
}

function printOne({ repository, document, finding }: Located): void {
  const { line } = finding.range.start;
  const text = document.text.split(/\r\n|\r|\n/)[line] ?? '';
  console.log(`    ${repository}/${document.path}:${line + 1}`);
  console.log(`        ${finding.severity}: ${finding.message}`);
  console.log(`        > ${text.slice(0, 200)}`);
}
