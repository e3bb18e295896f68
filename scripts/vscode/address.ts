/** What a window shows: a folder or `.code-workspace` file by its absolute path, or nothing. */
export type Opened = string | undefined;

/**
 * Address of a window of the server at `url` that shows `opened`. `payload` holds what only a server with the
 * smoke-test driver honours, such as the extension under development.
 */
export function windowAddress(
  url: string,
  opened: Opened,
  payload: readonly (readonly [string, string])[] = [],
): string {
  const query: [string, string][] = [openedParameter(opened)];
  if (payload.length > 0) {
    query.push(['payload', JSON.stringify(payload)]);
  }
  const text = query.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2F', '/')}`);
  return `${url}/?${text.join('&')}`;
}

/** Address of a file of the machine the server at `url` runs on. */
export function remoteFile(url: string, file: string): string {
  return `vscode-remote://${new URL(url).host}${file}`;
}

/** The part of the address that says what is opened. */
function openedParameter(opened: Opened): [string, string] {
  if (opened === undefined) {
    return ['ew', 'true'];
  }
  return [opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened];
}
