import { isPlaceholder } from '../../vocabulary/placeholder.ts';
import { trimmedEnd } from '../../text/ends.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Lines } from '../../text/lines.ts';
import type { AlertLink } from '../alert.ts';
import { expanded, type Variables } from '../read/expand.ts';

/** A key of a rule with its text. */
export interface Statement {
  readonly key: string;
  /** As written, with the parts of templates. */
  readonly written: string;
  /** With what the file itself says put in. */
  readonly address: string;
  /** Of the value in the file, by offsets. */
  readonly span: readonly [number, number];
}

/** What the places of links are found with. */
export interface LinkSource {
  readonly original: string;
  readonly lines: Lines;
  readonly variables: Variables;
  /** Further keys whose values are links to runbooks. */
  readonly keys: readonly string[];
}

/** Keys whose values are links, the best first; without regard to case and to what joins their words. */
const linkKeys: readonly string[] = (
  'runbookurl runbooklink runbookuri runbook ' +
  'playbookurl playbooklink playbook documentationurl documentationlink documentation'
).split(' ');

/** Texts longer than this are not searched for links beyond it. */
const longestSearch = 20_000;
const mostLinks = 10;

/**
 * Returns the texts of a rule that may lead to a runbook, the best first: the values of keys for it, then links that its other texts name.
 */
export function linksOf(statements: readonly Statement[], source: LinkSource): AlertLink[] {
  const keys = [...linkKeys.slice(0, 4), ...source.keys.map(bareKey), ...linkKeys.slice(4)];
  const ranked = statements
    .map((statement) => ({ statement, rank: keys.indexOf(bareKey(statement.key)) }))
    .filter(({ rank }) => rank !== -1)
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ statement }) => linkIn(statement, source));
  const told = statements
    .filter(({ key, written }) => !keys.includes(bareKey(key)) && !forOthers.test(key) && mentions.test(written))
    .flatMap((statement) => mentioned(statement, source));
  return [...ranked.filter((link) => !link.placeholder), ...told, ...ranked.filter((link) => link.placeholder)].slice(
    0,
    mostLinks,
  );
}

function bareKey(key: string): string {
  return key.toLowerCase().replace(/[\s_.-]/g, '');
}

/** Keys whose values lead to something else. */
const forOthers = /dashboard|graph|panel|quer(?:y|ies)|logs|silence/i;

const mentions = /run[ _-]?book|play[ _-]?book|\bSOP\b/i;

/** A link, in which parts of templates may have spaces. */
const link = String.raw`(?:\{\{[^{}]*\}\}|\$\{[^{}]*\}|[^\s<>"'\x60|)\]{}，。、（）])+`;
/** Not as a part of a path or address. */
const word = String.raw`(?<![\w/.-])(?:run[ _-]?book|play[ _-]?book|SOP)s?`;
/** After "Runbook:"; in a link of Markdown, Slack or HTML with such a text. */
const labelled = [
  new RegExp(
    String.raw`${word}(?:[ _-]?(?:ur[li]|link|page|doc))?["'*_\x60]{0,3}\s{0,3}(?:[:：=]|[-=]>|→|(?:\b(?:is|at|in|here)\b ?){1,2}:?)\s{0,3}["'*_\x60<(]{0,3}(?<link>${link})`,
    'gi',
  ),
  new RegExp(String.raw`\[[^\]\[\n]{0,80}${word}[^\]\[\n]{0,80}\]\(<?(?<link>${link})`, 'gi'),
  new RegExp(String.raw`<(?<link>[^\s<>|]+)\|[^<>\n]{0,80}${word}`, 'gi'),
  new RegExp(String.raw`href=["']?(?<link>${link})["']?[^<>]{0,80}>[^<>]{0,80}${word}`, 'gi'),
  new RegExp(String.raw`${word}(?:\s{1,3}|(?=[<(]))[<(\x60"'*]{0,3}(?<link>(?:https?:\/\/|\.{0,2}\/)${link})`, 'gi'),
];
/** White space ends a piece, unless it is in a part of a template. */
const between = /(\{\{[^{}]*\}\}|\$\{[^{}]*\})|[\s<>"'`|)\]{}，。、（）]/g;

/** The link in the value of a key for it. */
function linkIn(statement: Statement, source: LinkSource): AlertLink[] {
  const value = statement.written.trim();
  if (isToCome(value)) {
    return [linkAt(value, statement, source, true)];
  }
  const bare = value.replace(/\{\{[^{}]*(?:\}\}|\{\{[^{}]*\}\}[^{}]*\}\})|\$\{[^{}]*\}/g, 'x');
  if (!/\s/.test(bare) && !/\]\(|^</.test(bare)) {
    return [linkAt(value.replace(/^\[\[(.*)\]\]$/, '$1'), statement, source, false)];
  }
  return linksIn(value.slice(0, longestSearch), (found) => /^https?:\/\//i.test(found) || pageEnding.test(found))
    .slice(0, 1)
    .map((found) => linkAt(found, statement, source, false));
}

const pageEnding = /\.(?:mdx?|markdown|adoc|asciidoc|rst)(?:[?#].*)?$/i;

function mentioned(statement: Statement, source: LinkSource): AlertLink[] {
  const text = statement.written.slice(0, longestSearch);
  for (const pattern of labelled) {
    const found = matchesOf(pattern, text)
      .map(({ groups }) => trimmedLink(groups?.['link'] ?? ''))
      .filter(isLink);
    if (found.length > 0) {
      return found.slice(0, 3).map((each) => linkAt(each, statement, source, false));
    }
  }
  return linksIn(
    text,
    (found) => mentions.test(found) && (/^https?:\/\//i.test(found) || (found.includes('/') && pageEnding.test(found))),
  )
    .slice(0, 3)
    .map((each) => linkAt(each, statement, source, false));
}

/** The pieces of a text, without what marks and ends them, that are wanted. */
function linksIn(text: string, isWanted: (link: string) => boolean): string[] {
  return text
    .replace(between, (_, part: string | undefined) => part?.replace(/\s/g, innerSpace) ?? ' ')
    .split(' ')
    .map((piece) => trimmedLink(piece.replaceAll(innerSpace, ' ').replace(/^.{0,200}\]\(|^[([*_]+/, '')))
    .filter(isWanted);
}

/** Stands for a space in a part of a template. */
const innerSpace = '\ue003';

function trimmedLink(text: string): string {
  return trimmedEnd(text.replace(/\\n.*$/, ''), /[.,;:!?*_\\]/);
}

function isLink(text: string): boolean {
  return /^https?:\/\/./i.test(text) || /[^/]\/[^/]|^\/[^/]/.test(text) || pageEnding.test(text);
}

const toCome =
  /^(?:https?:\/\/)?(?:tb[adc]|todo|fixme|wip|n\/?a|none|null|nil|unknown|pending|placeholder|change[-_ ]?me|replace[-_ ]?me|xx+|coming soon|not (?:yet )?available)[\s./!]*$|^[-–—~#?.…]+$/i;

/** Whether a value says that there is no link yet. */
function isToCome(value: string): boolean {
  return (
    value === '' || toCome.test(value) || (!value.includes('{{') && !value.includes('://') && isPlaceholder(value))
  );
}

function linkAt(written: string, { key, span }: Statement, source: LinkSource, placeholder: boolean): AlertLink {
  const value = source.original.slice(span[0], span[1]);
  const at = written === '' ? -1 : value.indexOf(written);
  // A text with escapes has the link in another form; then the place is that of the text.
  const [start, end] = at === -1 ? span : [span[0] + at, span[0] + at + written.length];
  return {
    key,
    written,
    address: expanded(written, source.variables, span[0]).trim(),
    range: { start: source.lines.positionAt(start), end: source.lines.positionAt(end) },
    placeholder,
  };
}
