import { readDocument, type CatalogDocument, type DocumentPlace } from '../../document/document.ts';
import { setFields, type Field } from '../../document/facts/set-fields.ts';
import { applyEdits } from '../../text/edit.ts';
import { fieldNames } from '../../document/fields.ts';
import { filledIn } from '../../team/templates/render.ts';
import { conventionOf, type Template } from '../../team/templates/template.ts';
import { stepNames } from '../../record/timeline/step-names.ts';
import { logEntry } from '../../record/timeline/write/log-entry.ts';
import { dayIn, isoIn } from '../../record/timeline/write/time-style.ts';
import { severityField, statusField } from './changes.ts';
import { commander } from './roles.ts';
import { spelled } from '../../record/status.ts';

/** The input for a new incident. */
export interface Declaration {
  readonly title: string;
  readonly severity: string;
  /** Empty if it is not known. */
  readonly service: string;
  /** Who takes command; unknown where git names nobody. */
  readonly commander: string | undefined;
  readonly at: Date;
  /** The document from which it is declared, such as a runbook: as a markdown link. */
  readonly source?: string | undefined;
  readonly statuses?: readonly string[] | undefined;
}

/** Records tell whole minutes. In milliseconds. */
const minute = 60_000;

/** Returns the text of a new record: the template with all known facts, open, with the first entry of its timeline. */
export function declareRecord(place: DocumentPlace, template: Template, known: Declaration): string {
  const declaration = { ...known, at: new Date(Math.floor(known.at.getTime() / minute) * minute) };
  const { title, severity, service, at } = declaration;
  const text = filledIn(template, {
    title,
    date: dayIn(at, 'UTC'),
    start: isoIn(at, 'UTC'),
    zone: 'UTC',
    severity,
    service,
    author: declaration.commander,
    owner: declaration.commander,
  });
  const bare = read(place, text);
  const stated = read(place, applyEdits(text, setFields(bare, fieldsOf(bare, declaration))));
  const entry = {
    at,
    author: declaration.commander,
    text: declaration.source === undefined ? 'Incident declared' : `Incident declared from ${declaration.source}`,
  };
  return applyEdits(stated.text, logEntry(stated, entry, conventionOf(template).sections));
}

function read(place: DocumentPlace, text: string): CatalogDocument {
  return readDocument(place, text, { kind: 'postmortem', why: 'it is declared as one' });
}

function fieldsOf(document: CatalogDocument, declaration: Declaration): Field[] {
  const { title, severity, service, at } = declaration;
  const titled = document.frontMatter?.values['title'] !== undefined;
  const status = spelled('investigating', document.metadata.status ?? statusOf(document), declaration.statuses);
  return [
    ...(titled ? [{ key: 'title', names: ['title'], value: title }] : []),
    { key: 'date', names: ['date', 'incident date', 'date of incident'], value: dayIn(at, 'UTC') },
    { key: 'start_time', names: stepNames().start, value: isoIn(at, 'UTC') },
    ...(severity === '' ? [] : [severityField(severity)]),
    statusField(status),
    ...(service === '' ? [] : [{ key: 'services', names: fieldNames().services, value: service }]),
    ...(declaration.commander === undefined
      ? []
      : [{ key: commander.key, names: commander.names, value: declaration.commander }]),
  ];
}

/** A template's status, for its spelling, where it is one of several to choose from. */
function statusOf({ frontMatter }: CatalogDocument): string | undefined {
  const value = frontMatter?.values['status'];
  return typeof value === 'string' ? value : undefined;
}
