import { openOperations } from '../ui/support/operations.ts';
import { declareIncident, logEntry, RecordFile } from '../ui/support/incidents.ts';
import type { Session } from '../ui/support/session.ts';
import { createSampleRepository } from '../../sample/create.ts';
import path from 'node:path';

type Make = (session: Session) => Promise<void>;

/** Each picture of one state of the window, by its name. */
export const stills: Readonly<Record<string, Make>> = {
  /** The box that finds runbooks, with a symptom. */
  find: async (session) => {
    const workbench = await openOperations(session);
    await workbench.openView('Runbook Lens');
    await workbench.waitForTreeRows('Runbooks', (rows) => rows.length > 5);
    await workbench.runCommand('Runbook Lens: Find Runbook…');
    await workbench.typeInQuickInput('database connections used up');
    await workbench.quickInput().getByText('PostgresConnectionsNearLimit').first().waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('find');
  },
  /** An incident that goes on: the runbook beside the record, and the Incident view. */
  incident: async (session) => {
    let operations = '';
    const workbench = await session.open(async (folder) => {
      operations = path.join(folder, 'tarnbox-operations');
      await createSampleRepository(operations);
      return operations;
    });
    await workbench.openView('Runbook Lens');
    await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
    await declareIncident(workbench, 'LockerOfflineRatioHigh in Ghent');
    const record = await RecordFile.called(operations, 'lockerofflineratiohigh-in-ghent');
    await logEntry(workbench, record, '-12m First call from a depot');
    await logEntry(workbench, record, 'All sites of one carrier. Next update in 20 min');
    await workbench.waitForTreeRows('Incident', (rows) => rows.some(({ label }) => label.startsWith('Next update in')));
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('incident');
  },
  /** The Alerts view beside a rule file. */
  alerts: async (session) => {
    const workbench = await openOperations(session);
    await workbench.openView('Runbook Lens');
    await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
    for (const other of ['Runbooks', 'Postmortems', 'Action Items']) {
      await workbench.page.locator(`.pane-header[aria-label^="${other}"]`).click();
    }
    await workbench.waitForTreeRows('Alerts', (rows) => rows.some(({ level }) => level === 2));
    await workbench.openFile('platform.rules.yaml');
    await workbench.page.locator('.codelens-decoration a').first().waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('alerts');
  },
  /** The Services view, and the page of one. */
  services: async (session) => {
    const workbench = await openOperations(session);
    await workbench.openView('Runbook Lens');
    await workbench.waitForTreeRows('Postmortems', (rows) => rows.length > 3);
    for (const other of ['Runbooks', 'Postmortems', 'Action Items']) {
      await workbench.page.locator(`.pane-header[aria-label^="${other}"]`).click();
    }
    await workbench.waitForTreeRows('Services', (rows) =>
      rows.some(({ accessibleName }) => accessibleName.startsWith('locker-gateway, 2 alerts')),
    );
    await workbench.expandRow('Services', 'parcel-api');
    await workbench.expandRow('Services', 'Runbooks');
    await workbench.clickRowAction('Services', 'parcel-api', 'Open Service Page');
    await workbench.readingView('parcel-api');
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('services');
  },
  /** A runbook as a page to work through. */
  reading: async (session) => {
    const workbench = await openOperations(session);
    await workbench.openFile('PostgresConnectionsNearLimit.md');
    await workbench.runCommand('Runbook Lens: Open Reading View');
    await workbench.readingView('PostgresConnectionsNearLimit');
    await workbench.page.waitForTimeout(1000);
    await workbench.screenshot('reading');
  },
  /** The gate of a review, and the action items. */
  learn: async (session) => {
    const workbench = await openOperations(session);
    await workbench.openView('Runbook Lens');
    await workbench.waitForTreeRows('Action Items', (rows) => rows.length > 2);
    await workbench.openFile('2026-11-18-belgian-lockers-offline.md');
    await workbench.runCommand('Runbook Lens: Change Review Status…');
    await workbench.quickInput().locator('.monaco-list-row').first().waitFor();
    await workbench.page.waitForTimeout(1500);
    await workbench.screenshot('learn');
  },
  /** The quick fix of a missing section. */
  'quick-fix': async (session) => {
    const workbench = await openOperations(session);
    await workbench.openView('Runbook Lens');
    await workbench.openFile('LockerFirmwareRolloutStalled.md');
    await workbench.page.locator('.squiggly-warning').first().waitFor();
    await workbench.page.keyboard.press('ControlOrMeta+Home');
    await workbench.insist(
      async () => {
        await workbench.page.keyboard.press('Escape');
        await workbench.page.keyboard.press('ControlOrMeta+.');
      },
      workbench.page.locator('.action-widget .monaco-list-row', { hasText: 'Insert section Mitigation' }),
      'the quick fix',
    );
    await workbench.page.waitForTimeout(500);
    await workbench.screenshot('quick-fix');
  },
};
