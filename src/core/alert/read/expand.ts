import { firstIndex } from '../../text/first-index.ts';
import { partsOf, type Part } from './go-template.ts';

/** A variable of a template with known text, from a place on. */
interface Definition {
  readonly from: number;
  readonly value: string;
}

/** The variables of a template whose text is known, by name (`$alert`); the definitions of each in order. */
export type Variables = ReadonlyMap<string, readonly Definition[]>;

/** Looks up the text of a variable. */
type Lookup = (name: string) => string | undefined;

const assignment = /^(\$\w+)\s*:?=(?!=)([^]*)$/;

/**
 * Returns the variables that a text sets: `{{- $alert := "PgDown" -}}`. What is not made of known text alone is left out.
 * @param parts the parts of a template in the text.
 */
export function variablesOf(text: string, parts: readonly Part[]): Variables {
  const variables = new Map<string, Definition[]>();
  for (const { start, end } of parts) {
    const [, name = '', expression = ''] = assignment.exec(contentOf(text.slice(start, end))) ?? [];
    const value = name === '' ? undefined : evaluate(expression.trim(), (other) => valueAt(variables, other, start));
    if (value !== undefined) {
      const own = variables.get(name) ?? [];
      own.push({ from: start, value });
      variables.set(name, own);
    }
  }
  return variables;
}

/** Returns variables that have their text from the start of a file on, such as values of a chart (`.Values.a`). */
export function variablesFrom(texts: ReadonlyMap<string, string>): Variables {
  return new Map([...texts].map(([name, value]) => [name, [{ from: -1, value }]]));
}

/**
 * Returns a text in which template parts with known text are replaced by it: strings, and variables that the file sets. Other parts stay.
 * @param offset of the text in the file, for variables that are set more than once.
 */
export function expanded(text: string, variables: Variables, offset: number): string {
  if (!text.includes('{{') || (variables.size === 0 && !quoting.test(text))) {
    return text;
  }
  let result = '';
  let done = 0;
  for (const { start, end } of partsOf(text)) {
    const written = text.slice(start, end);
    const value = evaluate(contentOf(written), (name) => valueAt(variables, name, offset));
    result += text.slice(done, start) + (value ?? written);
    done = end;
  }
  return result + text.slice(done);
}

/** A part that may be known without variables: a string, or one that is changed or printed. */
const quoting = /\{\{[^{}]{0,200}["`]/;

/** What stands between `{{` and `}}`. */
function contentOf(part: string): string {
  return part.replace(/^\{\{-?|-?\}\}$/g, '').trim();
}

function valueAt(variables: Variables, name: string, offset: number): string | undefined {
  const definitions = variables.get(name) ?? [];
  const next = firstIndex(definitions.length, (index) => (definitions[index]?.from ?? 0) >= offset);
  return definitions[next - 1]?.value;
}

/** The functions that change no more than the case, and those that change nothing here. */
const functions: ReadonlyMap<string, (text: string) => string> = new Map([
  ['lower', (text) => text.toLowerCase()],
  ['upper', (text) => text.toUpperCase()],
  ['trim', (text) => text.trim()],
  ['toString', (text) => text],
  ['quote', (text) => text],
  ['squote', (text) => text],
]);

const operand = /^(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`|(\$\w+|\$?\.Values(?:\.\w+)+))$/;

function evaluate(expression: string, lookup: Lookup): string | undefined {
  const [first = '', ...pipes] = piped(expression);
  const words = first.match(/"(?:[^"\\]|\\.)*"|`[^`]*`|[^\s"`]+/g) ?? [];
  const [head = '', ...rest] = words;
  let value: string | undefined;
  if (rest.length === 0) {
    value = operandText(head, lookup);
  } else if (head === 'printf') {
    value = printed(rest.map((word) => operandText(word, lookup)));
  } else if (rest.length === 1 && functions.has(head)) {
    const known = operandText(rest[0] ?? '', lookup);
    value = known === undefined ? undefined : functions.get(head)?.(known);
  }
  for (const pipe of pipes) {
    value = value === undefined ? undefined : functions.get(pipe)?.(value);
  }
  return value;
}

function piped(expression: string): string[] {
  return (expression.match(/(?:"(?:[^"\\]|\\.)*"|`[^`]*`|[^"`|])+/g) ?? []).map((piece) => piece.trim());
}

function operandText(word: string, lookup: Lookup): string | undefined {
  const match = operand.exec(word);
  if (match === null) {
    return undefined;
  }
  const [, quoted, raw, name] = match;
  return name === undefined ? (quoted?.replace(/\\(["\\])/g, '$1') ?? raw) : lookup(name.replace(/^\$(?=\.)/, ''));
}

/** `printf` with `%s` only. */
function printed([format, ...values]: ReadonlyArray<string | undefined>): string | undefined {
  if (format === undefined || values.includes(undefined) || /%[^s%]/.test(format)) {
    return undefined;
  }
  let next = 0;
  return format.replace(/%([s%])/g, (_, sign: string) => {
    next += sign === 's' ? 1 : 0;
    return sign === '%' ? '%' : (values[next - 1] ?? '');
  });
}
