import { normaliseName } from '../../vocabulary/normalise.ts';

/** The service that a title names, the longest name where several fit; undefined where it names none. */
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
