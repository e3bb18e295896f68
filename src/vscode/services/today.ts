import { dayIn, type Clock } from '../../core/index.ts';
import { localZone } from './zones.ts';

/** Returns the day that it is for the user, in the time zone of this computer: YYYY-MM-DD. */
export function today({ clock }: { readonly clock: Clock }): string {
  return dayIn(clock.now(), localZone());
}
