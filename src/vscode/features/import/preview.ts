import { l10n, QuickPickItemKind } from 'vscode';
import {
  dayIn,
  instantOfMessage,
  shortened,
  styleOf,
  timeText,
  type CatalogDocument,
  type ImportedMessage,
  zoneOfEntries,
} from '../../../core/index.ts';
import type { Item } from '../../services/shown.ts';

/** The longest text beside its time; a longer one is below it. In characters. */
const longestLabel = 56;

/** A message to choose, or the day above some. */
export interface PreviewItem extends Item {
  readonly message?: ImportedMessage;
}

/**
 * Returns the messages in order of time, with a line for each day. Those that are new are checked.
 * @param known the messages that the timeline has.
 */
export function previewItems(
  document: CatalogDocument,
  messages: readonly ImportedMessage[],
  known: ReadonlySet<ImportedMessage>,
  zone: string,
): PreviewItem[] {
  const style = styleOf(undefined, zoneOfEntries(document), false);
  let last = '';
  return inOrder(messages, zone).flatMap(({ message, at }): PreviewItem[] => {
    const day = dayIn(at, style.zone);
    const separator = day === last ? [] : [{ label: day, kind: QuickPickItemKind.Separator }];
    last = day;
    const there = known.has(message) ? l10n.t('already in the timeline') : message.cut ? l10n.t('shortened') : '';
    return [
      ...separator,
      {
        label: `${timeText(at, style, false)}  ${shortened(message.text, longestLabel)}`,
        description: [message.person ?? '', there].filter((part) => part !== '').join(' · '),
        ...(message.text.length > longestLabel && { detail: message.text }),
        picked: !known.has(message) && !message.noise,
        message,
      },
    ];
  });
}

/** Returns how many messages there are, of how many people, from when to when, and from where: "12 messages of 4 people, 10:05–11:40, …". */
export function summaryOf(
  document: CatalogDocument,
  messages: readonly ImportedMessage[],
  zone: string,
  from: string,
): string {
  const style = styleOf(undefined, zoneOfEntries(document), false);
  const times = inOrder(messages, zone).map(({ at }) => timeText(at, style, false));
  const [first = '', last = ''] = [times[0], times.at(-1)];
  const people = new Set(messages.flatMap(({ person }) => person ?? [])).size;
  const count = messages.length === 1 ? l10n.t('1 message') : l10n.t('{0} messages', messages.length);
  const whose =
    people === 0 ? count : people === 1 ? l10n.t('{0} of 1 person', count) : l10n.t('{0} of {1} people', count, people);
  return l10n.t('{0}, {1} {2}, {3}', whose, first === last ? first : `${first}–${last}`, style.zone, from);
}

function inOrder(messages: readonly ImportedMessage[], zone: string): Array<{ message: ImportedMessage; at: Date }> {
  return messages
    .flatMap((message) => {
      const at = instantOfMessage(message, zone);
      return at === undefined ? [] : [{ message, at }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
