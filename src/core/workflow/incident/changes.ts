import type { CatalogDocument } from '../../document/document.ts';
import { setFields, type Field } from '../../document/facts/set-fields.ts';
import type { TextEdit } from '../../text/edit.ts';
import { fieldNames } from '../../document/fields.ts';
import type { ExpectedSection } from '../../team/templates/template.ts';
import { logEntry } from '../../record/timeline/write/log-entry.ts';
import { holderOf, type Role } from './roles.ts';
import { spelled, type IncidentPhase } from '../../record/status.ts';

/** The input of every change of a record. */
export interface ChangeContext {
  readonly document: CatalogDocument;
  /** The sections that the record should have; see `logEntry`. */
  readonly expected: readonly ExpectedSection[];
  readonly at: Date;
  /** Who makes the change; unknown where git names nobody. */
  readonly author: string | undefined;
  /** The statuses that the team's configuration names. */
  readonly statuses?: readonly string[] | undefined;
}

/** Returns the field in which a record has its severity. */
export function severityField(value: string): Field {
  return { key: 'severity', names: fieldNames().severity, value };
}

/** Returns the field in which a record has its status. */
export function statusField(value: string): Field {
  return { key: 'status', names: fieldNames().status, value };
}

/** The field in which a record has who holds a role. */
function roleField({ key, names }: Role, person: string): Field {
  return { key, names, value: person, several: true };
}

/** Returns edits that give a role to a person: its field and an entry of the timeline. */
export function assignRole(context: ChangeContext, role: Role, person: string): TextEdit[] {
  const before = holderOf(context.document, role);
  const text =
    before === undefined || before === person
      ? `${person} takes the role of ${role.name}`
      : `${person} takes the role of ${role.name} in place of ${before}`;
  return change(context, roleField(role, person), text);
}

/** Returns edits that change the severity: its field and an entry of the timeline. */
export function changeSeverity(context: ChangeContext, severity: string): TextEdit[] {
  const before = context.document.metadata.severity;
  const text = before === undefined ? `Severity set to ${severity}` : `Severity changed from ${before} to ${severity}`;
  return change(context, severityField(severity), text);
}

/** Returns edits that change the status: its field and an entry of the timeline. */
export function changeStatus(context: ChangeContext, phase: IncidentPhase): TextEdit[] {
  const before = context.document.metadata.status;
  const status = spelled(phase, before, context.statuses);
  const text = before === undefined ? `Status set to ${status}` : `Status changed from ${before} to ${status}`;
  return change(context, statusField(status), text);
}

/** Notes for the next holder of a role; unknown ones are empty. */
export interface HandOver {
  readonly to: string;
  readonly known: string;
  readonly inProgress: string;
  readonly next: string;
}

/** Returns edits that hand over a role, with notes for the next holder: its field and an entry of the timeline. */
export function handOver(context: ChangeContext, role: Role, { to, known, inProgress, next }: HandOver): TextEdit[] {
  const from = holderOf(context.document, role);
  const parts = [
    from === undefined || from === to
      ? `${role.name} handed over to ${to}`
      : `${role.name} handed over from ${from} to ${to}`,
    known.trim() && `Known: ${known}`,
    inProgress.trim() && `In progress: ${inProgress}`,
    next.trim() && `Next: ${next}`,
  ];
  return change(context, roleField(role, to), sentences(parts));
}

/** Texts as sentences, without those that are empty. */
export function sentences(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part, index, all) => (index < all.length - 1 && !/[.!?…]$/.test(part) ? `${part}.` : part))
    .join(' ');
}

function change({ document, expected, at, author }: ChangeContext, field: Field, text: string): TextEdit[] {
  return [...logEntry(document, { at, author, text }, expected), ...setFields(document, [field])];
}
