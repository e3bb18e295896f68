import { l10n, Uri, window, type QuickPickItem } from 'vscode';
import { durationText, incidentOf, UserError, type Incident } from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { chooseItem } from '../../services/ask.ts';
import { newest } from '../../services/newest-document.ts';
import { openIncidentsOf, useIncident } from '../../services/open-incidents.ts';

/** Which incidents a command accepts: open ones, or also resolved ones that are not a postmortem yet. */
export type Which = 'open' | 'unfinished';

/**
 * Returns the incident for a command: the document that it was called on, otherwise the active editor, the only
 * incident, or the user's choice. Undefined if the user cancels. Throws a UserError if there is none.
 */
export async function currentIncident(
  deps: Deps,
  target: Uri | undefined,
  which: Which = 'open',
): Promise<Incident | undefined> {
  const { index } = deps;
  await index.whenReady();
  if (target !== undefined) {
    const known = index.catalog.get(target.toString());
    // The index may have read the file while another program was writing it.
    const incident = (known && incidentOf(known)) ?? incidentOf(index.read(await newest(target)));
    if (incident === undefined) {
      throw new UserError(
        l10n.t(
          'This document is not the record of an incident. The status of a record is investigating, identified, mitigated or resolved.',
        ),
      );
    }
    return incident;
  }
  const incidents = incidentsOf(deps, which);
  const active = window.activeTextEditor?.document.uri.toString();
  const here = incidents.find(({ document }) => document.uri === active);
  const [first, ...others] = incidents;
  if (first === undefined) {
    throw new UserError(l10n.t('No incident is open. Start one with "Declare Incident…".'));
  }
  return here ?? (others.length === 0 ? first : choose(incidents, deps));
}

/** Returns the incidents of all folders: the one used last, then the most urgent first. */
export function incidentsOf(deps: Deps, which: Which): Incident[] {
  const open = openIncidentsOf(deps);
  const closed = deps.index.catalog
    .telling('incident')
    .flatMap((document) => incidentOf(document) ?? [])
    .filter(({ document: { uri } }) => open.every(({ document }) => document.uri !== uri));
  return which === 'open' ? open : [...open, ...closed];
}

/** Returns the elapsed time of an incident, or an empty text if its start is not known. */
export function elapsed({ started }: Incident, now: Date): string {
  return started === undefined ? '' : durationText(Math.max(0, now.getTime() - started.getTime()) / 60_000);
}

async function choose(incidents: readonly Incident[], deps: Deps): Promise<Incident | undefined> {
  const items = incidents.map((incident): QuickPickItem & { incident: Incident } => {
    const { severity, status } = incident.document.metadata;
    const facts = [severity, status, elapsed(incident, deps.clock.now())];
    return {
      label: incident.document.title,
      description: facts.filter((fact) => fact !== undefined && fact !== '').join(' · '),
      incident,
    };
  });
  const chosen = (await chooseItem(items, { placeHolder: l10n.t('Choose an incident.') }))?.incident;
  if (chosen !== undefined) {
    await useIncident(deps, chosen.document.uri);
  }
  return chosen;
}

/** Returns the URI of a record. */
export function recordUri({ document }: Incident): Uri {
  return Uri.parse(document.uri);
}
