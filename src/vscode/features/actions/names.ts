import { l10n } from 'vscode';
import type { ActionAge, ActionGrouping, ActionState } from '../../../core/index.ts';

/** Returns the name of a state. */
export function stateName(state: ActionState): string {
  const names: Readonly<Record<ActionState, string>> = {
    overdue: l10n.t('overdue'),
    open: l10n.t('open'),
    done: l10n.t('done'),
    'wont-do': l10n.t("won't do"),
  };
  return names[state];
}

/** Returns the name of a grouping. */
export function groupingName(grouping: ActionGrouping): string {
  const names: Readonly<Record<ActionGrouping, string>> = {
    postmortem: l10n.t('by postmortem'),
    owner: l10n.t('by owner'),
    service: l10n.t('by service'),
    age: l10n.t('by age'),
  };
  return names[grouping];
}

/**
 * Returns the name of a group.
 * @param label from the core; empty if the items do not state it.
 */
export function groupName(grouping: ActionGrouping, label: string): string {
  switch (grouping) {
    case 'postmortem':
      return label;
    case 'owner':
      return label || l10n.t('No owner');
    case 'service':
      return label || l10n.t('Not stated');
    case 'age':
      return ageNames()[label as ActionAge];
  }
}

function ageNames(): Readonly<Record<ActionAge, string>> {
  return {
    'this-month': l10n.t('This month'),
    'last-three-months': l10n.t('One to three months ago'),
    'last-half-year': l10n.t('Four to six months ago'),
    'last-year': l10n.t('Seven to twelve months ago'),
    older: l10n.t('More than a year ago'),
    '': l10n.t('Postmortem without date'),
  };
}
