import { l10n, ProgressLocation, window } from 'vscode';
import {
  branchName,
  commitMessage,
  dayIn,
  labelText,
  folderOf,
  readDocument,
  UserError,
  type CatalogDocument,
  type CommitMessage,
  type Committable,
  type Committed,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { report } from '../../services/commands.ts';
import { isUnderReview, showRecordCard } from '../../services/record-card.ts';
import { saveText } from '../../services/save-text.ts';
import { mayCommit } from '../../services/secrets.ts';
import { runWizard } from '../../services/wizard.ts';
import { chosenRecord, saveRecord, type SavedRecord } from './record.ts';
import { branchStep, messageStep, type Draft } from './steps.ts';

/**
 * Commits one record and nothing else. Asks before it commits a secret, and for the message and the branch if they are not given. Resolves
 * to the commit, or to undefined if the user cancels.
 * @param target a document, or answers: `uri`, `message` (subject and body), `newBranch` (name of a new branch, or
 *   false for the current branch), `secrets` (see `mayCommit`).
 */
export async function commitRecord(deps: Deps, target: unknown): Promise<Committed | undefined> {
  const answers = new Answers(target);
  const message = answers.text('message')?.trim() ? answers.text('message') : undefined;
  const newBranch = answers.value('newBranch') === false ? false : answers.text('newBranch') || undefined;
  const record = await saveRecord(deps, await chosenRecord(deps, answers.target));
  const { repository, root, path } = record;
  const state = await repository.committable(root, path);
  // What the question is about. What is typed while it is open is asked about later.
  const asked = record.document.getText();
  if (!(await mayCommit(deps, record.document, state.committed, answers))) {
    return undefined;
  }
  const document = deps.index.read(record.document);
  const suggested = await suggestedMessage(deps, document, record, state);
  const draft: Draft = { subject: suggested.subject, newBranch };
  const steps = [
    ...(message === undefined ? [messageStep(draft, suggested.body)] : []),
    ...(newBranch === undefined
      ? [
          branchStep(draft, {
            current: state.branch,
            suggested: branchName(document, dayIn(deps.clock.now(), 'UTC')),
            problem: (name) => repository.branchProblem(root, path, name),
          }),
        ]
      : []),
  ];
  if (!(await runWizard(l10n.t('Commit {0}', path), steps))) {
    return undefined;
  }
  const written = [draft.subject, suggested.body].filter((part) => part !== '').join('\n\n');
  await saveTyped(record);
  if (record.document.getText() !== asked && !(await mayCommit(deps, record.document, state.committed, answers))) {
    return undefined;
  }
  const committed = await commit(record, message ?? written, draft.newBranch || undefined);
  void showRecordCard(deps.index, {
    uri: record.document.uri,
    title: l10n.t('Committed {0}', path),
    facts: [l10n.t('Committed on {0} ({1})', committed.branch, committed.commit), l10n.t('Nothing was pushed')],
    next: isUnderReview(document) ? ['review', 'schedule', 'open'] : ['open'],
  }).catch((error: unknown) => report(error, deps.log));
  return committed;
}

async function suggestedMessage(
  { index }: Deps,
  document: CatalogDocument,
  { root, path }: SavedRecord,
  { committed }: Committable,
): Promise<CommitMessage> {
  const before = committed === undefined ? undefined : readDocument(document, committed, document);
  const records = index.catalog.telling('incident').filter((other) => other.root === document.root);
  const folders = new Set([folderOf(path), ...records.map((other) => folderOf(other.path))]);
  const subjects = async (some: readonly string[]): Promise<readonly string[]> =>
    (await index.history?.subjects(root, some)) ?? [];
  const [own, all] = await Promise.all([subjects([...folders]), subjects([])]);
  return commitMessage(document, before, { records: own, all });
}

/** Saves what was typed while the questions were open. */
async function saveTyped({ document, path }: SavedRecord): Promise<void> {
  if (document.isDirty && !(await saveText(document))) {
    throw new UserError(l10n.t('{0} could not be saved, so it was not committed.', path));
  }
}

/** Commits with a progress message, because hooks may take time. The user can cancel it. */
async function commit(
  { repository, root, path }: SavedRecord,
  message: string,
  newBranch: string | undefined,
): Promise<Committed> {
  const options = {
    location: ProgressLocation.Notification,
    title: labelText(l10n.t('Committing {0}…', path)),
    cancellable: true,
  };
  return window.withProgress(options, async (_, token) => {
    const stop = new AbortController();
    const listener = token.onCancellationRequested(() => stop.abort());
    try {
      return await repository.commitFile({
        root,
        path,
        message,
        ...(newBranch !== undefined && { newBranch }),
        signal: stop.signal,
      });
    } finally {
      listener.dispose();
    }
  });
}
