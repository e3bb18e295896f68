import { jsonText } from './json-text.ts';
import type { Report } from '../report.ts';

/** Returns the findings as a JSON array; see `check --help`. */
export function toJson({ findings }: Report): string {
  const plain = findings.map(({ path, rule, severity, range, message, section, group }) => ({
    path,
    rule,
    severity,
    range,
    message,
    section,
    group,
  }));
  return jsonText(plain);
}
