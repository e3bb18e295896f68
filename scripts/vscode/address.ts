/** What a window opens: absolute path of a folder or `.code-workspace` file, or nothing. */
export type Opened = string | undefined;

/**
 * Returns the address of a window that shows `opened`, on the server at `url`. `payload` is only for a server with the
 * smoke-test driver, for example the extension under development.
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

/** Returns the address of a file on the machine of the server at `url`. */
export function remoteFile(url: string, file: string): string {
  return `vscode-remote://${new URL(url).host}${file}`;
}

/** Returns the query parameter for what is opened. */
function openedParameter(opened: Opened): [string, string] {
  if (opened === undefined) {
    return ['ew', 'true'];
  }
  return [opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened];
}
