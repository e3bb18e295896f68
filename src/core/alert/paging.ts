/** Severities that page somebody, unless the team names its own. */
const usual = 'critical crit page pager paging fatal emergency disaster p0 p1 sev0 sev1 sev-0 sev-1'.split(' ');

/** Returns a test for severities that page somebody. @param named the team's, without regard to case. */
export function pagingTest(named: readonly string[] = usual): (severity: string | undefined) => boolean {
  const all = new Set(named.map((severity) => severity.trim().toLowerCase()));
  return (severity) => severity !== undefined && all.has(severity.trim().toLowerCase());
}
