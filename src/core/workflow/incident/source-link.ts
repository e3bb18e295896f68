import { linkText, linkTo } from '../../document/links/destination.ts';

/**
 * Returns a markdown link from one file to another, both relative to the same folder with `/`.
 * @param line 1-based, where one line is meant.
 */
export function relativeLink(from: string, to: string, title: string, line?: number): string {
  return `[${linkText(title)}](${linkTo({ path: from }, { path: to })}${line === undefined ? '' : `#L${line}`})`;
}
