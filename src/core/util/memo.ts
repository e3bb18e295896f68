/**
 * Returns a pure function of a text with a cache of its latest results. The parser, the classifier and the rules ask for the same titles
 * again and again. The cache has at most `most` entries; it is emptied when it is full.
 */
export function remembering<T>(most: number, compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) {
      return found;
    }
    const answer = compute(text);
    if (known.size >= most) {
      known.clear();
    }
    known.set(text, answer);
    return answer;
  };
}

/**
 * Returns a function that makes a value on the first call and keeps it. Patterns of many words take long to build, and not every run
 * needs them.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
