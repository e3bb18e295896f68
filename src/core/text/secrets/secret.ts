/** A secret in a text. It does not hold the value, so that nothing shows it by mistake. */
export interface Secret {
  /** What it is, in words that can begin a sentence: "GitHub token". */
  readonly kind: string;
  /** Offset of its first UTF-16 code unit. */
  readonly start: number;
  /** Offset after its last. */
  readonly end: number;
  /** The value cut for people: "ghp_…a1B2", at most four characters at each end; "…" for a short value. */
  readonly shown: string;
  /** Whether its checksum is wrong: probably nobody has issued it. */
  readonly doubtful: boolean;
}

/** A place that has the form of a secret. */
export interface Candidate {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly doubtful?: boolean;
}

/** Most characters that are shown at each end, and how many times as many stay hidden. */
const mostShown = 4;
const leastHidden = 8;
/** Below this length nothing is shown: a password would be half told. */
const shortest = 16;

/** Returns a value cut for people; see `Secret.shown`. */
export function cutValue(value: string): string {
  const ends = value.length < shortest ? 0 : Math.min(mostShown, Math.floor(value.length / leastHidden));
  return `${value.slice(0, ends)}…${ends === 0 ? '' : value.slice(-ends)}`;
}

/** Returns a secret in words: "GitHub token ghp_…a1B2", "password in a URL". */
export function secretName({ kind, shown }: Pick<Secret, 'kind' | 'shown'>): string {
  return shown === '…' ? kind : `${kind} ${shown}`;
}
