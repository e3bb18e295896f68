import { Hover, languages, MarkdownString, Range, type Disposable, type DocumentFilter } from 'vscode';
import { gapsOf } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { plainText } from '../../services/plain-text.ts';
import { countsOf } from './items.ts';
import type { ServiceIndex } from './service-index.ts';

const documents: DocumentFilter[] = [{ pattern: '**/*.{md,markdown,mdx}' }];
/** A document states its services near its top. */
const headLines = 40;

/** Registers the hover of the name of a service where a document states it: what is known of the service, and what is to be done. */
export function registerServiceHover({ index }: Pick<Deps, 'index'>, services: ServiceIndex): Disposable {
  return languages.registerHoverProvider(documents, {
    provideHover(document, position) {
      const known = index.catalog.get(document.uri.toString());
      const of = services.folders.find(({ folder }) => folder.uri.toString() === known?.root);
      if (known === undefined || of === undefined || position.line > headLines) {
        return undefined;
      }
      const line = document.lineAt(position.line).text;
      const front = known.frontMatter?.range.end.line ?? -1;
      // In the body a label or a table states it.
      if (position.line > front && !/[:|]/.test(line)) {
        return undefined;
      }
      for (const name of known.metadata.services ?? []) {
        const from = placeOf(line, name, position.character);
        const service = from === undefined ? undefined : of.services.named(name);
        if (service !== undefined && from !== undefined) {
          const page = of.pageOf(service);
          const text = [...countsOf(page), ...gapsOf(page)].map((each) => `- ${plainText(each)}`).join('\n');
          const range = new Range(position.line, from, position.line, from + name.length);
          return new Hover(new MarkdownString(`**${plainText(service.name)}**\n\n${text}`), range);
        }
      }
      return undefined;
    },
  });
}

/** Where in a line the name stands that covers a place; undefined if none does. */
function placeOf(line: string, name: string, character: number): number | undefined {
  for (let from = line.indexOf(name); from !== -1; from = line.indexOf(name, from + 1)) {
    const isWhole = !/[\p{L}\p{N}_-]/u.test(`${line.charAt(from - 1)}${line.charAt(from + name.length)}`);
    if (isWhole && from <= character && character <= from + name.length) {
      return from;
    }
  }
  return undefined;
}
