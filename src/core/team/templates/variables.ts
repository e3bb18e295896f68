/** The variables that a template's text may contain, with what each stands for; others are a mistake. */
export const templateVariables: Readonly<Record<string, string>> = {
  title: 'the new document’s title',
  date: 'its date, YYYY-MM-DD',
  start: 'when the incident started, ISO 8601 with zone',
  zone: 'the time zone of its times',
  severity: 'how severe it is',
  service: 'the service that it is about',
  author: 'its author, by git’s configuration',
  owner: 'who owns it',
};
