import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { RecordFile } from './support/incidents.ts';
import type { Session } from './support/session.ts';
import type { Workbench } from './support/workbench.ts';

const record = `# Orders lost

**Severity:** SEV-3 | **Status:** investigating | **Owner:** Ada Example

## Summary

Orders are lost.

## Impact

Three shops.

## Timeline (all times in PST/PDT)

- 🔥 2024-07-05 03:20 alert
- 03:40 look

## Root cause

## Action items
`;

/** Records whose facts and times are not those of a template. */
export default function factTests(session: Session): void {
  describe('a record with its facts on one line', () => {
    let workbench: Workbench;
    let file: RecordFile;

    before(async () => {
      workbench = await session.open(async (folder) => {
        const root = path.join(folder, 'shop');
        await mkdir(path.join(root, 'postmortems'), { recursive: true });
        file = new RecordFile(path.join(root, 'postmortems', '2024-07-05-orders.md'));
        await writeFile(file.file, record);
        await writeFile(path.join(root, '.runbook-lens.json'), '{ "severities": ["SEV-1", "SEV-2", "SEV-3"] }\n');
        return root;
      });
      await workbench.openFile('2024-07-05-orders.md');
    });

    it('gets another severity and status in place, and its entries at the end', async () => {
      await workbench.runCommand('Runbook Lens: Change Incident Severity…');
      await workbench.pickQuickInput('SEV-1');
      await file.waitForOnce(
        '\n**Severity:** SEV-1 | **Status:** investigating | **Owner:** Ada Example\n',
        'Severity changed from SEV-3 to SEV-1',
      );
      await workbench.runCommand('Runbook Lens: Change Incident Status…');
      await workbench.pickQuickInput('mitigated');
      await file.waitForOnce(
        '\n**Severity:** SEV-1 | **Status:** mitigated | **Owner:** Ada Example\n',
        'Status changed from investigating to mitigated',
      );
      await workbench.screenshot('facts-on-one-line');
    });
  });
}
