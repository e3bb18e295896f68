import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { unsuppressed } from '../../document/suppressions.ts';
import type { Range } from '../../text/position.ts';
import { secretsIn } from '../../text/secrets/find.ts';
import { quotingWithout } from '../../text/secrets/hide.ts';
import { secretName, type Secret } from '../../text/secrets/secret.ts';
import { remembering } from '../../util/memo.ts';

/** The id of the rule about secrets, which comments name. */
export const secretRule = 'secret-in-document';

/** The secrets of a document. */
export interface DocumentSecrets {
  readonly all: readonly Secret[];
  /** Shows a text that may quote the document, with its secrets cut. */
  readonly cut: (text: string) => string;
}

/** A secret with its place. It does not hold the value. */
export interface PlacedSecret {
  /** See `secretName`. */
  readonly name: string;
  readonly range: Range;
}

const ofDocument = perDocument(({ text }: CatalogDocument) =>
  remembering(1, (today): DocumentSecrets => {
    const all = secretsIn(text, today);
    return { all, cut: quotingWithout(text, all) };
  }),
);

/** Returns the secrets of a document; see `secretsIn`. @param today YYYY-MM-DD, in UTC. */
export function secretsOf(document: CatalogDocument, today: string): DocumentSecrets {
  return ofDocument(document)(today);
}

/**
 * Returns the secrets of a document that no comment silences and that are not in an earlier text of it.
 * @param today YYYY-MM-DD, in UTC.
 */
export function newSecretsOf(document: CatalogDocument, today: string, before = ''): PlacedSecret[] {
  const known = new Set(secretsIn(before, today).map(({ start, end }) => before.slice(start, end)));
  const { text, lines } = document;
  const found = secretsOf(document, today)
    .all.filter(({ start, end }) => !known.has(text.slice(start, end)))
    .map((secret) => ({
      rule: secretRule,
      name: secretName(secret),
      range: { start: lines.positionAt(secret.start), end: lines.positionAt(secret.end) },
    }));
  return unsuppressed(document, found).map(({ name, range }) => ({ name, range }));
}
