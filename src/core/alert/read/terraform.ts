import type { Lines } from '../../text/lines.ts';
import { linksOf, type Statement } from '../link/candidates.ts';
import type { Alert, AlertSource } from '../alert.ts';
import { mostAlerts } from './yaml-alerts.ts';

/** A kind of resource that alerts somebody. */
interface Resource {
  readonly type: RegExp;
  readonly source: AlertSource;
  /** The attribute with the name. */
  readonly name: string;
  readonly expression?: string;
}

const resources: readonly Resource[] = [
  { type: /^datadog_monitor$/, source: 'datadog', name: 'name', expression: 'query' },
  { type: /^aws_cloudwatch_(?:metric|composite)_alarm$/, source: 'cloudwatch', name: 'alarm_name' },
  { type: /^google_monitoring_alert_policy$/, source: 'google', name: 'display_name' },
  { type: /^azurerm_monitor_\w*alert\w*$/, source: 'azure', name: 'name', expression: 'query' },
];

/** Attributes that hold text for people, or the keys of labels, wherever in a resource they stand. */
const noted =
  /^(?:message|alarm_description|description|content|subject|escalation_message|severity|priority|\w*(?:runbook|playbook)\w*|documentation)$/i;

/** What a reading of Terraform starts with. */
export interface TerraformText {
  readonly original: string;
  readonly lines: Lines;
  readonly test: boolean;
  readonly keys: readonly string[];
}

/** A key with its value, by offsets. */
interface Attribute {
  readonly key: string;
  readonly keyStart: number;
  /** As text: a string without its quotation marks, a heredoc without its ends, other expressions as written. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
  /** Of blocks around it in the resource: 0 directly in it. */
  readonly depth: number;
}

/**
 * Returns the alerts of Terraform: monitors of Datadog, alarms of CloudWatch, alert policies of Google and alert rules of Azure.
 *
 * A small scanner, with limits: it knows resources, strings, heredocs, comments and brackets, and no expressions. Of `locals` it puts in those
 * of the same folder that are one string (`${local.base}`; those of other files come with `completed`); functions, conditions, variables and modules stay as they are written, so links made by `format()` or
 * `var.` are patterns. `for_each` gives one alert, not one for each. The arguments of modules are not alerts, and the syntax of JSON
 * (`.tf.json`) is not read.
 */
export function terraformAlerts(source: TerraformText): Alert[] {
  const { original: text } = source;
  const locals = new Map<string, string>();
  const found: Array<{ resource: Resource; start: number; end: number; attributes: Attribute[] }> = [];
  const heads = /(?:^|\n)[^\S\n]*(?:resource[^\S\n]+"(\w+)"[^\S\n]+"[^"\n]*"|(locals))[^\S\n]*\{/g;
  for (let head = heads.exec(text); head !== null && found.length < mostAlerts; head = heads.exec(text)) {
    const [, type, isLocals] = head;
    const resource = resources.find((each) => type !== undefined && each.type.test(type));
    if (resource === undefined && isLocals === undefined) {
      continue;
    }
    const open = head.index + head[0].length;
    const { attributes, end } = bodyFrom(text, open);
    heads.lastIndex = end;
    if (resource === undefined) {
      attributes.forEach(({ key, value, depth }) => depth === 0 && locals.set(key, value));
    } else {
      found.push({ resource, start: head.index + (head[0].startsWith('\n') ? 1 : 0), end, attributes });
    }
  }
  return found.flatMap(
    ({ resource, start, end, attributes }) => alertOf(resource, [start, end], attributes, locals, source) ?? [],
  );
}

function alertOf(
  { source, name: nameKey, expression: expressionKey }: Resource,
  [start, end]: readonly [number, number],
  attributes: readonly Attribute[],
  locals: ReadonlyMap<string, string>,
  { lines, original, test, keys }: TerraformText,
): Alert | undefined {
  const name = attributes.find(({ key, depth }) => key === nameKey && depth === 0);
  if (name === undefined || name.value.trim() === '') {
    return undefined;
  }
  const range = (from: number, to: number) => ({ start: lines.positionAt(from), end: lines.positionAt(to) });
  const known = (text: string): string => withLocals(text, locals);
  const statements = attributes
    .filter(({ key }) => noted.test(key) || keys.includes(key))
    .map((attribute): Statement => ({
      key: attribute.key,
      written: attribute.value,
      address: known(attribute.value),
      span: [attribute.start, attribute.end],
    }));
  const stated = (pattern: RegExp): string | undefined =>
    attributes.find(({ key }) => pattern.test(key))?.value.trim() || undefined;
  const severity = stated(/^severity$/i) ?? stated(/^priority$/i);
  const expression = expressionKey === undefined ? undefined : stated(new RegExp(`^${expressionKey}$`));
  return {
    name: known(name.value).trim(),
    range: range(name.keyStart, name.keyStart + name.key.length),
    nameRange: range(name.start, name.end),
    extent: range(start, end),
    source,
    ...(severity !== undefined && { severity }),
    ...(expression !== undefined && { expression }),
    labels: new Map(),
    annotations: new Map(statements.map(({ key, address }) => [key, address])),
    links: linksOf(statements, { original, lines, variables: new Map(), keys }).map((link) => ({
      ...link,
      address: known(link.address),
    })),
    test,
  };
}

/** Returns the `locals` of a file that are one string. */
export function localsOf(text: string): Map<string, string> {
  const locals = new Map<string, string>();
  const heads = /(?:^|\n)[^\S\n]*locals[^\S\n]*\{/g;
  for (let head = heads.exec(text); head !== null; head = heads.exec(text)) {
    const { attributes, end } = bodyFrom(text, head.index + head[0].length);
    attributes.forEach(({ key, value, depth }) => depth === 0 && locals.set(key, value));
    heads.lastIndex = end;
  }
  return locals;
}

/** A local in a chain of locals longer than this stays as it is written. */
const longestChain = 5;

/** Returns a text with the locals that are known. */
export function withLocals(text: string, locals: ReadonlyMap<string, string>): string {
  let known = text;
  for (let step = 0; step < longestChain && known.includes('local.') && known.length < longestKnown; step += 1) {
    known = known.replace(/\$\{\s*local\.(\w+)\s*\}/g, (whole, local: string) => locals.get(local) ?? whole);
  }
  return known;
}

/** Locals that grow each other stop here. */
const longestKnown = 10_000;

/** Reads from behind an opening bracket to the one that closes it, or to the end. */
function bodyFrom(text: string, open: number): { attributes: Attribute[]; end: number } {
  const attributes: Attribute[] = [];
  const token =
    /#[^\n]*|\/\/[^\n]*|\/\*|<<-?[^\S\n]*"?(\w+)"?[^\S\n]*\r?\n|"|[{[(]|[}\])]|((?<![\w-])[A-Za-z_][\w-]*|"(?:[^"\\\n$]|\\.)*")([^\S\n]*[=:](?![=>])[^\S\n]*)/g;
  token.lastIndex = open;
  let depth = 0;
  let key: { name: string; start: number } | undefined;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [sign, label, name, equals] = match;
    if (name !== undefined && equals !== undefined) {
      const start = match.index + (name.startsWith('"') ? 1 : 0);
      key = { name: name.replace(/"/g, ''), start };
      continue;
    }
    if (sign === '/*') {
      const close = text.indexOf('*/', match.index);
      token.lastIndex = close === -1 ? text.length : close + 2;
    } else if (label !== undefined || sign === '"') {
      const [start, end, behind] =
        label === undefined ? stringAt(text, match.index) : heredocAt(text, token.lastIndex, label);
      token.lastIndex = behind;
      if (key !== undefined) {
        const value = text.slice(start, end);
        attributes.push({
          key: key.name,
          keyStart: key.start,
          value: label === undefined ? unescaped(value) : value,
          start,
          end,
          depth,
        });
        key = undefined;
      }
    } else if (/^[{[(]$/.test(sign)) {
      depth += 1;
    } else if (/^[}\])]$/.test(sign)) {
      depth -= 1;
      if (depth < 0) {
        return { attributes, end: token.lastIndex };
      }
    }
  }
  return { attributes, end: text.length };
}

/** The content of the string that begins at an offset, and the offset behind it. Strings end at a line break, except in `${…}`. */
function stringAt(text: string, at: number): readonly [number, number, number] {
  let depth = 0;
  for (let offset = at + 1; offset < text.length; offset += 1) {
    const character = text[offset];
    if (character === '\\') {
      offset += 1;
    } else if (character === '$' && text[offset + 1] === '{') {
      depth += 1;
      offset += 1;
    } else if (character === '}' && depth > 0) {
      depth -= 1;
    } else if ((character === '"' && depth === 0) || character === '\n') {
      return [at + 1, offset, offset + 1];
    }
  }
  return [at + 1, text.length, text.length];
}

function heredocAt(text: string, start: number, label: string): readonly [number, number, number] {
  for (let from = start; from < text.length;) {
    const newline = text.indexOf('\n', from);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(from, end).trim() === label) {
      return [start, from, end];
    }
    from = end + 1;
  }
  return [start, text.length, text.length];
}

/** A string with its line breaks and quotation marks. Others stay, as they do in links. */
function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, sign: string) => ({ n: '\n', r: '\r', t: '\t' })[sign] ?? sign);
}
