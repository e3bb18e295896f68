import { l10n, Uri } from 'vscode';
import { UserError } from '../../core/index.ts';
import { targetUri } from './target.ts';

/**
 * What a command was called with: a document (a URI, or a tree's node), answers that are then not asked for, as in
 * `{ "text": "rolled back" }` of a key binding, or both, with the document under `record` or `uri`. Anything else counts as nothing,
 * but a text that is to be a URI and is none is a UserError: the command would work on something else.
 */
export class Answers {
  readonly #given: object;
  /** The document that the command is about. */
  readonly target: Uri | undefined;

  constructor(target: unknown) {
    const called = targetUri(target);
    this.#given = called === undefined && typeof target === 'object' && target !== null ? target : {};
    this.target = called ?? this.uri('record') ?? this.uri('uri');
  }

  /** Whatever was given; undefined for nothing. */
  value(name: string): unknown {
    return Object.hasOwn(this.#given, name) ? (this.#given as Readonly<Record<string, unknown>>)[name] : undefined;
  }

  /** A text as it was given; undefined for none and for what is no text. */
  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** The texts of a list; undefined for what is no list. */
  texts(name: string): readonly string[] | undefined {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
  }

  /** A document, given as its URI, a tree's node or a text; undefined for none. */
  uri(name: string): Uri | undefined {
    const text = this.text(name);
    if (text === undefined) {
      return targetUri(this.value(name));
    }
    try {
      return Uri.parse(text, true);
    } catch {
      throw new UserError(l10n.t('Not a valid URI: "{0}".', text));
    }
  }
}
