import type { CatalogDocument } from '../../document/document.ts';
import { perDocument } from '../../document/per-document.ts';
import { othersInWords, othersOf } from '../../convention/others.ts';
import { fewestNeighbours } from '../../convention/neighbourhood.ts';
import { fieldNamed, headLines } from '../../document/fields.ts';
import type { RuleContext } from '../rules/rule.ts';
import { templateKeys } from './expected-keys.ts';

/** Share of the others that makes a custom. */
const ownedShare = 0.6;

/** Owners files are slow for thousands of documents, so a sample is checked first. Below this share there is no custom. */
const sampleSize = 40;
const sampleShare = 0.3;

/** An owner in a comment. */
const ownerComment = /<!--\s*(?:owners?|maintainers?|owning team|team)\s*:\s*[@\p{L}]/iu;

/** Returns whether a document has an owner in its text or in CODEOWNERS and OWNERS files. Authors own their postmortem. */
export function isOwned(document: CatalogDocument, { ownersOf }: Pick<RuleContext, 'ownersOf'>): boolean {
  return ownersInText(document).named || ownersOf(document).length > 0;
}

const ownersInText = perDocument(({ metadata, blocks }) => ({
  named:
    (metadata.owners ?? []).length > 0 ||
    blocks.some(({ type, firstLine, text }) => type === 'html' && firstLine <= headLines && ownerComment.test(text)),
}));

/** Returns why a document should have an owner, in words; undefined if it need not have one. */
export function ownerExpected(context: RuleContext): string | undefined {
  const { convention } = context.expectation;
  if (templateKeys(context).some((key) => fieldNamed(key) === 'owners')) {
    return `the template ${convention.template.name} requires one`;
  }
  const others = othersOf(context);
  if (others.length < fewestNeighbours) {
    return undefined;
  }
  const beside = sampleOf(context.beside());
  return beside.length === 0 ||
    countOwned(beside, context, ownedShare) === undefined ||
    countOwned(sampleOf(others), context, sampleShare) === undefined
    ? undefined
    : inWords(countOwned(others, context, ownedShare), others.length, context);
}

function inWords(owned: number | undefined, total: number, context: RuleContext): string | undefined {
  return owned === undefined ? undefined : `${owned} of ${total} ${othersInWords(context)} have one`;
}

/** The number of documents with an owner; undefined as soon as it is below a share of them. */
function countOwned(documents: readonly CatalogDocument[], context: RuleContext, share: number): number | undefined {
  const most = Math.floor(documents.length * (1 - share) + 1e-9);
  let without = 0;
  for (const document of documents) {
    without += isOwned(document, context) ? 0 : 1;
    if (without > most) {
      return undefined;
    }
  }
  return documents.length - without;
}

/** A sample of a list, evenly spread. */
function sampleOf(documents: readonly CatalogDocument[]): CatalogDocument[] {
  const step = Math.max(1, Math.floor(documents.length / sampleSize));
  return documents.filter((_, index) => index % step === 0);
}

/** Returns whether a document should have an owner and has none. */
export function lacksOwner(context: RuleContext): boolean {
  return !isOwned(context.document, context) && ownerExpected(context) !== undefined;
}
