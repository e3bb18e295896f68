import { object, parse, type InferOutput, type ObjectEntries, type ObjectSchema } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import type { Expectation } from '../../convention/expectation.ts';
import type { Neighbourhood } from '../../convention/neighbourhood.ts';
import type { Finding, Fix, Severity } from '../../text/finding.ts';
import type { RuleLevels, TeamWords } from '../../team/settings.ts';

/** What a rule is given. Rules see runbooks and postmortems only. */
export interface RuleContext {
  readonly document: CatalogDocument;
  readonly expectation: Expectation;
  /** The documents of the same kind around it, itself included. */
  readonly neighbourhood: Neighbourhood;
  /** The pages of the repository that others are made from. */
  readonly templates: readonly CatalogDocument[];
  /** What the team's configuration says about words: severities, services and so on. */
  readonly words: TeamWords;
  /** Who owns a document by CODEOWNERS and OWNERS files; empty where they name nobody. */
  readonly ownersOf: (document: CatalogDocument) => readonly string[];
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
  /** What the team's configuration says about rules: severities, and options by rule id. */
  readonly levels: RuleLevels;
  readonly options: Readonly<Record<string, unknown>>;
}

/** What a rule reports; the runner adds the rule's id, and the severity that settings ask for. */
export interface Report extends Omit<Finding, 'rule' | 'severity'> {
  /** Other than the rule's default where the evidence is weaker; a severity set by the user wins over it. */
  readonly severity?: Severity;
  /** Makes the change that answers it, from what the rule has read; undefined where there is no safe one. Absent where there never is. */
  readonly fix?: () => Fix | undefined;
}

/**
 * One check. Pure: the same context gives the same reports.
 * @template Own what the rule needs of its own reports to answer several together.
 */
export interface Rule<Own extends Report = Report> {
  /** Kebab-case, stable, and the name of its page in docs/rules. */
  readonly id: string;
  /** One sentence in the present tense: what it finds. Settings and reports show it. */
  readonly summary: string;
  readonly defaultSeverity: Severity;
  /** What teams may set for it beside the severity, each with a default; see `optionsOf`. */
  readonly options?: ObjectEntries;
  /** Of what is complete only when an incident is over: said of no record of one that goes on. */
  readonly afterwards?: true;
  /** Its changes go in front of what those of other rules put at the same place. */
  readonly fixesFirst?: true;
  check(context: RuleContext): Iterable<Own>;
  /**
   * One change that answers some of the reports of one check; where a rule does not say, the fixes of each are made together.
   * Undefined where there is no safe one for all of them; then each is tried by itself. Without edits where that need not be tried.
   */
  fixAll?(context: RuleContext, reports: readonly Own[]): Fix | undefined;
}

/** A rule's options as the team set them, defaults for the rest. The configuration's reader has checked them. */
export function optionsOf<Entries extends ObjectEntries>(
  { id }: Pick<Rule, 'id'>,
  entries: Entries,
  { options }: RuleContext,
): InferOutput<ObjectSchema<Entries, undefined>> {
  return parse(object(entries), options[id] ?? {});
}
