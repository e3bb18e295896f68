/** The number of results of `find` without `--limit`. */
export const usualLimit = 10;
