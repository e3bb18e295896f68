// npm run manifest [-- --check]
// Generates from the tables of rules, commands, views and settings: parts of package.json, package.nls.json and
// docs/reference.md, and the JSON schema of .runbook-lens.json. With --check it only reports files that are not current.
import { writeFile } from 'node:fs/promises';
import { generatedFiles, stale } from './manifest/generated.ts';

const files = stale(await generatedFiles());
if (process.argv.includes('--check')) {
  for (const { path } of files) {
    console.error(`${path} does not match the tables in src. Run "npm run manifest" to update it.`);
  }
  process.exitCode = files.length === 0 ? 0 : 1;
} else {
  for (const { path, wanted } of files) {
    await writeFile(new URL(`../${path}`, import.meta.url), wanted);
    console.log(`Written: ${path}`);
  }
}
