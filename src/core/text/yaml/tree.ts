import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseAllDocuments,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { firstIndex } from '../first-index.ts';
import { plainYaml } from './plain-yaml.ts';

/** Longer texts are not read: no rule file is so long, and the library takes seconds. */
export const longestText = 1_000_000;

/** A chain of aliases, or of merged mappings, longer than this ends. */
const longestChain = 20;

/** A pair of a mapping, with its key as text. */
export interface Entry {
  readonly key: string;
  readonly keyNode: Scalar;
  readonly value: Node | null;
}

/** The documents of a YAML text, with the anchors of all of them. */
export interface Tree {
  readonly roots: readonly Node[];
  /** The offset of the first error; absent for valid YAML. */
  readonly errorAt?: number;
  /** Why nothing of the text was read, as a clause for users. */
  readonly refused?: string;
  readonly anchors: ReadonlyMap<string, readonly Node[]>;
}

/** Reads YAML as text only: no value becomes a number or a date, tags mean nothing, and aliases are not followed. Never throws. */
export function treeOf(text: string): Tree {
  const plain = plainYaml(text);
  return plain === undefined ? libraryTree(text) : { roots: plain, anchors: new Map() };
}

/** With more brackets, and errors in them, the library takes seconds; and with more in one another, up to the end of its stack. */
const mostBrackets = 20_000;
const deepestBrackets = 1000;

/** Reads all YAML, by the library. */
export function libraryTree(text: string): Tree {
  const refused = tooManyBrackets(text);
  if (refused !== undefined) {
    return { roots: [], anchors: new Map(), errorAt: 0, refused };
  }
  const roots: Node[] = [];
  const anchors = new Map<string, Node[]>();
  let errorAt: number | undefined;
  for (const document of documentsOf(text)) {
    const error = document.errors.find(({ message }) => !message.includes(blankedStart));
    if (error !== undefined) {
      errorAt = Math.min(errorAt ?? Infinity, error.pos[0]);
    }
    if (document.contents !== null) {
      roots.push(document.contents);
    }
  }
  if (text.includes('&')) {
    roots.forEach((root) => collectAnchors(root, anchors));
  }
  return { roots, anchors, ...(errorAt !== undefined && { errorAt }) };
}

/** Why a text has too many brackets for the library; undefined if it does not. Those in strings and comments count too. */
function tooManyBrackets(text: string): string | undefined {
  let [count, depth, deepest] = [0, 0, 0];
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === '{' || character === '[') {
      count += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === '}' || character === ']') {
      depth = Math.max(0, depth - 1);
    }
  }
  if (count > mostBrackets) {
    return `it has more than ${mostBrackets} brackets`;
  }
  return deepest > deepestBrackets ? `it has more than ${deepestBrackets} brackets in one another` : undefined;
}

/** The library still reads such a text, and lines with a part of a template become so when the part is blanked. */
const blankedStart = 'more-indented leading empty lines';

function documentsOf(text: string): Document.Parsed[] {
  try {
    const documents = parseAllDocuments(text, {
      logLevel: 'silent',
      prettyErrors: false,
      uniqueKeys: false,
      strict: false,
      schema: 'failsafe',
    });
    return Array.isArray(documents) ? documents : [];
  } catch {
    // The library calls itself for each level of nesting, and the stack has an end.
    return [];
  }
}

/** Returns the nodes directly in a node: values of a mapping, items of a list. */
export function childrenOf(node: Node): Node[] {
  if (isMap(node)) {
    return node.items.flatMap((pair) => asNode(pair.value) ?? []);
  }
  return isSeq(node) ? node.items.flatMap((item) => asNode(item) ?? []) : [];
}

/** Returns the node that an alias stands for; other nodes as they are. Undefined if nothing has that anchor. */
export function resolved(node: Node | null | undefined, { anchors }: Tree): Node | undefined {
  let found = node ?? undefined;
  for (let step = 0; step < longestChain && isAlias(found); step += 1) {
    const named = anchors.get(found.source) ?? [];
    const offset = found.range?.[0] ?? 0;
    const next = firstIndex(named.length, (index) => (named[index]?.range?.[0] ?? 0) >= offset);
    found = named[next - 1];
  }
  return isAlias(found) ? undefined : found;
}

/**
 * Returns the entries of a mapping with text as their keys, in order, then those of mappings that are merged into it (`<<: *usual`), for keys
 * that it does not have.
 */
export function entriesOf(map: YAMLMap, tree: Tree): Entry[] {
  const entries = new Map<string, Entry>();
  const waiting: YAMLMap[] = [map];
  for (let step = 0; step < longestChain; step += 1) {
    const next = waiting.shift();
    if (next === undefined) {
      break;
    }
    for (const { key, value } of next.items) {
      if (!isScalar(key) || typeof key.value !== 'string') {
        continue;
      }
      if (key.value === '<<') {
        const merged = resolved(asNode(value), tree);
        const all = isSeq(merged)
          ? merged.items.slice(0, longestChain).map((item) => resolved(asNode(item), tree))
          : [merged];
        waiting.push(...all.filter(isMap));
      } else if (!entries.has(key.value)) {
        entries.set(key.value, { key: key.value, keyNode: key, value: asNode(value) ?? null });
      }
    }
  }
  return [...entries.values()];
}

/** Returns the value of a key, as `entriesOf` finds it. */
export function valueOf(entries: readonly Entry[], key: string, tree: Tree): Node | undefined {
  return resolved(entries.find((entry) => entry.key === key)?.value, tree);
}

function asNode(value: unknown): Node | undefined {
  return isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : undefined;
}

/** In the order of the text. */
function collectAnchors(root: Node, anchors: Map<string, Node[]>): void {
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isAlias(node) && node.anchor !== undefined) {
      const named = anchors.get(node.anchor);
      if (named === undefined) {
        anchors.set(node.anchor, [node]);
      } else {
        named.push(node);
      }
    }
    // One by one: a call takes only so many arguments, and a list may have more items.
    for (const child of childrenOf(node).toReversed()) {
      waiting.push(child);
    }
  }
}
