import { toJsonSchema } from '@valibot/to-json-schema';
import { configurationSchema } from '../../src/core/index.ts';

/** Returns the JSON schema of the team configuration, as text. */
export function configurationJsonSchema(): string {
  const schema = toJsonSchema(configurationSchema, { typeMode: 'input', errorMode: 'throw' });
  return `${JSON.stringify({ ...schema, title: 'Runbook Lens team configuration' }, undefined, 2)}\n`;
}
