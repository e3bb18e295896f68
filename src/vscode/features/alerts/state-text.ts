import { l10n } from 'vscode';
import { labelText, type LinkState, type Resolution } from '../../../core/index.ts';

/** The states in the order in which they are listed: what needs work first. */
export const states = [
  'dead',
  'none',
  'anchor-missing',
  'pattern',
  'outside',
  'resolved',
] as const satisfies readonly LinkState[];

/** Returns a state in a few words. */
export function stateName(state: LinkState): string {
  switch (state) {
    case 'dead':
      return l10n.t('Dead link');
    case 'none':
      return l10n.t('No runbook');
    case 'anchor-missing':
      return l10n.t('Heading missing');
    case 'pattern':
      return l10n.t('Depends on labels');
    case 'outside':
      return l10n.t('Elsewhere');
    case 'resolved':
      return l10n.t('Runbook');
  }
}

/** Returns the state of an alert's link in a few words; a link that is still to come is said as such. */
export function stateText({ state, placeholder }: Pick<Resolution, 'state' | 'placeholder'>): string {
  return placeholder === true ? l10n.t('Runbook to come') : stateName(state);
}

/** Returns a title for places that show icons: it cannot contain one. */
export function shownTitle(title: string): string {
  return labelText(title);
}
