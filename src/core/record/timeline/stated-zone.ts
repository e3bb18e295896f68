import type { CatalogDocument } from '../../document/document.ts';
import type { Block } from '../../document/model.ts';
import { nameSet } from '../../vocabulary/names.ts';
import { normaliseName } from '../../vocabulary/normalise.ts';
import { findZone, readZone } from '../../time/zone.ts';

const zoneNames = nameSet(({ labels }) => labels.zone);
const timeKeys = /^(?:start|end|started|ended|detected|resolved|mitigated)(?:[_ -]?(?:time|at))?$/;
const sentence =
  /(?<![^\W_])(?:all )?(?:times?|timestamps?|dates)(?![^\W_])(?: ?zone)?[^.\n]{0,30}?(?:\bin\b|\bare\b|:|=|\bis\b)[^\n]{0,40}/i;

/** Returns the zone in a statement about all times: "All times are in UTC". */
export function statedZone(text: string): string | undefined {
  const found = sentence.exec(text.slice(0, 4000))?.[0];
  return found === undefined ? undefined : findZone(found);
}

/** Returns the zone of all times of a document, from its front matter or a sentence anywhere. */
export function documentZone({ frontMatter, blocks }: CatalogDocument): string | undefined {
  const values = frontMatter?.values ?? {};
  for (const [key, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.trim() !== '' && zoneNames().has(normaliseName(key))) {
      return value.trim();
    }
  }
  for (const [key, value] of Object.entries(values)) {
    const offset =
      timeKeys.test(key) && typeof value === 'string'
        ? /\d:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2}|[A-Z]{3,4})$/.exec(value)
        : null;
    if (offset?.[1] !== undefined) {
      return offset[1];
    }
  }
  return first(textsOf(blocks), statedZone);
}

/** Returns the zone of the first time with a zone in a document; the other times are probably in it too. */
export function zoneOfAnyTime({ blocks }: CatalogDocument): string | undefined {
  return first(textsOf(blocks), zoneBehindTime);
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.filter(({ type }) => type === 'text' || type === 'heading').map(({ text }) => text);
}

function zoneBehindTime(text: string): string | undefined {
  const found = /\d:\d{2}(?::\d{2})?(?: ?[AaPp]\.?[Mm]\.?)?[*_`]{0,3} ?\(?(?![AaPp]\.?[Mm])(?=[A-Z])(.{2,24})/.exec(
    text.slice(0, 4000),
  )?.[1];
  return found === undefined ? undefined : readZone(found, 0)?.zone;
}

function first(texts: readonly string[], find: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const found = find(text);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
