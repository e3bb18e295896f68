import { createSampleRepository } from '../../sample/create.ts';
import type { Session } from './support/session.ts';

/** The packaged extension on the sample repository, as a newcomer meets it. */
export default function sampleTests(session: Session): void {
  describe('the sample repository', () => {
    it('fills the trees', async () => {
      const workbench = await session.open(async (folder) => {
        await createSampleRepository(folder);
        return folder;
      });
      await workbench.openView('Runbook Lens');
      await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 5);
      await new Promise((r) => setTimeout(r, 3000));
      await workbench.screenshot('a');
      await workbench.openFile('LockerFirmwareRolloutStalled.md');
      await new Promise((r) => setTimeout(r, 1500));
      await workbench.problems();
      await new Promise((r) => setTimeout(r, 1500));
      await workbench.screenshot('b');
    });
  });
}
