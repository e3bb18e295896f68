import type { TextEdit } from '../../text/edit.ts';
import { Lines } from '../../text/lines.ts';
import type { Alert, AlertLink } from '../alert.ts';
import { generatorSlugs } from '../link/anchors.ts';
import { Files } from '../link/files.ts';
import { resolveLink, type LinkWorld, type Resolution } from '../link/resolve.ts';
import { readAlerts } from '../read/read.ts';
import type { AlertSurvey } from '../survey.ts';
import { isSound, placeOf, type RuleFile } from './checked.ts';
import { addressOf, piecesOf } from './form.ts';
import { ownAddresses, type Target } from './link-edit.ts';
import { replacements } from './written.ts';

/** What a rename asks for. */
export interface RenameRequest {
  /** Of the repository before the rename. */
  readonly survey: AlertSurvey;
  /** The rule files as they are now, by path; those that are missing are not looked at. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A link that led to what is renamed and cannot be changed: a part of a template makes it. */
export interface LeftLink {
  /** Of the rule file. */
  readonly path: string;
  readonly alert: Alert;
  readonly link: AlertLink;
}

/** What keeps links right. */
export interface LinkEdits {
  /** By the path of the rule file before the rename. */
  readonly edits: ReadonlyMap<string, readonly TextEdit[]>;
  readonly left: readonly LeftLink[];
}

/** A link with the page that it should lead to. */
interface Change {
  readonly alert: Alert;
  readonly link: AlertLink;
  readonly resolution: Resolution;
  readonly to: Target;
}

/**
 * Returns the edits of rule files that keep links right when a runbook, or a folder, is renamed. Links keep their form. Those that lead there by a
 * template, and those whose form does not reach the new place, are left.
 * @param from path of the file or folder. @param to its new path.
 */
export function renameEdits({
  survey,
  texts,
  from,
  to,
}: RenameRequest & { readonly from: string; readonly to: string }): LinkEdits {
  const moved = (path: string): string =>
    path === from ? to : path.startsWith(`${from}/`) ? to + path.slice(from.length) : path;
  const world: LinkWorld = {
    ...survey.world,
    files: new Files(survey.world.files.paths.map(moved)),
    anchors: () => undefined,
  };
  return linkEdits({ survey, texts }, world, moved, ({ path, anchor }) =>
    path === undefined || moved(path) === path ? undefined : { page: moved(path), anchor },
  );
}

/**
 * Returns the edits of rule files that keep links right when a heading of a page is renamed.
 * @param fromAnchor as GitHub makes it, without `#`. @param toAnchor of the new heading. @param toTitle the new heading, for anchors of site generators.
 */
export function renameHeadingEdits({
  survey,
  texts,
  path: page,
  fromAnchor,
  toAnchor,
  toTitle = toAnchor,
}: RenameRequest & {
  readonly path: string;
  readonly fromAnchor: string;
  readonly toAnchor: string;
  readonly toTitle?: string;
}): LinkEdits {
  const from = fromAnchor.toLowerCase();
  const title = survey.world.anchors(page)?.headings.find(({ anchor }) => anchor === from)?.title ?? from;
  const olds = generatorSlugs(title);
  const news = generatorSlugs(toTitle);
  const world: LinkWorld = { ...survey.world, anchors: () => undefined };
  return linkEdits({ survey, texts }, world, undefined, ({ path, anchor, site }) => {
    const own = anchor?.toLowerCase().replace(/^user-content-/, '');
    if (path !== page || own === undefined) {
      return undefined;
    }
    const made = site === undefined ? -1 : olds.indexOf(own);
    return own === from
      ? { page, anchor: toAnchor }
      : made === -1
        ? undefined
        : { page, anchor: news[made] ?? toAnchor };
  });
}

function linkEdits(
  { survey, texts }: RenameRequest,
  world: LinkWorld,
  moved: ((path: string) => string) | undefined,
  targetOf: (resolution: Resolution) => Target | undefined,
): LinkEdits {
  const edits = new Map<string, TextEdit[]>();
  const left: LeftLink[] = [];
  for (const { path } of survey.files) {
    const text = texts.get(path);
    const alerts = text === undefined ? undefined : readAlerts(path, text, survey.reading)?.alerts;
    if (text === undefined || alerts === undefined) {
      continue;
    }
    const changes: Change[] = [];
    for (const alert of alerts) {
      for (const link of alert.links.filter(({ placeholder }) => !placeholder)) {
        const resolution = resolveLink(link, path, survey.world);
        const to = isThere(resolution) ? targetOf(resolution) : undefined;
        if (to !== undefined) {
          changes.push({ alert, link, resolution, to });
        } else if (isPatternOf(resolution, targetOf)) {
          left.push({ path, alert, link });
        }
      }
    }
    const file: RuleFile = { path: moved?.(path) ?? path, text, reading: survey.reading, world };
    const done = changed(file, changes);
    if (done.edits.length > 0) {
      edits.set(path, done.edits);
    }
    left.push(...done.left.map(({ alert, link }) => ({ path, alert, link })));
  }
  return { edits, left };
}

function isThere({ state }: Resolution): boolean {
  return state === 'resolved' || state === 'anchor-missing';
}

function isPatternOf(
  { state, files = [] }: Resolution,
  targetOf: (resolution: Resolution) => Target | undefined,
): boolean {
  return state === 'pattern' && files.some((path) => targetOf({ state: 'resolved', path }) !== undefined);
}

/** The ways to write a changed link; undefined if it leads there as it is. */
function waysOf({ alert, link, resolution, to }: Change, file: RuleFile, lines: Lines): TextEdit[] | undefined {
  const isRight = (address: string): boolean => {
    const found = resolveLink({ ...link, written: address, address }, file.path, file.world);
    return found.state === 'resolved' && found.path === to.page && found.anchor === to.anchor;
  };
  if (isRight(link.address)) {
    return undefined;
  }
  const pieces = piecesOf(link.address);
  const addresses =
    resolution.path === to.page
      ? [addressOf(pieces.head, to.anchor, pieces)]
      : ownAddresses(link, resolution, to, { path: file.path, usual: [] });
  return addresses.filter(isRight).flatMap((address) => replacements(alert, link, lines, address));
}

/** A place in a file that has the links of some alerts: of more than one where an alias repeats it. */
interface Place {
  readonly changes: Change[];
  /** The best first. */
  readonly ways: readonly TextEdit[];
}

/** Changes a file as far as that is sound. */
function changed(file: RuleFile, changes: readonly Change[]): { edits: TextEdit[]; left: Change[] } {
  const lines = Lines.of(file.text);
  const places = new Map<string, Place>();
  for (const change of changes) {
    const { start, end } = change.link.range;
    const key = `${placeOf(start)}-${placeOf(end)}`;
    const known = places.get(key);
    const ways = known === undefined ? waysOf(change, file, lines) : undefined;
    if (known !== undefined) {
      known.changes.push(change);
    } else if (ways !== undefined) {
      places.set(key, { changes: [change], ways });
    }
  }
  const all = [...places.values()];
  if (all.length === 0) {
    return { edits: [], left: [] };
  }
  const sound = soundEdits(file, all);
  const isAllSound = isSound(file, [...sound.values()], targetsOf([...sound.keys()]));
  return {
    edits: isAllSound ? [...sound.values()] : [],
    left: all.filter((place) => !isAllSound || !sound.has(place)).flatMap((place) => place.changes),
  };
}

/** The places that can be changed, with their edits: all at once where that is sound, else by halves. */
function soundEdits(file: RuleFile, places: readonly Place[]): Map<Place, TextEdit> {
  const best = places.flatMap(({ ways }) => ways.slice(0, 1));
  if (best.length === places.length && isSound(file, best, targetsOf(places))) {
    return new Map(places.map((place, index) => [place, best[index] as TextEdit]));
  }
  const [only] = places;
  if (only !== undefined && places.length === 1) {
    const edit = only.ways.find((way) => isSound(file, [way], targetsOf([only])));
    return new Map(edit === undefined ? [] : [[only, edit]]);
  }
  const middle = Math.floor(places.length / 2);
  return new Map([...soundEdits(file, places.slice(0, middle)), ...soundEdits(file, places.slice(middle))]);
}

/** Where the alerts at some places should lead, as `isSound` takes it. */
function targetsOf(places: readonly Place[]): Map<string, string | undefined> {
  const targets = new Map<string, string | undefined>();
  for (const { alert, link, to } of places.flatMap(({ changes }) => changes)) {
    const key = placeOf(alert.range.start);
    if (link === alert.links[0]) {
      targets.set(key, to.anchor === undefined ? to.page : `${to.page}#${to.anchor}`);
    } else if (!targets.has(key)) {
      targets.set(key, undefined);
    }
  }
  return targets;
}
