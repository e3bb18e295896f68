import { isMap, isScalar } from 'yaml';
import { folderOf } from '../../document/document.ts';
import type { Alert, AlertFile } from '../alert.ts';
import type { Files } from '../link/files.ts';
import { expanded, variablesFrom } from './expand.ts';
import { ruleForm } from './paths.ts';
import { localsOf, withLocals } from './terraform.ts';
import { entriesOf, resolved, treeOf, type Tree } from '../../text/yaml/tree.ts';

/** Puts in what is known. */
type Complete = (text: string) => string;

/**
 * Returns rule files with what other files say in the names and links of their alerts: locals of Terraform from the same folder, and the values
 * of a Helm chart (`.Values.a.b`) from its `values.yaml`. What those do not say as plain text stays as it is written.
 */
export async function completed(
  found: readonly AlertFile[],
  files: Files,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly AlertFile[]> {
  const known = new Map<string, Promise<Complete>>();
  const from = async (home: string, make: () => Promise<Complete>): Promise<Complete> => {
    const made = known.get(home) ?? make();
    known.set(home, made);
    return made;
  };
  return Promise.all(
    found.map(async (file) => {
      const wanted = ruleForm(file.path) === 'terraform' ? '${local.' : '.Values.';
      if (!file.alerts.some((alert) => textsOf(alert).some((text) => spaceless(text).includes(wanted)))) {
        return file;
      }
      const folder = folderOf(file.path);
      const complete =
        wanted === '.Values.'
          ? await valuesAbove(folder, files, (path) => from(path, () => valuesIn(path, read)))
          : await from(folder, () => localsIn(folder, files, read));
      return complete === undefined
        ? file
        : { ...file, alerts: file.alerts.map((alert) => withKnown(alert, complete)) };
    }),
  );
}

function textsOf({ name, links }: Alert): string[] {
  return [name, ...links.map(({ address }) => address)];
}

function spaceless(text: string): string {
  return text.replace(/\s/g, '');
}

function withKnown(alert: Alert, complete: Complete): Alert {
  return {
    ...alert,
    name: complete(alert.name),
    links: alert.links.map((link) => ({ ...link, address: complete(link.address).trim() })),
  };
}

/** More files of one folder are not read. */
const mostFiles = 200;

async function localsIn(
  folder: string,
  files: Files,
  read: (path: string) => Promise<string | undefined>,
): Promise<Complete> {
  const beside = files.paths.filter((path) => path.endsWith('.tf') && folderOf(path) === folder).slice(0, mostFiles);
  const texts = await Promise.all(beside.map(read));
  const locals = new Map(texts.flatMap((text) => [...localsOf(text ?? '')]));
  return (text) => withLocals(text, locals);
}

/** By the chart that a folder is in. */
async function valuesAbove(
  folder: string,
  files: Files,
  from: (path: string) => Promise<Complete>,
): Promise<Complete | undefined> {
  for (let home = folder; ; home = folderOf(home)) {
    const below = home === '' ? '' : `${home}/`;
    if (files.has(`${below}Chart.yaml`)) {
      const path = `${below}values.yaml`;
      return files.has(path) ? from(path) : undefined;
    }
    if (home === '') {
      return undefined;
    }
  }
}

async function valuesIn(path: string, read: (path: string) => Promise<string | undefined>): Promise<Complete> {
  const text = await read(path);
  const values = text === undefined || text.length > longestValues ? new Map<string, string>() : valuesOf(treeOf(text));
  const variables = variablesFrom(values);
  return (written) => expanded(written, variables, 0);
}

const longestValues = 500_000;
const mostValues = 20_000;
const deepest = 10;

/** The texts in a tree of mappings, by their path: `.Values.a.b`. Empty ones are left out. */
function valuesOf(tree: Tree): Map<string, string> {
  const values = new Map<string, string>();
  const waiting = tree.roots.slice(0, 1).map((node) => ({ node, path: '.Values', depth: 0 }));
  for (let next = waiting.pop(); next !== undefined && values.size < mostValues; next = waiting.pop()) {
    const { node, path, depth } = next;
    if (isMap(node) && depth < deepest) {
      for (const { key, value } of entriesOf(node, tree)) {
        const inner = resolved(value, tree);
        if (inner !== undefined) {
          waiting.push({ node: inner, path: `${path}.${key}`, depth: depth + 1 });
        }
      }
    } else if (isScalar(node) && typeof node.value === 'string' && node.value.trim() !== '') {
      values.set(path, node.value);
    }
  }
  return values;
}
