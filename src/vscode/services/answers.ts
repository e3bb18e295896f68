import { l10n, Uri } from 'vscode';
import { UserError } from '../../core/index.ts';
import { targetUri } from './target.ts';

/**
 * The arguments of a command: a document (a URI or a tree node), answers to its questions, as in `{ "text": "rolled
 * back" }` in a key binding, or both, with the document as `record` or `uri`. Other values are ignored. Throws a
 * UserError for an invalid URI, because the command would otherwise use another document.
 */
export class Answers {
  readonly #given: object;
  /** The document that the command is called on. */
  readonly target: Uri | undefined;

  constructor(target: unknown) {
    const called = targetUri(target);
    this.#given = called === undefined && typeof target === 'object' && target !== null ? target : {};
    this.target = called ?? this.uri('record') ?? this.uri('uri');
  }

  /** Returns a value as given, or undefined. */
  value(name: string): unknown {
    return Object.hasOwn(this.#given, name) ? (this.#given as Readonly<Record<string, unknown>>)[name] : undefined;
  }

  /** Returns a text as given, or undefined if it is not a text. */
  text(name: string): string | undefined {
    const value = this.value(name);
    return typeof value === 'string' ? value : undefined;
  }

  /** Returns the texts in a list, or undefined if it is not a list. */
  texts(name: string): readonly string[] | undefined {
    const value = this.value(name);
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : undefined;
  }

  /**
   * Returns a document, given as a URI, a tree node or a text, or undefined. Throws a UserError if the text is not a
   * URI.
   */
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
