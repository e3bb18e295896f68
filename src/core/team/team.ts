import type { Classification } from '../document/kind/classify.ts';
import { isMarkdown } from '../document/candidates.ts';
import { folderOf } from '../document/document.ts';
import { exactTest, globTest } from '../util/globs/glob-test.ts';
import { remembering } from '../util/memo.ts';
import type { Problem } from '../document/model.ts';
import { documentKinds, type Kind } from '../vocabulary/kind.ts';
import { namedIn, type Finding } from '../text/finding.ts';
import { comparePositions } from '../text/position.ts';
import type { AlertSettings, RuleLevels, TeamSettings, TeamWords, TrackerPatterns } from './settings.ts';
import { configurationName, type Configuration, type ConfigurationSchema } from './configuration.ts';
import { codeOwnersPaths, foldersIn, readCodeOwners, readOwnersFiles, type OwnersOf } from './owners.ts';
import { readConfiguration } from './read-configuration.ts';
import { readTemplate, templateFolder, type TeamTemplate } from './template-file.ts';

/** A file of a team: configuration, template or owners. */
export interface TeamFile {
  readonly uri: string;
  /** From the repository's top, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** Returns whether `Team` reads a file with this path. */
export function isTeamFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name === configurationName || name === 'OWNERS' || codeOwnersPaths.includes(path) || isTemplateFile(path);
}

/** Returns whether a path is that of a team template. */
export function isTemplateFile(path: string): boolean {
  const folder = folderOf(path);
  return (folder === templateFolder || folder.endsWith(`/${templateFolder}`)) && isMarkdown(path);
}

/** Number of paths in the cache of owners. */
const mostPaths = 20_000;

/** A configuration file and what its globs match; paths count from its own folder. */
interface Scope {
  readonly folder: string;
  readonly configuration: Configuration;
  readonly included: ((path: string) => boolean) | undefined;
  readonly excluded: ((path: string) => boolean) | undefined;
  readonly kinds: ReadonlyArray<readonly [Kind, (path: string) => boolean]>;
  /** The runbooks that alerts elsewhere use. */
  readonly usedElsewhere: ((path: string) => boolean) | undefined;
}

/** The configuration, templates and owners of a repository. Immutable. */
export class Team {
  /** In the order of their files' paths. */
  readonly templates: readonly TeamTemplate[];
  readonly ownersOf: OwnersOf;
  /** Folders that CODEOWNERS gives to somebody. */
  readonly ownedFolders: readonly string[];
  /** The deepest first. */
  readonly #scopes: readonly Scope[];
  readonly #problems = new Map<
    string,
    { readonly path: string; readonly found: ReadonlyArray<Problem & { rule: string }> }
  >();
  readonly #settings = new Map<string, TeamSettings>();

  /**
   * Reads the files. Errors become findings; everything else applies.
   * @param schema of a configuration file.
   */
  constructor(files: readonly TeamFile[], schema: ConfigurationSchema) {
    const scopes: Scope[] = [];
    const templates: TeamTemplate[] = [];
    for (const { uri, path, text } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
      if (path.endsWith(configurationName)) {
        const { configuration, problems } = readConfiguration(text, schema);
        scopes.push(scopeOf(folderOf(path), configuration));
        this.#note(uri, path, 'invalid-configuration', problems);
      } else if (isTemplateFile(path)) {
        const { template, problems } = readTemplate(path, text);
        templates.push(...(template === undefined ? [] : [template]));
        this.#note(uri, path, 'invalid-template', problems);
      }
    }
    this.templates = templates;
    this.#scopes = scopes.toSorted((a, b) => b.folder.length - a.folder.length);
    const code = codeOwnersPaths
      .map((path) => files.find((file) => file.path === path))
      .find((file) => file !== undefined);
    this.ownedFolders = foldersIn(code?.text ?? '');
    const byCode = readCodeOwners(code?.text ?? '');
    const byFolder = readOwnersFiles(
      new Map(files.filter(({ path }) => /(?:^|\/)OWNERS$/.test(path)).map(({ path, text }) => [path, text])),
    );
    // Each document is asked for by each of its neighbours, so this is cached.
    this.ownersOf = remembering(mostPaths, (path) => [...new Set([...byCode(path), ...byFolder(path)])]);
  }

  /** Returns the kind of a document in the configuration; undefined if it is not configured. */
  kindOf(path: string): Classification | undefined {
    for (const { folder, kinds } of this.#scopesOf(path)) {
      const found = kinds.find(([, matches]) => matches(below(folder, path)));
      if (found !== undefined) {
        return { kind: found[0], why: `${folder === '' ? '' : `${folder}/`}${configurationName} says so` };
      }
    }
    return undefined;
  }

  /**
   * Returns whether the configuration includes a file: it matches the nearest `include` or is listed as a runbook or postmortem, and it
   * does not match the nearest `exclude`. Files without a Markdown extension must be listed in one of these ways.
   */
  reads(path: string): boolean {
    const include = this.#scopesOf(path).find(({ included }) => included !== undefined);
    const named = include?.included?.(below(include.folder, path)) ?? false;
    const kind = this.kindOf(path)?.kind ?? 'other';
    return (
      (named || kind !== 'other' || (include === undefined && isMarkdown(path))) &&
      !this.excludes(path) &&
      (isMarkdown(path) || isPlain(path))
    );
  }

  /** Returns whether a file, of any form, matches the nearest `exclude`. */
  excludes(path: string): boolean {
    const scope = this.#scopesOf(path).find(({ excluded }) => excluded !== undefined);
    return scope?.excluded?.(below(scope.folder, path)) ?? false;
  }

  /** Returns whether the configuration lists files to read, possibly without a Markdown extension. */
  get namesFiles(): boolean {
    return this.#scopes.some(({ configuration: { files, kinds } }) =>
      [files?.include, ...documentKinds.map((kind) => kinds?.[kind])].some(
        (globs) => globs !== undefined && globs.length > 0,
      ),
    );
  }

  /**
   * Returns the settings that decide the kind of a document, as a string for comparison: documents are classified again when it changes.
   */
  get kindsAndFiles(): string {
    return JSON.stringify(this.#scopes.map(({ folder, configuration: { files, kinds } }) => [folder, files, kinds]));
  }

  /** Returns the template for a document: in the nearest folder, the first by file name. */
  templateFor(kind: Kind, path: string): TeamTemplate | undefined {
    return this.templates
      .filter((template) => template.kind === kind && template.governs(path))
      .toSorted((a, b) => b.base.length - a.base.length)[0];
  }

  /** Returns the settings for a document from all configurations between its folder and the top; for each setting, the nearest one wins. */
  settingsFor(path: string): TeamSettings {
    const folder = folderOf(path);
    const known = this.#settings.get(folder);
    if (known !== undefined) {
      return known;
    }
    const made = merge(this.#scopesOf(path));
    this.#settings.set(folder, made);
    return made;
  }

  /** Returns whether the nearest configuration that lists such runbooks says that alerts elsewhere use one. */
  isUsedElsewhere(path: string): boolean {
    const scope = this.#scopesOf(path).find(({ usedElsewhere }) => usedElsewhere !== undefined);
    return scope?.usedElsewhere?.(below(scope.folder, path)) ?? false;
  }

  /**
   * Returns the findings in a file of the team; none if it has no errors, or is not a file of the team.
   * @param levels set by a user; they take precedence over the configuration.
   */
  findings(uri: string, levels: RuleLevels): Finding[] {
    const { path = '', found = [] } = this.#problems.get(uri) ?? {};
    return found.flatMap(({ rule, message, range }) => {
      const level = levels[rule] ?? this.settingsFor(path).levels[rule] ?? 'error';
      return level === 'off' ? [] : [{ rule, severity: level, about: namedIn(message), message, range }];
    });
  }

  #note(uri: string, path: string, rule: string, problems: readonly Problem[]): void {
    const found = problems
      .map((problem) => ({ ...problem, rule }))
      .toSorted((a, b) => comparePositions(a.range.start, b.range.start));
    this.#problems.set(uri, { path, found });
  }

  #scopesOf(path: string): readonly Scope[] {
    return this.#scopes.filter(({ folder }) => folder === '' || path.startsWith(`${folder}/`));
  }
}

function scopeOf(folder: string, configuration: Configuration): Scope {
  const { files, kinds, alerts } = configuration;
  return {
    folder,
    configuration,
    included: files?.include === undefined || files.include.length === 0 ? undefined : globTest(files.include),
    excluded: files?.exclude && globTest(files.exclude),
    // An entry for one file takes precedence over an entry for many.
    kinds: [
      ...kindsInOrder.map((kind) => [kind, exactTest(kinds?.[kind] ?? [])] as const),
      ...kindsInOrder.map((kind) => [kind, globTest(kinds?.[kind] ?? [])] as const),
    ],
    usedElsewhere: alerts?.usedElsewhere && globTest(alerts.usedElsewhere),
  };
}

function below(folder: string, path: string): string {
  return folder === '' ? path : path.slice(folder.length + 1);
}

/** The order in which the lists in `kinds` are checked. */
const kindsInOrder: readonly Kind[] = ['other', ...documentKinds];

/** Returns whether a path has no extension of another format. A dot in a title ("v1.2 outage") is not an extension. */
export function isPlain(path: string): boolean {
  return !/\.(?!te?xt$)[A-Za-z][A-Za-z0-9]{0,9}$/.test(path) && !otherFormats.test(path);
}

/** Files without an extension that have another format. */
const otherFormats =
  /(?:^|\/)(?:\.[^/]*|(?:make|docker|jenkins|vagrant|gem|rake|proc|brew|pip|just|cargo|earth)file|licen[cs]e|copying|notice|authors|contributors|owners|codeowners|version|dockerignore|gitignore)$/i;

/** @param scopes nearest first. */
function merge(scopes: readonly Scope[]): TeamSettings {
  const farthestFirst = scopes.toReversed();
  const words: { -readonly [Key in keyof TeamWords]: TeamWords[Key] } = {};
  const tracker: { -readonly [Key in keyof TrackerPatterns]: TrackerPatterns[Key] } = {};
  const alerts: { -readonly [Key in keyof AlertSettings]: AlertSettings[Key] } = {};
  for (const { folder, configuration } of farthestFirst) {
    const { services, severities, statuses, roles, tracker: patterns } = configuration;
    const { keys, sites, paging } = configuration.alerts ?? {};
    Object.assign(tracker, patterns);
    Object.assign(
      alerts,
      keys && { keys },
      paging && { paging },
      sites && { sites: sites.map((site) => ({ ...site, folder: joined(folder, site.folder) })) },
    );
    Object.assign(
      words,
      services && { services },
      severities && { severities },
      statuses && { statuses },
      roles && { roles },
    );
  }
  const levels: Record<string, RuleLevels[string]> = {};
  const options: Record<string, object> = {};
  for (const { configuration } of farthestFirst) {
    const { rules = {} } = configuration;
    for (const [id, entry] of Object.entries(rules)) {
      if (typeof entry === 'string') {
        levels[id] = entry;
      } else if (entry !== undefined) {
        const { severity, ...rest } = entry;
        levels[id] = severity ?? levels[id];
        options[id] = { ...options[id], ...rest };
      }
    }
  }
  return { words, tracker, alerts, levels, options };
}

/** A folder below another, without `.` and empty parts. */
function joined(folder: string, path: string): string {
  return [...folder.split('/'), ...path.split('/')].filter((part) => part !== '' && part !== '.').join('/');
}
