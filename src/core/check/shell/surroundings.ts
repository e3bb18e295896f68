import type { CatalogDocument } from '../../document/document.ts';
import type { Block, Section } from '../../document/model.ts';
import { asksToLook, warnsNearby, warnsStrongly } from './warnings.ts';

/** Number of blocks before and after a command that belong to it, even in another section. */
const near = 2;
/** Number of blocks before and after a command that are searched in a long section. */
const withinSection = 40;
/** Lines at the start of a document about the alert, which warn of no command: "Severity: warning". */
const facts = /^.*\b(?:severity|priority|level|tags|alert)\b.*$/gim;

/** Looks for warnings around the blocks of one document. */
export class Surroundings {
  readonly #blocks: readonly Block[];
  readonly #sections: readonly Section[];
  /** For each block the heading that it is under. */
  readonly #headings: ReadonlyArray<Section | undefined>;
  readonly #warning = new Map<string, boolean>();
  /** The first block under each heading with a plain warning; without a heading, the start of the document. */
  readonly #strong = new Map<Section | undefined, number>();

  constructor({ blocks: all, sections }: CatalogDocument) {
    // A comment that silences a rule is not a warning, though it names the rule and may give a reason.
    const blocks = all.map((block) =>
      block.text.includes('runbook-lens-')
        ? { ...block, text: block.text.replace(/<!--\s*runbook-lens-[\s\S]*?-->/g, '') }
        : block,
    );
    this.#blocks = blocks;
    this.#sections = sections;
    this.#headings = headingsOf(blocks, sections);
    for (const [index, block] of blocks.entries()) {
      const heading = this.#headings[index];
      if (!this.#strong.has(heading) && block.type !== 'code' && warnsStrongly(block.text.replace(facts, ''))) {
        this.#strong.set(heading, index);
      }
    }
  }

  /**
   * Returns whether there is a warning for the command in a block: in the text of its section, in the blocks next to it, in the titles
   * above, or as plain words of danger at the start of the document or of a section around it.
   */
  isWarned(index: number): boolean {
    const above = this.#above(index);
    return (
      this.#some(index - near, index + near, ({ text }) => this.#warns(text)) ||
      this.#some(index - withinSection, index + withinSection, ({ text }, at) => {
        return this.#headings[at] === this.#headings[index] && this.#warns(text);
      }) ||
      this.#some(index - near, index, ({ text, type }) => type !== 'code' && asksToLook(text)) ||
      above.some(({ title }) => this.#warns(title)) ||
      [undefined, ...above].some((heading) => (this.#strong.get(heading) ?? index) < index)
    );
  }

  /** Returns whether a text warns. Each text is read once, for all commands near it. */
  #warns(text: string): boolean {
    const answer = this.#warning.get(text) ?? warnsNearby(text);
    this.#warning.set(text, answer);
    return answer;
  }

  #some(first: number, last: number, test: (block: Block, at: number) => boolean): boolean {
    const from = Math.max(0, first);
    return this.#blocks.slice(from, last + 1).some((block, offset) => test(block, from + offset));
  }

  /** Returns the headings that a block is under, innermost first. */
  #above(index: number): readonly Section[] {
    const above: Section[] = [];
    let heading = this.#headings[index];
    while (heading !== undefined) {
      above.push(heading);
      heading = heading.parent === undefined ? undefined : this.#sections[heading.parent];
    }
    return above;
  }
}

function headingsOf(blocks: readonly Block[], sections: readonly Section[]): Array<Section | undefined> {
  const headings = sections.filter(({ style }) => style === 'heading');
  let next = 0;
  return blocks.map(({ firstLine }) => {
    while ((headings[next]?.range.start.line ?? Number.MAX_SAFE_INTEGER) <= firstLine) {
      next += 1;
    }
    return headings[next - 1];
  });
}
