import { fold } from '../text/plain-text.ts';

/** Words that stand where content should; the whole text must be one of them. */
const words = new Set([
  'todo',
  'to do',
  'tbd',
  'tba',
  'tbc',
  'fixme',
  'wip',
  'xxx',
  'placeholder',
  'coming soon',
  'work in progress',
  'fill in',
  'fill me in',
  'fill this in',
  'to be added',
  'to be done',
  'to be determined',
  'to be defined',
  'to be written',
  'to be completed',
  'to be filled',
  'to be filled in',
  'to be confirmed',
  'to be decided',
  'to be documented',
  'to be announced',
  'to be provided',
  'not yet written',
  'not written yet',
  'add content here',
  'add text here',
  'your text here',
  'text here',
  'a definir',
  'a preencher',
  'por definir',
  'pendiente',
  'pendente',
  'a completer',
  'a faire',
  'a rediger',
  'noch offen',
  'folgt',
  'wird erganzt',
]);

/** A text that begins so was left for later, whatever reminder of so many words follows. */
const reminder = /^(?:todo|to do|tbd|tba|fixme|wip)\b[\s:,.(-]*/;
const mostReminding = 8;

/** How templates address their author. */
const prompt =
  /^(?:add|describe|document|enter|explain|fill|how|include|insert|list|note|outline|provide|record|report|short|state|summari[sz]e|tell|what|when|where|which|who|why|write)\b/;

const htmlElement =
  /^<\/?(?:a|b|br|code|details|div|em|hr|i|img|kbd|li|ol|p|picture|pre|span|strong|sub|summary|sup|table|td|th|tr|ul|video|script|style|iframe|h[1-6]|small|center|font|[usq]|del|ins|mark|dl|dt|dd|t?body|thead|tfoot|caption|figure|figcaption|section)\b/i;

/**
 * Whether a text only holds the place of content: "TODO", "To be added.", "…", or a template's prompt left in, such as
 * `<describe the impact>`, `[Add links]`, `{{ summary }}` or a line in italics that asks for something. Short real
 * content ("Fix rules.", "None.", "N/A") is no placeholder: words are tested, not length.
 */
export function isPlaceholder(markdown: string): boolean {
  const text = markdown
    .replace(/^[\s>*+-]+(?=\s)|^[^\S\n\r\u2028\u2029]*\d+[.)]\s+|^[^\S\n\r\u2028\u2029]*\[[ xX]\]\s+/gm, '')
    .trim();
  if (/^<[^<>]+>$/.test(text)) {
    return !htmlElement.test(text) && !text.includes('://') && !text.includes('@');
  }
  if (/^\{\{(?![<%])[^{}]*\}\}$/.test(text)) {
    return true;
  }
  const asked = /^(?:(\*|_)(?![*_\s])([^*_]+)\1|\[([^\][]+)\])$/.exec(text);
  if (asked !== null && prompt.test(plain(asked[2] ?? asked[3] ?? ''))) {
    return true;
  }
  const bare = plain(text);
  return words.has(bare) || isReminder(bare) || (bare === '' && /^[.…?*_\s-]+$/.test(text));
}

function isReminder(bare: string): boolean {
  const opening = reminder.exec(bare)?.[0];
  return opening !== undefined && bare.slice(opening.length).split(' ', mostReminding + 1).length <= mostReminding;
}

function plain(text: string): string {
  return fold(
    text
      .normalize('NFKD')
      .replace(/\p{Mark}/gu, '')
      .toLowerCase(),
  ).replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');
}
