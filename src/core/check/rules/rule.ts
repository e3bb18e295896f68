import { object, parse, type InferOutput, type ObjectEntries, type ObjectSchema } from 'valibot';
import type { CatalogDocument } from '../../document/document.ts';
import type { Expectation } from '../../convention/expectation.ts';
import type { Neighbourhood } from '../../convention/neighbourhood.ts';
import type { Finding, Fix, Severity } from '../../text/finding.ts';
import type { RuleLevels, TeamWords } from '../../team/settings.ts';

/** The input of a rule. Rules check only runbooks and postmortems. */
export interface RuleContext {
  /** Whether it is checked for a step of its review: a draft counts as finished then. */
  readonly inReview?: boolean;
  readonly document: CatalogDocument;
  readonly expectation: Expectation;
  /** The neighbours of the same kind, with the document itself. */
  readonly neighbourhood: Neighbourhood;
  /** The other pages in its folder, whatever their kind; see `Neighbourhoods.beside`. */
  readonly beside: () => readonly CatalogDocument[];
  /** The template pages of the repository. */
  readonly templates: readonly CatalogDocument[];
  /** Words in the configuration: severities, services and so on. */
  readonly words: TeamWords;
  /** Owners of a document in CODEOWNERS and OWNERS files; none if there are none. */
  readonly ownersOf: (document: CatalogDocument) => readonly string[];
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
  /** Rules in the configuration: levels and options by rule id. */
  readonly levels: RuleLevels;
  readonly options: Readonly<Record<string, unknown>>;
}

/** A report of a rule. The runner adds the rule id and the configured severity. */
export interface Report extends Omit<Finding, 'rule' | 'severity' | 'group'> {
  /** A lower severity than the default, for weak evidence. A severity set by the user takes precedence. */
  readonly severity?: Severity;
  /** Makes the fix, from what the rule has read. Returns undefined if there is no safe one. Absent if there never is one. */
  readonly fix?: () => Fix | undefined;
}

/**
 * A rule. Pure: the same context gives the same reports.
 * @template Own what the rule adds to its reports, to fix several together.
 */
export interface Rule<Own extends Report = Report> {
  /** Kebab-case, stable, and the name of its page in docs/rules. */
  readonly id: string;
  /** One sentence in the present tense: what it finds. Shown in settings and reports. */
  readonly summary: string;
  readonly defaultSeverity: Severity;
  /** Options besides the severity, each with a default; see `optionsOf`. */
  readonly options?: ObjectEntries;
  /** For content that is complete only after an incident: not reported for an open incident. */
  readonly afterwards?: true;
  /**
   * The scope in which its findings say the same for the same reason, so that readers want to read it only once:
   * anywhere in a document, or in all documents of a folder that have the same `about`.
   */
  readonly groupedBy?: 'document' | 'folder';
  /** Whether it also speaks of what is in an archive. */
  readonly inArchives?: true;
  /** Its edits go before those of other rules at the same place. */
  readonly fixesFirst?: true;
  check(context: RuleContext): Iterable<Own>;
  /**
   * One fix for several reports of one check. Without this method, the fixes of each are combined. Undefined if there is no safe fix for
   * all of them; then each is tried alone. A fix without edits means that this is not needed.
   */
  fixAll?(context: RuleContext, reports: readonly Own[]): Fix | undefined;
}

/** Returns the options of a rule, with defaults. They are already validated. */
export function optionsOf<Entries extends ObjectEntries>(
  { id }: Pick<Rule, 'id'>,
  entries: Entries,
  { options }: RuleContext,
): InferOutput<ObjectSchema<Entries, undefined>> {
  return parse(object(entries), options[id] ?? {});
}
