import { EventEmitter, lm, McpStdioServerDefinition, Uri, workspace, type Disposable } from 'vscode';
import { serverProvider } from '../../contributes/agents.ts';
import type { Deps } from '../../deps.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { onDidChangeSetting, readSetting } from '../../services/settings.ts';
import { globOptions, offeredFolders } from './offered.ts';

/**
 * Offers the server of the command line; see `offeredFolders`. VS Code starts it, and only when the user has agreed.
 * @param node the program that runs it.
 */
export function offerServer({ context, index }: Deps, node: string): Disposable {
  const store = new DisposableStore();
  const changed = store.add(new EventEmitter<void>());
  const program = Uri.joinPath(context.extensionUri, 'dist', 'cli.cjs').fsPath;
  const { version } = context.extension.packageJSON as { readonly version: string };
  const servers = async (): Promise<McpStdioServerDefinition[]> => {
    await index.whenReady();
    const known = index.catalog.documents().filter(({ kind }) => kind !== 'other');
    const roots = new Set(known.map(({ root }) => root));
    const folders = offeredFolders(workspace.isTrusted, workspace.workspaceFolders ?? [], roots);
    return folders.map(({ name, uri }) => {
      const label = folders.length === 1 ? 'Runbook Lens' : `Runbook Lens (${name})`;
      const environment = { ELECTRON_RUN_AS_NODE: '1' };
      const globs = globOptions(readSetting('files.include', uri), readSetting('files.exclude', uri));
      return new McpStdioServerDefinition(label, node, [program, 'mcp', uri.fsPath, ...globs], environment, version);
    });
  };
  store.add(
    lm.registerMcpServerDefinitionProvider(serverProvider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: servers,
    }),
    index.onDidChangeState((state) => state !== 'indexing' && changed.fire()),
    workspace.onDidGrantWorkspaceTrust(() => changed.fire()),
    onDidChangeSetting(['files.include', 'files.exclude'], () => changed.fire()),
  );
  return store;
}
