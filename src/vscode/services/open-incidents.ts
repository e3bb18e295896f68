import { openIncidents, type Incident } from '../../core/index.ts';
import type { Deps } from '../deps.ts';

const memory = 'incident.lastUsed';

/** Returns the open incidents of all folders: the one used last, then the most urgent first. */
export function openIncidentsOf({ index, context }: Pick<Deps, 'index' | 'context'>): Incident[] {
  const used = context.workspaceState.get(memory);
  const isUsed = ({ document }: Incident): number => Number(document.uri === used);
  return openIncidents(index.catalog.telling('incident')).toSorted((a, b) => isUsed(b) - isUsed(a));
}

/** Remembers the record of an incident as the one used last. */
export async function useIncident({ context }: Pick<Deps, 'context'>, record: string): Promise<void> {
  if (context.workspaceState.get(memory) !== record) {
    await context.workspaceState.update(memory, record);
  }
}
