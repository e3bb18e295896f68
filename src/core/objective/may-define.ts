/** Texts that stand in each file of a form, whatever its layout. All texts of one list. */
const signs: ReadonlyArray<readonly string[]> = [
  ['openslo', 'SLO'],
  ['sloth.slok.dev/', 'PrometheusServiceLevel'],
  ['prometheus/v1', 'slos'],
  ['pyrra.dev/', 'ServiceLevelObjective'],
];

/** Returns whether a file may define service level objectives, by its name and its text. Cheap: the text is searched, not parsed. */
export function mayDefineObjectives(path: string, text: string): boolean {
  return /\.ya?ml$/i.test(path) && signs.some((all) => all.every((sign) => text.includes(sign)));
}
