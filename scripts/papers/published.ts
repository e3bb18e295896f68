/** A package that is published, with its bill of materials. */
export interface Published {
  /** The file with the bill of materials, which is part of the package. */
  readonly bill: string;
  /** The bundles in the package. */
  readonly contents: readonly string[];
  /** What kind of package it is, as a package URL says it. */
  readonly purlType: 'npm' | 'vscode-extension';
}

export const published: readonly Published[] = [
  {
    bill: 'dist/vsix.cdx.json',
    contents: ['dist/calendar.cjs', 'dist/cli.cjs', 'dist/commands.cjs', 'dist/extension.cjs', 'dist/git.cjs'],
    purlType: 'vscode-extension',
  },
  { bill: 'dist/npm.cdx.json', contents: ['dist/cli.cjs', 'dist/commands.cjs', 'dist/git.cjs'], purlType: 'npm' },
];
