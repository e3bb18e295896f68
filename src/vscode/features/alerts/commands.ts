import { commands } from 'vscode';
import type { Deps } from '../../deps.ts';
import type { AlertIndex } from './alert-index.ts';
import { createRunbook } from './create.ts';
import { linkAlert } from './link.ts';
import { openAlert, openAlertRunbook } from './open.ts';
import { alertOf, placeOf } from './target.ts';
import { markUsedElsewhere } from './unused.ts';
import type { AlertView } from './view.ts';

/** The commands about alerts, without their prefix. */
export type AlertCommand =
  | 'openAlert'
  | 'openAlertRunbook'
  | 'createRunbookForAlert'
  | 'linkAlert'
  | 'declareForAlert'
  | 'usedElsewhere'
  | 'groupAlerts'
  | 'expandAlerts';

/** Returns what each command does with the alert that it is called on, or with that at the cursor. */
export function alertCommands(
  deps: Deps,
  alerts: AlertIndex,
  view: AlertView,
): Readonly<Record<AlertCommand, (target: unknown) => Promise<void>>> {
  return {
    openAlert: async (target) => openAlert(await alertOf(alerts, target)),
    openAlertRunbook: async (target) => openAlertRunbook(alerts, await alertOf(alerts, target)),
    createRunbookForAlert: async (target) => createRunbook(deps, alerts, await alertOf(alerts, target)),
    linkAlert: async (target) => linkAlert(deps, alerts, await alertOf(alerts, target), target),
    declareForAlert: async (target) => {
      const { title, severity } = (target ?? {}) as { readonly title?: unknown; readonly severity?: unknown };
      const place = placeOf(await alertOf(alerts, target));
      await commands.executeCommand('runbookLens.declareIncident', { ...place, title, severity });
    },
    usedElsewhere: (target) => markUsedElsewhere(deps, target),
    groupAlerts: (target) => view.group(target),
    expandAlerts: () => view.expand(),
  };
}
