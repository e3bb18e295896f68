import { secretsIn, withoutSecretsIn } from '../core/index.ts';

/** Returns a text that is about to be printed, without the secrets that it tells by itself. */
export function withoutSecrets(text: string): string {
  return withoutSecretsIn(text, secretsIn(text));
}
