import type { loadAlerts } from '../../../core/index.ts';

/** What the core knows of alerts; a bundle of its own. */
export type AlertCore = Awaited<ReturnType<typeof loadAlerts>>;
