import type { ChecklistItem, Incident, Role } from '../../../core/index.ts';

/** An incident that goes on. */
export interface IncidentNode {
  readonly type: 'incident';
  readonly incident: Incident;
  /** The record, for commands that are called on the node. */
  readonly document: Incident['document'];
}

/** The roles of an incident, or its checklist. */
export interface PartNode {
  readonly type: 'roles' | 'checklist';
  readonly parent: IncidentNode;
}

/** One role, and who holds it. */
export interface RoleNode {
  readonly type: 'role';
  readonly role: Role;
  readonly holder: string | undefined;
  readonly parent: PartNode;
  readonly document: Incident['document'];
}

/** One thing to see to. */
export interface CheckNode {
  readonly type: 'check';
  readonly item: ChecklistItem;
  readonly parent: PartNode;
}

export type IncidentViewNode = IncidentNode | PartNode | RoleNode | CheckNode;

/** The name of the role that a command was called on, where it was called on one in the view. */
export function roleOfNode(target: unknown): string | undefined {
  if (typeof target !== 'object' || target === null || !('type' in target) || target.type !== 'role') {
    return undefined;
  }
  const role = 'role' in target ? target.role : undefined;
  return typeof role === 'object' && role !== null && 'name' in role && typeof role.name === 'string'
    ? role.name
    : undefined;
}
