import {
  checklistOf,
  holderOf,
  instantOfEntry,
  likelyRunbook,
  rankRunbooks,
  readTimelines,
  rolesOf,
  type Incident,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { wordsOf } from './change.ts';
import type { SimilarIncidents } from './similar.ts';
import type {
  CheckNode,
  EntryNode,
  FactNode,
  IncidentNode,
  IncidentViewNode,
  PartNode,
  PastNode,
  RoleNode,
  RunbookNode,
} from './view-nodes.ts';

const mostEntries = 3;
const mostRunbooks = 5;

/** Returns the rows below a row of the Incident view. */
export function rowsBelow(deps: Deps, similar: SimilarIncidents, node: IncidentViewNode): IncidentViewNode[] {
  switch (node.type) {
    case 'incident':
      return node.incident.conflicted ? [] : partsOf(deps, similar, node);
    case 'entries':
      return entriesOf(node);
    case 'runbooks':
      return runbooksOf(deps, node);
    case 'similar':
      return similarTo(similar, node);
    case 'past':
      return node.fixed === undefined ? [] : [{ type: 'fix', fixed: node.fixed, parent: node }];
    case 'roles':
      return rolesIn(deps, node);
    case 'checklist':
      return checklistOf(node.document).map((item): CheckNode => ({ type: 'check', item, parent: node }));
    default:
      return [];
  }
}

/** Returns the parts of an incident. Empty lists are left out. */
function partsOf(deps: Deps, similar: SimilarIncidents, parent: IncidentNode): IncidentViewNode[] {
  const { document } = parent;
  const fact = (type: FactNode['type']): FactNode => ({ type, parent, document });
  const part = (type: PartNode['type']): PartNode => ({ type, parent, document });
  const lists = (['entries', 'runbooks', 'similar'] as const)
    .map(part)
    .filter((node) => rowsBelow(deps, similar, node).length > 0);
  return [fact('state'), fact('update'), ...lists, part('roles'), part('checklist')];
}

/** The last entries, the newest first. */
function entriesOf(parent: PartNode): EntryNode[] {
  return readTimelines(parent.document)
    .flatMap(({ entries }) => entries)
    .map((entry, at) => ({ entry, at, instant: instantOfEntry(entry)?.getTime() ?? 0 }))
    .toSorted((a, b) => b.instant - a.instant || b.at - a.at)
    .slice(0, mostEntries)
    .map(({ entry }) => ({ type: 'entry', entry, parent }));
}

/** The runbooks that may help, the likeliest first. */
function runbooksOf({ alerts, index }: Deps, parent: PartNode): RunbookNode[] {
  const all = index.catalog.telling('procedure');
  const first = likelyRunbook(parent.document, all, ({ uri }) => alerts.namesFor(uri));
  const others = rankRunbooks(parent.document, all)
    .filter(({ reason, runbook }) => reason !== undefined && runbook !== first)
    .map(({ runbook }) => runbook);
  return [...(first === undefined ? [] : [first]), ...others]
    .slice(0, mostRunbooks)
    .map((runbook) => ({ type: 'runbook', runbook, parent }));
}

function similarTo(similar: SimilarIncidents, parent: PartNode): PastNode[] {
  return similar
    .of(parent.document)
    .map(({ document: past, fixed, why }) => ({ type: 'past', past, fixed, why, parent }));
}

/** The roles of an incident and the people who have them. */
function rolesIn(deps: Deps, parent: PartNode): RoleNode[] {
  const { document } = parent;
  return rolesOf(wordsOf(deps, document).roles).map((role) => ({
    type: 'role',
    role,
    holder: holderOf(document, role),
    parent,
    document,
  }));
}

/** Returns the row of an incident. */
export function incidentNode(incident: Incident): IncidentNode {
  return { type: 'incident', incident, document: incident.document };
}
