import { l10n, QuickPickItemKind, ThemeIcon, window, type QuickPickItem } from 'vscode';
import {
  gate,
  meaningOf,
  reviewStatuses,
  reviewStatusOf,
  statusEdits,
  UserError,
  type Blocker,
  type ReviewStatus,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { chooseItem } from '../../services/ask.ts';
import { report } from '../../services/commands.ts';
import { toRange } from '../../services/convert.ts';
import { showRecordCard } from '../../services/record-card.ts';
import { readSetting } from '../../services/settings.ts';
import { askChoice } from '../../services/wizard.ts';
import { recordOf, type OpenRecord } from './record.ts';

interface StatusItem extends QuickPickItem {
  readonly status: ReviewStatus;
}
interface BlockerItem extends QuickPickItem {
  readonly blocker?: Blocker;
}

/**
 * Asks for a review status and writes it into the record. If something is missing for it, shows that instead and writes
 * nothing.
 * @param target a document, or answers: `status`, in any words of the team, and `uri`.
 */
export async function changeReviewStatus(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const record = await recordOf(deps, answers);
  const asked = answers.value('status');
  const status = asked === undefined ? await askStatus(record) : statusNamed(asked, record);
  if (status === undefined) {
    return;
  }
  const blockers = blockersOf(record, status);
  if (blockers.length > 0) {
    await showBlockers(record, status, blockers);
    return;
  }
  await deps.editor.change(record.uri, ({ uri }) => {
    // The text may have changed since the last check.
    const context = deps.index.catalog.context(uri);
    if (context === undefined || blockersOf({ ...record, context }, status).length > 0) {
      throw new UserError(l10n.t('The record changed in the meantime. Change its review status again.'));
    }
    const edits = statusEdits(context, status);
    if (edits === undefined) {
      throw new UserError(
        l10n.t('The status cannot be changed safely in this place. Write it in the front matter: status: {0}', status),
      );
    }
    return edits;
  });
  void showRecordCard(deps.index, {
    uri: record.uri,
    title: record.context.document.title,
    facts: [l10n.t('The review status is now "{0}"', statusName(status))],
    next: status === 'closed' ? ['commit', 'open'] : ['review', 'schedule', 'commit', 'open'],
  }).catch((error: unknown) => report(error, deps.log));
}

function statusNamed(asked: unknown, { context }: OpenRecord): ReviewStatus {
  const status = typeof asked === 'string' ? meaningOf(asked, context.words) : undefined;
  if (status === undefined) {
    throw new UserError(l10n.t('Not a review status. Use one of these: {0}.', reviewStatuses.join(', ')));
  }
  return status;
}

function blockersOf({ uri, context }: OpenRecord, status: ReviewStatus): Blocker[] {
  return gate(context, status, readSetting('rules', uri));
}

async function askStatus(record: OpenRecord): Promise<ReviewStatus | undefined> {
  const { document, words } = record.context;
  const current = reviewStatusOf(document, words);
  const stated = document.metadata.status;
  const at = reviewStatuses.indexOf(current ?? 'draft');
  const items = reviewStatuses.map((status, index): StatusItem => {
    const count = blockersOf(record, status).length;
    const ahead =
      count === 0
        ? l10n.t('nothing is missing')
        : count === 1
          ? l10n.t('1 thing is missing; choose to see it')
          : l10n.t('{0} things are missing; choose to see them', count);
    const icon = status === current ? 'check' : count === 0 ? 'circle-outline' : 'circle-slash';
    return {
      status,
      label: statusName(status),
      iconPath: new ThemeIcon(icon),
      description: status === current ? l10n.t('current') : index < at ? l10n.t('an earlier step') : ahead,
    };
  });
  const unknown = stated !== undefined && current === undefined;
  const title = l10n.t('Review Status: {0}', document.title);
  const answer = await askChoice(
    { title, step: 1, totalSteps: 1 },
    {
      placeholder: unknown ? l10n.t('Unknown status "{0}". Choose one.', stated) : l10n.t('Review status'),
      items,
      // Most users want the next step. It is only done if nothing is missing.
      active: items[at + 1] ?? 'none',
    },
  );
  return typeof answer === 'string' ? undefined : answer.value.status;
}

/** Shows what is missing. A choice goes to its line. */
async function showBlockers(record: OpenRecord, status: ReviewStatus, blockers: readonly Blocker[]): Promise<void> {
  const items = reviewStatuses.flatMap((step): BlockerItem[] => {
    const own = blockers.filter((blocker) => blocker.step === step);
    const separator = { label: l10n.t('required for "{0}"', statusName(step)), kind: QuickPickItemKind.Separator };
    return own.length === 0
      ? []
      : [
          separator,
          ...own.map((blocker) => {
            // A row is cut at its end, so the reason has a line of its own.
            const [, label = blocker.message, detail] = /^(.+?) \((.+)\)$/.exec(blocker.message) ?? [];
            const description = l10n.t('line {0}', blocker.range.start.line + 1);
            return { label, description, blocker, ...(detail !== undefined && { detail }) };
          }),
        ];
  });
  const picked = await chooseItem(items, {
    title: l10n.t('Not Yet "{0}": {1}', statusName(status), record.context.document.title),
    placeHolder: l10n.t('The status was not changed. Choose an item to go to it.'),
  });
  if (picked?.blocker !== undefined) {
    const selection = toRange(picked.blocker.range);
    await window.showTextDocument(record.document, { selection });
  }
}

function statusName(status: ReviewStatus): string {
  const names: Readonly<Record<ReviewStatus, string>> = {
    draft: l10n.t('Draft'),
    'in review': l10n.t('In Review'),
    reviewed: l10n.t('Reviewed'),
    closed: l10n.t('Closed'),
  };
  return names[status];
}
