import { UserError } from '../../../src/core/index.ts';
import type { KeyEntry } from './sheet.ts';
import type { Judgement, Verdict } from './verdicts.ts';

/** How a number of findings was judged. */
export interface Rate extends Readonly<Record<Verdict, number>> {
  /** Findings with a verdict. */
  readonly judged: number;
  /** Drawn ones that have none yet. */
  readonly unjudged: number;
  /** The share of wrong ones among all findings that the judged ones stand for: a rule with more findings weighs more. */
  readonly wrongOfAll: number;
}

/** Rates by rule and severity, and together. */
export interface Rates {
  readonly rules: ReadonlyArray<{ readonly rule: string; readonly severity: string; readonly rate: Rate }>;
  /** Of errors and warnings. */
  readonly warnings: Rate;
  readonly all: Rate;
  readonly wrong: ReadonlyArray<KeyEntry & { readonly note: string }>;
}

type Judged = KeyEntry & Omit<Judgement, 'number'>;

/** Joins verdicts with the key of their sheet. Throws a UserError if they do not belong together. */
export function ratesOf(judgements: readonly Judgement[], key: readonly KeyEntry[]): Rates {
  const entries = new Map(key.map((entry) => [entry.number, entry]));
  const numbers = new Set(judgements.map(({ number }) => number));
  const unknown = judgements.find(({ number }) => !entries.has(number));
  const lost = key.find(({ number }) => !numbers.has(number));
  if (unknown !== undefined || lost !== undefined || numbers.size < judgements.length) {
    throw new UserError('The findings in the file are not those in its key.');
  }
  const all = judgements.flatMap((judgement): Judged[] => {
    const entry = entries.get(judgement.number);
    return entry === undefined ? [] : [{ ...entry, ...judgement }];
  });
  const groups = Map.groupBy(all, ({ rule, severity }) => `${rule} ${severity}`);
  const weights = weightsOf(all);
  const rate = (judged: readonly Judged[]): Rate => rateOf(judged, weights);
  return {
    rules: [...groups]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, own]) => own.slice(0, 1).map(({ rule, severity }) => ({ rule, severity, rate: rate(own) }))),
    warnings: rate(all.filter(({ severity }) => severity === 'error' || severity === 'warning')),
    all: rate(all),
    wrong: all.filter(({ verdict }) => verdict === 'wrong'),
  };
}

/** How many findings of its rule each judged one stands for. */
function weightsOf(all: readonly Judged[]): ReadonlyMap<string, number> {
  const judged = Map.groupBy(
    all.filter(({ verdict }) => verdict !== undefined),
    ({ rule }) => rule,
  );
  return new Map([...judged].map(([rule, own]) => [rule, (own[0]?.of ?? 0) / own.length]));
}

function rateOf(all: readonly Judged[], weights: ReadonlyMap<string, number>): Rate {
  const judged = all.filter(({ verdict }) => verdict !== undefined);
  const wrong = judged.filter(({ verdict }) => verdict === 'wrong');
  const weight = (some: readonly Judged[]): number => some.reduce((sum, { rule }) => sum + (weights.get(rule) ?? 0), 0);
  return {
    judged: judged.length,
    right: judged.filter(({ verdict }) => verdict === 'right').length,
    wrong: wrong.length,
    debatable: judged.filter(({ verdict }) => verdict === 'debatable').length,
    unjudged: all.length - judged.length,
    wrongOfAll: judged.length === 0 ? 0 : weight(wrong) / weight(judged),
  };
}
