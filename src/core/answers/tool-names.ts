/** The tools in the order in which they are shown. */
export const toolNames = [
  'find_runbook',
  'get_runbook',
  'list_alerts',
  'similar_incidents',
  'get_open_incidents',
] as const;

/** The name of a tool. */
export type ToolName = (typeof toolNames)[number];

/** Returns whether a text is the name of a tool. */
export function isToolName(name: string): name is ToolName {
  return (toolNames as readonly string[]).includes(name);
}
