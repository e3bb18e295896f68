import { newDocument, runbookTemplate, suggestPath, withUsedElsewhere } from '../../../core/index.ts';

/** Parts of the core that the extension has, for the bundle of alerts: it would be many times larger with its own. */
export const tools = { newDocument, runbookTemplate, suggestPath, withUsedElsewhere };
export type AlertTools = typeof tools;
