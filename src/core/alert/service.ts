import type { Alert } from './alert.ts';

/** Labels that name a service, the best first. */
const serviceLabels = ['service', 'component', 'app'];

/** Parts that are filled in when it fires, or when the file is made. */
const filledIn = /\{\{|\$\{|%\(|\$[a-z]|\[\[|<[a-z]/i;

/** Returns the service that an alert is about, by its labels; undefined if they do not name one, or only when it fires. */
export function serviceOf({ labels }: Pick<Alert, 'labels'>): string | undefined {
  return serviceLabels.map((label) => labels.get(label)).find((value) => value !== undefined && !filledIn.test(value));
}
