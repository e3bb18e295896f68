import { LineRanges } from '../../text/line-ranges.ts';
import { visibleText } from '../../text/inline.ts';
import { inlineOf } from '../../document/inline.ts';
import { labelsOfBlock } from '../../document/labels.ts';
import { linesOfBlock } from '../../document/places.ts';
import type { Block } from '../../document/model.ts';
import { isKnownName } from '../../vocabulary/vocabulary.ts';
import { trimmedEnd } from '../../text/ends.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { frontMatterEntries } from '../../document/facts/front-matter-entries.ts';
import { isStatement } from '../../document/statement.ts';
import { roleNames, rolesOf } from '../incident/roles.ts';
import { tableOf } from '../../document/tables.ts';
import { isRecord } from '../../text/unknown.ts';
import { headLines } from '../../document/fields.ts';
import { fold, plainText } from '../../text/plain-text.ts';
import type { Author } from '../../ports.ts';
import { once } from '../../util/memo.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { sectionsWith } from '../../document/sections-with.ts';
import { letters } from '../../document/title-and-name.ts';
import type { TeamWords } from '../../team/settings.ts';

/** A participant of an incident. */
export interface Participant {
  /** As written. */
  readonly name: string;
  /** The record's names for their parts; empty for those who are only listed. */
  readonly roles: readonly string[];
  /** Stated beside the name, or known to git. */
  readonly email?: string;
}

/** Names of parts in an incident in records, besides the names of a team's roles; as `normaliseName` returns them. */
const partNames = once(() => new Set(Object.values(roleNames()).flat()));
/** Headers of tables of people. */
const headers = nameSet(({ labels }) => labels.person);

/**
 * Returns the participants of an incident in its record: in front matter, in labels and rows near the top and in sections for people.
 * Teams, placeholders and accounts are included as written. Each name comes once.
 * @param known people with addresses; they are matched by full name.
 */
export function participantsOf(
  document: CatalogDocument,
  words: TeamWords,
  known: readonly Author[] = [],
): Participant[] {
  const own = new Set(rolesOf(words.roles).flatMap(({ names }) => names));
  const isRole = (name: string): boolean => {
    const normal = normaliseName(name);
    return partNames().has(normal) || own.has(normal);
  };
  const found = new Map<string, { name: string; roles: Set<string>; email: string | undefined }>();
  for (const { role, text } of [...inFrontMatter(document, isRole), ...inBody(document, isRole)]) {
    for (const { name, email } of peopleIn(text)) {
      const key = letters(name);
      const person = found.get(key) ?? { name, roles: new Set(), email: undefined };
      const address = email ?? known.find((author) => letters(author.name) === key)?.email;
      person.email ??= address !== undefined && canBeInvited(address) ? address : undefined;
      if (role !== undefined) {
        person.roles.add(role);
      }
      found.set(key, person);
    }
  }
  return [...found.values()].map(({ name, roles, email }) => ({
    name,
    roles: [...roles],
    ...(email !== undefined && { email }),
  }));
}

/** Returns whether a message can reach somebody at an address: it is one, and neither a machine's nor one that takes no mail. */
export function canBeInvited(address: string): boolean {
  return (
    /^[\w.!#$%&'*+/=?^`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i.test(address) &&
    !/(?:^|[.@+-])no-?reply(?:[.@+-]|$)|\.(?:local|localdomain|lan|internal|invalid)$/i.test(address)
  );
}

interface Named {
  /** As a reader sees it; absent for those who are only listed. */
  readonly role?: string;
  readonly text: string;
}

type IsRole = (name: string) => boolean;

function inFrontMatter(document: CatalogDocument, isRole: IsRole): Named[] {
  return frontMatterEntries(document).flatMap(({ key, parts, value }): Named[] => {
    if (!isRole(key)) {
      return [];
    }
    if (isRecord(value)) {
      return Object.entries(value).flatMap(([role, names]) =>
        [names].flat().flatMap((text) => (typeof text === 'string' ? [{ role: roleText(role), text }] : [])),
      );
    }
    const listed = parts.map(({ text }) => ({ role: roleText(key), text }));
    const mapped = Array.isArray(value) ? value.flatMap((entry: unknown) => namedIn(entry)) : [];
    return [...listed, ...mapped];
  });
}

/** An item such as `{ name: Ada, role: scribe }`. */
function namedIn(entry: unknown): Named[] {
  const name = isRecord(entry) ? entry['name'] : undefined;
  const role = isRecord(entry) ? entry['role'] : undefined;
  return typeof name === 'string' ? [{ text: name, ...(typeof role === 'string' && { role: roleText(role) }) }] : [];
}

/** No line that names people is longer. */
const longestLine = 400;

function inBody(document: CatalogDocument, isRole: IsRole): Named[] {
  const { lines } = document;
  const people = new LineRanges(
    sectionsWith(document, ['people']).map(({ range: { start, end } }) => ({ first: start.line, last: end.line })),
  );
  return document.blocks.flatMap((block, index): Named[] => {
    const among = people.holds(block.firstLine, block.lastLine);
    if (block.quoted || (!among && block.firstLine > headLines)) {
      return [];
    }
    if (block.type === 'table' && among) {
      return inRows(document, block, isRole);
    }
    const labels = labelsOfBlock(document, index).filter(
      ({ form, title }) => form !== 'heading' || !isKnownName(title),
    );
    const named = labels
      .filter(({ title }) => isRole(title))
      .map(({ title, value }) => ({ role: title, text: lines.slice(value.range) }));
    const labelled = new Set(labels.map(({ value }) => value.range.start.line));
    const listed = among && block.type === 'text' && block.item !== undefined ? linesOfBlock(lines, block) : [];
    return [...named, ...listed.filter(({ line }) => !labelled.has(line)).flatMap(({ text }) => inLine(text, isRole))];
  });
}

/** The rows of a table among people that name somebody's part in one of their first columns. */
function inRows(document: CatalogDocument, block: Block, isRole: IsRole): Named[] {
  const { header, rows } = tableOf(document, block);
  return [header, ...rows].flatMap((cells): Named[] => {
    const [first = '', second = ''] = cells.map(({ text }) => visibleText(inlineOf(block, document, text)));
    if (headers().has(normaliseName(first)) && headers().has(normaliseName(second))) {
      return [];
    }
    return isRole(first) ? [{ role: first, text: second }] : isRole(second) ? [{ role: second, text: first }] : [];
  });
}

/** Somebody who is in a list of people: "Ada Example (scribe)", "Ada Example - scribe". */
function inLine(text: string, isRole: IsRole): Named[] {
  if (text.length > longestLine) {
    return [];
  }
  const behind = /^(?<who>[^()]{2,60}?)\s*(?:\((?<role>[^()]{2,40})\)|\s[–—-]\s(?<after>[^()]{2,40}))\s*$/.exec(
    text,
  )?.groups;
  const role = plainText(behind?.['role'] ?? behind?.['after'] ?? '');
  return behind !== undefined && isRole(role) ? [{ role, text: behind['who'] ?? '' }] : [{ text }];
}

// oxlint-disable-next-line regexp/no-super-linear-move -- At most `longestText` characters.
const addressPattern = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** No text that names people is longer. */
const longestText = 2000;
/** No name is longer; longer texts are sentences. */
const longestName = 60;

/** The names in a text such as "Ada Example <ada@example.com>, Bo and @cy". */
function peopleIn(text: string): Array<{ name: string; email: string | undefined }> {
  const seen = fold(
    text
      .slice(0, longestText)
      // oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestText` characters.
      .replace(/<([^<>\s]+@[^<>\s]+)>/g, ' ($1) ')
      .replace(/\[([^\][]*)\]\(mailto:([^()]*)\)/g, '$1 ($2)'),
  );
  return plainText(seen)
    .split(/ ?[,;/] ?| (?:and|&|und|y|e|et) /)
    .flatMap((part) => {
      const email = addressPattern.exec(part)?.[0];
      const bare = fold(part.replace(addressPattern, ' ').replace(/\([^()]*\)|[()<>"*_`]/g, ' '));
      const begin = bare.replace(/^[\s:–—-]+/, '');
      const name = trimmedEnd(begin, /[\s.:–—-]/) || (email ?? '');
      const named = /\p{L}/u.test(name) && name.length <= longestName && name.split(' ').length <= 5;
      return named && isStatement(name) ? [{ name, email }] : [];
    });
}

/** "incident_commander" → "Incident commander". */
function roleText(key: string): string {
  const words = key.replaceAll(/[_-]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
