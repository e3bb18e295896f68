// npm run corpus -- DIR LABELS [--without AMBIGUOUS]   how the classifier does on labelled files
// npm run corpus -- DIR --removal [--seed N]           whether a section that is taken out is named
// npm run corpus -- DIR --findings [--sample N]        findings by rule, with examples to check by hand
// npm run corpus -- DIR --counts                       timeline entries and action items of each postmortem
// npm run corpus -- DIR --sections STATES              missing and empty sections against labelled ones
// Each folder directly below DIR is a repository.
import { parseArgs } from 'node:util';
import { printCounts } from './counts.ts';
import { printFindings } from './findings.ts';
import { compareKinds } from './kinds.ts';
import { testRemoval } from './removal.ts';
import { compareSections } from './sections.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string' },
    removal: { type: 'boolean' },
    findings: { type: 'boolean' },
    counts: { type: 'boolean' },
    sections: { type: 'string' },
    seed: { type: 'string', default: '1' },
    sample: { type: 'string', default: '0' },
  },
});
const [folder, labels] = positionals;
if (folder !== undefined && values.removal === true) {
  await testRemoval(folder, Number(values.seed));
} else if (folder !== undefined && values.findings === true) {
  await printFindings(folder, Number(values.sample), Number(values.seed));
} else if (folder !== undefined && values.counts === true) {
  await printCounts(folder);
} else if (folder !== undefined && values.sections !== undefined) {
  await compareSections(folder, values.sections);
} else if (folder !== undefined && labels !== undefined) {
  await compareKinds(folder, labels, values.without);
} else {
  console.error(
    'Usage: npm run corpus -- DIR (LABELS [--without AMBIGUOUS] | --removal | --findings | --counts | --sections STATES)',
  );
  process.exitCode = 1;
}
