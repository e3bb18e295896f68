import { isCollection, isSeq, parseDocument as parseYaml, visit, type Document, type Scalar, type YAMLSeq } from 'yaml';
import { quotedScalar, readsAsText, yamlScalar } from '../../document/facts/yaml-scalar.ts';
import { hasTooManyBrackets } from '../../document/front-matter.ts';

/** Returns the value of a variable, on one line; empty if it is not known. */
type ValueOf = (name: string) => string;

/**
 * Fills in the `${name}` variables of YAML. Each scalar keeps its style: plain scalars stay plain if the value allows it, quoted ones
 * stay quoted, and brackets and braces around it count. Each is read back as exactly its text with the values filled in, and nothing else
 * changes. A plain scalar without a value stays empty. In comments, values are inserted as they are. Invalid YAML is filled in as plain
 * text. If long values break the YAML, for example as a key, their beginnings are used.
 */
export function fillFrontMatter(text: string, valueOf: ValueOf): string {
  // The YAML parser takes a lone CR for an ordinary character.
  if (/\r(?!\n)/.test(text)) {
    const filled = fillFrontMatter(text.replace(/\r(?!\n)/g, '\n'), valueOf);
    return text.includes('\n') ? filled : filled.replaceAll('\n', '\r');
  }
  const whole = filledWith(text, valueOf);
  const isBroken = (yaml: string): boolean => !hasTooManyBrackets(yaml) && read(yaml).errors.length > 0;
  const isLong = [...text.matchAll(/\$\{(\w+)\}/g)].some(([, name = '']) => valueOf(name).length > shortened);
  if (!isLong || !isBroken(whole)) {
    return whole;
  }
  const short = filledWith(text, (name) => beginningOf(valueOf(name)));
  return isBroken(short) ? whole : short;
}

/** Longest value, in characters. With all of them escaped, one value still fits in a key. */
const shortened = 100;

function beginningOf(value: string): string {
  return [...value].slice(0, shortened).join('').trimEnd();
}

function filledWith(text: string, valueOf: ValueOf): string {
  const marks = marksFor(text, valueOf);
  const { marked } = marks;
  const yaml = hasTooManyBrackets(marked) ? undefined : read(marked);
  if (yaml === undefined || yaml.errors.length > 0) {
    return marks.fill(marked, valueOf);
  }
  const all = scalarsWith(yaml, marks);
  const edits: Edit[] = [];
  for (const found of all) {
    edits.push(all.length > mostChecked ? quotedEdit(found, marks) : editFor(found, { yaml, edits, marks }));
  }
  return fillRest(applied(marked, edits), marks);
}

/** Each scalar is checked by parsing all of the YAML. If there are more than this, all are quoted and none is checked. */
const mostChecked = 100;

/** YAML whose variables have a form that YAML takes for letters: braces and dollars mean something there. */
interface Marks {
  readonly marked: string;
  readonly valueOf: ValueOf;
  readonly isIn: (text: string) => boolean;
  /** The variables that are in a text. */
  readonly namesIn: (text: string) => string[];
  readonly fill: (text: string, valueOf: ValueOf) => string;
}

function marksFor(text: string, valueOf: ValueOf): Marks {
  const variable = /\$\{(\w+)\}/g;
  const used = [text, ...[...text.matchAll(variable)].map(([, name = '']) => valueOf(name))];
  const longest = Math.max(0, ...used.map((part) => longestRun(part)));
  const letters = `Q${'v'.repeat(longest + 1)}`;
  const names: string[] = [];
  const marked = text.replace(variable, (_, name: string) => `${letters}${names.push(name) - 1}Q`);
  const mark = new RegExp(`${letters}(\\d+)Q`, 'g');
  return {
    marked,
    valueOf,
    isIn: (part) => part.includes(letters),
    namesIn: (part) => [...part.matchAll(mark)].map(([, index]) => names[Number(index)] ?? ''),
    fill: (part, valueFor) => part.replace(mark, (_, index: string) => valueFor(names[Number(index)] ?? '')),
  };
}

/** Returns the length of the longest run of v after a Q, including the Q; 0 if the text has none. */
function longestRun(text: string): number {
  return [...text.matchAll(/Qv+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
}

interface Found {
  readonly scalar: Scalar;
  /** Whether it is within brackets or braces. */
  readonly flow: boolean;
  /** Whether it is a key or an item there, which need a text. */
  readonly needed: boolean;
  /** The list in brackets that it is an item of. */
  readonly list: YAMLSeq | undefined;
}

function scalarsWith(yaml: Document.Parsed, marks: Marks): Found[] {
  const found: Found[] = [];
  visit(yaml, {
    Scalar(key, scalar, path) {
      if (scalar.range && marks.isIn(scalar.source ?? '')) {
        const flow = path.some((node) => isCollection(node) && node.flow === true);
        const parent = path.at(-1);
        found.push({ scalar, flow, needed: flow && key !== 'value', list: flow && isSeq(parent) ? parent : undefined });
      }
    },
  });
  return found.toSorted((a, b) => (a.scalar.range?.[0] ?? 0) - (b.scalar.range?.[0] ?? 0));
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly newText: string;
}

interface Work {
  /** Holds the values of the scalars that were written so far. */
  readonly yaml: Document.Parsed;
  readonly edits: readonly Edit[];
  readonly marks: Marks;
}

/** The first style of a scalar that is read back correctly. */
function editFor(found: Found, { yaml, edits, marks }: Work): Edit {
  const { scalar, needed, list } = found;
  const { from, to, source, value } = placed(found, marks);
  const isPlain = scalar.type === 'PLAIN';
  const isSameWith = (newText: string): boolean =>
    isSame(read(applied(marks.marked, [...edits, { from, to, newText }])), yaml);
  if (isPlain && value === '' && list !== undefined) {
    const items = [...list.items];
    list.items = items.filter((other) => other !== scalar);
    if (isSameWith('')) {
      return { from, to, newText: '' };
    }
    list.items = items;
  }
  const isEmpty = isPlain && value === '' && !needed;
  scalar.value = isEmpty ? null : value;
  const mayBeOther = !isPlain || isEmpty || marks.namesIn(source).every((name) => ['date', 'start'].includes(name));
  const newText = (isEmpty ? [''] : inStyle(found, source, value, marks)).find(
    (candidate) => isSameWith(candidate) && (mayBeOther || readsAsText(candidate, value)),
  );
  return newText === undefined ? quotedEdit(found, marks) : { from, to, newText };
}

/** Quotation marks can hold any text. */
function quotedEdit(found: Found, marks: Marks): Edit {
  const { from, to, source, value } = placed(found, marks);
  // A block of text ends with its line.
  const end = found.scalar.type?.startsWith('BLOCK') === true ? (/\n?$/.exec(source)?.[0] ?? '') : '';
  return { from, to, newText: `${quotedScalar(value, '"')}${end}` };
}

function placed(
  { scalar }: Found,
  { marked, valueOf, fill }: Marks,
): Omit<Edit, 'newText'> & Record<'source' | 'value', string> {
  const [from = 0, to = 0] = scalar.range ?? [];
  const filled = fill(scalar.source ?? '', valueOf);
  return { from, to, source: marked.slice(from, to), value: scalar.type === 'PLAIN' ? filled.trim() : filled };
}

function inStyle({ scalar: { type }, flow }: Found, source: string, value: string, { valueOf, fill }: Marks): string[] {
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : undefined;
  if (quote === undefined) {
    const filled = fill(source, valueOf);
    return [filled.trim() === '' ? '""' : filled, ...(type === 'PLAIN' ? [yamlScalar(value, flow)] : [])];
  }
  const inQuotes = fill(source, (name) => {
    const quoted = quotedScalar(valueOf(name), quote);
    return quoted.startsWith(quote) ? quoted.slice(1, -1) : valueOf(name);
  });
  return [inQuotes, quotedScalar(value, quote)];
}

/** The rest: variables in comments, or in names of anchors and tags, which need at least one letter or digit. */
function fillRest(text: string, { valueOf, fill }: Marks): string {
  const bare = (name: string): string => valueOf(name).replace(/[^\p{L}\p{N}_-]+/gu, '-') || '-';
  return text
    .split('\n')
    .map((line) => {
      const comment = /(?:^|\s)#/.exec(line)?.index ?? line.length;
      return fill(line.slice(0, comment), bare) + fill(line.slice(comment), valueOf);
    })
    .join('\n');
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, newText } of edits) {
    result += text.slice(done, from) + newText;
    done = to;
    // A key without a value ends after its colon.
    const blanks = /^[ \t]*(?=\r?(?:\n|$))/.exec(text.slice(to));
    if (newText === '' && blanks !== null) {
      result = result.trimEnd();
      done += blanks[0].length;
    }
  }
  return result + text.slice(done);
}

function read(text: string): Document.Parsed {
  return parseYaml(text, { logLevel: 'silent', prettyErrors: false });
}

/** Whether two texts say the same, and neither is broken. */
function isSame(one: Document.Parsed, other: Document.Parsed): boolean {
  try {
    const [a, b] = [one, other].map((yaml) => JSON.stringify(yaml.toJS({ maxAliasCount: 50 })));
    return one.errors.length === 0 && a === b;
  } catch {
    return false;
  }
}
