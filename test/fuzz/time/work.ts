import { readActionItems } from '../../../src/core/record/actions/read.ts';
import { readDocument, reclassify, type CatalogDocument } from '../../../src/core/document/document.ts';
import { conflictsOf } from '../../../src/core/document/conflicts.ts';
import { completionsAt } from '../../../src/core/catalog/editing/completions.ts';
import { hoverAt } from '../../../src/core/catalog/editing/hover.ts';
import { wordsFor } from '../../../src/core/catalog/editing/vocabulary.ts';
import { linkedPaths } from '../../../src/core/document/links/links.ts';
import { check, checkWithFixes } from '../../../src/core/check/rules/check.ts';
import { mend } from '../../../src/core/check/mend.ts';
import { ignoreHere } from '../../../src/core/check/ignore-here.ts';
import { builtInTemplates } from '../../../src/core/team/templates/builtin/index.ts';
import { readTimelines } from '../../../src/core/record/timeline/read.ts';
import { contextOf, documentOf } from '../../unit/support/context.ts';

export type DocumentKind = 'runbook' | 'postmortem';
export const documentKinds: readonly DocumentKind[] = ['runbook', 'postmortem'];

/** As often as the command line goes over a document when it mends it. */
const mostPasses = 4;

/** Neighbours that show customs, so that rules which look at such speak too. */
export const neighbours: Readonly<Record<DocumentKind, readonly CatalogDocument[]>> = {
  runbook: neighboursOf('runbook'),
  postmortem: neighboursOf('postmortem'),
};

function neighboursOf(kind: DocumentKind): CatalogDocument[] {
  const template = builtInTemplates.find((each) => each.kind === kind)?.text ?? '';
  return Array.from({ length: 8 }, (_, index) => {
    const text = `${template}\n## Timeline (UTC)\n\n- 10:00 UTC a\n- 10:10 UTC b\n\n## Action items\n\n- [ ] do it @ann 2024-01-01\n`;
    return documentOf(kind, text, `${kind}s/other-${index}.md`);
  });
}

/** What is done with a text, by name: each from the text on, so that nothing is remembered from one to the next. */
export const jobs: Readonly<Record<string, (text: string, kind: DocumentKind) => unknown>> = {
  check(text, kind) {
    const document = readDocument({ uri: 'a.md', root: 'root', path: 'docs/a.md' }, text);
    return check(contextOf(reclassify(document, { kind, why: 'it is asked for' }), neighbours[kind]));
  },
  fix(text, kind) {
    let mended: string | undefined = text;
    for (let pass = 0; pass < mostPasses && mended !== undefined; pass += 1) {
      mended = mend(checkWithFixes(contextOf(documentOf(kind, mended), neighbours[kind])));
    }
  },
  edit(text, kind) {
    const document = documentOf(kind, text);
    const context = contextOf(document, neighbours[kind]);
    const checked = checkWithFixes(context);
    const { findings } = checked;
    // The first and the last: an editor asks for what stands at the cursor.
    for (const finding of new Set([findings[0], findings.at(-1)])) {
      if (finding !== undefined) {
        checked.fixFor(finding);
        ignoreHere(document, finding);
      }
    }
    readTimelines(document);
    readActionItems(document);
    conflictsOf(document);
    linkedPaths(document);
    const words = wordsFor(context, [], []);
    for (const position of [{ line: 0, character: 0 }, document.titleRange.end, document.end]) {
      hoverAt(context, position, words);
      completionsAt(context, position, words);
    }
  },
};
