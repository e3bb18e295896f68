import { rules } from '../../../src/core/check/rules/registry.ts';

/** How often rules look at documents while something is done: "rule path" → times. */
export async function checksDuring(work: () => unknown): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const undo = rules.map((rule) => {
    const check = rule.check.bind(rule);
    rule.check = (context) => {
      const key = `${rule.id} ${context.document.path}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return check(context);
    };
    return () => (rule.check = check);
  });
  try {
    await work();
  } finally {
    undo.forEach((restore) => restore());
  }
  return counts;
}
