import { stringify } from 'yaml';
import type { CatalogDocument } from '../document/document.ts';
import { mostCommon } from '../document/most-common.ts';
import { commonSections, topLevelOf, type CommonSection } from './learned.ts';
import { pluralOf, type Kind } from '../vocabulary/kind.ts';
import { parseDocument } from '../document/parse.ts';
import { pathProblem, slugOf } from '../team/templates/file-name.ts';
import { homeRuleOf } from '../team/templates/home.ts';
import { shelvesOf } from '../team/templates/shelves.ts';
import type { Template } from '../team/templates/template.ts';
import { literal } from '../team/edit-configuration.ts';
import { templateFolder, templateKey } from '../team/template-file.ts';

/** A template file to create: its path from the folder that it will apply to, and its text. */
export interface TemplateDraft {
  readonly path: string;
  readonly text: string;
}

/** A section is required in the new template if this share of documents has it; otherwise it is optional. */
const requiredShare = 0.6;
const optionalShare = 0.3;
/** A front matter key is in the new template if this share of documents has it. */
const keyShare = 0.6;

/** Returns a built-in template as a team template for the documents of its kind in some folders; the empty string is the root. */
export function customizedTemplate(template: Template, folders: readonly string[]): TemplateDraft {
  const { kind, name, description } = template;
  const globs = folders.map((folder) => (folder === '' ? '**' : `${literal(folder)}/**`));
  const head = describe({ kind, name, description, 'applies-to': globs.length === 1 ? globs.join() : globs });
  return { path: `${templateFolder}/${template.id}.md`, text: template.text.replace(/^---\n/, `---\n${head}`) };
}

/**
 * Returns the custom of some documents of one kind as a template: their usual sections (required if most have them), front matter keys
 * and file names. Undefined if they have no common section.
 * @param folder of the documents, relative to the root; empty for the root.
 */
export function adoptedTemplate(folder: string, documents: readonly CatalogDocument[]): TemplateDraft | undefined {
  const sections = commonSections(documents, optionalShare);
  const kind = documents[0]?.kind ?? 'other';
  const required = sections.filter((section) => section.having.size >= requiredShare * documents.length);
  if (required.length === 0) {
    return undefined;
  }
  const plural = pluralOf(kind).replace(/^./, (first) => first.toUpperCase());
  const place = folder === '' ? 'this repository' : `${folder}/`;
  const path = pathRuleOf(documents);
  const head = describe({
    kind,
    name: folder === '' ? plural : `${plural} in ${folder}`,
    description: `What the ${documents.length} ${plural.toLowerCase()} in ${place} have in common.`,
    'applies-to': folder === '' ? '**' : `${literal(folder)}/**`,
    ...(path !== undefined && pathProblem(path) === undefined && { path }),
  });
  const title = documents.filter((document) => document.sections[0]?.level === 1).length * 2 >= documents.length;
  const labels = documents.filter((document) => topLevelOf(document.sections)[0]?.style === 'label').length;
  const body = sections.map((section) => written(section, documents.length, labels * 2 > documents.length));
  return {
    path: `${templateFolder}/${slugOf(folder === '' ? kind : `${kind} ${folder}`)}.md`,
    text: [
      `---\n${head}${frontMatterOf(documents)}---\n`,
      ...(title ? ['# ${title}\n'] : []),
      ...(labels * 2 > documents.length ? [`${body.join('\n')}\n`] : body.map((section) => `${section}\n`)),
    ].join('\n'),
  };
}

/** The folder that most documents are in is the place of new ones only if so many are there. */
const firmShare = 2 / 3;

/**
 * Returns the rule for the paths of new documents: with the others, or in the folder of their service. Undefined if the
 * folders show no rule.
 */
function pathRuleOf(documents: readonly CatalogDocument[]): string | undefined {
  const home = homeRuleOf(documents);
  const found = shelvesOf(documents);
  const shelves = found !== undefined && found.count * 2 >= documents.length ? found : undefined;
  if (home === undefined || (shelves === undefined ? home.share < firmShare : !shelves.byService)) {
    return undefined;
  }
  const folder = shelves === undefined ? home.folder : [shelves.parent, '${service}'].filter(Boolean).join('/');
  return folder === '' ? home.fileName : `${folder}/${home.fileName}`;
}

function written({ title, help, having: { size } }: CommonSection, total: number, label: boolean): string {
  const text = size >= requiredShare * total ? help : `Optional. ${help} (${size} of ${total} have it.)`;
  return label ? `- **${title}**: <!-- ${text} -->` : `## ${asMarkdown(title)}\n\n<!-- ${text} -->`;
}

/** A title that is read back unchanged. Characters are escaped only if Markdown needs it. */
function asMarkdown(title: string): string {
  const read = parseDocument(`## ${title}\n`, 'title.md').sections[0]?.title;
  return read === title ? title : title.replace(/[\\`*_[\]<>&~#:]/g, '\\$&');
}

function describe(description: Readonly<Record<string, string | readonly string[]>> & { readonly kind: Kind }): string {
  return stringify({ [templateKey]: description }, { lineWidth: 0 });
}

/** The variable for each usual key of front matter. Other keys get the most common value, or stay empty. */
const variableOf: Readonly<Record<string, string>> = {
  title: '${title}',
  date: '${date}',
  start: '${start}',
  start_time: '${start}',
  severity: '${severity}',
  service: '${service}',
  services: '${service}',
  author: '${author}',
  authors: '${author}',
  owner: '${owner}',
};

function frontMatterOf(documents: readonly CatalogDocument[]): string {
  const counts = new Map<string, unknown[]>();
  for (const { frontMatter } of documents) {
    for (const [key, value] of Object.entries(frontMatter?.values ?? {})) {
      counts.set(key, [...(counts.get(key) ?? []), value]);
    }
  }
  return [...counts]
    .filter(([key, values]) => key !== templateKey && values.length >= keyShare * documents.length)
    .map(([key, values]) => {
      const variable = variableOf[key];
      const list = values.filter((value) => Array.isArray(value)).length * 2 > values.length;
      if (variable !== undefined) {
        return list ? `${key}:\n  - ${variable}\n` : `${key}: ${variable}\n`;
      }
      const usual = mostCommon(values.map((value) => JSON.stringify(value)));
      const share = values.filter((value) => JSON.stringify(value) === usual).length / values.length;
      return usual !== undefined && share >= keyShare
        ? stringify({ [key]: JSON.parse(usual) as unknown })
        : `${stringify(key, { lineWidth: 0, blockQuote: false }).trimEnd()}:\n`;
    })
    .join('');
}
