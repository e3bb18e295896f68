/** Environment of a VS Code in which the extension opens its walkthrough at every start. */
export const walkthrough = { RUNBOOK_LENS_WALKTHROUGH: 'open' } as const;
