import { jsonText } from './json-text.ts';
import type { Report } from '../report.ts';

/** An array of the findings, for scripts. `check --help` states its shape. */
export function toJson({ findings }: Report): string {
  const plain = findings.map(({ path, rule, severity, range, message, section }) => ({
    path,
    rule,
    severity,
    range,
    message,
    section,
  }));
  return jsonText(plain);
}
