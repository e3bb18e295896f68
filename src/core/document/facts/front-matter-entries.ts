import { isCollection, isMap, isNode, isScalar, isSeq, type Document, type Scalar, type YAMLMap } from 'yaml';
import { perDocument } from '../per-document.ts';
import type { ParsedDocument } from '../model.ts';
import { Lines } from '../../text/lines.ts';
import type { Range } from '../../text/position.ts';
import { tooMuchYaml, yamlTree } from '../front-matter.ts';

/** The text of a value and its range, inside its quotation marks if it has some. */
export interface ValuePart {
  readonly text: string;
  readonly range: Range;
  /** The quotation marks around it, if any. */
  readonly quote?: '"' | "'";
}

/** One key of a document's front matter and its value. */
export interface FrontMatterEntry {
  /** As written. */
  readonly key: string;
  readonly keyRange: Range;
  /** Undefined if the key is not plain text, or is in another. Null if there is nothing after the key. */
  readonly value: unknown;
  /** With quotation marks. Empty, after the colon, if there is no value. */
  readonly valueRange: Range;
  /** Whether the value, or its items, are in brackets or braces. */
  readonly flow: boolean;
  /** The value, or the items of a list, if they are scalars; without empty values. */
  readonly parts: readonly ValuePart[];
  /** The keys of a mapping as its value, or of mappings in a list. */
  readonly inner: readonly FrontMatterEntry[];
}

type WithFrontMatter = Pick<ParsedDocument, 'frontMatter' | 'lines'>;

/** Returns the top-level keys of the front matter, in order. None if it is not a YAML mapping, or not valid. */
export const frontMatterEntries = perDocument((document: WithFrontMatter): readonly FrontMatterEntry[] => {
  const source = sourceOf(document);
  if (source === undefined) {
    return [];
  }
  const { yaml, place } = source;
  if (yaml.errors.length > 0 || !isMap(yaml.contents)) {
    return [];
  }
  return entriesOf(yaml.contents, document.frontMatter?.values ?? {}, place);
});

function entriesOf(
  map: YAMLMap,
  values: Readonly<Record<string, unknown>>,
  place: Source['place'],
): FrontMatterEntry[] {
  return map.items.flatMap(({ key, value }): FrontMatterEntry[] => {
    if (!isScalar(key) || !key.range) {
      return [];
    }
    const name = String(key.value);
    const [start, end] = key.range;
    const behind = place(end + 1, end + 1);
    return [
      {
        key: name,
        keyRange: place(start, end),
        value: values[name.toLowerCase()],
        valueRange: isNode(value) && value.range ? place(value.range[0], value.range[1]) : behind,
        flow: map.flow === true || (isCollection(value) && value.flow === true),
        parts: scalarsOf(value).flatMap((scalar) => partOf(scalar, place)),
        inner: (isSeq(value) ? value.items : [value])
          .filter((each) => isMap(each))
          .flatMap((each) => entriesOf(each, {}, place)),
      },
    ];
  });
}

/** Returns where the YAML of the front matter stops being valid, as exactly as possible; undefined if it is valid. */
export function frontMatterFault(document: WithFrontMatter): Range | undefined {
  const source = sourceOf(document);
  const error = source?.yaml.errors[0];
  if (source === undefined || error === undefined) {
    return undefined;
  }
  const { start } = source.place(error.pos[0], error.pos[0]);
  return source.lines.trimmedRange(start.line);
}

interface Source {
  readonly yaml: Document.Parsed;
  readonly lines: Lines;
  readonly place: (from: number, to: number) => Range;
}

/** The front matter's syntax tree, and the translation of its offsets to places in the document. */
function sourceOf({ frontMatter, lines }: WithFrontMatter): Source | undefined {
  if (frontMatter === undefined || !/^\ufeff?---/.test(lines.text(0))) {
    return undefined;
  }
  const count = frontMatter.range.end.line - 1;
  const yamlText = Array.from({ length: count }, (_, index) => lines.text(index + 1)).join('\n');
  if (tooMuchYaml(yamlText) !== undefined) {
    return undefined;
  }
  const inner = Lines.of(yamlText);
  const place = (from: number, to: number): Range => {
    const end = from + yamlText.slice(from, to).trimEnd().length;
    const [a, b] = [inner.positionAt(from), inner.positionAt(end)];
    return { start: lines.clamp(a.line + 1, a.character), end: lines.clamp(b.line + 1, b.character) };
  };
  return { yaml: yamlTree(yamlText), lines, place };
}

function scalarsOf(value: unknown): Scalar[] {
  if (isScalar(value)) {
    return [value];
  }
  return isSeq(value) ? value.items.filter((item) => isScalar(item)) : [];
}

function partOf(scalar: Scalar, place: (from: number, to: number) => Range): ValuePart[] {
  const text = (scalar.source ?? String(scalar.value)).trim();
  if (!scalar.range || text === '' || scalar.value === null) {
    return [];
  }
  const [start, end] = scalar.range;
  const quote = scalar.type === 'QUOTE_DOUBLE' ? '"' : scalar.type === 'QUOTE_SINGLE' ? "'" : undefined;
  const width = quote?.length ?? 0;
  const inner = place(start + width, Math.max(start + width, end - width));
  return [{ text, range: inner, ...(quote !== undefined && { quote }) }];
}
