import { l10n, MarkdownString, type Uri } from 'vscode';
import { incidentLine } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { ageOf } from '../../services/age.ts';
import { plainText } from '../../services/plain-text.ts';
import type { AlertIndex } from './alert-index.ts';
import { shownExcerpt } from './excerpt.ts';
import type { FoundAlert } from './folder-alerts.ts';
import { stateText } from './state-text.ts';
import { usesOf } from './uses.ts';

/** The largest number of past incidents, and of alerts, that are named. */
const mostIncidents = 5;
const mostAlerts = 12;

/** Returns what is known of an alert's runbook: its first section, owner, past incidents. Nothing in it can run a command. */
export function hoverOf(deps: Deps, alerts: AlertIndex, found: FoundAlert): MarkdownString[] {
  const { resolution } = found;
  const target = alerts.folderOf(found.uri)?.targetOf(found);
  if (target === undefined) {
    return [new MarkdownString(plainText(absent(found)))];
  }
  const { uri, document, heading } = target;
  const place = heading === undefined ? uri : uri.with({ fragment: `L${heading.line + 1}` });
  const title = [document?.title ?? resolution.path ?? '', heading?.title ?? '']
    .filter((part, at, all) => part !== '' && all.indexOf(part) === at)
    .join(' › ');
  const head = new MarkdownString(`**[${plainText(title)}](${place.toString()})**`);
  if (resolution.state === 'anchor-missing') {
    head.appendMarkdown(
      `\n\n${plainText(l10n.t('The page has no heading #{0}. The link opens its top.', resolution.anchor ?? ''))}`,
    );
  }
  if (resolution.site !== undefined) {
    head.appendMarkdown(`\n\n${plainText(l10n.t('Found as {0}.', resolution.path ?? ''))}`);
  }
  if (document === undefined) {
    return [head];
  }
  const { catalog } = deps.index;
  const { owners, services } = document.metadata;
  const change = catalog.lastChange(document);
  const facts = [
    [l10n.t('Owner'), owners?.join(', ') ?? ''],
    [l10n.t('Services'), services?.join(', ') ?? ''],
    [
      l10n.t('Last change'),
      change === undefined
        ? ''
        : l10n.t('{0} by {1}', ageOf(change.date, deps.clock.now()) || change.date, change.author),
    ],
  ].filter(([, value]) => value !== '');
  const incidents = catalog.pastIncidents(document);
  const named = incidents.slice(0, mostIncidents).map((each) => `- [${plainText(incidentLine(each))}](${each.uri})`);
  const more = incidents.length - named.length;
  return [
    head,
    shownExcerpt(
      alerts.core
        .excerptOf(document, heading?.line)
        .map((part) => ({ ...part, text: catalog.withSecretsCut(document, part.text) })),
    ),
    ...(facts.length === 0
      ? []
      : [new MarkdownString(facts.map(([name, value = '']) => `- **${name}**: ${plainText(value)}`).join('\n'))]),
    ...(named.length === 0
      ? []
      : [
          new MarkdownString(
            [`${l10n.t('Past incidents:')}\n`, ...named, ...(more > 0 ? [`- ${l10n.t('{0} more', more)}`] : [])].join(
              '\n',
            ),
          ),
        ]),
  ];
}

/** Returns the sentence about an alert that leads to no file. */
function absent({ resolution }: FoundAlert): string {
  const { state, path = '', link, files = [] } = resolution;
  switch (state) {
    case 'dead':
      return l10n.t('The link leads to {0}, which does not exist.', path);
    case 'outside':
      return l10n.t('The runbook is elsewhere: {0}', link?.address ?? '');
    case 'pattern':
      return files.length === 0
        ? l10n.t('The link depends on labels, which are known when the alert fires. No file matches it.')
        : l10n.t(
            'The link depends on labels, which are known when the alert fires. It may lead to {0}.',
            files.join(', '),
          );
    default:
      return link === undefined
        ? l10n.t('This alert has no link to a runbook.')
        : l10n.t('{0}: "{1}"', stateText(resolution), link.written);
  }
}

/** Returns the list of alerts that lead to a page; undefined if there are none. */
export function usesText(alerts: AlertIndex, page: Uri): MarkdownString | undefined {
  const uses = usesOf(alerts, page);
  const named = uses.slice(0, mostAlerts).map(({ alert, uri }) => {
    const facts = alert.severity === undefined ? '' : ` (${plainText(alert.severity)})`;
    return `- [${plainText(alert.name)}](${uri.with({ fragment: `L${alert.range.start.line + 1}` }).toString()})${facts}`;
  });
  const more = uses.length - named.length;
  return named.length === 0
    ? undefined
    : new MarkdownString(
        [
          `${l10n.t('Alerts that lead here:')}\n`,
          ...named,
          ...(more > 0 ? [`- ${l10n.t('{0} more', more)}`] : []),
        ].join('\n'),
      );
}
