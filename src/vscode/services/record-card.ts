import { commands, l10n, QuickPickItemKind, window, type Uri } from 'vscode';
import {
  missingForReview,
  openIncidents,
  tellsIncident,
  type Blocker,
  type CatalogDocument,
  type Range,
} from '../../core/index.ts';
import type { CommandId } from '../ids.ts';
import { toRange } from './convert.ts';
import type { IndexService } from './index-service.ts';
import { readSetting } from './settings.ts';
import type { Item } from './shown.ts';
import { askChoice } from './wizard.ts';

/** A possible next step with a record. */
export type NextStep = 'review' | 'schedule' | 'commit' | 'open';

/** The outcome of a command on a record, and its possible next steps. */
export interface RecordCard {
  readonly uri: Uri;
  /** The completed action. */
  readonly title: string;
  /** Facts that the user needs to know about it, a phrase each. */
  readonly facts: readonly string[];
  readonly next: readonly NextStep[];
}

/** Maximum number of missing things in the list. */
const most = 4;

/**
 * Ends a command: shows what was done, what the record lacks for its review, and what can be done next.
 * A list, because the keyboard reaches it at once and a screen reader reads it; it goes away on Escape or a click
 * elsewhere. Nothing is selected, so that one Enter too many does nothing.
 */
export async function showRecordCard(index: IndexService, { uri, title, facts, next }: RecordCard): Promise<void> {
  const found = missingIn(index, uri);
  const missing = found ?? [];
  const items: CardItem[] = [
    ...facts.map((label) => ({ icon: 'info', label, run: () => open(uri) })),
    ...(missing.length === 0
      ? []
      : [{ label: l10n.t('missing for the review'), kind: QuickPickItemKind.Separator, run: () => open(uri) }]),
    ...missing.slice(0, most).map(({ message, range }) => ({
      icon: 'circle-slash',
      label: message,
      description: l10n.t('line {0}', range.start.line + 1),
      run: () => open(uri, range),
    })),
    ...(missing.length > most
      ? [{ icon: 'ellipsis', label: l10n.t('{0} more', missing.length - most), run: steps.review(uri).run }]
      : []),
    { label: l10n.t('next'), kind: QuickPickItemKind.Separator, run: () => open(uri) },
    ...next.map((step) => steps[step](uri)),
  ];
  const answer = await askChoice<CardItem>(
    { title, step: 1, totalSteps: 1 },
    { placeholder: spoken(facts, found?.length), items, active: 'none', fleeting: true },
  );
  if (typeof answer !== 'string') {
    await answer.value.run();
  }
}

interface CardItem extends Item {
  readonly run: () => Thenable<unknown>;
}

const steps: Readonly<Record<NextStep, (uri: Uri) => CardItem>> = {
  review: (uri) => command('runbookLens.changeReviewStatus', 'checklist', l10n.t('Review…'), uri),
  schedule: (uri) => command('runbookLens.scheduleRetrospective', 'calendar', l10n.t('Schedule Retrospective…'), uri),
  commit: (uri) => command('runbookLens.commitRecord', 'git-commit', l10n.t('Commit…'), uri),
  open: (uri) => ({ icon: 'go-to-file', label: l10n.t('Open'), run: () => open(uri) }),
};

function command(id: CommandId, icon: string, label: string, uri: Uri): CardItem {
  return { icon, label, run: () => commands.executeCommand(id, uri) };
}

async function open(uri: Uri, range?: Range): Promise<void> {
  await window.showTextDocument(uri, range && { selection: toRange(range) });
}

/** Returns what a record lacks for its review; undefined for a document that is not under review. */
function missingIn({ catalog }: IndexService, uri: Uri): Blocker[] | undefined {
  const context = catalog.context(uri.toString());
  if (context === undefined || !isUnderReview(context.document)) {
    return undefined;
  }
  return missingForReview(context, readSetting('rules', uri));
}

/** Whether a document is the record of an incident that is over. */
export function isUnderReview(document: CatalogDocument): boolean {
  return tellsIncident(document) && openIncidents([document]).length === 0;
}

/** The card in one line, which a screen reader reads first. */
function spoken(facts: readonly string[], missing: number | undefined): string {
  const rest =
    missing === undefined
      ? ''
      : missing === 0
        ? l10n.t('Nothing is missing for the review.')
        : missing === 1
          ? l10n.t('1 thing is missing for the review.')
          : l10n.t('{0} things are missing for the review.', missing);
  return [...facts.map((fact) => `${fact}.`), rest].join(' ').trim();
}
