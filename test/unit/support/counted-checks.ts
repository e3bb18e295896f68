import { rules } from '../../../src/core/check/rules/registry.ts';

/** How often rules look at documents while something is done: "rule path" → times. */
export async function checksDuring(work: () => unknown): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const usual = rules.map((rule) => rule.check);
  for (const rule of rules) {
    const own = rule.check;
    rule.check = (context) => {
      const key = `${rule.id} ${context.document.path}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      return own.call(rule, context);
    };
  }
  try {
    await work();
  } finally {
    rules.forEach((rule, index) => (rule.check = usual[index] ?? rule.check));
  }
  return counts;
}
