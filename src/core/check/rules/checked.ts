import { groupedBy } from '../../util/grouped-by.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import { comparePositions } from '../../text/position.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** A finding and the report of its rule. */
export interface Reported {
  readonly rule: Rule;
  readonly report: Report;
  readonly finding: Finding;
}

/**
 * The findings of one check of a document, and their fixes. Findings are plain data. Fixes are made on request, from what the rules read
 * in that check: no rule reads the document again.
 */
export class Checked {
  /** The input of the check. */
  readonly context: RuleContext;
  /** In the order of the document. */
  readonly findings: readonly Finding[];
  readonly #reports: ReadonlyMap<Finding, Report>;
  readonly #byRule: ReadonlyMap<string, readonly Reported[]>;
  readonly #fixes = new Map<Finding, Fix | undefined>();

  /** @param reported in the order of the rules, in which their changes are made. */
  constructor(context: RuleContext, reported: readonly Reported[]) {
    this.context = context;
    this.#reports = new Map(reported.map(({ finding, report }) => [finding, report]));
    this.#byRule = groupedBy(reported, ({ rule }) => rule.id);
    this.findings = reported
      .map(({ finding }) => finding)
      .toSorted((a, b) => comparePositions(a.range.start, b.range.start));
  }

  /** Returns the fix for a finding; undefined if there is no safe one, or if this check did not find it. */
  fixFor(finding: Finding): Fix | undefined {
    if (!this.#fixes.has(finding)) {
      this.#fixes.set(finding, this.#reports.get(finding)?.fix?.());
    }
    return this.#fixes.get(finding);
  }

  /** Returns one fix for all findings of a rule that have one; undefined if there is none. */
  fixOf(rule: string): Fix | undefined {
    const own = this.#byRule.get(rule) ?? [];
    const reports = own.map(({ report }) => report);
    const fix = own[0]?.rule.fixAll?.(this.context, reports) ?? this.#oneByOne(own);
    return fix === undefined || fix.edits.length === 0 ? undefined : fix;
  }

  #oneByOne(own: readonly Reported[]): Fix | undefined {
    const fixes = own.map(({ finding }) => this.fixFor(finding)).filter((fix) => fix !== undefined);
    const [first] = fixes;
    return first === undefined || fixes.length === 1
      ? first
      : {
          title: `Fix all ${fixes.length} ${own[0]?.rule.id} findings in this file`,
          edits: fixes.flatMap(({ edits }) => edits),
        };
  }

  /** Returns one fix for each rule that has some, in the order in which to apply them together. */
  fixAll(): ReadonlyArray<{ rule: string; fix: Fix }> {
    // New front matter goes to the very start of a text, before other insertions there.
    const inOrder = [...this.#byRule.values()].flatMap(([first]) => first?.rule ?? []);
    return inOrder
      .toSorted((a, b) => Number(b.fixesFirst === true) - Number(a.fixesFirst === true))
      .flatMap(({ id }) => {
        const fix = this.fixOf(id);
        return fix === undefined ? [] : [{ rule: id, fix }];
      });
  }
}
