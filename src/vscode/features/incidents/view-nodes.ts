import type {
  CatalogDocument,
  ChecklistItem,
  Incident,
  IncidentFix,
  Role,
  TimelineEntry,
} from '../../../core/index.ts';

/** An open incident. */
export interface IncidentNode {
  readonly type: 'incident';
  readonly incident: Incident;
  /** The record, for commands called on the node. */
  readonly document: Incident['document'];
}

/** A fact of an incident that has no rows below: its state, or the next status update. */
export interface FactNode {
  readonly type: 'state' | 'update';
  readonly parent: IncidentNode;
  readonly document: Incident['document'];
}

/** A list of rows about an incident. */
export interface PartNode {
  readonly type: 'entries' | 'runbooks' | 'similar' | 'roles' | 'checklist';
  readonly parent: IncidentNode;
  readonly document: Incident['document'];
}

/** One of the last entries of the timeline. */
export interface EntryNode {
  readonly type: 'entry';
  readonly entry: TimelineEntry;
  readonly parent: PartNode;
}

/** A runbook that may help. */
export interface RunbookNode {
  readonly type: 'runbook';
  readonly runbook: CatalogDocument;
  readonly parent: PartNode;
}

/** A past incident that is like this one. */
export interface PastNode {
  readonly type: 'past';
  readonly past: CatalogDocument;
  readonly fixed: IncidentFix | undefined;
  /** Why it is here, in words. */
  readonly why: string;
  readonly parent: PartNode;
}

/** The fix of a past incident. */
export interface FixNode {
  readonly type: 'fix';
  readonly fixed: IncidentFix;
  readonly parent: PastNode;
}

/** A role and the person who has it. */
export interface RoleNode {
  readonly type: 'role';
  readonly role: Role;
  readonly holder: string | undefined;
  readonly parent: PartNode;
  readonly document: Incident['document'];
}

/** One item of the checklist. */
export interface CheckNode {
  readonly type: 'check';
  readonly item: ChecklistItem;
  readonly parent: PartNode;
}

export type IncidentViewNode =
  | IncidentNode
  | FactNode
  | PartNode
  | EntryNode
  | RunbookNode
  | PastNode
  | FixNode
  | RoleNode
  | CheckNode;

/** Returns the name of the role of a view node, or undefined for other values. */
export function roleOfNode(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('type' in target) || target.type !== 'role') {
    return undefined;
  }
  const role = 'role' in target ? target.role : undefined;
  return typeof role === 'object' && role !== null && 'name' in role && typeof role.name === 'string'
    ? role.name
    : undefined;
}
