import { replaceHidden } from '../../../text/one-line.ts';
import { trimmedEnd } from '../../../text/ends.ts';
import { editedMark } from '../../../vocabulary/chat-words.ts';

/** The longest text of an entry; what is beyond stays where it was copied. In characters. */
export const longestEntry = 280;
/** The longest message that is read at all. In characters. */
const longestMessage = 20_000;

const fence = /^\s{0,9}`{3}/;
const quoteMark = /^\s{0,9}(?:>|&gt;|│|\|)\s?/;
const bullet = /^\s{0,9}(?:[•◦▪‣·●○]|[-*](?=\s))\s{0,3}/;
const shortcode = /(?<![\p{L}\p{N}:/]):[a-z+-][\w+'-]{0,40}:(?::skin-tone-\d:)?(?![\p{L}\p{N}/])/giu;
const slackLink = /<(https?:\/\/[^\s|<>]{1,1000}|mailto:[^\s|<>]{1,200})(?:[|]([^<>\n]{0,300}))?>/g;
const slackName = /<([@#!])([\w^]{1,40})(?:[|]([^<>\n]{0,100}))?>/g;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#39': "'" };

/** Returns the lines of a message as one, without the marks of the program that it comes from, and whether something was left out. */
export function tidied(lines: readonly string[]): { readonly text: string; readonly cut: boolean } {
  const { parts, left } = withoutCode(lines);
  const text = parts.reduce((before, part) => {
    const item = bullet.test(part);
    const words = part.replace(quoteMark, '').replace(bullet, '').trim();
    const joint = before === '' || words === '' ? '' : item && /[^:;,.!?]$/.test(before) ? '; ' : ' ';
    return `${before}${joint}${words}`.slice(0, longestMessage);
  }, '');
  const told = replaceHidden(text.replace(editedMark, ''), () => '');
  const bare = told.replace(shortcode, ' ').replace(/\s+/g, ' ').trim();
  // A message of nothing but emoji says something by them.
  const whole = bare === '' ? told.trim() : bare;
  const short = shortened(whole);
  return { text: short, cut: left || short !== whole };
}

/** A block of code is told by its first line: output belongs beside a timeline, not in it. */
function withoutCode(lines: readonly string[]): { readonly parts: readonly string[]; readonly left: boolean } {
  const parts: string[] = [];
  let left = false;
  let inside: 'first' | 'rest' | undefined;
  for (const line of lines) {
    const code = line.replace(/^\s{0,9}`{3}\s?/, '').replace(/`{3}\s{0,9}$/, '');
    const opens = fence.test(line);
    const closes =
      /`{3}\s{0,9}$/.test(opens ? code : line) || (opens && (inside !== undefined || line.trim().endsWith('```')));
    if (inside === undefined && !opens) {
      parts.push(line);
      continue;
    }
    const one = code.trim().replaceAll('`', '');
    const begins = inside !== 'rest' && one !== '';
    if (begins) {
      parts.push(`\`${one}\``);
    }
    left ||= !begins && one !== '';
    const state = begins ? 'rest' : (inside ?? 'first');
    inside = closes && (inside !== undefined || line.trim().length > 3) ? undefined : state;
  }
  return { parts, left };
}

/** Returns the text of an export from Slack as somebody sees it: names, links and signs instead of their codes. */
export function slackText(text: string, names: ReadonlyMap<string, string>): string {
  return unescaped(
    text
      .replace(slackName, (_, sign: string, id: string, label?: string) => {
        const name = label ?? names.get(id) ?? id;
        return /^[#@]/.test(name) ? name : `${sign === '#' ? '#' : '@'}${name}`;
      })
      .replace(slackLink, (_, url: string, label?: string) => {
        const plain = url.replace(/^mailto:/, '');
        return label === undefined || label === '' || plain.includes(label) ? plain : `${label} (${plain})`;
      }),
  );
}

/** Returns the text of HTML, as messages from Teams have it. */
export function htmlText(html: string): string {
  return unescaped(
    html.replace(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,200}>/gi, '\n').replace(/<\/?[a-z][^<>]{0,1000}>/gi, ''),
  ).trim();
}

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (all, name: string) => entities[name] ?? all);
}

function shortened(text: string): string {
  if (text.length <= longestEntry) {
    return text;
  }
  const cut = text.slice(0, longestEntry - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > longestEntry / 2 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${trimmedEnd(kept, /[\s,;:.–—-]/)}…`;
}
