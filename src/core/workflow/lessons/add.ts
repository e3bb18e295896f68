import type { CatalogDocument } from '../../document/document.ts';
import { linkIncident } from '../links/add-links.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fold } from '../../text/plain-text.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import { homeOf, placeQuotations } from './place.ts';
import type { Quotation } from './quotation.ts';

/** Returns the quotations for which a runbook has, or should have, a section. */
export function addable(
  runbook: CatalogDocument,
  expected: readonly ExpectedSection[],
  quotations: readonly Quotation[],
): Quotation[] {
  return quotations.filter(({ topic }) => homeOf(runbook, expected, topic) !== undefined);
}

/** Returns whether a runbook already contains the words and commands of a quotation. */
export function isQuoted(runbook: CatalogDocument, { lines, commands }: Quotation): boolean {
  const wanted = [...lines, ...commands.flatMap((found) => found.lines)].map(fold).filter((line) => line !== '');
  const text = fold(runbook.text.replace(/^[ \t>]+/gm, ''));
  return wanted.length > 0 && wanted.every((line) => text.includes(line));
}

/**
 * Returns edits that add the quotations of a postmortem to the sections of a runbook, and the postmortem to its past incidents. Text that
 * the runbook already has is not added. Undefined if there is no place where the other text stays as it is.
 * @param expected sections of such runbooks, in order.
 */
export function addToRunbook(
  runbook: CatalogDocument,
  record: CatalogDocument,
  quotations: readonly Quotation[],
  expected: readonly ExpectedSection[],
): TextEdit[] | undefined {
  const edits = placeQuotations(runbook, record, quotations, expected, true);
  return edits && [...edits, ...linkIncident(runbook, record)];
}
