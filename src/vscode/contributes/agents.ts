import { toolNames, type ToolName } from '../../core/index.ts';
import { key } from './when.ts';

/** A tool as VS Code knows it. Its texts and inputs are those of the core's table. */
export interface AgentTool {
  /** Unique among all extensions. */
  readonly id: string;
  /** What a user types after # to name it in a prompt. */
  readonly reference: string;
  readonly icon: string;
}

const icons: Readonly<Record<ToolName, string>> = {
  find_runbook: 'search',
  get_runbook: 'book',
  list_alerts: 'bell',
  similar_incidents: 'history',
  get_open_incidents: 'flame',
};

/** The tools for agents, in the order of the core's table. */
export const agentTools: ReadonlyArray<readonly [ToolName, AgentTool]> = toolNames.map((name) => [
  name,
  {
    id: `runbookLens_${name}`,
    reference: name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    icon: icons[name],
  },
]);

/** Agents in workspaces that have nothing to answer from are not offered the tools. */
export const toolsWhen = [
  key('runbookLens.hasRunbooks'),
  key('runbookLens.hasPostmortems'),
  key('runbookLens.hasAlerts'),
].join(' || ');

/** The id of what offers the server for agents that use the Model Context Protocol. */
export const serverProvider = 'runbookLens.agents';
