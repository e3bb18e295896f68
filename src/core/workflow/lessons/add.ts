import type { CatalogDocument } from '../../document/document.ts';
import { linkIncident } from '../links/add-links.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fold } from '../../text/plain-text.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import { homeOf, placeQuotations } from './place.ts';
import type { Quotation } from './quotation.ts';

/** The quotations for which a runbook has a section, or is expected to have one. */
export function addable(
  runbook: CatalogDocument,
  expected: readonly ExpectedSection[],
  quotations: readonly Quotation[],
): Quotation[] {
  return quotations.filter(({ topic }) => homeOf(runbook, expected, topic) !== undefined);
}

/** Whether a runbook has a quotation's words and commands already, wherever they stand in it. */
export function isQuoted(runbook: CatalogDocument, { lines, commands }: Quotation): boolean {
  const wanted = [...lines, ...commands.flatMap((found) => found.lines)].map(fold).filter((line) => line !== '');
  const text = fold(runbook.text.replace(/^[ \t>]+/gm, ''));
  return wanted.length > 0 && wanted.every((line) => text.includes(line));
}

/**
 * Edits that add what a postmortem says to a runbook, each quotation to the section that it belongs to, and name the postmortem among
 * the runbook's past incidents. What the runbook says already stays as it is. Undefined where there is no place for them that would
 * not make something else of its text.
 * @param expected the sections that such runbooks have, in order.
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
