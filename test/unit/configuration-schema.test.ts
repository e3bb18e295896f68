import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configurationJsonSchema } from '../../scripts/configuration-schema.ts';

describe('media/configuration.schema.json', () => {
  it('says what the checks say; "npm run schema" writes it', () => {
    const file = path.join(import.meta.dirname, '..', '..', 'media', 'configuration.schema.json');
    assert.equal(readFileSync(file, 'utf8'), configurationJsonSchema());
  });
});
