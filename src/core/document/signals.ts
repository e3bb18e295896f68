import type { FactSource } from './metadata.ts';
import type { Block, BodySignals, ParsedDocument } from './model.ts';
import { isKnownName } from '../vocabulary/vocabulary.ts';
import { visibleText } from '../text/inline.ts';
import { inlineOf } from './inline.ts';

const shells =
  /^(?:sh|bash|shell|console|zsh|fish|terminal|shell-session|sh-session|powershell|pwsh|ps1|cmd|promql|sql|psql|mysql)\b/;
const command =
  /^[^\S\n\r\u2028\u2029]*(?:[$#>]\s+\S|(?:sudo|kubectl|oc|helm|docker|ssh|scp|curl|psql|mysql|redis-cli|aws|gcloud|az|terraform|ansible(?:-playbook)?|systemctl|journalctl|service|git|make|npm|python3?|ceph|etcdctl|vault|consul|nomad|virtctl|dig|ping|tail|grep|cd|rails|bundle|bin\/\S+)\s)/m;
const clock =
  /^[\s>*_~`[(-]*(?:\d{4}-\d{2}-\d{2}[ T,]*|\d{1,2}[ -][A-Z][a-z]{2,8}[ ,]*(?:\d{4}[ ,]*)?)?~?\d{1,2}[:.h]\d{2}(?::\d{2})?\b/;
const elsewhere =
  /\b(?:moved to|has moved|deprecated|superseded|no longer (?:used|maintained|exists)|see instead|please (?:see|refer)|renamed to|replaced by|refer to|redirect)\b|^\s*see\b/i;

const linkFirst = /^[\s*_~`]*(?:\[[^\]]+\]\(|\[\[|<https?:)/;

/** Returns whether code is for a shell or a similar console: by its language, else by the start of a line. */
export function holdsCommands({ language, text }: Pick<Block, 'language' | 'text'>): boolean {
  return shells.test(language ?? '') || command.test(text);
}

/** A stub's prose fits in this many characters. */
const stubLength = 320;

/** Counts what the body of a document contains; see `BodySignals`. */
export function readSignals({ blocks, sections, definitions }: FactSource): BodySignals {
  const introEnd = sections.find(({ title }) => isKnownName(title))?.titleRange.start.line ?? Number.MAX_SAFE_INTEGER;
  let commandBlocks = 0;
  let orderedItems = 0;
  let timelineEntries = 0;
  let proseLength = 0;
  let subHeadings = 0;
  let headings = 0;
  let introLength = 0;
  let links = 0;
  let others = 0;
  const prose: string[] = [];
  const countedItems = new Set<unknown>();
  for (const block of blocks) {
    timelineEntries += timedEntriesIn(block, { definitions });
    switch (block.type) {
      case 'code':
        commandBlocks += holdsCommands(block) ? 1 : 0;
        break;
      case 'heading':
        headings += 1;
        subHeadings += (block.depth ?? 1) > 1 ? 1 : 0;
        break;
      case 'table':
        proseLength += block.text.length;
        for (const row of block.rows ?? []) {
          links += row.some((cell) => linkFirst.test(cell)) ? 1 : 0;
          others += row.some((cell) => linkFirst.test(cell)) ? 0 : 1;
        }
        break;
      case 'text':
        proseLength += block.text.length;
        prose.push(block.text);
        introLength += headings < 2 && subHeadings === 0 && block.firstLine < introEnd ? block.text.length : 0;
        links += block.item !== undefined && linkFirst.test(block.text) ? 1 : 0;
        others += block.item !== undefined && linkFirst.test(block.text) ? 0 : 1;
        break;
      default:
    }
    if (block.item?.ordered === true && block.item.depth === 1 && !countedItems.has(block.item)) {
      countedItems.add(block.item);
      orderedItems += 1;
    }
  }
  const stub = proseLength < stubLength && subHeadings === 0 && commandBlocks === 0 && elsewhere.test(prose.join(' '));
  const linkList = links >= 4 && links >= others && commandBlocks === 0;
  return { commandBlocks, orderedItems, timelineEntries, proseLength, introLength, linkList, stub };
}

/** Returns the number of lines, rows or headings of a block that begin with a clock time. */
export function timedEntriesIn(block: Block, source: Pick<ParsedDocument, 'definitions'>): number {
  switch (block.type) {
    case 'heading':
      return clock.test(visibleText(inlineOf(block, source))) ? 1 : 0;
    case 'table':
      return (block.rows ?? []).filter((row) => clock.test(row[0] ?? '') || clock.test(row[1] ?? '')).length;
    case 'text':
      return block.text.split('\n').filter((line) => clock.test(line)).length;
    default:
      return 0;
  }
}
