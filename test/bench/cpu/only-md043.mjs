// node only-md043.mjs LIST   markdownlint's rule about required headings, alone, on the files that LIST names as a JSON array.
import { readFileSync } from 'node:fs';
import { lint } from 'markdownlint/sync';

const files = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const headings = ['*', '## Impact', '*', '## Diagnosis', '*', '## Mitigation', '*'];
const results = lint({ files, config: { default: false, MD043: { headings } } });
console.log(Object.values(results).flat().length);
