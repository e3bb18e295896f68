import { expectationOf } from '../convention/expectation.ts';
import { Neighbourhoods } from '../convention/neighbourhood.ts';
import { Emitter, type Disposable } from '../util/event.ts';
import { PastIncidents } from '../workflow/links/past-incidents.ts';
import type { Finding } from '../text/finding.ts';
import { matterOf, type Kind, type Matter } from '../vocabulary/kind.ts';
import type { Clock, Logger, LastChange } from '../ports.ts';
import { secretsOf } from '../check/facts/secrets.ts';
import { configurationSchema } from '../check/configuration-schema.ts';
import { checkWithFixes } from '../check/rules/check.ts';
import type { Checked } from '../check/rules/checked.ts';
import type { RuleContext } from '../check/rules/rule.ts';
import type { RuleLevels } from '../team/settings.ts';
import type { ExpectedTemplate, Shelf } from '../team/shelf.ts';
import { Shelves } from './shelves.ts';
import { Team, type TeamFile } from '../team/team.ts';
import {
  pathFromTop,
  readDocument,
  reclassify,
  type CatalogDocument,
  type DocumentPlace,
} from '../document/document.ts';

/** A change of the catalog. */
export interface CatalogChange {
  /** URIs of documents that are new or changed. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether section names, kinds or members changed, so that neighbours may have other expected sections. */
  readonly structure: boolean;
}

/** A text to index. */
export interface Source extends DocumentPlace {
  readonly text: string;
}

/**
 * The index of all documents. The newest text wins. Callers make sure that the text of an unsaved editor is not replaced by the older one
 * from disk.
 */
export class Catalog implements Shelf {
  readonly #documents = new Map<string, CatalogDocument>();
  readonly #lastChanges = new Map<string, ReadonlyMap<string, LastChange>>();
  readonly #changes: Emitter<CatalogChange>;
  readonly #clock: Clock;
  readonly #teams = new Map<string, { readonly files: readonly TeamFile[]; readonly team: Team }>();
  readonly #shelves = new Shelves();
  #neighbourhoods: Neighbourhoods | undefined;
  #templates: readonly CatalogDocument[] | undefined;
  #pastIncidents: PastIncidents | undefined;

  /** @param clock for overdue reviews; by default that of the computer. */
  constructor(logger: Logger, clock: Clock = { now: () => new Date() }) {
    this.#clock = clock;
    this.#changes = new Emitter((error) => logger.error('A catalog listener failed', error));
  }

  /** Calls `listener` after each change, once per batch. */
  onDidChange(listener: (change: CatalogChange) => void): Disposable {
    return this.#changes.on(listener);
  }

  /**
   * Adds or replaces documents. Unchanged texts change nothing.
   * @param more whether the caller adds further ones at once and calls `settle` after the last: kinds depend on the pages beside a document.
   */
  upsert(sources: readonly Source[], more = false): void {
    const before = new Map<string, CatalogDocument | undefined>();
    for (const { text, ...place } of sources) {
      const known = this.#documents.get(place.uri);
      if (known?.text === text && samePlace(known, place)) {
        continue;
      }
      const document = readDocument(place, text, this.team(place.root).kindOf(pathFromTop(place)));
      this.#documents.set(place.uri, document);
      this.#shelves.put(document, known);
      before.set(place.uri, known);
    }
    this.#finish(before, [], more);
  }

  /** Gives all documents the kinds that they have among the pages beside them. */
  settle(): void {
    this.#finish(new Map(), [], false);
  }

  /** Removes documents; unknown ones are ignored. */
  remove(uris: readonly string[]): void {
    const removed = uris.filter((uri) => {
      const document = this.#documents.get(uri);
      if (document !== undefined) {
        this.#shelves.remove(document);
      }
      return this.#documents.delete(uri);
    });
    this.#finish(new Map(), removed, false);
  }

  /**
   * Settles kinds, and tells the listeners.
   * @param before changed documents as they were; undefined for new ones.
   */
  #finish(before: Map<string, CatalogDocument | undefined>, removed: readonly string[], more: boolean): void {
    for (const document of more ? [] : this.#shelves.settle((uri) => this.#documents.get(uri))) {
      if (!before.has(document.uri)) {
        before.set(document.uri, this.#documents.get(document.uri));
      }
      this.#documents.set(document.uri, document);
    }
    if (before.size > 0 || removed.length > 0) {
      const structure =
        removed.length > 0 || [...before].some(([uri, old]) => !sameStructure(old, this.#documents.get(uri)));
      this.#forgetCompany();
      this.#changes.fire({ changed: [...before.keys()], removed, structure });
    }
  }

  /** Removes a root and everything that belongs to it. */
  removeRoot(root: string): void {
    this.#lastChanges.delete(root);
    this.#teams.delete(root);
    this.remove([...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri));
  }

  /** Replaces the last changes of the files of a root, by path relative to the root. */
  setLastChanges(root: string, changes: ReadonlyMap<string, LastChange>): void {
    this.#lastChanges.set(root, changes);
    const changed = [...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri);
    this.#changes.fire({ changed, removed: [], structure: false });
  }

  /** Replaces the files of a root's team. The kinds of documents change with them. */
  setTeam(root: string, files: readonly TeamFile[]): void {
    const before = this.#teams.get(root);
    if (before !== undefined && sameFiles(before.files, files)) {
      return;
    }
    const team = new Team(files, configurationSchema);
    const kindsChanged = (before?.team ?? nobody).kindsAndFiles !== team.kindsAndFiles;
    this.#teams.set(root, { files, team });
    const changed = [...this.#documents.values()].filter((document) => document.root === root);
    if (kindsChanged) {
      for (const document of changed) {
        const now = reclassify(document, team.kindOf(pathFromTop(document)));
        this.#documents.set(document.uri, now);
        this.#shelves.put(now, document);
      }
      for (const document of this.#shelves.settle((uri) => this.#documents.get(uri))) {
        this.#documents.set(document.uri, document);
      }
      this.#forgetCompany();
    }
    const own = [...files, ...(before?.files ?? [])].map(({ uri }) => uri);
    this.#changes.fire({ changed: [...changed.map(({ uri }) => uri), ...own], removed: [], structure: true });
  }

  /** Replaces the text of a file of a team, for each root that it applies to; false if it is not one. */
  setTeamText(uri: string, text: string): boolean {
    const holding = [...this.#teams].filter(([, { files }]) => files.some((file) => file.uri === uri));
    for (const [root, { files }] of holding) {
      this.setTeam(
        root,
        files.map((file) => (file.uri === uri ? { ...file, text } : file)),
      );
    }
    return holding.length > 0;
  }

  /** Returns the team of a root; an empty one if the root has no files of a team. */
  team(root: string): Team {
    return this.#teams.get(root)?.team ?? nobody;
  }

  /** Returns the files of the teams of all roots, or of one root. */
  teamFiles(root?: string): TeamFile[] {
    return [...this.#teams].flatMap(([key, { files }]) => (root === undefined || key === root ? files : []));
  }

  get(uri: string): CatalogDocument | undefined {
    return this.#documents.get(uri);
  }

  /** Returns all documents, also `other` ones, or only those of a kind, in no order. */
  documents(kind?: Kind): CatalogDocument[] {
    const all = [...this.#documents.values()];
    return kind === undefined ? all : all.filter((document) => document.kind === kind);
  }

  /** Returns all documents about incidents, or about procedures, in no order. */
  telling(matter: Matter): CatalogDocument[] {
    return [...this.#documents.values()].filter((document) => matterOf(document) === matter);
  }

  /** Returns the last change of a document in git; undefined if git does not know it. */
  lastChange({ root, path }: DocumentPlace): LastChange | undefined {
    return this.#lastChanges.get(root)?.get(path);
  }

  /** Returns the postmortems that link to a runbook, or that it links to, newest first; none for other documents. */
  pastIncidents(runbook: Pick<CatalogDocument, 'uri'>): readonly CatalogDocument[] {
    this.#pastIncidents ??= new PastIncidents(this.#documents.values());
    return this.#pastIncidents.of(runbook);
  }

  /** Drops the results about all documents together; they are computed again on demand. */
  #forgetCompany(): void {
    this.#neighbourhoods = undefined;
    this.#templates = undefined;
    this.#pastIncidents = undefined;
  }

  /** Returns the current day, for overdue reviews: YYYY-MM-DD, in UTC. */
  get today(): string {
    return this.now.toISOString().slice(0, 10);
  }

  /** Returns the current time. */
  get now(): Date {
    return this.#clock.now();
  }

  /** Returns the template of a document; undefined if it is not known or of kind `other`. */
  expectedTemplate(uri: string): ExpectedTemplate | undefined {
    const expectation = this.context(uri)?.expectation;
    return expectation && { id: expectation.convention.template.id, strong: expectation.strong };
  }

  /** Returns the input of the rules for a document; undefined if it is not known or of kind `other`. */
  context(uri: string): RuleContext | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined || document.kind === 'other') {
      return undefined;
    }
    const neighbourhoods = (this.#neighbourhoods ??= new Neighbourhoods(this.#documents.values()));
    this.#templates ??= this.documents().filter(({ isTemplate }) => isTemplate);
    const neighbourhood = neighbourhoods.of(document);
    const team = this.team(document.root);
    const path = pathFromTop(document);
    const templates = this.#templates.filter(({ root }) => root === document.root);
    return {
      document,
      neighbourhood,
      beside: () => neighbourhoods.beside(document),
      templates,
      expectation: expectationOf(document, neighbourhood, team.templateFor(document.kind, path), templates),
      ownersOf: (other) => team.ownersOf(pathFromTop(other)),
      today: this.today,
      ...team.settingsFor(path),
    };
  }

  /** Returns a text that may quote a document, such as an excerpt, with the secrets of the document cut; see `Secret.shown`. */
  withSecretsCut(document: CatalogDocument, text: string): string {
    return secretsOf(document, this.today).cut(text);
  }

  /**
   * Returns the findings of a document, or of a file of the team; none for documents of kind `other`.
   * @param levels set by a user; they take precedence over the configuration.
   */
  findings(uri: string, levels: RuleLevels = {}): Finding[] {
    return [...this.teamFindings(uri, levels), ...(this.check(uri, levels)?.findings ?? [])];
  }

  /** Returns the findings of a file of the team; none for other files. */
  teamFindings(uri: string, levels: RuleLevels = {}): Finding[] {
    const owner = [...this.#teams.values()].find(({ files }) => files.some((file) => file.uri === uri));
    return owner === undefined ? [] : owner.team.findings(uri, levels);
  }

  /** Returns the findings of a document and their fixes; undefined if it is not known or of kind `other`. */
  check(uri: string, levels: RuleLevels = {}): Checked | undefined {
    const context = this.context(uri);
    return context && checkWithFixes(context, levels);
  }
}

const nobody = new Team([], configurationSchema);

function sameFiles(before: readonly TeamFile[], after: readonly TeamFile[]): boolean {
  const known = new Map(before.map((file) => [file.uri, file]));
  return (
    before.length === after.length &&
    after.every(({ uri, path, text }) => known.get(uri)?.path === path && known.get(uri)?.text === text)
  );
}

/** Whether a document has the same place as before; in another place it may have another kind. */
function samePlace(before: DocumentPlace, after: DocumentPlace): boolean {
  return before.path === after.path && before.root === after.root && before.prefix === after.prefix;
}

function sameStructure(before: CatalogDocument | undefined, after: CatalogDocument | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.kind === after.kind &&
    before.possible === after.possible &&
    before.path === after.path &&
    [...before.keys.keys()].join('|') === [...after.keys.keys()].join('|')
  );
}
