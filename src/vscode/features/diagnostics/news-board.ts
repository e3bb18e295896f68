import { newsOf, newsText, type Finding, type News } from '../../../core/index.ts';

/** A finding and its document. */
export interface PlacedFinding {
  readonly uri: string;
  readonly finding: Finding;
}

/** A finding as its document shows it. */
export interface Shown {
  readonly finding: Finding;
  /** With how often the same is found elsewhere, if this one tells it for all. */
  readonly message: string;
  /** Told elsewhere, so this one is only marked. */
  readonly quiet: boolean;
  /** The others, if this one tells it for all. */
  readonly related: readonly PlacedFinding[];
}

/** A document with its findings. */
export interface Posted {
  readonly uri: string;
  /** Groups of two roots are apart. */
  readonly root: string;
  /** Path for readers. */
  readonly file: string;
  readonly findings: readonly Finding[];
}

type Member = PlacedFinding & Finding & { readonly file: string };

/** In so many documents a group is told once whether or not one more has it. */
const many = 4;

/** Knows which findings of all documents say the same, so that one of them can tell it for all. */
export class NewsBoard {
  readonly #posted = new Map<string, Posted>();
  /** The documents with findings of each group. */
  readonly #groups = new Map<string, Set<string>>();
  /** The news of each group by its findings, made on request. */
  readonly #news = new Map<string, ReadonlyMap<Finding, News<Member>>>();

  /** Takes the current findings of a document. Returns the documents that may show theirs in another way now, with itself. */
  post(posted: Posted): ReadonlySet<string> {
    const { uri } = posted;
    const touched = new Set([uri]);
    const before = groupsOf(this.#posted.get(uri));
    const now = groupsOf(posted);
    this.#posted.set(uri, posted);
    for (const key of new Set([...before, ...now])) {
      const members = this.#groups.get(key) ?? new Set();
      this.#groups.set(key, members);
      this.#news.delete(key);
      members.delete(uri);
      // Of many only the first changes: it tells it for all, or does so no more.
      (members.size < many ? [...members] : [least(members)]).forEach((member) => touched.add(member));
      if (now.has(key)) {
        members.add(uri);
      }
    }
    return touched;
  }

  /** Returns how a document shows its findings, in their order. */
  shown(uri: string): Shown[] {
    const posted = this.#posted.get(uri);
    return (posted?.findings ?? []).map((finding) => {
      const key = posted && keyOf(posted, finding);
      const told = key === undefined ? undefined : this.#newsOf(key).get(finding);
      const leads = told?.first.finding === finding;
      return {
        finding,
        message: told !== undefined && leads ? newsText(told) : finding.message,
        quiet: told !== undefined && !leads,
        related: told !== undefined && leads ? told.related : [],
      };
    });
  }

  #newsOf(key: string): ReadonlyMap<Finding, News<Member>> {
    const known =
      this.#news.get(key) ??
      new Map(
        newsOf(this.#membersOf(key)).flatMap((news) =>
          [news.first, ...news.related].map(({ finding }) => [finding, news] as const),
        ),
      );
    this.#news.set(key, known);
    return known;
  }

  /** The findings of a group, by document in the order of their addresses. */
  #membersOf(key: string): Member[] {
    return [...(this.#groups.get(key) ?? [])].toSorted().flatMap((uri): Member[] => {
      const posted = this.#posted.get(uri);
      return (posted?.findings ?? []).flatMap((finding) =>
        posted !== undefined && keyOf(posted, finding) === key ? [{ ...finding, finding, uri, file: posted.file }] : [],
      );
    });
  }
}

function least(members: ReadonlySet<string>): string {
  return [...members].reduce((a, b) => (a < b ? a : b));
}

function keyOf({ root }: Posted, { group, severity }: Finding): string | undefined {
  return group === undefined ? undefined : `${severity} ${root} ${group}`;
}

function groupsOf(posted: Posted | undefined): ReadonlySet<string> {
  return new Set(posted?.findings.flatMap((finding) => keyOf(posted, finding) ?? []));
}
