import { normaliseName } from '../../vocabulary/normalise.ts';

/** Returns the service in a title, the longest if several fit; undefined if there is none. */
export function serviceNamedIn(title: string, services: readonly string[]): string | undefined {
  const words = ` ${normaliseName(title).replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return services
    .filter((service) => {
      const name = normaliseName(service)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      return name.length > 2 && words.includes(` ${name} `);
    })
    .toSorted((a, b) => b.length - a.length)[0];
}
