import { l10n } from 'vscode';
import { durationText, nextUpdate, type CatalogDocument } from '../../../core/index.ts';

/** Text about the next status update of an incident. */
export interface UpdateText {
  readonly text: string;
  readonly overdue: boolean;
}

/** Returns what there is to say about the next status update. */
export function updateText(record: CatalogDocument, now: Date): UpdateText {
  const update = nextUpdate(record);
  if (update === undefined) {
    return { text: l10n.t('No status update yet'), overdue: false };
  }
  const minutesTo = (at: Date): number => Math.round((at.getTime() - now.getTime()) / 60_000);
  if (update.due === undefined) {
    return { text: l10n.t('Last update {0} ago', durationText(Math.max(0, -minutesTo(update.given)))), overdue: false };
  }
  const left = minutesTo(update.due);
  return left < 0
    ? { text: l10n.t('Update overdue by {0}', durationText(-left)), overdue: true }
    : {
        text: left === 0 ? l10n.t('Next update now') : l10n.t('Next update in {0}', durationText(left)),
        overdue: false,
      };
}
