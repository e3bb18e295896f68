import { keyOf } from '../service/names.ts';

/** Returns whether a service is among some, by their keys. @param name in any spelling: "Payments API" is "payments-api". */
export function isAmong(keys: readonly string[], name: string): boolean {
  const key = keyOf(name);
  return key !== '' && keys.includes(key);
}
