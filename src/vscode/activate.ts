import type { ExtensionContext } from 'vscode';
import type { History, Logger } from '../core/index.ts';
import type { Deps } from './deps.ts';
import { registerDiagnostics } from './features/diagnostics/register.ts';
import { registerGeneral } from './features/general/register.ts';
import { registerOpen } from './features/open/register.ts';
import { registerTemplates } from './features/templates/register.ts';
import { registerTreeActions } from './features/tree/actions.ts';
import { registerTrees } from './features/tree/register.ts';
import { IndexService } from './services/index-service.ts';
import { Log } from './services/log.ts';

/** What the host that the extension runs in can do. */
export interface Host {
  /** Git, where processes can be started. */
  readonly git: ((log: Logger) => History) | undefined;
}

/** What the extension tells others, and its own tests. */
export interface Api {
  readonly index: IndexService;
}

/** Builds the services and registers every feature. Does no I/O itself: indexing begins when it has returned. */
export function activateWith(context: ExtensionContext, host: Host): Api {
  const log = new Log();
  const index = new IndexService(log, host.git?.(log));
  const deps: Deps = { context, index, log };
  context.subscriptions.push(log, index);
  for (const register of [registerTrees, registerTreeActions, registerDiagnostics, registerTemplates, registerOpen, registerGeneral]) {
    context.subscriptions.push(register(deps));
  }
  setTimeout(() => index.start(), 0);
  return { index };
}
