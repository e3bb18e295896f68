/** Words for severities, the worst first. */
const severityWords = [
  'critical',
  'blocker',
  'major',
  'high',
  'significant',
  'medium',
  'moderate',
  'minor',
  'low',
  'trivial',
  'none',
];

/** Returns the position of a severity among the words for severities; -1 if it has none of them. */
export function wordRank(severity: string): number {
  return severityWords.findIndex((word) => severity.toLowerCase().includes(word));
}

/**
 * Returns how bad a severity is, from 1 for the worst to 4: by the team's list, by its number, or by its words. Undefined if these do not
 * say.
 * @param configured the team's severities, worst first.
 */
export function severityRank(severity: string, configured: readonly string[] = []): 1 | 2 | 3 | 4 | undefined {
  const listed = configured.findIndex((other) => other.toLowerCase() === severity.trim().toLowerCase());
  const number = /(?:^|[a-z\s_-])(\d)(?!\d)/i.exec(severity)?.[1];
  const word = wordRank(severity);
  const rank = listed >= 0 ? listed + 1 : number !== undefined ? Number(number) : word >= 0 ? steps(word) : undefined;
  return rank === undefined ? undefined : rank <= 1 ? 1 : rank === 2 ? 2 : rank === 3 ? 3 : 4;
}

/** Returns a severity for a narrow row: "S1" for "SEV-1" or "Severity 1", "P2" for "Priority 2", others as they are. */
export function shortSeverity(severity: string): string {
  const [, word = '', number = ''] = /^(s|sev|severity|p|prio|priority)[\s_-]?(\d)$/i.exec(severity.trim()) ?? [];
  return number === '' ? severity : `${word.charAt(0).toUpperCase()}${number}`;
}

function steps(word: number): number {
  return word < 2 ? 1 : word < 5 ? 2 : word < 7 ? 3 : 4;
}
