import { isCollection, isSeq, parseDocument as parseYaml, visit, type Document, type Scalar, type YAMLSeq } from 'yaml';
import { quotedScalar, readsAsText, yamlScalar } from '../metadata/yaml-scalar.ts';
import { hasTooManyBrackets } from '../parse/front-matter.ts';

/** What a variable stands for, on one line; empty where that is not known. */
type ValueOf = (name: string) => string;

/**
 * Fills in the `${name}` variables of YAML. Each scalar is written in the style in which the template has it: plain ones stay plain where
 * the value can be, quoted ones keep their quotation marks, and brackets and braces around it count. It is read back as exactly its text
 * with the values put in, and nothing else changes. A plain scalar without a value is left empty for its author. In comments
 * values are put in as they are. YAML that is broken is filled in as it is.
 */
export function fillFrontMatter(text: string, valueOf: ValueOf): string {
  const { marked, names } = withMarks(text);
  const fill = (part: string): string => replaceMarks(part, names, valueOf);
  if (names.size === 0 || hasTooManyBrackets(text)) {
    return fill(marked);
  }
  const yaml = read(marked);
  if (yaml.errors.length > 0) {
    return fill(marked);
  }
  const edits: Edit[] = [];
  for (const found of scalarsWith(yaml, names)) {
    edits.push(editFor(found, { marked, yaml, edits, names, valueOf }));
  }
  return fillRest(applied(marked, edits), names, valueOf);
}

/** Variables in a form that YAML takes for letters: braces and dollars mean something there. */
interface Marked {
  readonly marked: string;
  /** The variable that each mark stands for. */
  readonly names: ReadonlyMap<string, string>;
}

function withMarks(text: string): Marked {
  let letters = 'Qv';
  while (text.includes(letters)) {
    letters += 'v';
  }
  const names = new Map<string, string>();
  const marked = text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const mark = `${letters}${names.size}Q`;
    names.set(mark, name);
    return mark;
  });
  return { marked, names };
}

function replaceMarks(text: string, names: ReadonlyMap<string, string>, valueOf: ValueOf): string {
  const [first = ''] = names.keys();
  return first === ''
    ? text
    : text.replace(new RegExp(`${first.slice(0, -'0Q'.length)}\\d+Q`, 'g'), (mark) => valueOf(names.get(mark) ?? ''));
}

interface Found {
  readonly scalar: Scalar;
  /** Whether it stands within brackets or braces. */
  readonly flow: boolean;
  /** Whether it is a key or an item there, which need a text. */
  readonly needed: boolean;
  /** The list in brackets that it is an item of. */
  readonly list: YAMLSeq | undefined;
}

function scalarsWith(yaml: Document.Parsed, names: ReadonlyMap<string, string>): Found[] {
  const found: Found[] = [];
  visit(yaml, {
    Scalar(key, scalar, path) {
      if (scalar.range && [...names.keys()].some((mark) => scalar.source?.includes(mark) === true)) {
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

interface Work extends Marked {
  /** Holds the values of the scalars that were written so far. */
  readonly yaml: Document.Parsed;
  readonly edits: readonly Edit[];
  readonly valueOf: ValueOf;
}

/** The first way to write a scalar that is read back as it should be, with all that was written before it. */
function editFor({ scalar, flow, needed, list }: Found, { marked, yaml, edits, names, valueOf }: Work): Edit {
  const [from = 0, to = 0] = scalar.range ?? [];
  const source = marked.slice(from, to);
  const isPlain = scalar.type === 'PLAIN';
  const filled = replaceMarks(scalar.source ?? '', names, valueOf);
  const value = isPlain ? filled.trim() : filled;
  if (isPlain && value === '' && list !== undefined) {
    const items = [...list.items];
    list.items = items.filter((other) => other !== scalar);
    if (isSame(read(applied(marked, [...edits, { from, to, newText: '' }])), yaml)) {
      return { from, to, newText: '' };
    }
    list.items = items;
  }
  const isEmpty = isPlain && value === '' && !needed;
  scalar.value = isEmpty ? null : value;
  const end = /\s*$/.exec(source)?.[0] ?? '';
  const dates = [...names].every(([mark, name]) => !source.includes(mark) || ['date', 'start'].includes(name));
  const isRead = (newText: string): boolean =>
    isSame(read(applied(marked, [...edits, { from, to, newText }])), yaml) &&
    (!isPlain || isEmpty || dates || readsAsText(newText, value));
  const candidates = isEmpty ? [''] : [...inStyle(scalar, source, value, flow, { names, valueOf })];
  const newText =
    candidates.find(isRead) ?? `${quotedScalar(value, '"')}${scalar.type?.startsWith('BLOCK') ? end : ''}`;
  return { from, to, newText };
}

function* inStyle(
  { type }: Scalar,
  source: string,
  value: string,
  flow: boolean,
  { names, valueOf }: Pick<Work, 'names' | 'valueOf'>,
): Generator<string> {
  const quote = type === 'QUOTE_DOUBLE' ? '"' : type === 'QUOTE_SINGLE' ? "'" : undefined;
  if (quote === undefined) {
    yield replaceMarks(source, names, valueOf).trim() === '' ? '""' : replaceMarks(source, names, valueOf);
    if (type === 'PLAIN') {
      yield yamlScalar(value, flow);
    }
    return;
  }
  yield replaceMarks(source, names, (name) => {
    const quoted = quotedScalar(valueOf(name), quote);
    return quoted.startsWith(quote) ? quoted.slice(1, -1) : valueOf(name);
  });
  yield quotedScalar(value, quote);
}

/** What is left stands in comments, or in names of anchors and tags, which hold letters and digits. */
function fillRest(text: string, names: ReadonlyMap<string, string>, valueOf: ValueOf): string {
  return text
    .split('\n')
    .map((line) => {
      const comment = /(?:^|\s)#/.exec(line)?.index ?? line.length;
      const bare = (name: string): string => valueOf(name).replace(/[^\p{L}\p{N}_-]+/gu, '-');
      return replaceMarks(line.slice(0, comment), names, bare) + replaceMarks(line.slice(comment), names, valueOf);
    })
    .join('\n');
}

function applied(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const { from, to, newText } of edits) {
    result += text.slice(done, from) + newText;
    done = to;
    // A key without a value ends behind its colon.
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
