import type { Alert } from '../alert/alert.ts';
import type { CatalogDocument } from '../document/document.ts';
import { inlineOf } from '../document/inline.ts';
import type { Block } from '../document/model.ts';
import { perDocument } from '../document/per-document.ts';
import { positionsIn } from '../document/positions.ts';
import { tableOf } from '../document/tables.ts';
import { visibleText } from '../text/inline.ts';
import type { Range } from '../text/position.ts';
import { isTemplate } from './address.ts';
import { addressesIn } from './addresses-in.ts';
import { toolOf, type DashboardTool } from './tool/tool.ts';

/** A link to a dashboard, to a page for exploring, or to logs. */
export interface DashboardLink {
  readonly tool: DashboardTool;
  /** As written, but without the escapes of Markdown and HTML. Of `http` or `https`. */
  readonly address: string;
  /** What a reader sees for it; absent if that is the address. */
  readonly title?: string;
  /** Of the whole link in a document; of the rule in a rule file. */
  readonly range: Range;
  /** Whether parts of the address are still to be filled in, so that nothing opens: `{{ $labels.pod }}`. */
  readonly template: boolean;
}

/** Returns the links to dashboards of Grafana, Datadog, Kibana and CloudWatch in a document, in order: those of Markdown, and addresses in code, HTML and front matter. */
export const dashboardLinks = perDocument((document): readonly DashboardLink[] => [
  ...frontMatterLinks(document),
  ...document.blocks.flatMap((block) => blockLinks(document, block)),
]);

/**
 * Returns the links to dashboards in the annotations and labels of an alert, each address once, in order. The title is what a link in Markdown, or
 * in a message for chats, has.
 */
export function dashboardLinksOfAlert(alert: Alert): readonly DashboardLink[] {
  const links = new Map<string, DashboardLink>();
  for (const value of [...alert.annotations.values(), ...alert.labels.values()]) {
    for (const { start, end, title } of addressesIn(value)) {
      for (const link of linkTo(value.slice(start, end), title, alert.extent)) {
        links.set(link.address, links.get(link.address) ?? link);
      }
    }
  }
  return [...links.values()];
}

function linkTo(written: string, title: string | undefined, range: Range): DashboardLink[] {
  const address = written.replaceAll('&amp;', '&');
  const tool = toolOf(address)?.tool;
  return tool === undefined
    ? []
    : [
        {
          tool,
          address,
          ...(title !== undefined && title !== '' && title !== address && { title }),
          range,
          template: isTemplate(address),
        },
      ];
}

function frontMatterLinks({ frontMatter, lines }: CatalogDocument): DashboardLink[] {
  return frontMatter === undefined ? [] : lineLinks(lines, frontMatter.range.start.line, frontMatter.range.end.line);
}

function blockLinks(document: CatalogDocument, block: Block): DashboardLink[] {
  const { lines } = document;
  if (!mayLink(block, document)) {
    return [];
  }
  if (block.type === 'code' || block.type === 'html') {
    return lineLinks(lines, block.firstLine, block.lastLine);
  }
  if (block.type === 'table') {
    const { header, rows } = tableOf(document, block);
    return [header, ...rows].flat().flatMap(({ line, from, text }) =>
      passageLinks(document, block, text, (start, end) => ({
        start: { line, character: from + start },
        end: { line, character: from + end },
      })),
    );
  }
  const positions = positionsIn(lines, block);
  return passageLinks(document, block, block.text, (start, end) => {
    const range = positions.range(start, end);
    // A line of no-break spaces at the start of a block moves its places, at the end of a text out of it.
    return {
      start: lines.clamp(range.start.line, range.start.character),
      end: lines.clamp(range.end.line, range.end.character),
    };
  });
}

function mayLink({ text }: Block, document: CatalogDocument): boolean {
  return text.includes('://') || (text.includes('[') && definesLinks(document).found);
}

/** Whether a reference may lead to a dashboard. */
const definesLinks = perDocument(({ definitions }) => ({
  found: [...definitions.values()].some((address) => toolOf(address) !== undefined),
}));

/** The links of inline Markdown, in order. Addresses that Markdown takes for no link are links too: they may have parts of templates. */
function passageLinks(
  document: CatalogDocument,
  block: Block,
  text: string,
  rangeOf: (start: number, end: number) => Range,
): DashboardLink[] {
  const inline = inlineOf(block, document, text);
  // A bare address is no such mark: Markdown ends it at signs that addresses of tools have.
  const marks = inline.marks.filter(
    ({ type, href, start }) =>
      (type === 'link' || type === 'image') && href !== undefined && /[[<!]/.test(text[start] ?? ''),
  );
  const own = marks.map(({ type, href = '', start, end, innerStart, innerEnd }) => ({
    start,
    links: type === 'link' ? linkTo(href, visibleText(inline, innerStart, innerEnd), rangeOf(start, end)) : [],
  }));
  let next = 0;
  const others = addressesIn(text).flatMap(({ start, end, title }) => {
    while ((marks[next]?.end ?? Infinity) <= start) {
      next += 1;
    }
    const inMark = (marks[next]?.start ?? Infinity) <= start;
    return inMark ? [] : [{ start, links: linkTo(text.slice(start, end), title, rangeOf(start, end)) }];
  });
  return [...own, ...others].toSorted((a, b) => a.start - b.start).flatMap(({ links }) => links);
}

function lineLinks(lines: CatalogDocument['lines'], first: number, last: number): DashboardLink[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).flatMap((line) => {
    const text = lines.text(line);
    return addressesIn(text).flatMap(({ start, end, title }) =>
      linkTo(text.slice(start, end), title, {
        start: { line, character: start },
        end: { line, character: end },
      }),
    );
  });
}
