import type { ChecklistItem, Incident, Role } from '../../../core/index.ts';

/** An open incident. */
export interface IncidentNode {
  readonly type: 'incident';
  readonly incident: Incident;
  /** The record, for commands called on the node. */
  readonly document: Incident['document'];
}

/** The roles of an incident, or its checklist. */
export interface PartNode {
  readonly type: 'roles' | 'checklist';
  readonly parent: IncidentNode;
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

export type IncidentViewNode = IncidentNode | PartNode | RoleNode | CheckNode;

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
