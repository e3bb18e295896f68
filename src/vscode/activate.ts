import type { ExtensionContext } from 'vscode';
import type { Clock, DocumentKind, Logger } from '../core/index.ts';
import type { Deps } from './deps.ts';
import type { ActionTree } from './features/actions/provider.ts';
import { registerActionItems } from './features/actions/register.ts';
import { registerAgents } from './features/agents/register.ts';
import { registerAlerts } from './features/alerts/register.ts';
import type { AlertWorkbench } from './features/alerts/workbench.ts';
import { registerCommands } from './features/commands/register.ts';
import { registerDiagnostics } from './features/diagnostics/register.ts';
import { registerEditing } from './features/editing/register.ts';
import { registerFind } from './features/find/register.ts';
import { registerGeneral } from './features/general/register.ts';
import { registerGit } from './features/git/register.ts';
import { registerImport } from './features/import/register.ts';
import { registerIncidents } from './features/incidents/register.ts';
import { registerLessons } from './features/lessons/register.ts';
import { registerReading } from './features/reading/register.ts';
import { registerReview } from './features/review/register.ts';
import { registerServices } from './features/services/register.ts';
import type { ServiceWorkbench } from './features/services/workbench.ts';
import { registerTeam } from './features/team/register.ts';
import { registerTemplates } from './features/templates/register.ts';
import { registerTreeActions } from './features/tree/actions.ts';
import type { DocumentTree } from './features/tree/provider.ts';
import { registerTrees } from './features/tree/register.ts';
import { Alerts } from './services/alerts.ts';
import { DocumentEditor } from './services/document-editor.ts';
import { Files, type LocalFiles } from './services/files.ts';
import { Findings } from './services/findings.ts';
import { IndexService, type Git } from './services/index-service.ts';
import { Log } from './services/log.ts';
import { People } from './services/people.ts';
import { SearchService } from './services/search.ts';

/** Capabilities of the extension host. */
export interface Host {
  /** Git, if processes can start. */
  readonly git: ((log: Logger) => Git) | undefined;
  /** The local disk, if there is one. */
  readonly files: LocalFiles | undefined;
  /** The program that runs JavaScript files, if processes can start. */
  readonly node: string | undefined;
  /** Whether whoever started VS Code asked for the walkthrough. */
  readonly walkthroughAsked: boolean;
}

/** The API of the extension for its tests. */
export interface Api {
  readonly index: IndexService;
  readonly findings: Findings;
  /** The clock of the extension. A test may replace its `now`. */
  readonly clock: Clock;
  readonly trees: Readonly<Record<DocumentKind, DocumentTree>>;
  readonly actionItems: ActionTree;
  /** Resolves when the alerts of the workspace are read. */
  readonly alerts: () => Promise<AlertWorkbench>;
  /** Resolves when what is shown of services is loaded. */
  readonly services: () => Promise<ServiceWorkbench>;
}

/** Creates the services and registers every feature. Does no I/O: indexing starts after it has returned. */
export function activateWith(context: ExtensionContext, host: Host): Api {
  const log = new Log();
  const clock: Clock = { now: () => new Date() };
  const files = new Files(host.files, context.globalStorageUri.fsPath);
  const index = new IndexService(log, host.git?.(log), clock, files);
  const findings = new Findings(index, files, log);
  const people = new People(() => index.history);
  const editor = new DocumentEditor(index, files);
  const alerts = new Alerts();
  const search = new SearchService(index, log);
  const deps: Deps = { alerts, context, index, findings, editor, files, clock, people, search, log };
  const actionItems = registerActionItems(deps);
  const alerting = registerAlerts(deps);
  const serving = registerServices(deps);
  const trees = registerTrees(deps);
  context.subscriptions.push(
    log,
    files,
    index,
    findings,
    search,
    alerts,
    alerting,
    serving,
    actionItems,
    registerAgents(deps, host.node),
    registerCommands(deps),
    registerDiagnostics(deps),
    registerEditing(deps),
    registerFind(deps),
    registerGeneral(deps, host.walkthroughAsked),
    registerGit(deps),
    registerImport(deps),
    registerIncidents(deps),
    registerLessons(deps),
    registerReading(deps),
    registerReview(deps),
    registerTeam(deps),
    registerTemplates(deps),
    registerTreeActions(deps),
    trees,
  );
  setTimeout(() => index.start(), 0);
  return {
    index,
    findings,
    clock,
    trees,
    actionItems: actionItems.tree,
    alerts: alerting.workbench,
    services: serving.workbench,
  };
}
