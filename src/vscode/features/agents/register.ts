import {
  LanguageModelTextPart,
  LanguageModelToolResult,
  lm,
  MarkdownString,
  type Disposable,
  type LanguageModelTool,
} from 'vscode';
import type { ToolName } from '../../../core/index.ts';
import { agentTools } from '../../contributes/agents.ts';
import type { Deps } from '../../deps.ts';
import { DisposableStore } from '../../services/disposables.ts';
import { invocationText } from './invocation.ts';
import { offerServer } from './server.ts';

/**
 * Registers the tools for agents, and the server for those that want one. Answers load when somebody asks.
 * @param node the program that runs JavaScript files; undefined if processes cannot start.
 */
export function registerAgents(deps: Deps, node: string | undefined): Disposable {
  const store = new DisposableStore();
  // Some editors have no agents, although they name a version of VS Code that has them.
  if (typeof lm?.registerTool === 'function') {
    agentTools.forEach(([name, { id }]) => store.add(lm.registerTool(id, toolOf(name, deps))));
  }
  if (node !== undefined && typeof lm?.registerMcpServerDefinitionProvider === 'function') {
    store.add(offerServer(deps, node));
  }
  return store;
}

function toolOf(name: ToolName, deps: Deps): LanguageModelTool<object> {
  return {
    prepareInvocation: ({ input }) => ({ invocationMessage: new MarkdownString(invocationText(name, input)) }),
    invoke: async ({ input }) => {
      const { answerInWorkspace } = await import('./answers.ts');
      const { text } = await answerInWorkspace(name, input, deps);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    },
  };
}
