import { groupedBy } from '../../util/grouped-by.ts';
import type { Finding, Fix } from '../../text/finding.ts';
import { comparePositions } from '../../text/position.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** A finding, and the report that it is made from. */
export interface Reported {
  readonly rule: Rule;
  readonly report: Report;
  readonly finding: Finding;
}

/**
 * What one check of a document found, with the changes that answer it. Findings are plain data. Changes are made when they are asked
 * for, from what the rules read in that check: no rule looks at the document again.
 */
export class Checked {
  /** What was checked. */
  readonly context: RuleContext;
  /** In the order in which they stand in the document. */
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

  /** The change that answers one of the findings; undefined where there is no safe one, and for what this check did not find. */
  fixFor(finding: Finding): Fix | undefined {
    if (!this.#fixes.has(finding)) {
      this.#fixes.set(finding, this.#reports.get(finding)?.fix?.());
    }
    return this.#fixes.get(finding);
  }

  /** One change that answers all findings of a rule that it can; undefined where there is none. */
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

  /** One change for each rule that can answer some of its findings, in the order in which they are made together. */
  fixAll(): ReadonlyArray<{ rule: string; fix: Fix }> {
    // Front matter that is put in goes to the very start of a text, in front of what others put there.
    const inOrder = [...this.#byRule.values()].flatMap(([first]) => first?.rule ?? []);
    return inOrder
      .toSorted((a, b) => Number(b.fixesFirst === true) - Number(a.fixesFirst === true))
      .flatMap(({ id }) => {
        const fix = this.fixOf(id);
        return fix === undefined ? [] : [{ rule: id, fix }];
      });
  }
}
