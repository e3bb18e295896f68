import { Document, isSeq, parseDocument as parseYaml, stringify, type ToStringOptions } from 'yaml';

const oneLine: ToStringOptions = { lineWidth: 0, blockQuote: false, flowCollectionPadding: false };

/**
 * Returns a value as a YAML scalar on one line: plain if it is read back unchanged, else quoted.
 * @param flow whether it is in brackets or braces, where commas and brackets end it.
 */
export function yamlScalar(value: string, flow = false): string {
  if (!flow) {
    return stringify(value, oneLine).trimEnd();
  }
  const list = new Document([value]);
  if (isSeq(list.contents)) {
    list.contents.flow = true;
  }
  return list.toString(oneLine).trim().slice('['.length, -']'.length);
}

/** Returns a value as a quoted scalar, in double quotes if single quotes cannot contain it. */
export function quotedScalar(value: string, quote: '"' | "'"): string {
  const defaultStringType = quote === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return stringify(value, { ...oneLine, defaultStringType }).trimEnd();
}

/**
 * Returns whether parsers of older YAML would read a scalar as something other than its text: yes, 12:30 and 2026-01-01 are not strings
 * there.
 */
export function readsAsText(scalar: string, value: string): boolean {
  const { contents, errors } = parseYaml(scalar, { version: '1.1', logLevel: 'silent', prettyErrors: false });
  return errors.length === 0 && contents?.toJSON() === value;
}
