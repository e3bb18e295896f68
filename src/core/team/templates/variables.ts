/** The variables of template texts, with their meaning; all others are errors. */
export const templateVariables: Readonly<Record<string, string>> = {
  title: 'title of the new document',
  date: 'date of the document, YYYY-MM-DD',
  start: 'start of the incident, ISO 8601 with time zone',
  zone: 'time zone of the times',
  severity: 'severity of the incident',
  service: 'service that the document is about',
  author: 'author, from the Git configuration',
  owner: 'owner of the document',
};
