/**
 * A markdown link from one file to another, both relative to the same folder with `/`: its title made plain, its path percent-encoded.
 * @param line 1-based, where one line is meant.
 */
export function relativeLink(from: string, to: string, title: string, line?: number): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  const differs = here.findIndex((part, index) => part !== there[index]);
  const shared = differs === -1 ? here.length : differs;
  const parts = [...here.slice(shared).map(() => '..'), ...there.slice(shared)];
  const path = parts.map((part) => encodeURIComponent(part).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29')));
  return `[${title.replace(/[\\[\]]/g, (sign) => `\\${sign}`)}](${path.join('/')}${line === undefined ? '' : `#L${line}`})`;
}
