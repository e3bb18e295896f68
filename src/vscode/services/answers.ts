import { Uri } from 'vscode';
import { targetUri } from './target.ts';

/**
 * What a command was called with: a document (a URI, or a tree's node), answers that are then not asked for, as in
 * `{ "text": "rolled back" }` of a key binding, or both, with the document under `record`. Anything else counts as nothing.
 */
export class Answers {
  readonly #given: Readonly<Record<string, unknown>>;
  /** The document that the command is about. */
  readonly target: Uri | undefined;

  constructor(target: unknown) {
    const plain = typeof target === 'object' && target !== null && !(target instanceof Uri);
    this.#given = plain ? (target as Record<string, unknown>) : {};
    const { record } = this.#given;
    this.target =
      targetUri(target) ?? targetUri(record) ?? (typeof record === 'string' ? Uri.parse(record) : undefined);
  }

  /** A text that was given; undefined for none and for what is no text. */
  text(name: string): string | undefined {
    const value = this.#given[name];
    return typeof value === 'string' ? value : undefined;
  }
}
