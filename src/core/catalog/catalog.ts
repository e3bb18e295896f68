import { expectationOf } from '../convention/expectation.ts';
import { Neighbourhoods } from '../convention/neighbourhood.ts';
import { Emitter, type Disposable } from '../util/event.ts';
import { PastIncidents } from '../workflow/links/past-incidents.ts';
import type { Finding } from '../text/finding.ts';
import { matterOf, type Kind, type Matter } from '../vocabulary/kind.ts';
import type { Clock, Logger, LastChange } from '../ports.ts';
import { configurationSchema } from '../check/configuration-schema.ts';
import { checkWithFixes } from '../check/rules/check.ts';
import type { Checked } from '../check/rules/checked.ts';
import type { RuleContext } from '../check/rules/rule.ts';
import type { RuleLevels } from '../team/settings.ts';
import type { ExpectedTemplate, Shelf } from '../team/shelf.ts';
import { Team, type TeamFile } from '../team/team.ts';
import {
  pathFromTop,
  readDocument,
  reclassify,
  type CatalogDocument,
  type DocumentPlace,
} from '../document/document.ts';

/** What changed in the catalog. */
export interface CatalogChange {
  /** Documents that are new or say something else now. */
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Whether section names, kinds or members changed, so that neighbours may be expected to have other sections. */
  readonly structure: boolean;
}

/** A text to index. */
export interface Source extends DocumentPlace {
  readonly text: string;
}

/**
 * The index: every document with what is known of it. The newest text wins, whoever brings it; callers see to it that an
 * unsaved editor's text is not replaced by the older one from disk.
 */
export class Catalog implements Shelf {
  readonly #documents = new Map<string, CatalogDocument>();
  readonly #lastChanges = new Map<string, ReadonlyMap<string, LastChange>>();
  readonly #changes: Emitter<CatalogChange>;
  readonly #clock: Clock;
  readonly #teams = new Map<string, { readonly files: readonly TeamFile[]; readonly team: Team }>();
  #neighbourhoods: Neighbourhoods | undefined;
  #templates: readonly CatalogDocument[] | undefined;
  #pastIncidents: PastIncidents | undefined;

  /** @param clock tells what is overdue; the computer's own where none is given. */
  constructor(logger: Logger, clock: Clock = { now: () => new Date() }) {
    this.#clock = clock;
    this.#changes = new Emitter((error) => logger.error('A catalog listener failed', error));
  }

  /** Calls `listener` after each change, once per batch. */
  onDidChange(listener: (change: CatalogChange) => void): Disposable {
    return this.#changes.on(listener);
  }

  /** Adds or replaces documents. Texts that are the same as before change nothing. */
  upsert(sources: readonly Source[]): void {
    const changed: string[] = [];
    let structure = false;
    for (const { text, ...place } of sources) {
      const before = this.#documents.get(place.uri);
      if (before?.text === text && samePlace(before, place)) {
        continue;
      }
      const after = readDocument(place, text, this.team(place.root).kindOf(pathFromTop(place)));
      this.#documents.set(place.uri, after);
      structure ||= before === undefined || !sameStructure(before, after);
      changed.push(place.uri);
    }
    if (changed.length > 0) {
      this.#forgetCompany();
      this.#changes.fire({ changed, removed: [], structure });
    }
  }

  /** Takes documents out; unknown ones are ignored. */
  remove(uris: readonly string[]): void {
    const removed = uris.filter((uri) => this.#documents.delete(uri));
    if (removed.length > 0) {
      this.#forgetCompany();
      this.#changes.fire({ changed: [], removed, structure: true });
    }
  }

  /** Takes out a root with all that belongs to it. */
  removeRoot(root: string): void {
    this.#lastChanges.delete(root);
    this.#teams.delete(root);
    this.remove([...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri));
  }

  /** Replaces what git says about a root's files, by path relative to the root. */
  setLastChanges(root: string, changes: ReadonlyMap<string, LastChange>): void {
    this.#lastChanges.set(root, changes);
    const changed = [...this.#documents.values()].filter((document) => document.root === root).map(({ uri }) => uri);
    this.#changes.fire({ changed, removed: [], structure: false });
  }

  /** Replaces what a root's team says in its own files. Documents that it calls another kind now become that. */
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
        this.#documents.set(document.uri, reclassify(document, team.kindOf(pathFromTop(document))));
      }
      this.#forgetCompany();
    }
    const own = [...files, ...(before?.files ?? [])].map(({ uri }) => uri);
    this.#changes.fire({ changed: [...changed.map(({ uri }) => uri), ...own], removed: [], structure: true });
  }

  /** Replaces the text of one of the teams' files, for each root that it speaks of; false for what is none of them. */
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

  /** What a root's team says; a team that says nothing for roots without files of its own. */
  team(root: string): Team {
    return this.#teams.get(root)?.team ?? nobody;
  }

  /** The files in which the teams of all roots, or of one, say something. */
  teamFiles(root?: string): TeamFile[] {
    return [...this.#teams].flatMap(([key, { files }]) => (root === undefined || key === root ? files : []));
  }

  get(uri: string): CatalogDocument | undefined {
    return this.#documents.get(uri);
  }

  /** All documents, `other` ones included; with a kind only those. In no order. */
  documents(kind?: Kind): CatalogDocument[] {
    const all = [...this.#documents.values()];
    return kind === undefined ? all : all.filter((document) => document.kind === kind);
  }

  /** All documents that tell of something: records of incidents, or what says what to do. In no order. */
  telling(matter: Matter): CatalogDocument[] {
    return [...this.#documents.values()].filter((document) => matterOf(document) === matter);
  }

  /** Who changed a document last, by git; undefined where git does not know. */
  lastChange({ root, path }: DocumentPlace): LastChange | undefined {
    return this.#lastChanges.get(root)?.get(path);
  }

  /** The postmortems that link to a runbook or that it links to, the newest first; none for other documents. */
  pastIncidents(runbook: Pick<CatalogDocument, 'uri'>): readonly CatalogDocument[] {
    this.#pastIncidents ??= new PastIncidents(this.#documents.values());
    return this.#pastIncidents.of(runbook);
  }

  /** What is known of all documents together is found out anew when somebody asks. */
  #forgetCompany(): void {
    this.#neighbourhoods = undefined;
    this.#templates = undefined;
    this.#pastIncidents = undefined;
  }

  /** The day by which things are overdue: YYYY-MM-DD, in UTC. */
  get today(): string {
    return this.#clock.now().toISOString().slice(0, 10);
  }

  /** The template that is expected of a document; undefined for unknown ones and those of kind `other`. */
  expectedTemplate(uri: string): ExpectedTemplate | undefined {
    const expectation = this.context(uri)?.expectation;
    return expectation && { id: expectation.convention.template.id, strong: expectation.strong };
  }

  /** What rules are given about a document; undefined for unknown ones and those of kind `other`. */
  context(uri: string): RuleContext | undefined {
    const document = this.#documents.get(uri);
    if (document === undefined || document.kind === 'other') {
      return undefined;
    }
    this.#neighbourhoods ??= new Neighbourhoods(this.#documents.values());
    this.#templates ??= this.documents().filter(({ isTemplate }) => isTemplate);
    const neighbourhood = this.#neighbourhoods.of(document);
    const team = this.team(document.root);
    const path = pathFromTop(document);
    return {
      document,
      neighbourhood,
      templates: this.#templates.filter(({ root }) => root === document.root),
      expectation: expectationOf(document, neighbourhood, team.templateFor(document.kind, path)),
      ownersOf: (other) => team.ownersOf(pathFromTop(other)),
      today: this.today,
      ...team.settingsFor(path),
    };
  }

  /**
   * The findings of a document, or of a team's own file; none for documents of kind `other`.
   * @param levels what a user set; wins over the team's configuration.
   */
  findings(uri: string, levels: RuleLevels = {}): Finding[] {
    return [...this.teamFindings(uri, levels), ...(this.check(uri, levels)?.findings ?? [])];
  }

  /** The findings of a team's own file; none for other files. */
  teamFindings(uri: string, levels: RuleLevels = {}): Finding[] {
    const owner = [...this.#teams.values()].find(({ files }) => files.some((file) => file.uri === uri));
    return owner === undefined ? [] : owner.team.findings(uri, levels);
  }

  /** What rules say of a document, and how to answer it; undefined for unknown ones and those of kind `other`. */
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

/** Whether a document still stands where it stood; another place may make it another kind. */
function samePlace(before: DocumentPlace, after: DocumentPlace): boolean {
  return before.path === after.path && before.root === after.root && before.prefix === after.prefix;
}

function sameStructure(before: CatalogDocument, after: CatalogDocument): boolean {
  return (
    before.kind === after.kind &&
    before.path === after.path &&
    [...before.keys.keys()].join('|') === [...after.keys.keys()].join('|')
  );
}
