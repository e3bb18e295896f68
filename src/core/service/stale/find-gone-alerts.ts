import { mayDefineAlerts, ruleForm } from '../../alert/read/paths.ts';
import type { CatalogDocument } from '../../document/document.ts';
import { isUserError } from '../../util/user-error.ts';
import { goneAlerts, withoutUnlike, type GoneAlert, type RulesThen } from './gone-alerts.ts';
import { hasWord } from './has-word.ts';
import type { StaleRequest } from './stale.ts';

/** Files that define no alert now, and are looked at for whether they did: the likely and the newest. */
const mostAsked = 2000;
/** Such files whose alerts are looked for. */
const mostOnce = 300;
/** Contents in memory at a time. */
const atOnce = 100;

/** The alerts that rule files had once; none, with a note, if git cannot tell. */
export async function findGoneAlerts(
  request: StaleRequest,
  runbooks: readonly CatalogDocument[],
  then: RulesThen,
): Promise<{ gone: ReadonlyMap<string, GoneAlert>; notes: readonly string[] }> {
  const { root, past: port, survey, ruleTexts, signal } = request;
  const now = survey.files.filter(({ alerts }) => alerts.length > 0).map(({ path }) => path);
  const names = new Set(survey.alerts.map(({ alert }) => alert.name));
  const texts = [...ruleTexts.values()];
  const isNamed = (name: string): boolean => runbooks.some((runbook) => runbook.text.includes(name));
  try {
    const paths = [...now, ...(await ruleFilesOnce(request, new Set(now), then))];
    const patches = paths.length === 0 ? [] : await port.patches(root, paths, signal);
    await then.breaks.take();
    const gone = [...goneAlerts(patches, (name) => names.has(name) || texts.some((text) => hasWord(text, name)))];
    const named = gone.filter(([name]) => isNamed(name));
    const others = named.length === 0 ? new Set<string>() : await namesNotCheckedOut(request, named, then);
    return { gone: await withoutUnlike(new Map(named.filter(([name]) => !others.has(name))), then), notes: [] };
  } catch (error) {
    if (!isUserError(error)) {
      throw error;
    }
    return { gone: new Map(), notes: [`Alerts that rule files had once are not known. ${error.message}`] };
  }
}

/** The files that define no alert now, and did just before the last commit that touched them: they are removed or empty. */
async function ruleFilesOnce({ files }: StaleRequest, now: ReadonlySet<string>, then: RulesThen): Promise<string[]> {
  const there = new Set(files);
  const { past } = then;
  const removed = past.removals((path) => there.has(path)).map(({ path }) => path);
  const candidates = [...files, ...removed]
    .flatMap((path) => {
      const [form, replaced] = now.has(path) ? [] : [ruleForm(path), past.replaced(path)];
      return form === undefined || replaced === undefined ? [] : [{ ...replaced, path, form, rank: rankOf(path) }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    .slice(0, mostAsked);
  const once: string[] = [];
  for (let from = 0; from < candidates.length && once.length < mostOnce; from += atOnce) {
    const some = candidates.slice(from, from + atOnce);
    const texts = await then.contents(some.map(({ id }) => id));
    once.push(...some.filter(({ form, id }) => mayDefineAlerts(form, texts.get(id) ?? '')).map(({ path }) => path));
  }
  return once.slice(0, mostOnce);
}

/** Files whose paths sound like rules are asked first. */
function rankOf(path: string): number {
  return /alert|rule|monitor|prometheus/i.test(path) ? 0 : 1;
}

/** Those of some alerts that rule files have which the newest commit has, and which are not checked out. */
async function namesNotCheckedOut(
  { files }: StaleRequest,
  gone: ReadonlyArray<readonly [string, GoneAlert]>,
  { past, contents }: RulesThen,
): Promise<Set<string>> {
  const there = new Set(files);
  const ids = [...past.pathsNow]
    .filter((path) => !there.has(path) && ruleForm(path) !== undefined)
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .slice(0, mostAsked)
    .flatMap((path) => past.contentNow(path) ?? []);
  const found = new Set<string>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const texts = [...(await contents(ids.slice(from, from + atOnce))).values()];
    gone.filter(([name]) => texts.some((text) => hasWord(text, name))).forEach(([name]) => found.add(name));
  }
  return found;
}
