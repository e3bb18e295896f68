/** What a tool says. Only `data` has text of files. */
export interface Result {
  readonly data: object;
  /** Whether text or results were left out. */
  readonly truncated?: true;
  /** How to get what was left out, or what else to try, as sentences. */
  readonly more?: string;
}

/** Returns the first results, and says how to get more if there are some. @param narrower what else an agent can do. */
export function limited<Row>(
  rows: readonly Row[],
  limit: number,
  { noun, narrower }: { readonly noun: string; readonly narrower: string },
): { readonly rows: readonly Row[] } & Pick<Result, 'truncated' | 'more'> {
  return rows.length <= limit
    ? { rows }
    : {
        rows: rows.slice(0, limit),
        truncated: true,
        more: `These are ${limit} of ${rows.length} ${noun}. ${narrower}`,
      };
}
