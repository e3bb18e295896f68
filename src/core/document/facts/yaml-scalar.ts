import { Document, isSeq, parseDocument as parseYaml, stringify, type ToStringOptions } from 'yaml';

const oneLine: ToStringOptions = { lineWidth: 0, blockQuote: false, flowCollectionPadding: false };

/**
 * A value as a YAML scalar on one line: plain where it is read back as the same text, else quoted.
 * @param flow whether it stands within brackets or braces, where commas and brackets end it.
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

/** A value as a scalar in quotation marks; in double ones where single ones cannot hold it. */
export function quotedScalar(value: string, quote: '"' | "'"): string {
  const defaultStringType = quote === '"' ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE';
  return stringify(value, { ...oneLine, defaultStringType }).trimEnd();
}

/** Whether readers of older YAML would take a scalar for something else than its text: yes, 12:30 and 2026-01-01 are no texts there. */
export function readsAsText(scalar: string, value: string): boolean {
  const { contents, errors } = parseYaml(scalar, { version: '1.1', logLevel: 'silent', prettyErrors: false });
  return errors.length === 0 && contents?.toJSON() === value;
}
