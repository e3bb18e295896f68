// node test/unit/core/dashboard/at-time-table.ts: for each tool and form of time, an address before and after it is opened at the time of an
// incident. With --write, the same in docs/dashboards.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { cases, opened, tableOfCases } from './at-time-cases.ts';
import { page, withTable } from './page.ts';

console.log(tableOfCases().join('\n'));
const right = cases.filter((each) => {
  const found = opened(each);
  return (found.changed ? found.address : undefined) === each.after;
});
console.log(`\n${right.length} of ${cases.length} right`);
if (process.argv.includes('--write')) {
  writeFileSync(page, withTable(readFileSync(page, 'utf8')));
}
