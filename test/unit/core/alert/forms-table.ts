// node test/unit/core/alert/forms-table.ts: for each form of rules, how many alerts the fixtures have and how many are read right.
import { loadAlerts } from '../../../../src/core/index.ts';
import { table } from '../../../../scripts/corpus/table.ts';
import { forms, jsonnetTexts, readFixture } from './forms.ts';

const { readAlerts } = await loadAlerts();
const rows = await Promise.all(
  Object.entries(forms).map(async ([form, fixtures]) => {
    const read = await Promise.all(fixtures.map(readFixture));
    const right = read.filter(({ found, wanted }) => found.join('\n') === wanted.join('\n'));
    return [form, fixtures.length, right.length] as const;
  }),
);
const counted = jsonnetTexts.filter(([text, alerts]) => readAlerts('a.libsonnet', text)?.unreadable?.alerts === alerts);
const all = [...rows, ['13. Jsonnet: files counted', jsonnetTexts.length, counted.length] as const];
const inOrder = all.toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
console.log(table([['form', 'alerts', 'right'], ...inOrder]).join('\n'));
