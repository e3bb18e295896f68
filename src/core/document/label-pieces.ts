import { trimmedEnd } from '../text/ends.ts';
import { isLabelName } from './fields.ts';

/** A label on a line of markdown. Offsets count in the line; ends are not included. */
export interface LabelPiece {
  /** The name, without marks around it. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** All after the colon, up to the next label or the end of the line. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** A possible separator between two labels on one line. */
interface Separator {
  readonly start: number;
  readonly end: number;
  /** Whether it separates any labels; other separators can also be part of a value. */
  readonly strong: boolean;
  readonly ends: boolean;
}

const lineBreak = /^<br\s*\/?>/i;
/** A single space separates labels only before bold marks or more white space. */
const behindGap = /^(?:\*\*|__|<(?:b|strong)>|[ \t])\S/i;

/**
 * Returns the labels of a line, in order: "**Severity:** SEV-3 | **Owner:** Ada" has two. `<br>`, `·`, `,` and `;` also separate labels,
 * but not within brackets and code. A line that does not begin with a label may have some after a bar or a break.
 */
export function labelPieces(line: string): LabelPiece[] {
  const found: LabelPiece[] = [];
  const separators = separatorsIn(line);
  let open: Omit<LabelPiece, 'valueEnd'> | undefined;
  const close = (valueEnd: number): void => {
    if (open !== undefined) {
      found.push({ ...open, valueEnd });
    }
    open = undefined;
  };
  let before: Separator | undefined;
  for (const [index, start] of [0, ...separators.map(({ end }) => end)].entries()) {
    const next = separators[index];
    const head = headOf(line, start, next?.start ?? line.length);
    const begins = before === undefined || before.strong || (open !== undefined && isClear(line, start, head));
    if (head !== undefined && begins) {
      close(before?.start ?? 0);
      open = head;
    }
    if (next?.ends === true) {
      close(next.start);
    }
    before = next;
  }
  close(line.length);
  return withoutRemarks(line, found, separators);
}

/** On a line with bars or similar separators, each of them ends a value. */
function withoutRemarks(line: string, pieces: readonly LabelPiece[], separators: readonly Separator[]): LabelPiece[] {
  const bars = separators.filter(({ strong, ends }) => strong && !ends);
  const parting = new Set(
    bars
      .filter(({ end }) =>
        pieces.some(
          ({ nameStart, valueStart }) =>
            end <= nameStart && line.slice(end, nameStart).trim().length <= 4 && valueStart > end,
        ),
      )
      .map(({ start }) => line[start]),
  );
  return pieces.map((piece) => {
    const end = bars.find(
      ({ start }) => start >= piece.valueStart && start < piece.valueEnd && parting.has(line[start]),
    );
    return end === undefined ? piece : { ...piece, valueEnd: end.start };
  });
}

/** Possible separators of a line, from left to right. */
function separatorsIn(line: string): Separator[] {
  const found: Separator[] = [];
  let depth = 0;
  let code = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\') {
      at += 1;
    } else if (character === '`') {
      code = !code;
    } else if (!code && '([（【'.includes(character)) {
      depth += 1;
    } else if (!code && ')]）】'.includes(character)) {
      depth = Math.max(0, depth - 1);
    } else if (!code && character === '<') {
      const tag = lineBreak.exec(line.slice(at, at + 10))?.[0];
      if (tag !== undefined) {
        found.push({ start: at, end: at + tag.length, strong: true, ends: true });
        at += tag.length - 1;
      }
    } else if (!code && depth === 0) {
      const strong = '|·•‖'.includes(character);
      const weak =
        ',;、；，'.includes(character) || ('-–—/'.includes(character) && /^\s\S\s$/.test(line.slice(at - 1, at + 2)));
      const gap = character === '\t' || (character === ' ' && behindGap.test(line.slice(at + 1, at + 10)));
      const struck = character === '~' && line[at + 1] !== '~' && at > 0;
      if (strong || weak || gap || struck) {
        found.push({ start: struck ? at + 1 : at, end: at + 1, strong, ends: false });
      }
    }
  }
  return found;
}

/** No name of a label is longer. */
const longestName = 40;
const openingMarks = /^(?:[\s*_~•▪‣◦]|<[a-z][^<>]*>|\[[ xX]\]\s)+/i;
const closingTag = /<\/[a-z]{1,10}>$/i;
const name = /^[^*:：|`[\]<>]+$/;

/** The label with which a part of a line begins; undefined if it begins with none. */
function headOf(line: string, start: number, end: number): Omit<LabelPiece, 'valueEnd'> | undefined {
  const part = line.slice(start, end);
  const colon = part.search(/[:：]/);
  if (colon === -1 || colon > 2 * longestName) {
    return undefined;
  }
  const lead = openingMarks.exec(part.slice(0, colon))?.[0].length ?? 0;
  let text = trimmedEnd(part.slice(lead, colon), /[\s*_~]/);
  for (let tag = closingTag.exec(text); tag !== null; tag = closingTag.exec(text)) {
    text = trimmedEnd(text.slice(0, tag.index), /[\s*_~]/);
  }
  // Marks that close right after the colon belong to the label, also where a value without a blank keeps them from being emphasis.
  const closing = /^(?:\*\*|__)(?=\S)/.exec(part.slice(colon + 1))?.[0] ?? '';
  const closes = closing !== '' && part.slice(0, lead).includes(closing);
  const valueStart = start + colon + 1 + (closes ? closing.length : 0);
  return text.length >= 2 && text.length <= longestName && name.test(text) && /\p{L}/u.test(text)
    ? { nameStart: start + lead, nameEnd: start + lead + text.length, valueStart }
    : undefined;
}

/**
 * Whether a label after a comma, a dash, a gap or the like is meant as one: it is bold, of a name that is known, or, after a comma, a
 * name in one to three words.
 */
function isClear(line: string, start: number, head: Omit<LabelPiece, 'valueEnd'> | undefined): boolean {
  if (head === undefined) {
    return false;
  }
  const text = line.slice(head.nameStart, head.nameEnd);
  const bold = /^\s*(?:\*\*|__|<(?:b|strong)>)/i.test(line.slice(start, head.nameStart));
  const spaced = /[\s*_~]/.test(line[head.valueStart] ?? ' ') || line[head.valueStart - 1] === '：';
  const named =
    /^\p{Lu}[\p{L}\p{N}-]*(?: [\p{L}\p{N}-]+){0,2}$/u.test(text) && ',;、；，'.includes(line[start - 1] ?? ' ');
  return (spaced || bold) && (bold || isLabelName(text) || named);
}
