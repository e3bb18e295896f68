import {
  DocumentLink,
  Hover,
  languages,
  Location,
  Range,
  type Disposable,
  type DocumentFilter,
  type LocationLink,
  type Position,
  type TextDocument,
} from 'vscode';
import type { Deps } from '../../deps.ts';
import { toRange } from '../../services/convert.ts';
import { DisposableStore } from '../../services/disposables.ts';
import type { AlertIndex } from './alert-index.ts';
import type { FoundAlert, Target } from './folder-alerts.ts';
import { hoverOf, usesText } from './hover.ts';
import { AlertLenses } from './lenses.ts';
import { usesAt } from './uses.ts';

/** The files that may define alerts. */
export const ruleFiles: readonly DocumentFilter[] = [
  { pattern: '**/*.{yaml,yml,rule,rules,tpl,tmpl,gotmpl,j2,json,tf,jsonnet,libsonnet}' },
];
/** The pages that alerts lead to. */
const pages: readonly DocumentFilter[] = [{ pattern: '**/*.{md,markdown,mdx,adoc,erb}' }];

/** Registers what editors show of alerts, in rule files and in runbooks. */
export function registerProviders(deps: Deps, alerts: AlertIndex): Disposable {
  const store = new DisposableStore();
  const lenses = store.add(new AlertLenses(deps, alerts));
  store.add(
    languages.registerCodeLensProvider([...ruleFiles, ...pages], lenses),
    languages.registerHoverProvider(ruleFiles, {
      provideHover(document, position) {
        const here = placeAt(alerts, document, position);
        return here && new Hover(hoverOf(deps, alerts, here.found), here.range);
      },
    }),
    languages.registerDefinitionProvider(ruleFiles, {
      provideDefinition(document, position): LocationLink[] {
        const here = placeAt(alerts, document, position);
        const target = here && alerts.folderOf(document.uri)?.targetOf(here.found);
        return here === undefined || target === undefined
          ? []
          : [{ originSelectionRange: here.range, targetUri: target.uri, targetRange: rangeOf(target) }];
      },
    }),
    languages.registerDocumentLinkProvider(ruleFiles, {
      provideDocumentLinks: (document) => alerts.alertsIn(document).flatMap((found) => linkOf(alerts, found)),
    }),
    languages.registerReferenceProvider(pages, {
      provideReferences: (document, { line }) =>
        usesAt(deps, alerts, document, line).map(
          ({ uri, alert, resolution: { link } }) => new Location(uri, toRange(link?.range ?? alert.nameRange)),
        ),
    }),
    languages.registerHoverProvider(pages, {
      provideHover(document, position) {
        const title = deps.index.catalog.get(document.uri.toString())?.titleRange;
        const text = title && toRange(title).contains(position) ? usesText(alerts, document.uri) : undefined;
        return text && title && new Hover(text, toRange(title));
      },
    }),
  );
  return store;
}

/** Returns the alert whose name or link is at a position, and the range of that. */
function placeAt(
  alerts: AlertIndex,
  document: TextDocument,
  position: Position,
): { readonly found: FoundAlert; readonly range: Range } | undefined {
  for (const found of alerts.alertsIn(document)) {
    const { alert, resolution } = found;
    for (const range of [alert.nameRange, ...(resolution.link === undefined ? [] : [resolution.link.range])]) {
      if (toRange(range).contains(position)) {
        return { found, range: toRange(range) };
      }
    }
  }
  return undefined;
}

function rangeOf({ heading }: Target): Range {
  const line = heading?.line ?? 0;
  return new Range(line, 0, line, 0);
}

function linkOf(alerts: AlertIndex, found: FoundAlert): DocumentLink[] {
  const target = alerts.folderOf(found.uri)?.targetOf(found);
  const { link } = found.resolution;
  if (target === undefined || link === undefined) {
    return [];
  }
  const fragment = target.heading === undefined ? '' : `L${target.heading.line + 1}`;
  const shown = new DocumentLink(toRange(link.range), target.uri.with({ fragment }));
  shown.tooltip = target.document?.title ?? target.uri.path.slice(target.uri.path.lastIndexOf('/') + 1);
  return [shown];
}
