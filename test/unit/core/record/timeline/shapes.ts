// Shapes in which people write timelines.

/** How an entry is made of a time and a text, what stands between two of them, and what around all. */
export interface Shape {
  readonly name: string;
  readonly write: (time: string, text: string) => string;
  readonly between: string;
  readonly around: readonly [before: string, behind: string];
}

type Row = readonly [name: string, write: Shape['write'], between: string, around?: Shape['around']];

const rows: readonly Row[] = [
  ['lines that end in a tag', (time, text) => `${time} ${text}`, '<br>\n'],
  ['lines that end in a closed tag', (time, text) => `${time} - ${text}`, '<br />\n'],
  ['lines that end in two spaces', (time, text) => `${time} ${text}`, '  \n'],
  ['lines that end in a backslash', (time, text) => `${time} ${text}`, '\\\n'],
  ['lines that end in nothing', (time, text) => `${time} ${text}`, '\n'],
  ['one line with tags', (time, text) => `${time} ${text}`, '<br>'],
  ['one line with tags, in a list item', (time, text) => `${time} ${text}`, '<br>', ['- ', '']],
  ['lines in a list item', (time, text) => `${time} ${text}`, '  \n  ', ['- ', '']],
  ['quoted lines', (time, text) => `> ${time} ${text}`, '\n'],
  ['a quoted list', (time, text) => `> - ${time} ${text}`, '\n'],
  ['a quoted note', (time, text) => `> ${time} ${text}`, '\n', ['> [!NOTE]\n', '']],
  ['an admonition', (time, text) => `- ${time} ${text}`, '\n', [':::info\n\n', '\n:::']],
  ['an admonition of lines', (time, text) => `${time} ${text}`, '\n', [':::info Times\n', '\n:::']],
  ['a list of definitions', (time, text) => `${time}\n: ${text}`, '\n\n'],
  ['items behind emoji', (time, text) => `- 🔥 ${time} ${text}`, '\n'],
  ['items behind short codes', (time, text) => `- :fire: ${time} ${text}`, '\n'],
  ['items behind pictures', (time, text) => `- ![fire](fire.png) ${time} ${text}`, '\n'],
  ['items behind bullets', (time, text) => `• ${time} ${text}`, '  \n'],
  ['tagged times', (time, text) => `- <b>${time}</b> ${text}`, '\n'],
  ['code', (time, text) => `- \`${time}\` ${text}`, '\n'],
  ['emphasis around all', (time, text) => `- **${time} – ${text}**`, '\n'],
  ['links around all', (time, text) => `- [${time} – ${text}](https://chat.example.org/1)`, '\n'],
  ['brackets', (time, text) => `- [${time}] ${text}`, '\n'],
  ['escaped dashes', (time, text) => `- ${time} \\- ${text}`, '\n'],
  ['German', (time, text) => `- um ${time} Uhr: ${text}`, '\n'],
  ['French', (time, text) => `- à ${time.replace(':', 'h')} : ${text}`, '\n'],
  ['Portuguese', (time, text) => `- às ${time.replace(':', 'h')} ${text}`, '\n'],
  ['Japanese', (time, text) => `- ${time.replace(':', '時')}分 ${text}`, '\n'],
  ['full-width signs', (time, text) => `- ${time.replace(':', '：')} ${text}`, '\n'],
  [
    'the same time on another clock',
    (time, text) => `| ${time} | 3${time} | ${text} |`.replace(/ 31/, ' 1'),
    '\n',
    ['| UTC | CET | Event |\n|---|---|---|\n', ''],
  ],
  ['numbers', (time, text) => `1. ${time} ${text}`, '\n'],
  ['headings', (time, text) => `### ${time}\n\n${text}`, '\n\n'],
];

export const shapes: readonly Shape[] = rows.map(([name, write, between, around = ['', '']]) => ({
  name,
  write,
  between,
  around,
}));

/** A timeline of events "event a", "event b", … at times such as "10:20". */
export function timelineIn({ write, between, around: [before, behind] }: Shape, times: readonly string[]): string {
  const entries = times.map((time, index) => write(time, `event ${String.fromCodePoint(97 + index)}`));
  return `${before}${entries.join(between)}${behind}`;
}
