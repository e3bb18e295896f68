import {
  knownMessages,
  secretsIn,
  withoutSecretsIn,
  type CatalogDocument,
  type ImportedMessage,
} from '../../../core/index.ts';

/**
 * Returns the messages that a timeline has: as they are, or without the secrets that an import left out. See `knownMessages`.
 * @param today YYYY-MM-DD, in UTC, by which an import finds secrets.
 */
export function knownOf(
  record: CatalogDocument,
  messages: readonly ImportedMessage[],
  zone: string,
  today: string,
): ReadonlySet<ImportedMessage> {
  const without = messages.map((message) => {
    const secrets = secretsIn(message.text, today);
    return secrets.length === 0 ? message : { ...message, text: withoutSecretsIn(message.text, secrets) };
  });
  const [asTheyAre, withoutSecrets] = [messages, without].map((some) => knownMessages(record, some, zone));
  return new Set(
    messages.filter((message, index) => asTheyAre?.has(message) || withoutSecrets?.has(without[index] ?? message)),
  );
}
