/** A published package. */
export interface Published {
  /** The file of its bill of materials, which is part of the package. */
  readonly bill: string;
  /** Its bundles. */
  readonly contents: readonly string[];
  /** Its type in a package URL. */
  readonly purlType: 'npm' | 'vscode-extension';
}

export const published: readonly Published[] = [
  {
    bill: 'dist/vsix.cdx.json',
    contents: [
      'dist/agents.cjs',
      'dist/alert-workbench.cjs',
      'dist/alerts.cjs',
      'dist/calendar.cjs',
      'dist/cli.cjs',
      'dist/commands.cjs',
      'dist/extension.cjs',
      'dist/git-past.cjs',
      'dist/git.cjs',
      'dist/help.cjs',
      'dist/import.cjs',
      'dist/incident-told.cjs',
      'dist/languages.cjs',
      'dist/lessons.cjs',
      'dist/mcp.cjs',
      'dist/queries.cjs',
      'dist/reports.cjs',
      'dist/review.cjs',
      'dist/runbook-use.cjs',
      'dist/search.cjs',
      'dist/secrets.cjs',
      'dist/service-workbench.cjs',
      'dist/weights.cjs',
      'dist/webview/reading.js',
    ],
    purlType: 'vscode-extension',
  },
  {
    bill: 'dist/npm.cdx.json',
    contents: [
      'dist/alerts.cjs',
      'dist/cli.cjs',
      'dist/commands.cjs',
      'dist/git.cjs',
      'dist/help.cjs',
      'dist/incident-told.cjs',
      'dist/languages.cjs',
      'dist/mcp.cjs',
      'dist/queries.cjs',
      'dist/reports.cjs',
      'dist/search.cjs',
      'dist/secrets.cjs',
      'dist/weights.cjs',
    ],
    purlType: 'npm',
  },
];
