import type { Alert } from './alert.ts';

/** Labels that name a service, the best first. */
const serviceLabels = ['service', 'component', 'app'];

/** Returns the service that an alert is about, by its labels; undefined if they do not name one, or only when it fires. */
export function serviceOf({ labels }: Pick<Alert, 'labels'>): string | undefined {
  return serviceLabels.map((label) => labels.get(label)).find((value) => value?.includes('{{') === false);
}
