import { metadataFaults } from '../facts/faults.ts';
import type { Report, Rule } from './rule.ts';

/** Reports invalid severities, statuses, services, dates and time zones, and front matter that cannot be read. */
export const metadataInvalid: Rule = {
  id: 'metadata-invalid',
  summary: 'A severity, status, service, date or time zone is not valid, or the front matter cannot be read.',
  defaultSeverity: 'warning',

  *check(context): Iterable<Report> {
    for (const { range, about, message, severity, meant } of metadataFaults(context)) {
      yield {
        range,
        about,
        message,
        severity,
        ...(meant !== undefined && {
          fix: () => ({ title: `Change to ${meant}`, edits: [{ range, newText: meant }] }),
        }),
      };
    }
  },
};
