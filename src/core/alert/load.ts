/** What is known of alerts. It is loaded on first use: few workspaces have rule files. */
export async function loadAlerts(): Promise<typeof import('./alerts.ts')> {
  return import('./alerts.ts');
}
