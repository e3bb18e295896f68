/** Parts of the names of folders and files with runbooks and postmortems. The case of a first letter does not count. */
const names = [
  'unbook',
  'laybook',
  'ostmortem',
  'ost-mortem',
  'ost_mortem',
  'ncident',
  'utage',
  'etrospective',
  'n-call',
  'ncall',
  'lerts',
  'perations',
];

/**
 * Events that start the extension, besides its commands and views: names of documents and of rule files. Searching names
 * is cheap; a workspace that has only other names is read when somebody opens a markdown file in it.
 */
export const activationEvents: readonly string[] = [
  'onLanguage:markdown',
  'onWebviewPanel:runbookLens.reading',
  'workspaceContains:**/.runbook-lens.json',
  ...['sop', 'SOP', 'sops', 'SOPs'].map((folder) => `workspaceContains:**/${folder}/**/*.md`),
  ...['*lert*', '*rules*', '*Rules*'].map((name) => `workspaceContains:**/${name}.{yaml,yml}`),
  ...['*lert*', 'rules', 'monitors'].map((folder) => `workspaceContains:**/${folder}/**/*.{yaml,yml}`),
  ...names.flatMap((name) => [`workspaceContains:**/*${name}*/**/*.md`, `workspaceContains:**/*${name}*.md`]),
].toSorted();
