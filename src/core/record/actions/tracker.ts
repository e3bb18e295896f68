import type { CatalogDocument } from '../../document/document.ts';
import { labelOf } from '../../document/links/links.ts';
import type { TrackerPatterns } from '../../team/settings.ts';
import type { Tracking } from './item.ts';

/** The address of a link as it is written: in a link, in angle brackets, or bare. */
const address = /\]\(\s*<?(?<linked>[^()\s>]+)|^<?(?<bare>https?:[^\s>]+)/i;
const reference = /^\[(?<text>[^\]\n]+)\]\[(?<label>[^\]\n]*)\]$/;
const ticketKey = /(?<![\w-])[A-Z][A-Z0-9]{1,9}-\d{1,7}(?![\w-])/i;
/** An issue of the team's own tracker: one of another repository, or a merge request, is elsewhere. */
const issueNumber = /^(?:[a-z ]*[ .])?#?(?<digits>\d{1,8})$/i;

/**
 * Returns the address where an item is tracked: that of a link, or of a ticket key or issue number in the configuration. Undefined if
 * there is no pattern, if it is an issue of another repository, or if it is not an http or https address.
 * @param document with the item, for links with definitions.
 */
export function trackerUrl(
  { kind, text }: Tracking,
  { key, number }: TrackerPatterns,
  document: CatalogDocument,
): string | undefined {
  switch (kind) {
    case 'url':
      return linkOf(text, document);
    case 'number':
      return filled(number, '${number}', numberIn(text));
    case 'key': {
      // The cell of a ticket may hold a number alone.
      const bare = text.replace(/[*_`]/g, '').trim();
      return (
        filled(key, '${key}', ticketKey.exec(bare)?.[0].toUpperCase()) ?? filled(number, '${number}', numberIn(bare))
      );
    }
  }
}

function numberIn(text: string): string | undefined {
  return /\b(?:MR|merge request)\b/i.test(text) ? undefined : issueNumber.exec(text)?.groups?.['digits'];
}

function filled(pattern: string | undefined, placeholder: string, value: string | undefined): string | undefined {
  return pattern === undefined || value === undefined
    ? undefined
    : pattern.replaceAll(placeholder, () => encodeURIComponent(value));
}

function linkOf(text: string, document: CatalogDocument): string | undefined {
  const groups = reference.exec(text)?.groups;
  const label = groups === undefined ? undefined : groups['label'] || groups['text'];
  const found = address.exec(text)?.groups;
  const url = label === undefined ? (found?.['linked'] ?? found?.['bare']) : document.definitions.get(labelOf(label));
  return url !== undefined && /^https?:\/\/[^\s/]/i.test(url) ? url : undefined;
}
