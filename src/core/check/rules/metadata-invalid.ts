import { metadataFaults } from '../facts/faults.ts';
import type { Finding } from '../../text/finding.ts';
import { fixEach } from './fix-each.ts';
import type { Report, Rule } from './rule.ts';

/** A severity, status, service, date or time zone that cannot be right, and front matter that cannot be read. */
export const metadataInvalid: Rule = {
  id: 'metadata-invalid',
  summary: 'A severity, status, service, date or time zone is not one, or the front matter cannot be read.',
  defaultSeverity: 'warning',

  *check(context): Iterable<Report> {
    for (const { range, message, severity } of metadataFaults(context)) {
      yield { range, message, severity };
    }
  },

  ...fixEach('metadata-invalid', (context) => {
    const faults = new Map(metadataFaults(context).map((fault) => [keyOf(fault), fault]));
    return (finding) => {
      const found = faults.get(keyOf(finding));
      return found?.meant === undefined
        ? undefined
        : { title: `Change it to ${found.meant}`, edits: [{ range: found.range, newText: found.meant }] };
    };
  }),
};

/** What tells one fault of a document from the others. */
function keyOf({ range: { start }, message }: Pick<Finding, 'range' | 'message'>): string {
  return `${start.line}:${start.character} ${message}`;
}
