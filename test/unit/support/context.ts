import { Neighbourhoods } from '../../../src/core/convention/neighbourhood.ts';
import { expectationOf } from '../../../src/core/convention/expectation.ts';
import { readDocument, type CatalogDocument } from '../../../src/core/document/document.ts';
import type { DocumentKind } from '../../../src/core/vocabulary/kind.ts';
import type { RuleContext } from '../../../src/core/check/rules/rule.ts';

/** A document of a kind that is given rather than found out. */
export function documentOf(kind: DocumentKind, text: string, path = `${kind}s/document.md`): CatalogDocument {
  return readDocument({ uri: path, root: 'root', path }, text, { kind, why: 'the test says so' });
}

/**
 * What rules are given about a document that stands among others.
 * @param counted the form in which the document itself counts as one of the neighbours.
 */
export function contextOf(
  document: CatalogDocument,
  others: readonly CatalogDocument[] = [],
  counted = document,
): RuleContext {
  const neighbourhoods = new Neighbourhoods([counted, ...others]);
  const neighbourhood = neighbourhoods.of(document);
  return {
    document,
    neighbourhood,
    beside: () => neighbourhoods.beside(document),
    templates: [],
    expectation: expectationOf(document, neighbourhood),
    ownersOf: () => [],
    today: '2026-06-15',
    words: {},
    levels: {},
    options: {},
  };
}
