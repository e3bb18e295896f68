import {
  CompletionItem,
  CompletionItemKind,
  Hover,
  languages,
  MarkdownString,
  Uri,
  type DocumentFilter,
  type Disposable,
  type TextDocument,
} from 'vscode';
import {
  completionsAt,
  hoverAt,
  labelText,
  wordsFor,
  type Completion,
  type Hover as CoreHover,
  type RuleContext,
  type Words,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { toRange } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { plainText } from '../../services/plain-text.ts';

const documents: DocumentFilter[] = [{ pattern: '**/*.{md,markdown,mdx,erb}' }, { language: 'plaintext' }];

/** Completion and hover in runbooks and postmortems: front matter, sections, severities, services and people. */
export function registerEditing({ index, people }: Deps): Disposable {
  const store = new DisposableStore();
  const known = async (document: TextDocument): Promise<{ context: RuleContext; words: Words } | undefined> => {
    index.sync(document);
    const context = index.catalog.context(document.uri.toString());
    if (context === undefined) {
      return undefined;
    }
    const { root } = context.document;
    const same = index.catalog.documents().filter((other) => other.root === root);
    return { context, words: wordsFor(context, same, await people.of(document.uri)) };
  };
  store.add(
    languages.registerCompletionItemProvider(
      documents,
      {
        async provideCompletionItems(document, position, token) {
          const found = await known(document);
          return found === undefined || token.isCancellationRequested
            ? []
            : completionsAt(found.context, position, found.words).map(toItem);
        },
      },
      '#',
      ' ',
      ':',
      '@',
    ),
    languages.registerHoverProvider(documents, {
      async provideHover(document, position, token) {
        const found = await known(document);
        const incidents = found && index.catalog.pastIncidents(found.context.document);
        const hover = found && hoverAt(found.context, position, found.words, incidents);
        return hover === undefined || token.isCancellationRequested
          ? undefined
          : new Hover(contentsOf(hover), toRange(hover.range));
      },
    }),
  );
  return store;
}

/** Returns plain text, then links to documents. Nothing is trusted, so no link can run a command. */
function contentsOf({ paragraphs, links = [] }: CoreHover): MarkdownString[] {
  const list = links.map(({ text, uri }) => `- [${plainText(text)}](${Uri.parse(uri).toString()})`).join('\n');
  const texts = paragraphs.map((text) => plainText(text));
  return [...texts, ...(list === '' ? [] : [list])].map((text) => new MarkdownString(text));
}

const kinds: Readonly<Record<Completion['type'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  section: CompletionItemKind.Struct,
  person: CompletionItemKind.User,
};

function toItem({ type, label, detail, help, newText, range }: Completion, index: number): CompletionItem {
  const item = new CompletionItem(labelText(label), kinds[type]);
  item.insertText = newText;
  item.filterText = newText;
  item.range = toRange(range);
  item.sortText = String(index).padStart(5, '0');
  if (detail !== undefined) {
    item.detail = labelText(detail);
  }
  if (help !== undefined) {
    item.documentation = help;
  }
  if (type === 'key') {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
