import { l10n, type Disposable } from 'vscode';
import { toldOf, whatFixed, type CatalogDocument, type IncidentFix } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';

/** Maximum number of past incidents in the list. */
const most = 3;

/** A past incident that is like one. */
export interface Past {
  readonly document: CatalogDocument;
  readonly fixed: IncidentFix | undefined;
  /** Why it is like it, in words. */
  readonly why: string;
}

/** The past incidents that are like the open ones. They are looked for in the background, once for each state of a record. */
export class SimilarIncidents implements Disposable {
  readonly #deps: Deps;
  readonly #found: () => void;
  readonly #known = new WeakMap<CatalogDocument, readonly Past[]>();
  /** The last answer for each record, which stands until there is a new one. */
  readonly #last = new Map<string, readonly Past[]>();
  #isDisposed = false;

  /** @param found is called when something else is known than before. */
  constructor(deps: Deps, found: () => void) {
    this.#deps = deps;
    this.#found = found;
  }

  /** Returns the past incidents that are most like one, as far as they are known. */
  of(record: CatalogDocument): readonly Past[] {
    const known = this.#known.get(record);
    if (known === undefined) {
      this.#known.set(record, this.#last.get(record.uri) ?? []);
      this.#look(record).catch((error: unknown) => this.#deps.log.error('Similar incidents could not be found', error));
    }
    return known ?? this.#last.get(record.uri) ?? [];
  }

  dispose(): void {
    this.#isDisposed = true;
  }

  async #look(record: CatalogDocument): Promise<void> {
    const texts = await this.#deps.search.likelyTexts();
    const found = texts.similar({ ...toldOf(record), uri: record.uri }, most).map(({ document, why }): Past => ({
      document,
      fixed: whatFixed(document),
      why: [
        ...why.services.map((service) => l10n.t('service {0}', service)),
        ...why.errors.slice(0, 1).map((error) => l10n.t('the error "{0}"', error)),
        ...(why.words.length > 0 ? [l10n.t('words {0}', why.words.join(', '))] : []),
      ].join('; '),
    }));
    const before = this.#last.get(record.uri) ?? [];
    this.#known.set(record, found);
    this.#last.set(record.uri, found);
    const isNew = found.length !== before.length || found.some(({ document }, at) => before[at]?.document !== document);
    if (isNew && !this.#isDisposed) {
      this.#found();
    }
  }
}
