import { l10n } from 'vscode';
import { shortened, type ToolName } from '../../../core/index.ts';
import { plainText } from '../../services/plain-text.ts';

/** Characters of an input that are shown. */
const mostShown = 60;

/** Returns what a user sees while an agent asks, as markdown in which no input is markup. */
export function invocationText(name: ToolName, input: object): string {
  const shown = (key: string): string => {
    const value = (input as Readonly<Record<string, unknown>>)[key];
    return typeof value === 'string' ? plainText(shortened(value, mostShown)) : '';
  };
  switch (name) {
    case 'find_runbook':
      return l10n.t('Finding a runbook for: {0}', shown('query'));
    case 'get_runbook':
      return shown('section') === ''
        ? l10n.t('Reading {0}', shown('path'))
        : l10n.t('Reading {0}, section {1}', shown('path'), shown('section'));
    case 'list_alerts':
      return l10n.t('Listing alerts and their runbooks');
    case 'similar_incidents':
      return l10n.t('Finding incidents like: {0}', shown('path') || shown('text'));
    case 'get_open_incidents':
      return l10n.t('Looking at open incidents');
  }
}
