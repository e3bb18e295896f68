// npm run schema
// Writes the JSON schema of .runbook-lens.json, which editors complete and check it by, from the checks themselves.
import { writeFile } from 'node:fs/promises';
import { configurationJsonSchema } from './configuration-schema.ts';

await writeFile(new URL('../media/configuration.schema.json', import.meta.url), configurationJsonSchema());
