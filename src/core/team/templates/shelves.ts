import { folderOf, type CatalogDocument } from '../../document/document.ts';
import { mostCommon } from '../../document/most-common.ts';
import { stemOf } from '../../document/title-and-name.ts';
import { groupedBy } from '../../util/grouped-by.ts';
import { fileNameFrom, slugOf } from './file-name.ts';
import { homeRuleOf, type Home } from './home.ts';

/** Folders side by side, one for each service or group of alerts. */
export interface Shelves {
  /** The folder around them. */
  readonly parent: string;
  readonly folders: readonly string[];
  /** Whether they are named after services that documents state. */
  readonly byService: boolean;
  /** Number of documents in them. */
  readonly count: number;
}

/** The subject of a new document. */
interface Subject {
  /** Empty if it is not known. */
  readonly service: string;
  readonly title: string;
}

/** A shorter beginning of a name says nothing. */
const shortestName = 3;

/**
 * Returns where a new runbook belongs: where those of its service are; else in the folder whose runbooks or name begin like its title;
 * else in a new folder for its service, named like its neighbours; else beside such folders, or with most of the others. Never in the folder
 * of another service. Undefined if there are no documents.
 */
export function runbookHome(documents: readonly CatalogDocument[], { service, title }: Subject): Home | undefined {
  const own = service === '' ? [] : documents.filter((document) => isAbout(document, service));
  if (own.length > 0) {
    const named = own.filter(({ path }) => isFolderOf(path, service));
    return homeRuleOf(named.length > 0 ? named : own);
  }
  // Runbooks of alerts are named like them, in one word; those of tasks are not.
  const alike = documents.filter((document) => isAlertName(stemOf(document)) === isAlertName(title));
  const models = alike.length > 0 ? alike : documents;
  const shelves = shelvesOf(models);
  if (shelves === undefined) {
    return homeRuleOf(models);
  }
  const { parent, folders } = shelves;
  const shelved = models.filter(({ path }) => folders.includes(folderOf(path)));
  const others = models.filter((document) => !shelved.includes(document));
  const fileName = homeRuleOf(withoutFolders(shelved))?.fileName ?? '${slug}.md';
  const like = folders.find((folder) => beginsLike(folder, shelved, title));
  if (like !== undefined && (service === '' || !shelves.byService)) {
    return {
      folder: like,
      fileName: homeRuleOf(shelved.filter(({ path }) => folderOf(path) === like))?.fileName ?? fileName,
    };
  }
  if (others.length > shelved.length) {
    return homeRuleOf(others);
  }
  if (service !== '') {
    return { folder: below(parent, namedLike(folders.map(nameOf), service)), fileName };
  }
  return { folder: parent, fileName };
}

/** Returns the folders by service or group of alerts that hold most of such documents. Undefined if there are none. */
export function shelvesOf(documents: readonly CatalogDocument[]): Shelves | undefined {
  const inFolder = groupedBy(documents, ({ path }) => folderOf(path));
  const services = new Set(documents.flatMap(({ metadata }) => metadata.services ?? []).map(slugOf));
  const siblings = groupedBy(
    [...inFolder.keys()].filter((folder) => folder !== ''),
    folderOf,
  );
  const isOfService = (folder: string): boolean => services.has(slugOf(nameOf(folder)));
  const isOfAlerts = (folder: string): boolean => {
    const held = inFolder.get(folder) ?? [];
    return held.filter((document) => isNamedAfter(nameOf(folder), stemOf(document))).length * 2 >= held.length;
  };
  const found = [...siblings].flatMap(([parent, folders]): Shelves[] => {
    const told = folders.filter((folder) => isOfService(folder) || isOfAlerts(folder)).length;
    const count = folders.reduce((sum, folder) => sum + (inFolder.get(folder)?.length ?? 0), 0);
    return folders.length > 1 && told * 2 >= folders.length
      ? [{ parent, folders, byService: folders.filter(isOfService).length * 2 >= folders.length, count }]
      : [];
  });
  return found.toSorted((a, b) => b.count - a.count)[0];
}

/** Returns whether the folder of a document is named after a service. */
export function isFolderOf(path: string, service: string): boolean {
  return service !== '' && slugOf(nameOf(folderOf(path))) === slugOf(service);
}

function isAbout({ metadata, path }: CatalogDocument, service: string): boolean {
  const slug = slugOf(service);
  return (
    metadata.services?.some((stated) => slugOf(stated) === slug) === true ||
    folderOf(path)
      .split('/')
      .some((name) => slugOf(name) === slug)
  );
}

/** Whether a folder's name begins like a title, or most of its documents' names do. */
function beginsLike(folder: string, documents: readonly CatalogDocument[], title: string): boolean {
  const held = documents.filter(({ path }) => folderOf(path) === folder);
  const alike = held.filter((document) => firstWord(stemOf(document)) === firstWord(title));
  return isNamedAfter(nameOf(folder), title) || (held.length > 1 && alike.length * 2 >= held.length);
}

/** "kubernetes" and "KubePodCrashLooping": the first word of one begins the other. */
function isNamedAfter(name: string, title: string): boolean {
  const [one, other] = [slugOf(name), firstWord(title)];
  return (
    Math.min(one.length, other.length) >= shortestName &&
    (one.startsWith(other) || slugOf(spaced(title)).startsWith(one.replace(/s$/, '')))
  );
}

/** "KubePodCrashLooping", but not "Rotate the keys". */
function isAlertName(title: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(title) && /[\p{Ll}\p{N}]\p{Lu}/u.test(title);
}

function firstWord(title: string): string {
  return slugOf(spaced(title)).split('-')[0] ?? '';
}

/** The words of a name such as "KubePodCrashLooping" apart. */
function spaced(name: string): string {
  return name.replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ');
}

/** A service's name in the style of other folders: with dashes, underscores or capital letters. */
function namedLike(names: readonly string[], service: string): string {
  const styles = names.map((name) =>
    /^\p{Lu}\p{L}*\p{Ll}/u.test(name)
      ? '${camel}'
      : name.includes('_')
        ? '${snake}'
        : name.includes('-')
          ? '${slug}'
          : '',
  );
  const rule = mostCommon(styles.filter((style) => style !== '')) ?? '${slug}';
  return fileNameFrom(rule, { title: service, service, date: '', number: '' }).replace(/\.md$/, '');
}

/** The same documents as if all were in one folder. */
function withoutFolders(documents: readonly CatalogDocument[]): Array<Pick<CatalogDocument, 'path'>> {
  return documents.map(({ path }) => ({ path: path.slice(path.lastIndexOf('/') + 1) }));
}

function nameOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}

function below(parent: string, name: string): string {
  return parent === '' ? name : `${parent}/${name}`;
}
