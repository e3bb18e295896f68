import { readDocument, type DocumentPlace } from '../document/document.ts';
import { setFields, type Field } from '../document/facts/set-fields.ts';
import { fieldNames } from '../document/fields.ts';
import { stepNames } from '../record/timeline/step-names.ts';
import { filledIn, withTabStops, type Rendered, type Variables } from '../team/templates/render.ts';
import type { Template } from '../team/templates/template.ts';
import { applyEdits } from '../text/edit.ts';
import { normaliseName } from '../vocabulary/normalise.ts';

/**
 * Returns a new document from a template. A fact for which the template has no variable goes where the document states such a fact: a
 * page of the repository has "date: <YYYY-MM-DD>" instead.
 */
export function newDocument(place: DocumentPlace, template: Template, variables: Variables): Rendered {
  const text = filledIn(template, variables);
  const document = readDocument(place, text, { kind: template.kind, why: 'it is new' });
  const keys = new Set(Object.keys(document.frontMatter?.values ?? {}).map(normaliseName));
  const fields = fieldsFor(template, variables).filter(
    ({ names, wanted }) => wanted || names.some((name) => keys.has(name)),
  );
  return withTabStops(applyEdits(text, setFields(document, fields)));
}

/** The facts for which a template has no variable. Those that are not `wanted` are written only where it has a key for them. */
function fieldsFor({ kind, text }: Template, variables: Variables): FieldsOf {
  const { services, severity, owners, date } = fieldNames();
  const field = (variable: string, key: string, names: readonly string[], wanted: boolean): FieldsOf => {
    const value = variables[variable] ?? '';
    // A page of the repository has the title in its heading, and may have it in front matter too.
    return value === '' || (variable !== 'title' && text.includes(`\${${variable}}`))
      ? []
      : [{ key, names, value, wanted }];
  };
  return [
    ...field('title', 'title', ['title'], false),
    ...field('service', 'services', services, true),
    ...(kind === 'postmortem'
      ? [
          ...field('date', 'date', date, true),
          ...field('start', 'start_time', stepNames().start, true),
          ...field('severity', 'severity', severity, true),
          ...field('author', 'authors', owners, false),
        ]
      : []),
  ];
}

type FieldsOf = Array<Field & { readonly wanted: boolean }>;
