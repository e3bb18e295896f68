import { pathFromTop, type DocumentPlace } from '../../../core/index.ts';
import type { FoundSuspect } from './stale-folders.ts';

/** What the last look for stale runbooks found, without the runbooks that changed since. */
export class KnownSuspects {
  #suspects = new Map<string, FoundSuspect>();
  /** Keys of suspects by the URIs of their documents. */
  #keys = new Map<string, string>();

  /** Replaces all. @param places of the documents that they are among. */
  replace(found: readonly FoundSuspect[], places: readonly DocumentPlace[]): void {
    this.#suspects = new Map(found.map((each) => [keyOf(each.root, each.suspect.path), each]));
    const keys = places.map((place) => [place.uri, keyOf(place.root, pathFromTop(place))] as const);
    this.#keys = new Map(keys.filter(([, key]) => this.#suspects.has(key)));
  }

  /** Forgets what spoke against some documents, by their URIs: it may be dealt with. */
  forget(uris: readonly string[]): void {
    uris.forEach((uri) => this.#suspects.delete(this.#keys.get(uri) ?? ''));
  }

  /** Returns the sentences of evidence against a runbook of a workspace folder, by its path from the top; none if nothing is known. */
  evidenceFor(root: string, path: string): readonly string[] {
    return this.#suspects.get(keyOf(root, path))?.suspect.evidence.map(({ what }) => what) ?? [];
  }
}

function keyOf(root: string, path: string): string {
  return `${root}\n${path}`;
}
