import type * as alerts from '../../../core/alert/alerts.ts';

/** What the core knows of alerts; a bundle of its own. */
export type AlertCore = typeof alerts;
