import type * as alerts from './alerts.ts';

/** What is known of alerts. It is loaded on first use: few workspaces have rule files. */
export function loadAlerts(): Promise<typeof alerts> {
  return import('./alerts.ts');
}
