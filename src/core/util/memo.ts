/**
 * A pure function of a text that remembers its latest answers: the same titles are looked at again and again, by the parser, the
 * classifier and each rule. Holds at most `most` answers; when it is full it begins anew.
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

/** A value that is made when it is first asked for, and kept: patterns of many words take long to build, and not every run needs them. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
