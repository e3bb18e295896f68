import type { CatalogDocument } from '../catalog/document.ts';
import type { Expectation } from '../conventions/expectation.ts';
import type { Finding, Fix, RuleLevel, Severity } from '../model/finding.ts';

/** What a rule is given. Rules see runbooks and postmortems only. */
export interface RuleContext {
  readonly document: CatalogDocument;
  readonly expectation: Expectation;
}

/** What a rule reports; the runner adds the rule's id, and the severity that settings ask for. */
export interface Report extends Omit<Finding, 'rule' | 'severity'> {
  /** Lower than the rule's default where the evidence is weak; a severity set by the user wins over it. */
  readonly severity?: Severity;
}

/** One check. Pure: the same context gives the same reports. */
export interface Rule {
  /** Kebab-case, stable, and the name of its page in docs/rules. */
  readonly id: string;
  readonly defaultSeverity: Severity;
  check(context: RuleContext): Iterable<Report>;
  /** The change that answers one of this rule's findings; undefined where there is no safe one. */
  fix?(context: RuleContext, finding: Finding): Fix | undefined;
  /** One change that answers all findings of this rule in the document; undefined where there is no safe one. */
  fixAll?(context: RuleContext): Fix | undefined;
}

/** What users set for rules, by rule id; a rule that is not named keeps its default. */
export type RuleLevels = Readonly<Record<string, RuleLevel | undefined>>;
