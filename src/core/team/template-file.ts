import { array, maxLength, minLength, optional, picklist, pipe, safeParse, strictObject, string, union } from 'valibot';
import { isMap, isNode, isScalar, parseDocument as parseYaml, type Document, type Pair } from 'yaml';
import { folderOf } from '../document/document.ts';
import { globFault, globsFault, globTest } from '../util/globs/glob-test.ts';
import { longestGlob } from '../util/globs/parse.ts';
import type { Problem } from '../document/model.ts';
import { Lines } from '../text/lines.ts';
import type { Range } from '../text/position.ts';
import { readFrontMatter } from '../document/front-matter.ts';
import { fileNameVariables, pathProblem } from './templates/file-name.ts';
import { conventionOf, type Convention, type Template } from './templates/template.ts';
import { templateVariables } from './templates/variables.ts';
import { nearest } from '../text/nearest.ts';
import { documentKinds } from '../vocabulary/kind.ts';

/** Folder for templates, below any folder; they apply to the documents below that folder. */
export const templateFolder = '.runbook-lens/templates';

/** A template of a team. `text` is the text of new documents, without the key that describes the template. */
export interface TeamTemplate extends Template {
  /** Its file, from the top of the repository. */
  readonly file: string;
  /** The folder that it applies to, from the top of the repository; empty for the top. */
  readonly base: string;
  /** Whether it applies to the document at a path from the top of the repository. */
  readonly governs: (path: string) => boolean;
  /** A rule for new documents' paths, relative to `base`; see `fileNameFrom`. */
  readonly target?: string;
  readonly convention: Convention;
}

/** The key in the front matter that describes the template. */
export const templateKey = 'runbook-lens';

const glob = pipe(string(), minLength(1), maxLength(longestGlob));
const schema = strictObject({
  kind: picklist(documentKinds),
  name: optional(pipe(string(), minLength(1))),
  description: optional(string()),
  'applies-to': optional(union([glob, array(glob)])),
  path: optional(pipe(string(), minLength(1))),
});
const known = Object.keys(schema.entries);

/** Reads a template. Errors become problems with a range. Without a valid kind there is no template. */
export function readTemplate(
  file: string,
  text: string,
): { readonly template?: TeamTemplate; readonly problems: readonly Problem[] } {
  const lines = Lines.of(text);
  const top = lines.range(0, 0);
  const { frontMatter, bodyLine, problems } = readFrontMatter(lines);
  if (frontMatter === undefined || problems.length > 0) {
    const missing = `A template needs "${templateKey}:" in its front matter, with ${documentKinds.map((kind) => `"kind: ${kind}"`).join(' or ')}.`;
    return { problems: problems.length > 0 ? problems : [{ message: missing, range: top }] };
  }
  const from = lines.offsetAt({ line: 1, character: 0 });
  const yaml = parseYaml(text.slice(from, lines.offsetAt({ line: bodyLine - 1, character: 0 })), {
    logLevel: 'silent',
  });
  const pair = pairOf(yaml, templateKey);
  if (pair === undefined) {
    const message = `The front matter has no "${templateKey}:" with the kind, name, applies-to and path of the template.`;
    return { problems: [{ message, range: top }] };
  }
  const name = isScalar(pair.key) ? String(pair.key.value) : templateKey;
  const place = (path: readonly string[], ofKey: boolean): Range => rangeAt(yaml, path, ofKey, from, lines);
  const value: unknown = (yaml.toJS() as Record<string, unknown>)[name];
  const { output, faults } = validate(value ?? {});
  const found = faults.map(({ key, message, ofKey }): Problem => ({
    message,
    range: place(key === undefined ? [name] : [name, key], ofKey),
  }));
  const globs = typeof output['applies-to'] === 'string' ? [output['applies-to']] : (output['applies-to'] ?? ['**']);
  const tooMuch = globsFault(globs);
  if (tooMuch !== undefined) {
    found.push({ message: `"applies-to" matches nothing: ${tooMuch}.`, range: place([name, 'applies-to'], false) });
  }
  for (const [index, glob] of globs.entries()) {
    const fault = globFault(glob);
    if (fault !== undefined) {
      const message = `The glob "${glob}" in "applies-to" matches nothing: ${fault}.`;
      const item: unknown = yaml.getIn([name, 'applies-to', index], true);
      const range =
        isNode(item) && item.range ? rangeOfNode(item.range, from, lines) : place([name, 'applies-to'], false);
      found.push({ message, range });
    }
  }
  const target = output.path?.replaceAll('\\', '/').replace(/^\.\//, '');
  const pathFault = target === undefined ? undefined : targetProblem(target);
  if (pathFault !== undefined) {
    found.push({ message: pathFault, range: place([name, 'path'], false) });
  }
  const own = withoutPair(text, yaml, pair, from, lines, bodyLine);
  found.push(...unknownVariables(text, lines, selfDescription(pair, from)));
  if (output.kind === undefined) {
    return { problems: found };
  }
  const base = folderOf(folderOf(folderOf(file)));
  const template: Template = {
    id: file,
    kind: output.kind,
    name: output.name ?? nameOf(file),
    description: output.description ?? '',
    text: own,
  };
  const convention = conventionOf(template);
  if (convention.sections.length === 0) {
    found.push({ message: 'The template has no headings, so its documents need no sections.', range: top });
  }
  const governs = governing(base, globs);
  return {
    template: {
      ...template,
      file,
      base,
      governs,
      convention,
      ...(target !== undefined && pathFault === undefined && { target }),
    },
    problems: found,
  };
}

interface Description {
  readonly kind?: Template['kind'];
  readonly name?: string;
  readonly description?: string;
  readonly 'applies-to'?: string | readonly string[];
  readonly path?: string;
}

interface Fault {
  /** The key with the error; undefined if it is the whole description. */
  readonly key: string | undefined;
  readonly message: string;
  readonly ofKey: boolean;
}

/** The valid part of the description, and its errors. */
function validate(value: unknown): { output: Description; faults: readonly Fault[] } {
  const result = safeParse(schema, value);
  if (result.success) {
    return { output: result.output as Description, faults: [] };
  }
  const faults = result.issues.map((issue): Fault => {
    const key = issue.path?.[0]?.key;
    const name = typeof key === 'string' ? key : undefined;
    if (name !== undefined && !known.includes(name)) {
      const meant = nearest(name, known);
      const hint = meant === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean "${meant}"?`;
      return { key: name, message: `Unknown key "${name}". ${hint}`, ofKey: true };
    }
    switch (name) {
      case undefined:
        return { key: undefined, message: `"${templateKey}" must have kind, name, applies-to and path.`, ofKey: false };
      case 'kind':
        return { key: name, message: `The kind must be ${documentKinds.join(' or ')}.`, ofKey: false };
      case 'applies-to':
        return { key: name, message: '"applies-to" must be a glob or a list of globs.', ofKey: false };
      default:
        return { key: name, message: `"${name}" must be a text that is not empty.`, ofKey: false };
    }
  });
  const wrong = new Set(faults.map(({ key }) => key));
  const usable = wrong.has(undefined) ? {} : Object.entries(value as object).filter(([key]) => !wrong.has(key));
  return { output: Array.isArray(usable) ? Object.fromEntries(usable) : usable, faults };
}

function governing(base: string, globs: readonly string[]): (path: string) => boolean {
  const prefix = base === '' ? '' : `${base}/`;
  const matches = globTest(globs);
  return (path) => path.startsWith(prefix) && matches(path.slice(prefix.length));
}

function pairOf(yaml: Document.Parsed, key: string): Pair | undefined {
  return isMap(yaml.contents)
    ? yaml.contents.items.find(({ key: name }) => isScalar(name) && String(name.value).toLowerCase() === key)
    : undefined;
}

function rangeAt(yaml: Document.Parsed, path: readonly string[], ofKey: boolean, from: number, lines: Lines): Range {
  for (let length = path.length; length > 0; length -= 1) {
    const holder: unknown = length === 1 ? yaml.contents : yaml.getIn(path.slice(0, length - 1), true);
    const pair = isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
      : undefined;
    const node = ofKey || !isNode(pair?.value) || length < path.length ? pair?.key : pair.value;
    if (isNode(node) && node.range) {
      return rangeOfNode(node.range, from, lines);
    }
  }
  return lines.range(0, 0);
}

function rangeOfNode([start, end]: readonly [number, number, number], from: number, lines: Lines): Range {
  return { start: lines.positionAt(from + start), end: lines.positionAt(from + end) };
}

/** The text without one key of its front matter; without front matter when that was its only key. */
function withoutPair(
  text: string,
  yaml: Document.Parsed,
  pair: Pair,
  from: number,
  lines: Lines,
  bodyLine: number,
): string {
  const key = isNode(pair.key) ? pair.key.range?.[0] : undefined;
  const value = isNode(pair.value) ? pair.value.range : undefined;
  const first = lines.positionAt(from + (key ?? 0)).line;
  const last = lines.positionAt(from + (value?.[1] ?? key ?? 0) - 1).line;
  const all = text.replace(/\r\n|\r/g, '\n').split('\n');
  const head =
    isMap(yaml.contents) && yaml.contents.flow === true
      ? inBracesWithout(yaml, pair)
      : [...all.slice(1, first), ...all.slice(last + 1, bodyLine - 1)];
  const body = all.slice(bodyLine);
  return head.every((line) => line.trim() === '')
    ? body.join('\n').replace(/^\n+/, '')
    : ['---', ...head, '---', ...body].join('\n');
}

/** The lines of front matter in braces, in which several keys may share one, without one of them. */
function inBracesWithout(yaml: Document.Parsed, pair: Pair): string[] {
  const rest = yaml.clone();
  rest.delete(pair.key);
  return isMap(rest.contents) && rest.contents.items.length > 0 ? String(rest).trimEnd().split('\n') : [];
}

function targetProblem(target: string): string | undefined {
  const unknown = [...target.matchAll(/\$\{(\w*)\}/g)].find(([, name = '']) => !pathVariables.includes(name));
  if (unknown !== undefined) {
    return `Unknown variable ${unknown[0]} in the path. Known variables: ${pathVariables.map((name) => `\${${name}}`).join(', ')}.`;
  }
  const problem = pathProblem(target.replace(/\$\{\w+\}/g, 'x'));
  return problem === undefined ? undefined : `The path is not valid: ${problem}.`;
}

const pathVariables: readonly string[] = fileNameVariables;

/** The offsets between which the template describes itself. */
function selfDescription(pair: Pair, from: number): readonly [number, number] {
  const start = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const end = isNode(pair.value) ? (pair.value.range?.[1] ?? start) : start;
  return [from + start, from + end];
}

/** @param own the part in which the path has variables of its own. */
function unknownVariables(text: string, lines: Lines, own: readonly [number, number]): Problem[] {
  const names = Object.keys(templateVariables);
  return [...text.matchAll(/\$\{([a-z]\w*)\}/g)]
    .filter(({ index }) => index < own[0] || index >= own[1])
    .filter(([, name = '']) => !names.includes(name) && !pathVariables.includes(name))
    .map((match) => {
      const meant = nearest(match[1] ?? '', names);
      const hint =
        meant === undefined
          ? `Known variables: ${names.map((name) => `\${${name}}`).join(', ')}.`
          : `Did you mean \${${meant}}?`;
      return {
        message: `Unknown variable ${match[0]}: it stays empty in new documents. ${hint}`,
        range: { start: lines.positionAt(match.index), end: lines.positionAt(match.index + match[0].length) },
      };
    });
}

/** "alert-runbook.md" → "Alert runbook". */
function nameOf(file: string): string {
  const words = file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/, '')
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
