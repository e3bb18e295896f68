import { keyOf } from '../service/names.ts';

/** Returns whether two names are spellings of one service: "Payments API" is "payments-api". */
export function isService(name: string, wanted: string): boolean {
  const key = keyOf(wanted);
  return key !== '' && keyOf(name) === key;
}
