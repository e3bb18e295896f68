import { trimmedEnd } from '../text/ends.ts';
import { heldText, marksFrom, type Inline, type Mark } from '../text/inline.ts';

/** The value of a label. Offsets count in the markdown. */
export interface LabelValue {
  /** The value as visible text; empty if there is none. */
  readonly text: string;
  /** Without marks, tags and separators around it. If a part is struck out: the rest. */
  readonly start: number;
  readonly end: number;
  /** Start of the explanation of the value: brackets, a comma, a dash; `end` if there is none. */
  readonly coreStart: number;
  readonly coreEnd: number;
}

/** Brackets, a link, a comma, a dash, or the end of a sentence. */
const explanation = /[([（,;；，、]|\s[-–—]\s|[.!?](?:$|\s+(?=\p{Lu}))|。/u;

/** Returns the value after the colon of a label, in a part of some inline Markdown. */
export function labelValue(inline: Inline, from: number, to: number): LabelValue {
  const [start, end] = held(inline, ...bare(inline, from, to));
  const text = heldText(inline, start, end);
  const mark = marksFrom(inline.marks, start, start + 1).find((each) => each.end <= end);
  if (mark !== undefined) {
    const [coreStart, coreEnd] = isEmphasis(mark) ? [mark.innerStart, mark.innerEnd] : [mark.start, mark.end];
    return { text, start, end, coreStart, coreEnd };
  }
  return { text, start, end, coreStart: start, coreEnd: start + coreLength(inline.markdown.slice(start, end)) };
}

/** Returns the length of a value without its explanation: 5 for "SEV-2 (customers affected)". */
export function coreLength(value: string): number {
  const cut = value.search(explanation);
  return cut <= 0 ? value.length : value.slice(0, cut).trimEnd().length;
}

function isEmphasis({ type }: Mark): boolean {
  return type === 'strong' || type === 'em' || type === 'code';
}

/** A label and its value are on one line, and no line that states a fact is longer. */
const longestLine = 1000;

/** The part without white space, tags, emphasis and separators around it; at its start where nothing is left. */
function bare({ markdown, marks: all }: Inline, from: number, to: number): [start: number, end: number] {
  let [start, end] = [from, to];
  const marks = marksFrom(all, from - longestLine, to);
  // Emphasis that began in the label ends right after its colon, or with the value.
  const around = marks.filter((mark) => isEmphasis(mark) && mark.start < from && mark.end > from && mark.end <= to);
  for (const mark of around) {
    if (markdown.slice(from, mark.innerEnd).trim() === '') {
      start = Math.max(start, mark.end);
    } else if (/^(?:[\s|·•‖,;\\]|<[^<>]*>)*$/.test(markdown.slice(mark.end, to))) {
      end = Math.min(end, mark.innerEnd);
    }
  }
  for (;;) {
    const [before, after] = [start, end];
    const part = markdown.slice(start, end);
    const lead = leadOf(part);
    let tail = trimmedEnd(part.slice(lead), /[\s|·•‖,;\\]/);
    const tag = tail.endsWith('>') ? tail.lastIndexOf('<') : -1;
    tail = tag > 0 && isTag(tail.slice(tag)) ? tail.slice(0, tag) : tail;
    start += lead;
    end = start + tail.length;
    const mark = marks.find((each) => isEmphasis(each) && each.start === start && each.end === end);
    [start, end] = mark === undefined ? [start, end] : [mark.innerStart, mark.innerEnd];
    if (start === before && end === after) {
      return [start, end];
    }
  }
}

/** Returns the length of the white space and tags at the start of a text. */
function leadOf(text: string): number {
  let at = 0;
  for (;;) {
    const found = /^(?:\s+|<[^<>]*>)/.exec(text.slice(at))?.[0];
    if (found === undefined || (found.startsWith('<') && !isTag(found))) {
      return at;
    }
    at += found.length;
  }
}

/** Whether something in angle brackets is a tag or a comment, and no address. */
function isTag(text: string): boolean {
  return /^<[/!a-z]/i.test(text) && (/\s/.test(text) || !/@|:\/\//.test(text));
}

/** The part of a value from the first to the last text that is not struck out; at its end where all is. */
function held(inline: Inline, start: number, end: number): [start: number, end: number] {
  const struck = marksFrom(inline.struck, start - longestLine, end).filter((mark) => mark.end > start);
  if (struck.length === 0) {
    return [start, end];
  }
  const bounds = [start, ...struck.flatMap((mark) => [mark.start, mark.end]), end];
  const parts = bounds
    .flatMap((from, index) => (index % 2 === 0 ? [[from, bounds[index + 1] ?? end] as const] : []))
    .filter(([from, to]) => from < to && heldText(inline, from, to) !== '');
  const [first, last] = [parts[0], parts.at(-1)];
  return first === undefined || last === undefined ? [end, end] : bare(inline, first[0], last[1]);
}
