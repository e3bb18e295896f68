import { runActions } from './actions.ts';
import { runAlerts } from './alerts.ts';
import { runFind } from './find.ts';
import { runList } from './list.ts';
import { runService } from './service.ts';
import { runSimilar } from './similar.ts';
import type { ExitCode, Io } from './io.ts';

/** The subcommands other than check, by name. A bundle of its own: check is what runs most often, and its start counts. */
export const queries = {
  list: runList,
  find: runFind,
  similar: runSimilar,
  actions: runActions,
  alerts: runAlerts,
  mcp: runMcpServer,
  service: runService,
} as const;

/** `runbook-lens mcp`. What speaks the protocol loads for it alone. */
async function runMcpServer(args: readonly string[], io: Io): Promise<ExitCode> {
  const { runMcp } = await import('./mcp/mcp.ts');
  return runMcp(args, io);
}
