import { l10n, workspace, type Disposable, type TextDocument, type TextDocumentChangeEvent, type Uri } from 'vscode';
import type { AlertSurvey, Anchors, Heading, LinkEdits, Resolution } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { report } from '../../services/commands.ts';
import { Debouncer } from '../../services/debounce.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { tell } from '../../services/tell.ts';
import type { AlertIndex } from './alert-index.ts';
import { applyToFiles } from './apply.ts';
import type { FolderAlerts } from './folder-alerts.ts';

/** The time after a heading was replaced until its links are looked for. In milliseconds. */
const headingDelay = 500;

/** The headings of a page while all links to them were right. */
interface Page {
  readonly survey: AlertSurvey;
  readonly anchors: Anchors;
}

/** Something that is renamed, and how links follow it. */
interface Rename {
  readonly folder: FolderAlerts;
  /** Before the rename. */
  readonly survey: AlertSurvey;
  /** Whether an alert may lead to what is renamed. */
  readonly leads: (resolution: Resolution) => boolean;
  /** Returns where a rule file is now. */
  readonly moved: (path: string) => string;
  /** Returns the edits for rule files, whose texts are given by their path before the rename. */
  readonly editsFor: (texts: ReadonlyMap<string, string>) => LinkEdits;
}

/** Offers to update the links of alerts when a runbook, a folder or a heading is renamed. */
export function followRenames(deps: Deps, alerts: AlertIndex): Disposable {
  const store = new DisposableStore();
  const failed = (error: unknown): void => report(error, deps.log);
  const before = new Map<string, AlertSurvey>();
  const headings = new Headings(alerts);
  const changed = new Set<TextDocument>();
  const soon = store.add(
    new Debouncer(headingDelay, () => {
      const documents = [...changed];
      changed.clear();
      documents.forEach((document) => void offerForHeading(alerts, headings, document).catch(failed));
    }),
  );
  store.add(
    alerts.onDidChange(() => headings.remember()),
    workspace.onWillRenameFiles(({ files }) => {
      for (const { oldUri } of files) {
        const survey = alerts.folderOf(oldUri)?.survey;
        if (survey !== undefined) {
          before.set(oldUri.toString(), survey);
        }
      }
    }),
    workspace.onDidRenameFiles(({ files }) => {
      const renames = files.flatMap(({ oldUri, newUri }) => {
        const survey = before.get(oldUri.toString());
        before.delete(oldUri.toString());
        return survey === undefined ? [] : fileRename(alerts, survey, oldUri, newUri);
      });
      const [first] = files;
      const name =
        first === undefined || files.length > 1
          ? l10n.t('{0} renamed files', files.length)
          : workspace.asRelativePath(first.oldUri);
      void offer(renames, name).catch(failed);
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (replacesHeading(event, headings.of(event.document.uri))) {
        changed.add(event.document);
        soon.schedule();
      }
    }),
    // What is typed letter by letter is a new heading only when it is saved.
    workspace.onDidSaveTextDocument((document) => void offerForHeading(alerts, headings, document).catch(failed)),
  );
  return store;
}

/** Remembers the headings that alerts lead to. */
class Headings {
  readonly #alerts: AlertIndex;
  readonly #pages = new Map<string, Page>();

  constructor(alerts: AlertIndex) {
    this.#alerts = alerts;
    this.remember();
  }

  /** Notes the headings of all pages. Where links have lost a heading, what was known before is kept. */
  remember(): void {
    const { headingAt } = this.#alerts.core;
    for (const folder of this.#alerts.folders) {
      const { survey } = folder;
      const linked = folder.alerts.filter(({ home, resolution }) => home === folder && resolution.anchor !== undefined);
      for (const path of new Set(linked.flatMap(({ resolution }) => resolution.path ?? []))) {
        const anchors = survey?.world.anchors(path);
        const key = folder.uriOf(path).toString();
        const known = this.#pages.get(key);
        const isLost = linked.some(
          ({ resolution: { path: own, anchor = '' } }) =>
            own === path &&
            known !== undefined &&
            anchors !== undefined &&
            headingAt(known.anchors, anchor) !== undefined &&
            headingAt(anchors, anchor) === undefined,
        );
        if (survey !== undefined && anchors !== undefined && !isLost) {
          this.#pages.set(key, { survey, anchors });
        }
      }
    }
  }

  of(uri: Uri): Page | undefined {
    return this.#pages.get(uri.toString());
  }

  /** Notes that links to a renamed heading were offered to be changed, so that it is not done again. */
  forget(uri: Uri): void {
    this.#pages.delete(uri.toString());
  }
}

/** Whether a change replaces the text of a heading at once, as Rename Symbol does, not letter by letter. */
function replacesHeading({ contentChanges }: TextDocumentChangeEvent, page: Page | undefined): boolean {
  return contentChanges.some(
    ({ range, text }) =>
      (text.length > 1 || range.end.character - range.start.character > 1) &&
      page?.anchors.headings.some(({ line }) => line === range.start.line) === true,
  );
}

function fileRename(alerts: AlertIndex, survey: AlertSurvey, oldUri: Uri, newUri: Uri): Rename[] {
  const folder = alerts.folderOf(newUri);
  const from = folder?.pathOf(oldUri);
  const to = folder?.pathOf(newUri);
  if (folder === undefined || from === undefined || to === undefined) {
    return [];
  }
  const isIn = (path: string): boolean => path === from || path.startsWith(`${from}/`);
  return [
    {
      folder,
      survey,
      leads: ({ path }) => path !== undefined && isIn(path),
      moved: (path) => (isIn(path) ? to + path.slice(from.length) : path),
      editsFor: (texts) => alerts.core.renameEdits({ survey, texts, from, to }),
    },
  ];
}

async function offerForHeading(alerts: AlertIndex, headings: Headings, document: TextDocument): Promise<void> {
  const { uri } = document;
  const page = headings.of(uri);
  const folder = alerts.folderOf(uri);
  const own = folder?.pathOf(uri);
  const after = own === undefined ? undefined : alerts.core.anchorsOf(own, document.getText());
  const renamed = page && after && renamedHeading(page.anchors, after);
  if (folder === undefined || own === undefined || page === undefined || renamed === undefined) {
    return;
  }
  const [old, now] = renamed;
  const { survey } = page;
  const rename: Rename = {
    folder,
    survey,
    leads: ({ path }) => path === own,
    moved: (path) => path,
    editsFor: (texts) =>
      alerts.core.renameHeadingEdits({
        survey,
        texts,
        path: own,
        fromAnchor: old.anchor,
        toAnchor: now.anchor,
        toTitle: now.title,
      }),
  };
  if (survey.alerts.some(({ resolution }) => resolution.path === own && old.anchors.includes(anchorIn(resolution)))) {
    headings.forget(uri);
    await offer([rename], old.title);
  }
}

function anchorIn({ anchor = '' }: Resolution): string {
  return anchor.toLowerCase().replace(/^user-content-/, '');
}

/** Returns the heading that is renamed, before and after, if all others are the same; undefined otherwise. */
function renamedHeading(before: Anchors, after: Anchors): readonly [Heading, Heading] | undefined {
  const different = before.headings.filter(({ anchor }, index) => after.headings[index]?.anchor !== anchor);
  const [old] = different;
  const now = old && after.headings[before.headings.indexOf(old)];
  return old === undefined ||
    now === undefined ||
    different.length > 1 ||
    before.headings.length !== after.headings.length
    ? undefined
    : [old, now];
}

/** Returns the edits of a rename for the rule files as they are now. */
async function editsNow({ folder, survey, leads, moved, editsFor }: Rename): Promise<LinkEdits> {
  const paths = new Set(survey.alerts.filter(({ resolution }) => leads(resolution)).map(({ path }) => path));
  const texts = new Map<string, string>();
  for (const path of paths) {
    const document = await workspace.openTextDocument(folder.uriOf(moved(path))).then(
      (opened) => opened,
      () => undefined,
    );
    if (document !== undefined) {
      texts.set(path, document.getText());
    }
  }
  return editsFor(texts);
}

/** Asks whether to change links, and changes them in the rule files as they are then. */
async function offer(renames: readonly Rename[], name: string): Promise<void> {
  const all = await Promise.all(renames.map(editsNow));
  const links = all.flatMap(({ edits }) => [...edits.values()]).reduce((sum, { length }) => sum + length, 0);
  const left = [...new Set(all.flatMap((each) => each.left.map(({ alert }) => alert.name)))].join(', ');
  if (links === 0) {
    if (left !== '') {
      void tell(l10n.t('Links of alerts to {0} are made by templates. Change them by hand: {1}', name, left));
    }
    return;
  }
  const update = l10n.t('Update Links');
  if ((await tell(question(links, name, left), update)) === update) {
    for (const rename of renames) {
      const { folder, moved } = rename;
      const { edits } = await editsNow(rename);
      await applyToFiles([...edits].map(([path, changes]) => ({ uri: folder.uriOf(moved(path)), edits: changes })));
    }
  }
}

/** @param left names of alerts whose links cannot be changed. */
function question(links: number, name: string, left: string): string {
  if (links === 1) {
    return left === ''
      ? l10n.t('1 link of an alert leads to {0}. Update it?', name)
      : l10n.t('1 link of an alert leads to {0}. Update it? Change those of {1} by hand.', name, left);
  }
  return left === ''
    ? l10n.t('{0} links of alerts lead to {1}. Update them?', links, name)
    : l10n.t('{0} links of alerts lead to {1}. Update them? Change those of {2} by hand.', links, name, left);
}
