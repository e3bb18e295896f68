import { parse } from 'csv-parse/sync';
import { exportColumns } from '../../../vocabulary/chat-words.ts';
import { readStamp } from '../../../time/stamp.ts';
import { findZone } from '../../../time/zone.ts';
import type { RawMessage } from './message.ts';
import { isNoise } from './read-chat.ts';
import { epoch } from './read-json.ts';
import { tidied } from './tidy.ts';

type Role = keyof typeof exportColumns;

/** Returns the rows of a table with separators and a header that names a time and a text; undefined for other texts. */
export function readCsv(text: string): RawMessage[] | undefined {
  const plain = text.replace(/^\ufeff/, '').trimStart();
  const head = /^[^\r\n]{3,4000}/.exec(plain)?.[0] ?? '';
  for (const delimiter of [',', ';', '\t', '|']) {
    const columns = columnsOf(head.split(delimiter).map((title) => title.replace(/^\s*"|"\s*$/g, '')));
    if (columns !== undefined) {
      return rowsOf(plain, delimiter).flatMap((cells) => messageOf(cells, columns));
    }
  }
  return undefined;
}

interface Columns {
  readonly time: number;
  readonly day: number;
  readonly person: number;
  readonly text: number;
  readonly zone: string | undefined;
}

/** Rows below the header; lenient, for exports that quote as they like. */
function rowsOf(text: string, delimiter: string): string[][] {
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true, from: 2 };
  try {
    return parse(text, options);
  } catch {
    try {
      return parse(text, { ...options, relax_quotes: true });
    } catch {
      return parse(text, { ...options, quote: null });
    }
  }
}

function columnsOf(titles: readonly string[]): Columns | undefined {
  const names = titles.map((title) =>
    title
      .replace(/(?<=[a-z])(?=[A-Z][a-z])/g, ' ')
      .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
      .replace(/[_\s-]+/g, ' ')
      .trim()
      .toLowerCase(),
  );
  const find = (role: Role, taken: readonly number[]): number => {
    const wanted = exportColumns[role]
      .split('|')
      .find((name) => names.some((each, at) => each === name && !taken.includes(at)));
    return names.findIndex((name, at) => name === wanted && !taken.includes(at));
  };
  const stated = find('time', []);
  const day = find('day', [stated]);
  const time = stated === -1 ? day : stated;
  const text = find('text', [time, day]);
  return time === -1 || text === -1 || names.length < 2
    ? undefined
    : {
        time,
        day: day === time ? -1 : day,
        text,
        person: find('person', [time, day, text]),
        zone: findZone(titles[time] ?? ''),
      };
}

function messageOf(cells: readonly string[], { time, day, person, text, zone }: Columns): RawMessage[] {
  const clock = (cells[time] ?? '').trim();
  const instant = epoch(clock);
  const told = readStamp(clock, 'day');
  const date = (cells[day] ?? '').trim();
  const { text: words, cut } = tidied((cells[text] ?? '').split(/\r\n|\r|\n/));
  if (words === '' || (instant === undefined && told?.clock === undefined)) {
    return [];
  }
  const dated = told?.day === undefined && !told?.unreadable && date !== '' ? `${date} ${clock}` : clock;
  const name = (cells[person] ?? '').trim();
  return [
    {
      when: instant !== undefined ? '' : zone === undefined || told?.zone !== undefined ? dated : `${dated} ${zone}`,
      ...(instant !== undefined && { instant }),
      ...(name !== '' && { person: name }),
      text: words,
      cut,
      noise: isNoise(words),
    },
  ];
}
