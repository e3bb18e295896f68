import path from 'node:path';
import { tableOfCases } from './at-time-cases.ts';

/** The page for users that has the table. */
export const page = path.join(import.meta.dirname, '../../../../docs/dashboards.md');

/** Returns the text of the page with the table as it is now. */
export function withTable(text: string): string {
  return text.replace(/```text\n[^]*?```/, () => `\`\`\`text\n${tableOfCases().join('\n')}\n\`\`\``);
}
