import type { ParsedDocument } from '../model.ts';
import { once, remembering } from '../../util/memo.ts';
import { languages, withoutAccents } from '../../vocabulary/words.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { Evidence } from './subject.ts';
import { faultTitle } from './titles.ts';
import { wordsOf } from './words.ts';
import type { Pattern } from '../../vocabulary/language.ts';
import type { SectionOf } from '../../vocabulary/section-ids.ts';
import { documentKinds, type DocumentKind } from '../../vocabulary/kind.ts';

/** The sections that speak for a kind: strongly, or because others have them too, less so. */
const tellingSections: {
  readonly [K in DocumentKind]: Readonly<Record<'strong' | 'weak', ReadonlyArray<SectionOf<K>>>>;
} = {
  runbook: {
    strong: ['diagnosis', 'mitigation', 'rollback', 'verification', 'escalation', 'when-to-use'],
    weak: ['meaning', 'impact', 'steps', 'prerequisites', 'causes', 'prevention'],
  },
  postmortem: {
    strong: ['timeline', 'causes', 'lessons', 'action-items', 'went-well', 'what-happened'],
    weak: ['people', 'leadup', 'detection', 'resolution', 'impact', 'summary'],
  },
};

/** Parts of the names of sections in languages that write words together or inflect them. */
const partsOfNames = once((): { readonly [K in DocumentKind]: ReadonlyArray<Part<SectionOf<K>>> } => ({
  runbook: partsOf('runbook'),
  postmortem: partsOf('postmortem'),
}));

type Part<Id> = readonly [id: Id, part: RegExp];

function partsOf<K extends DocumentKind>(kind: K): Array<Part<SectionOf<K>>> {
  return languages.flatMap(({ parts }) =>
    (Object.entries(parts[kind]) as Array<[SectionOf<K>, Pattern]>).map(
      ([id, part]) =>
        [
          id,
          new RegExp(`(?<![\\p{Script=Cyrillic}])(?:${withoutAccents(part).replaceAll('~', '\\p{L}*')})`, 'iu'),
        ] as const,
    ),
  );
}

const beyondLatin = /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The ids of a title among the telling sections of a kind. */
export function idsOf<K extends DocumentKind>(kind: K, title: string): ReadonlyArray<SectionOf<K>> {
  const ids = canonicalIds(kind, title);
  return ids.length > 0 || !beyondLatin.test(title) ? ids : byParts[kind](title);
}

const byParts: { readonly [K in DocumentKind]: (title: string) => ReadonlyArray<SectionOf<K>> } = {
  runbook: lookingForParts('runbook'),
  postmortem: lookingForParts('postmortem'),
};

function lookingForParts<K extends DocumentKind>(kind: K): (title: string) => ReadonlyArray<SectionOf<K>> {
  return remembering(5000, (title) => {
    const plain = withoutAccents(title);
    const parts: ReadonlyArray<Part<SectionOf<K>>> = partsOfNames()[kind];
    return parts.filter(([, part]) => part.test(plain)).map(([id]) => id);
  });
}

/** Yields the evidence of the sections for a kind: at most one piece, with a weight of at most 4. */
export function* sectionEvidence(kind: DocumentKind, document: ParsedDocument): Generator<Evidence> {
  const titles = new Map(
    document.sections.flatMap(({ title }) => idsOf(kind, title).map((id) => [id, title] as const)).toReversed(),
  );
  const strong = tellingSections[kind].strong.filter((id) => titles.has(id));
  const weak = tellingSections[kind].weak.filter((id) => titles.has(id));
  const weight = Math.min(4, strong.length + weak.length * 0.5);
  if (weight > 0) {
    const named = [...strong, ...weak].slice(0, 4).map((id) => titles.get(id));
    yield { id: 'sections', weight, reason: `it has the section${named.length === 1 ? '' : 's'} ${named.join(', ')}` };
  }
}

/**
 * Returns the headings, except the first, that are alert names: "Alert Name: KubeAPIDown", "CPUThrottlingHigh". A page with several is
 * one file for all of them.
 */
export function alertHeadings({ sections }: ParsedDocument): readonly string[] {
  const titles = sections.filter(({ style }) => style === 'heading').map(({ title }) => title);
  return titles.slice(1).filter((title) => alertHeading.test(title) || isAlertName(title));
}

const alertHeading = /^alert(?: name)?\s*:\s*\S/i;

/** Words of alert names that titles of pages seldom have. */
const alertWord =
  /\b(?:absent|mismatch|overcommit|critical|warning|restart(?:s|ing)?|slow|pressure|flapping|drop(?:s|ped|ping)?|no|not|without|unused|overload(?:ed)?|budget burn|burn ?rate|quota|too|almost|fills up|fill(?:ing)? up|throttling|read only|down)\b/;

/** Whether a title is three words and more written as one, and names a fault: a class has a name of that form, too. */
function isAlertName(title: string): boolean {
  if (title.length > 80 || !/^[A-Z][A-Za-z0-9]+$/.test(title)) {
    return false;
  }
  const words = wordsOf(title);
  return words.split(' ').length > 1 && (faultTitle().test(words) || alertWord.test(words));
}

/**
 * Returns whether the sections alone show the kind of a document, whatever its name: some sites store each page as `index.md` or README
 * in its own folder. A page with a list of runbooks is still an index.
 */
export function hasTellingSections(document: ParsedDocument): boolean {
  if (document.signals.linkList || document.sections.some(({ name }) => indexHeading.test(name))) {
    return false;
  }
  const evidence = documentKinds.flatMap((kind) => [...sectionEvidence(kind, document)]);
  return alertHeadings(document).length >= 3 || evidence.some(({ weight }) => weight >= 3);
}

const indexHeading =
  /^(?:(?:available|all|our|current|existing|list of|index of|the|past|recent) )?(?:run ?books?|play ?books?|post ?mortems?|incidents?|incident reports?|procedures|sops)(?: (?:index|list|standards?|templates?|structure|catalogue|catalog|inventory|format|disponiveis))?$/;
