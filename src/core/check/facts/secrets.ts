import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { secretsIn } from '../../text/secrets/find.ts';
import { quotingWithout } from '../../text/secrets/hide.ts';
import type { Secret } from '../../text/secrets/secret.ts';
import { remembering } from '../../util/memo.ts';

/** The secrets of a document. */
export interface DocumentSecrets {
  readonly all: readonly Secret[];
  /** Shows a text that may quote the document, with its secrets cut. */
  readonly cut: (text: string) => string;
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
