import { metadataFaults } from '../metadata/faults.ts';
import { comparePositions } from '../model/position.ts';
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

  fix(context, finding) {
    const found = metadataFaults(context).find(
      ({ range, message }) => message === finding.message && comparePositions(range.start, finding.range.start) === 0,
    );
    return found?.meant === undefined
      ? undefined
      : { title: `Change it to ${found.meant}`, edits: [{ range: found.range, newText: found.meant }] };
  },
};
