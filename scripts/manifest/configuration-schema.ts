import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../../src/core/index.ts';

/** The JSON schema of a team's configuration file, as text. */
export function configurationJsonSchema(): string {
  const schema = toJsonSchema(configurationSchema, { typeMode: 'input', errorMode: 'throw' });
  return `${JSON.stringify({ ...schema, title: 'Runbook Lens team configuration' }, undefined, 2)}\n`;
}
