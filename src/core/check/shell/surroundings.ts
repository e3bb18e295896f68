import { thingsOf } from './made-again.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { CatalogDocument } from '../../document/document.ts';
import type { Block, Section } from '../../document/model.ts';
import {
  answersQuestion,
  asksToCompare,
  asksToLook,
  clearsPassing,
  deletesUnneeded,
  isWarningBox,
  namesDeletion,
  namesOwnRef,
  namesPassing,
  saysReplaced,
  isLocal,
  namesSafeguard,
  setsCondition,
  singlesOut,
  startsAgain,
  saysRenewable,
  tellsEffect,
  announcesEffect,
  warnsNearby,
  warnsStrongly,
} from './warnings.ts';

/** Number of blocks before and after a command that belong to it, even in another section. */
const near = 2;
/** Number of blocks before and after a command that are searched in a long section. */
const withinSection = 40;
/** Lines at the start of a document about the alert, which warn of no command: "Severity: warning". */
const facts = /^(?! {0,3}(?:> ?)?(?:[<{!:/?]|\[!)).*\b(?:severity|priority|level|tags|alert)\b.*$/gim;

/**
 * The statement of a document about a destructive command: `enough` if it warns, asks to check or tells the effect, or
 * if nothing is lost; `named` if only a title or the step names the deletion; `renewable` if the deleted things can be
 * made again; else `nothing`.
 */
export type Said = 'enough' | 'named' | 'renewable' | 'nothing';

/** A command in a block. */
export interface Place {
  readonly command: string;
  /** The comment before it in its code. */
  readonly remark: string;
  /** The code of its block before it. */
  readonly earlier: string;
  /** The text after it in the same paragraph. */
  readonly behind: string;
}

/** Answers its own question, or deletes without one. */
const asksNothing =
  /^rm\s|^git\s|\s(?:-{1,2}auto-approve|--force|--yes|--quiet|--assume-yes|--confirm|-[fyq]+)(?:[\s=]|$)/;

/** Things that people look at to find a fault, and not to see what is deleted. */
const aboutFault = /\b(?:graphs?|logs?|dashboards?|metrics?|panels?|charts?)\b/i;
/** Shows what it destroys and asks for an answer. */
const plans = /^(?:terraform|tofu|terragrunt|pulumi)\s/;
/** Copies of what is still there, if the steps go back. */
const copies = /^rm\s.*[/._-](?:backup|bak|prev(?:ious)?|new)\/?["']?\s*$/i;

function goesBack(title: string): boolean {
  return canonicalIds('runbook', title).includes('rollback');
}

const shows = /(?:^|[\s-])(?:ls|list|get|describe|inspect|show|status|plan|df)(?:\s|$)/;

/** Whether the code before a command asks to check, or lists things of its kind. */
function looksInCode(earlier: string, command: string): boolean {
  const [program = ''] = command.split(' ', 1);
  const [, type] = /\sdelete\s(?:-\S+\s)*([\w.]+)/.exec(command) ?? [];
  return earlier.split('\n').some((line) => {
    const remark = /^\s*(?:#|--|\/\/)(.*)/.exec(line)?.[1];
    if (remark !== undefined) {
      return asksToCompare(remark.trim()) || singlesOut(remark.trim()) || namesSafeguard(remark);
    }
    return line.includes(program) && shows.test(line) && (type === undefined || line.includes(type));
  });
}

const stops = /^(?:shutdown|poweroff|systemctl\s+poweroff)\b/;
const removesMachine =
  /^aws\s.*\sterminate-instance|^gcloud\s.*\sinstances\s.*delete|^(?:kubectl|oc|k)\s.*delete\s.*\bno(?:des?)?\b/;
/** Number of blocks, with its own, in which what follows a step is looked for. */
const nextSteps = 6;

/** Looks for warnings around the blocks of one document. */
export class Surroundings {
  readonly #blocks: readonly Block[];
  readonly #sections: readonly Section[];
  /** For each block the heading that it is under. */
  readonly #headings: ReadonlyArray<Section | undefined>;
  /** The first block under each heading with a plain warning; without a heading, the start of the document. */
  readonly #strong = new Map<Section | undefined, number>();

  readonly #title: string;
  /** The line of the first section that is about checks: "## Check first". */
  readonly #firstLook: number;
  readonly #answers = new Map<(text: string) => boolean, Map<string, boolean>>();
  /** For each block the last one up to it that looks at what is deleted; found on first use. */
  #looks: readonly number[] | undefined;
  #safeguard: number | undefined;

  constructor({ blocks: all, sections, title }: CatalogDocument) {
    this.#title = title;
    this.#firstLook =
      sections.find((section) => !/ensure|make sure/i.test(section.title) && asksToCompare(section.title))?.range.start
        .line ?? Number.MAX_SAFE_INTEGER;
    // A comment that silences a rule is not a warning, though it names the rule and may give a reason.
    const blocks = all.map((block): Block => {
      if (block.type === 'code' && isWarningBox(block.language ?? '', block.text)) {
        return { ...block, type: 'text', text: `⚠ ${block.text}` };
      }
      return block.text.includes('runbook-lens-')
        ? { ...block, text: block.text.replace(/<!--\s*runbook-lens-[\s\S]*?-->/g, '') }
        : block;
    });
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

  /** Returns what the document says about a command in a block. */
  said(index: number, { command, remark, earlier, behind }: Place): Said {
    const before = this.#texts(index, -1);
    const after = [behind, ...this.#texts(index, 1)];
    const names = [remark, this.leadIn(index), this.#headings[index]?.title ?? ''];
    if (
      this.#isWarned(index) ||
      (earlier !== '' && setsCondition(remark)) ||
      looksInCode(earlier, command) ||
      this.#isGuarded(index, command) ||
      this.#isLocal(index, `${command}\n${remark}`) ||
      (copies.test(command) && [remark, ...this.#above(index).map(({ title }) => title)].some(goesBack)) ||
      after.some((text) => this.#asked(tellsEffect, text)) ||
      before.some((text) => this.#asked(announcesEffect, text)) ||
      (!asksNothing.test(command) && after.some((text) => this.#asked(answersQuestion, text))) ||
      names.some((text) => this.#asked(clearsPassing, text)) ||
      namesPassing(thingsOf(command).join(' ')) ||
      [remark, ...before, ...after].some((text) => this.#asked(saysRenewable, text))
    ) {
      return 'enough';
    }
    const inSection = this.#inSection(index);
    const nearby = [...names, ...before, ...after];
    if (
      (/^git\s/.test(command) && /\spush\s/.test(command) && names.some(namesOwnRef)) ||
      (stops.test(command) && this.#follows(index, behind)) ||
      (removesMachine.test(command) && [...nearby, ...inSection.map(({ text }) => text)].some(saysReplaced)) ||
      (removesMachine.test(command) && this.#some(0, index, ({ text }) => /\bdrain(?:s|ed|ing)?\b/i.test(text)))
    ) {
      return 'enough';
    }
    if (inSection.some(({ text, type }) => type !== 'code' && this.#asked(saysRenewable, text))) {
      return 'renewable';
    }
    if (![...names, ...this.#above(index).map(({ title }) => title), this.#title].some(namesDeletion)) {
      return this.#looksBefore(index) ? 'enough' : 'nothing';
    }
    const looks = this.#looksBefore(index) || (plans.test(command) && !asksNothing.test(command));
    const unneeded = [...names, ...before].some((text) => this.#asked(deletesUnneeded, text));
    return looks || unneeded || this.#firstLook < (this.#blocks[index]?.firstLine ?? 0) ? 'enough' : 'named';
  }

  /** The heading of the second rank around a block, or the last one before it: the steps of one procedure. */
  #procedureOf(index: number): Section | undefined {
    const above = this.#above(index);
    return above.findLast(({ level }) => level > 1) ?? above.at(-1);
  }

  /**
   * Whether a step before a block, or the title of one, asks to look at what is deleted. What stands before the first heading under the
   * title is about the document.
   * Only the procedure around it and the section before that one count.
   */
  #looksBefore(index: number): boolean {
    const procedure = this.#procedureOf(index);
    const before = this.#sections.findLast(
      ({ range, level, style }) =>
        procedure !== undefined &&
        style === 'heading' &&
        level === procedure.level &&
        range.start.line < procedure.range.start.line,
    );
    const from = (before ?? procedure)?.range.start.line ?? 0;
    this.#looks ??= latest(
      this.#blocks,
      ({ text, type }, at) =>
        type !== 'code' &&
        type !== 'table' &&
        (this.#headings[at]?.level ?? 1) > 1 &&
        !aboutFault.test(text) &&
        (this.#asked(asksToCompare, text) || this.#asked(singlesOut, text)),
    );
    const look = this.#blocks[this.#looks[index - 1] ?? -1];
    return look !== undefined && look.firstLine >= from;
  }

  /** Whether a step before a block makes a backup or asks for an approval, or the section right before it warns. */
  #isGuarded(index: number, command: string): boolean {
    const warned = this.#strong.get(this.#sections[this.#sections.indexOf(this.#headings[index] as Section) - 1]);
    return (
      (warned !== undefined && warned < index) || (!/\bback-?ups?\b/i.test(command) && this.#firstSafeguard() < index)
    );
  }

  /** The first block with a safeguard; infinity if there is none. It is looked for once, for all commands. */
  #firstSafeguard(): number {
    if (this.#safeguard === undefined) {
      const first = this.#blocks.findIndex(
        ({ text, type }, at) =>
          (type === 'code' || (this.#headings[at]?.level ?? 1) > 1) && this.#asked(namesSafeguard, text),
      );
      this.#safeguard = first === -1 ? Infinity : first;
    }
    return this.#safeguard;
  }

  /** Whether a command, what is right before it, a title above or the start of the document speaks of a developer's machine. */
  #isLocal(index: number, said: string): boolean {
    const opening = this.#blocks
      .slice(0, 1 + near)
      .filter(({ type }, at) => type !== 'code' && (this.#headings[at]?.level ?? 1) === 1);
    return [
      said,
      this.#title,
      this.leadIn(index),
      ...this.#above(index).map(({ title }) => title),
      ...opening.map(({ text }) => text),
    ].some((text) => this.#asked(isLocal, text));
  }

  /** Whether a step after a block starts the machine again. */
  #follows(index: number, behind: string): boolean {
    const next = this.#blocks.slice(index, index + nextSteps);
    return startsAgain(behind) || next.some(({ text, type }, at) => (at > 0 || type === 'code') && startsAgain(text));
  }

  /** Returns the text or title right before a block; empty if there is none. */
  leadIn(index: number): string {
    const before = this.#blocks[index - 1];
    return before === undefined || before.type === 'code' || before.type === 'table' ? '' : before.text;
  }

  /** The texts next to a block, under the same heading, up to the next code. */
  #texts(index: number, step: 1 | -1): readonly string[] {
    const texts: string[] = [];
    for (let at = index + step; Math.abs(at - index) <= near; at += step) {
      const block = this.#blocks[at];
      if (block?.type !== 'text' || this.#headings[at] !== this.#headings[index]) {
        break;
      }
      texts.push(block.text);
    }
    return texts;
  }

  /** The blocks of the section up to a block. */
  #inSection(index: number): readonly Block[] {
    const from = Math.max(0, index - withinSection);
    return this.#blocks.slice(from, index).filter((_, at) => this.#headings[from + at] === this.#headings[index]);
  }

  /**
   * Returns whether there is a warning for the command in a block: in the text of its section, in the blocks next to it, in the titles
   * above, or as plain words of danger at the start of the document or of a section around it.
   */
  #isWarned(index: number): boolean {
    const above = this.#above(index);
    return (
      this.#some(index - near, index + near, ({ text }) => this.#asked(warnsNearby, text)) ||
      this.#some(index - withinSection, index + withinSection, ({ text }, at) => {
        return this.#headings[at] === this.#headings[index] && this.#asked(warnsNearby, text);
      }) ||
      this.#some(index - near, index, ({ text, type }) => type !== 'code' && asksToLook(text)) ||
      above.some(({ title }) => this.#asked(warnsNearby, title)) ||
      [undefined, ...above].some((heading) => (this.#strong.get(heading) ?? index) < index)
    );
  }

  /** Returns the answer of a test. Each text is read once, for all commands near it. */
  #asked(test: (text: string) => boolean, text: string): boolean {
    const answers = this.#answers.get(test) ?? new Map<string, boolean>();
    this.#answers.set(test, answers);
    const answer = answers.get(text) ?? test(text);
    answers.set(text, answer);
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

/** Returns for each block the last one up to it that passes a test; -1 where there is none. */
function latest(blocks: readonly Block[], test: (block: Block, at: number) => boolean): readonly number[] {
  let last = -1;
  return blocks.map((block, at) => (last = test(block, at) ? at : last));
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
