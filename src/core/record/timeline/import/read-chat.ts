import { chatNoise } from '../../../vocabulary/chat-words.ts';
import {
  dayLine,
  headBefore,
  headBehind,
  isAppMark,
  isEmoji,
  isFurniture,
  mayBeName,
  nameForm,
  personOf,
  wholeStamp,
  type Head,
} from './chat-lines.ts';
import type { MessageSource, RawMessage } from './message.ts';
import { tidied } from './tidy.ts';

/** A message while its lines are gathered. */
interface Draft {
  readonly when: string;
  readonly under: string | undefined;
  readonly person: string;
  readonly body: string[];
}

/** Properties of a copy that are known before its lines are told apart. */
interface Manner {
  /** Whether the times below a name are set in, as in copies from Slack. */
  readonly setIn: boolean;
  /** Whether times below a name have am or pm, and those of further messages do not. */
  readonly halved: boolean;
  /** Whether several lines have what may be a name, a gap and a time. */
  readonly gaps: boolean;
  /** The number of times that a line comes before a time, alone or on the same line. */
  readonly names: ReadonlyMap<string, number>;
  /** Whether lines name people before or after a time. Otherwise each line that begins with a time is a message. */
  readonly named: boolean;
  /** Whether the name of a message is on the line below its time. */
  readonly timeFirst: boolean;
}

/** Returns the messages of a thread that was copied from Slack, Teams or the like, or of notes with times. @param today YYYY-MM-DD. */
export function readChat(pasted: string, today: string): { source: MessageSource; messages: RawMessage[] } {
  const lines = linesOf(pasted);
  const manner = mannerOf(lines, today);
  const drafts: Draft[] = [];
  let under: string | undefined;
  let bracketed = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const last = drafts.at(-1);
    const day = dayLine(line, today);
    const found = headOf(lines, index, manner, today);
    if (day !== undefined && found === undefined) {
      under = day;
    } else if (found !== undefined) {
      const { head, nameAbove } = found;
      if (nameAbove) {
        dropName(last);
      }
      bracketed += /^\s*\[/.test(line) ? 1 : 0;
      const below = manner.timeFirst ? (lines[index + 1] ?? '').trim() : '';
      index += below === '' ? 0 : 1;
      const body = head.text === '' ? [] : [head.text];
      drafts.push({
        when: head.time.written,
        under,
        // Without a name it is the next message of the same person.
        person: below === '' ? head.person || (last?.person ?? '') : personOf(below).person,
        body,
      });
    } else if (last !== undefined && !isFurniture(line)) {
      last.body.push(line);
    }
  }
  const messages = drafts.flatMap(messageOf);
  const source = !manner.named ? 'text' : bracketed * 2 > drafts.length ? 'teams' : 'slack';
  return { source, messages };
}

/** Lines with plain spaces, and without marks of direction. */
function linesOf(pasted: string): string[] {
  return pasted
    .replace(/[\u00a0\u2007\u2009\u202f\u3000]/g, ' ')
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '')
    .replace(/\t/g, '  ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd());
}

function mannerOf(lines: readonly string[], today: string): Manner {
  const names = new Map<string, number>();
  const stamps: Array<{ setIn: boolean; twelve: boolean }> = [];
  let named = false;
  let gaps = 0;
  const below: string[] = [];
  const count = (person: string): void => {
    names.set(person, (names.get(person) ?? 0) + 1);
  };
  for (const [index, line] of lines.entries()) {
    const alone = wholeStamp(line, today);
    if (alone !== undefined) {
      const above = nameAbove(lines, index);
      below.push((lines[index + 1] ?? '').trim());
      stamps.push({ setIn: /^\s/.test(line) && above !== undefined, twelve: alone.stamp.clock?.twelve === true });
      if (above !== undefined) {
        count(above.person);
        named = true;
      }
      continue;
    }
    const before = headBefore(line, today);
    if (before !== undefined) {
      count(before.person);
      gaps += before.sure === 'gap' ? 1 : 0;
      named ||= before.sure === 'mark' || before.sure === 'name' || gaps > 1;
    } else {
      named ||= (headBehind(line, today)?.person ?? '') !== '';
    }
  }
  const timeFirst =
    below.length > 1 &&
    wholeStamp(lines.find((line) => line.trim() !== '') ?? '', today) !== undefined &&
    below.every((line) => nameForm(personOf(line).person) === 'full');
  return {
    timeFirst,
    setIn: stamps.some(({ setIn }) => setIn) && lines.some((line) => /^\S/.test(line)),
    halved: stamps.some(({ twelve }) => twelve) && stamps.some(({ twelve }) => !twelve),
    names,
    gaps: gaps > 1,
    named: named || timeFirst,
  };
}

/** The name on the line above a time, over the marks of a program and a status. */
function nameAbove(
  lines: readonly string[],
  index: number,
): { readonly person: string; readonly app: boolean; readonly first: boolean } | undefined {
  let app = false;
  for (let at = index - 1; at >= Math.max(0, index - 5); at -= 1) {
    const line = lines[at] ?? '';
    if (isAppMark(line)) {
      app = true;
    } else if (line.trim() !== '' && !isEmoji(line)) {
      const told = personOf(line);
      // A time that is set in is below a name, however that is written.
      const fits = nameForm(told.person) !== undefined || (/^\s/.test(lines[index] ?? '') && mayBeName(told.person));
      return !fits
        ? undefined
        : {
            ...told,
            app: app || told.app,
            first: (lines[at - 1] ?? '').trim() === '',
          };
    }
  }
  return undefined;
}

/** The head that a line is, if it is one. */
function headOf(
  lines: readonly string[],
  index: number,
  manner: Manner,
  today: string,
): { readonly head: Head; readonly nameAbove: boolean } | undefined {
  const line = lines[index] ?? '';
  const alone = wholeStamp(line, today);
  if (alone !== undefined) {
    const above = nameAbove(lines, index);
    const isNamed = above !== undefined && isHead(above, line, alone.stamp.clock?.twelve === true, manner);
    const person = isNamed ? above.person : '';
    return { head: { time: alone, person, text: '', app: above?.app === true, sure: 'mark' }, nameAbove: isNamed };
  }
  const before = headBefore(line, today);
  if (before !== undefined) {
    const { person, sure } = before;
    // "APP  10:05" is below the name of the program.
    const above = person === '' ? nameAbove(lines, index) : undefined;
    if (
      person === '' ||
      sure === 'mark' ||
      sure === 'name' ||
      (sure === 'gap' && manner.gaps) ||
      (manner.names.get(person) ?? 0) > 1 ||
      index === 0
    ) {
      return {
        head: above === undefined ? before : { ...before, person: above.person },
        nameAbove: above !== undefined,
      };
    }
  }
  const behind = headBehind(line, today);
  if (behind === undefined) {
    return undefined;
  }
  const counts = behind.sure === 'mark' || behind.person !== '' || !manner.named;
  return counts ? { head: behind, nameAbove: false } : undefined;
}

/** Whether a time below what may be a name begins a message of somebody else, and not the next one of the same person. */
function isHead(
  { person, app, first }: { readonly person: string; readonly app: boolean; readonly first: boolean },
  line: string,
  twelve: boolean,
  manner: Manner,
): boolean {
  if (app) {
    return true;
  }
  if (manner.setIn) {
    // The sign of a status may come before the time.
    return /^(?:\s|:[a-z]|\p{Extended_Pictographic})/u.test(line);
  }
  if (manner.halved) {
    return twelve;
  }
  return first || nameForm(person) === 'full' || (manner.names.get(person) ?? 0) > 1;
}

/** Takes the name of the next message, and the marks beside it, from the end of a message. */
function dropName(draft: Draft | undefined): void {
  const body = draft?.body ?? [];
  for (let line = body.pop(); line !== undefined; line = body.pop()) {
    if (line.trim() !== '' && !isEmoji(line) && !isAppMark(line)) {
      return;
    }
  }
}

function messageOf({ when, under, person, body }: Draft): RawMessage[] {
  const { text, cut } = tidied(withoutReactions(body));
  return text === ''
    ? []
    : [{ when, under, ...(person !== '' && { person }), text, cut, noise: isNoise(text) || isEmoji(text) }];
}

/** Returns whether a message tells of no event. */
export function isNoise(text: string): boolean {
  return chatNoise.some((pattern) => pattern.test(text.slice(0, 200)));
}

/** Without the emoji below a message, and the numbers of those who chose them. */
function withoutReactions(body: readonly string[]): readonly string[] {
  const words = body.filter((line) => line.trim() !== '');
  const says = words.findIndex((line) => !isEmoji(line));
  return says === -1
    ? words
    : words.filter((line, index) => {
        const counted = index > says && /^\s*\+?\d{1,3}\s*$/.test(line) && isEmoji(words[index - 1] ?? '');
        const counts = index > says && /^\s*\d{1,3}\s*$/.test(line) && isEmoji(words[index + 1] ?? '');
        return !(isEmoji(line) && index > says) && !counted && !counts;
      });
}
