import { folderOf } from '../../document/document.ts';
import { mostCommon } from '../../document/most-common.ts';
import type { Alert } from '../alert.ts';
import { isPage, withoutPageEnding, type Files } from '../link/files.ts';
import { resolveAlert } from '../link/resolve.ts';
import type { AlertSurvey, SurveyedAlert } from '../survey.ts';
import { bareName, runbookName, styleOfName, type NameStyle } from './name.ts';

/** Where the runbook of an alert is, as others may be placed and named too. */
interface Example {
  readonly folder: string;
  /** Without ending. */
  readonly stem: string;
  /** `.md`, or `/README.md` for a page in a folder of its own. */
  readonly ending: string;
  readonly isNamed: boolean;
}

const markdown = /\.(?:md|mdx|markdown)$/i;

/** Returns the others whose runbooks say where that of an alert belongs, the nearest first: of its group, of its file, of the repository. */
export function kinOf({ alerts }: AlertSurvey, path: string, { group, range, test }: Alert): SurveyedAlert[][] {
  const others = alerts.filter(
    ({ path: other, alert }) => alert.test === test && !(other === path && alert.range.start.line === range.start.line),
  );
  const ofFile = others.filter((each) => each.path === path);
  const ofGroup = group === undefined ? [] : others.filter(({ alert }) => alert.group === group);
  return [ofFile.filter(({ alert }) => alert.group === group), ofGroup, ofFile, others];
}

/**
 * Returns the path for the runbook of an alert: where its dead link leads, if the folder is there; else in the folder where the runbooks of its group, of its
 * file, of the repository are, named as those are. `usual` if no alert has a runbook.
 */
export function runbookPath(survey: AlertSurvey, path: string, alert: Alert, usual: string): string {
  const { files } = survey.world;
  const { state, path: own = '' } = resolveAlert(alert, path, survey.world);
  if (state === 'dead' && markdown.test(own) && files.hasFolder(folderOf(own))) {
    return own;
  }
  const kin = kinOf(survey, path, alert).map((others) => others.flatMap(exampleOf));
  const near = kin.find((examples) => examples.length > 0);
  const folder = mostCommon(near?.map((example) => example.folder) ?? []);
  if (near === undefined || folder === undefined) {
    return freePath(files, withoutPageEnding(usual), usual.slice(withoutPageEnding(usual).length));
  }
  const all = kin.flat();
  const here = all.filter((example) => example.folder === folder);
  const style = styleIn(here) ?? styleIn(all) ?? 'kebab';
  const ending = mostCommon(here.map((example) => example.ending)) ?? '.md';
  const name = `${folder === '' ? '' : `${folder}/`}${runbookName(alert.name, style)}`;
  return freePath(files, name, ending);
}

/** The first path with a number behind its name, if need be, that no file has. */
function freePath(files: Files, name: string, ending: string): string {
  for (let number = 1; ; number += 1) {
    const free = `${name}${number === 1 ? '' : `-${number}`}${ending}`;
    if (files.folded(free) === undefined) {
      return free;
    }
  }
}

function exampleOf({ alert, resolution: { state, path } }: SurveyedAlert): Example[] {
  if (state !== 'resolved' || path === undefined || !isPage(path) || !markdown.test(path)) {
    return [];
  }
  const folder = folderOf(path);
  const name = path.slice(folder === '' ? 0 : folder.length + 1);
  const stem = withoutPageEnding(name);
  const own = folder.slice(folder.lastIndexOf('/') + 1);
  if (/^(?:_?index|readme)$/i.test(stem) && bareName(own) === bareName(alert.name)) {
    return [{ folder: folderOf(folder), stem: own, ending: `/${name}`, isNamed: true }];
  }
  return [{ folder, stem, ending: name.slice(stem.length), isNamed: bareName(stem) === bareName(alert.name) }];
}

/** The style of names that are the alerts' own; else of all. */
function styleIn(examples: readonly Example[]): NameStyle | undefined {
  for (const those of [examples.filter(({ isNamed }) => isNamed), examples]) {
    const found = mostCommon(those.flatMap(({ stem }) => styleOfName(stem) ?? []));
    if (found !== undefined) {
      return found as NameStyle;
    }
  }
  // Long words in small letters are names of several words, joined by nothing.
  return examples.some(({ stem, isNamed }) => isNamed && stem.length > longestWord) ? 'lower' : undefined;
}

const longestWord = 12;
