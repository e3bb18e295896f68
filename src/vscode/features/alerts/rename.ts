import { l10n, workspace, type Disposable, type TextDocument, type TextDocumentChangeEvent, type Uri } from 'vscode';
import type { AlertSurvey, Anchors, Heading, LinkEdits } from '../../../core/index.ts';
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
      for (const { oldUri, newUri } of files) {
        const survey = before.get(oldUri.toString());
        before.delete(oldUri.toString());
        if (survey !== undefined) {
          void offerForFile(alerts, survey, oldUri, newUri).catch(failed);
        }
      }
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

  /** Notes the headings of all pages whose links are right now. Others keep what was known. */
  remember(): void {
    for (const folder of this.#alerts.folders) {
      const { survey } = folder;
      const linked = folder.alerts.filter(({ resolution }) => resolution.anchor !== undefined);
      const broken = new Set(
        linked.flatMap(({ resolution }) => (resolution.state === 'anchor-missing' ? [resolution.path] : [])),
      );
      for (const path of new Set(linked.flatMap(({ resolution }) => resolution.path ?? []))) {
        const anchors = survey?.world.anchors(path);
        const key = folder.uriOf(path).toString();
        if (survey !== undefined && anchors !== undefined && (!broken.has(path) || !this.#pages.has(key))) {
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

async function offerForFile(alerts: AlertIndex, survey: AlertSurvey, oldUri: Uri, newUri: Uri): Promise<void> {
  const folder = alerts.folderOf(newUri);
  const from = folder?.pathOf(oldUri);
  const to = folder?.pathOf(newUri);
  if (folder === undefined || from === undefined || to === undefined) {
    return;
  }
  const led = (path: string): boolean => path === from || path.startsWith(`${from}/`);
  const texts = await textsOf(folder, survey, ({ path }) => path !== undefined && led(path));
  const name = workspace.asRelativePath(oldUri);
  await offer(folder, alerts.core.renameEdits({ survey, texts, from, to }), name);
}

async function offerForHeading(alerts: AlertIndex, headings: Headings, document: TextDocument): Promise<void> {
  const { uri } = document;
  const page = headings.of(uri);
  const folder = alerts.folderOf(uri);
  const path = folder?.pathOf(uri);
  if (page === undefined || folder === undefined || path === undefined) {
    return;
  }
  const { survey, anchors: before } = page;
  const after = alerts.core.anchorsOf(path, document.getText());
  const renamed = after && renamedHeading(before, after);
  if (renamed === undefined) {
    return;
  }
  const [old, now] = renamed;
  const texts = await textsOf(folder, survey, (resolution) => resolution.path === path);
  const edits = alerts.core.renameHeadingEdits({
    survey,
    texts,
    path,
    fromAnchor: old.anchor,
    toAnchor: now.anchor,
    toTitle: now.title,
  });
  if (edits.edits.size + edits.left.length > 0) {
    headings.forget(uri);
    await offer(folder, edits, old.title);
  }
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

/** Returns the texts of the rule files with alerts that lead somewhere, as they are in the editor. */
async function textsOf(
  folder: FolderAlerts,
  survey: AlertSurvey,
  leads: (resolution: AlertSurvey['alerts'][number]['resolution']) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const paths = new Set(survey.alerts.filter(({ resolution }) => leads(resolution)).map(({ path }) => path));
  const texts = await Promise.all(
    [...paths].map(async (path) => {
      const document = await workspace.openTextDocument(folder.uriOf(path)).then(
        (opened) => opened,
        () => undefined,
      );
      return document === undefined ? [] : [[path, document.getText()] as const];
    }),
  );
  return new Map(texts.flat());
}

/** Asks whether to change links, and changes them as one undoable edit. */
async function offer(folder: FolderAlerts, { edits, left }: LinkEdits, name: string): Promise<void> {
  const links = [...edits.values()].reduce((sum, { length }) => sum + length, 0);
  const stay = left.map(({ alert }) => alert.name).join(', ');
  if (links === 0) {
    if (left.length > 0) {
      void tell(l10n.t('Links of alerts to {0} are made by templates. Change them by hand: {1}', name, stay));
    }
    return;
  }
  const update = l10n.t('Update Links');
  const question =
    links === 1
      ? l10n.t('1 link of an alert leads to {0}. Update it?', name)
      : l10n.t('{0} links of alerts lead to {1}. Update them?', links, name);
  if (
    (await tell(left.length === 0 ? question : `${question} ${l10n.t('To change by hand: {0}', stay)}`, update)) ===
    update
  ) {
    await applyToFiles([...edits].map(([path, changes]) => ({ uri: folder.uriOf(path), edits: changes })));
  }
}
