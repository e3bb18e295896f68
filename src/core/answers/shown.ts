import type { CatalogDocument } from '../document/document.ts';
import { perDocument } from '../document/per-document.ts';
import { oneLine, replaceHidden } from '../text/one-line.ts';
import { secretsIn, withoutSecretsIn } from '../text/secrets/find.ts';
import { quotingWithout } from '../text/secrets/hide.ts';
import { removedSecret } from '../text/secrets/removed.ts';

/** Characters of a title, a name or another short text. */
const mostShort = 200;

/**
 * Returns a text of a document or name as agents see it, on one line: hidden characters are shown as `\u….`, and the end is cut after
 * `most` characters. Secrets are taken out.
 * @param document the one that the text is from, if one is: its secrets are taken out even where nothing in the text tells them.
 */
export function shown(text: string, most = mostShort, document?: CatalogDocument): string {
  const known = document === undefined ? text : openedOf(document).quoted(text);
  const line = visible(known.replace(/[\t\r\n]+/g, ' ').trim());
  return line.length <= most ? line : `${withoutHalf(line.slice(0, most - 1))}…`;
}

/** Returns the lines of a document as agents see them: as many as it has. */
export function shownLines(document: CatalogDocument): readonly string[] {
  return openedOf(document).lines;
}

/** What agents see of a document. What is a secret is seen in the whole only: a line of a key says nothing by itself. */
const openedOf = perDocument((document: CatalogDocument) => {
  const text = document.text.replace(/\r\n?/g, '\n');
  const secrets = secretsIn(text);
  const quoted = quotingWithout(text, secrets, removedSecret);
  // What a word tells in one place may stand in another without it.
  return {
    lines: opened(withoutSecretsIn(text, secrets, linesOf))
      .split('\n')
      .map(quoted),
    quoted,
  };
});

/** Every text of files that reaches an agent comes through here or `openedOf`. */
function visible(text: string): string {
  return opened(withoutSecretsIn(text, secretsIn(text), linesOf));
}

/** The line breaks of a secret: its document keeps as many lines as before. */
function linesOf(secret: string): string {
  return secret.replaceAll(/[^\n]+/g, '');
}

function opened(text: string): string {
  return replaceHidden(text, (character) =>
    character === '\n' || character === '\t' ? character : oneLine(character),
  );
}

/** Returns a text without the half of a character at its end. */
export function withoutHalf(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '');
}
