import type { DocumentKind } from './kind.ts';
import type { SectionOf } from './section-ids.ts';

/**
 * Words or names as people write them, separated by `|`: "état|statut". They are compared without case and accents. Empty if a language
 * has none.
 */
export type Words = string;

/**
 * Like `Words`, but each may be a small pattern with several forms: "feit[oa]", "completed?", "due(?: by| on)?". `~` stands for any
 * further letters: "перезапуст~". Only single characters may repeat, so that time stays linear. No capturing groups. Words in scripts
 * without spaces (Japanese, Chinese) also match inside other text; all others match only as whole words.
 */
export type Pattern = string;

/** Groups separated by `|`, the forms of each separated by `,`: "january,jan|february,feb". Twelve for months, seven for weekdays. */
export type Calendar = string;

/** A fact that a document states about itself. */
export type FactName = 'services' | 'severity' | 'status' | 'date' | 'owners';

/** The steps of an incident with a time. */
export type Step = 'start' | 'detected' | 'mitigated' | 'resolved' | 'end';

/** The phases of an incident, in order. */
export const incidentPhases = ['investigating', 'identified', 'mitigated', 'resolved'] as const;
export type IncidentPhase = (typeof incidentPhases)[number];

/** The statuses of a review, in order. */
export const reviewStatuses = ['draft', 'in review', 'reviewed', 'closed'] as const;
/** Status of the review of a postmortem. */
export type ReviewStatus = (typeof reviewStatuses)[number];

/** Role of a field of an action item, or of a column in a table of items. */
export type FieldRole = 'item' | 'owner' | 'due' | 'status' | 'tracking' | 'priority' | 'group';

/** Usual roles in an incident; `others` are further names for participants. */
export type RoleName = 'commander' | 'deputy' | 'scribe' | 'communications' | 'expert' | 'others';

/** Lengths of calendar time, and those of a clock. */
export type CalendarUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';
export type ClockUnit = 'hours' | 'minutes' | 'seconds';

/** The sections of a postmortem whose titles are often questions. */
export type AskedSection = Extract<
  SectionOf<'postmortem'>,
  'impact' | 'timeline' | 'causes' | 'resolution' | 'detection' | 'lessons' | 'action-items'
>;

/** The names of the sections of each kind of document. Within a kind, a name has one id in all languages. */
export type SectionNames = { readonly [K in DocumentKind]: Readonly<Record<SectionOf<K>, Words>> };

/**
 * All words of one language. A language is a file that exports one of these, and a line in `languages.ts`; everything else is built from
 * that list. The tests build documents from these words.
 */
export interface Language extends SectionNames {
  /** BCP 47, such as `en`. */
  readonly code: string;
  /**
   * Parts of section titles, for languages that inflect or join words. They only help to find the kind of a document, and are searched
   * only in titles in non-Latin scripts.
   */
  readonly parts: { readonly [K in DocumentKind]: Readonly<Partial<Record<SectionOf<K>, Pattern>>> };
  /**
   * The start of section titles of a postmortem that are questions or sentences: "what was the impact", "how did it
   * happen".
   */
  readonly questions: Readonly<Record<AskedSection, Pattern>>;
  readonly labels: Labels;
  /** Names of the phases of an incident and of the statuses of a review. */
  readonly phases: Readonly<Record<IncidentPhase, Words>>;
  readonly reviews: Readonly<Record<ReviewStatus, Words>>;
  /** Severities without numbers: the worst ones, and the rest. */
  readonly worst: Words;
  readonly severities: Words;
  readonly failing: FailingWords;
  readonly time: TimeWords;
  readonly timeline: TimelineWords;
  readonly actions: ActionWords;
  readonly grammar: GrammarWords;
  /** Words that show the kind of a document. */
  readonly kind: KindWords;
  readonly wording: WordingWords;
}

/** The names of labels, keys of front matter and rows of two columns. The usual one comes first. */
export interface Labels {
  /** The first names take precedence if a document has several. */
  readonly facts: Readonly<Record<FactName, Words>>;
  /** The time of each step of the incident. */
  readonly steps: Readonly<Record<Step, Words>>;
  /** When the incident was declared. */
  readonly declared: Words;
  /** Duration of the incident. */
  readonly duration: Words;
  /** Time to repair. */
  readonly mending: Words;
  /** The zone of the times. */
  readonly zone: Words;
  readonly lastReview: Words;
  readonly reviewEvery: Words;
  readonly nextReview: Words;
  /** For runbooks only: in a postmortem these are part of the story. */
  readonly expiry: Words;
  readonly roles: Readonly<Record<RoleName, Words>>;
  /** Headers of tables of people: role, name. */
  readonly person: Words;
}

/** Words for the share of requests or time that failed. */
export interface FailingWords {
  /** Names of labels: the share that failed, the share that was good, and how much of a service was hit, in words. */
  readonly rate: Words;
  readonly availability: Words;
  readonly extent: Words;
  /** Says that nothing worked. */
  readonly outage: Pattern;
  /** The end of a statement after a share: "12 % of requests failed". */
  readonly failed: Pattern;
  /** Words for the sign, after a number and in the name of a label. */
  readonly percent: Words;
}

/** Words of times and dates. */
export interface TimeWords {
  /** Words beside the name of a step that add no meaning: "incident", "time", "at". */
  readonly beside: Words;
  /** From January on. None that is an everyday word of English, such as "set" or "out": "2 out of 3" is not a date. */
  readonly months: Calendar;
  /** From Monday on. */
  readonly weekdays: Calendar;
  /** Names of zones beside the international ones, each with one of those: "MEZ=CET", "heure de Paris=Europe/Paris". */
  readonly zones: Words;
  /** Words between day, month and year: "5 of March", "5 de março de 2024". */
  readonly of: Pattern;
  /** Endings of the number of a day: "5th", "1º". */
  readonly ordinal: Pattern;
  /** Signs after the numbers of a year, month, day, hour and minute, in this order: "2024年3月5日 10時20分". Five groups or none. */
  readonly signs: Calendar;
  /** Words between a day and a time: "5 March at 10:20", "um 10:20". */
  readonly at: Pattern;
  /** Other words before a day or time: "on", "since", "le". */
  readonly lead: Pattern;
  /** The same, and says that the time is not exact: "around", "ca.", "vers". */
  readonly about: Pattern;
  /** Words between the ends of a span of time: "10:20 until 10:40". */
  readonly until: Pattern;
  /** Words that make a number an hour: "10 Uhr". Not words that can be a duration, such as "10 heures". */
  readonly oclock: Pattern;
  /** Words after a time that is written with a point or without a sign: "10.40 Uhr", "1040 hrs". */
  readonly hours: Pattern;
  /** Speaks of times, before a zone: "All times in ET", "Uhrzeiten". Case counts. */
  readonly times: Pattern;
  /** Lengths of time, after a number; in plural or singular. */
  readonly units: Readonly<Record<CalendarUnit | ClockUnit, Pattern>>;
  /** "every" before a length of time. */
  readonly every: Pattern;
  /** Adverbs of frequency: daily, weekly, every two weeks, monthly, every two months, quarterly, half-yearly, yearly. Eight groups. */
  readonly often: Calendar;
  /** From one to twelve. */
  readonly numbers: Words;
}

/** Titles of the columns of a timeline's table, and words about its order. */
export interface TimelineWords {
  readonly time: Pattern;
  readonly day: Pattern;
  readonly author: Pattern;
  readonly text: Pattern;
  /** Says that entries are not in the order of time, or were added later. */
  readonly unordered: Pattern;
}

export type TimelineColumn = Exclude<keyof TimelineWords, 'unordered'>;

/** Words of action items. */
export interface ActionWords {
  /** Titles of columns, and labels of fields. */
  readonly fields: Readonly<Record<FieldRole, Words>>;
  /** Labels in running text, before a colon: "owner: Ada", "due: 2024-04-01". */
  readonly owner: Pattern;
  readonly due: Pattern;
  /** In running text without a colon: "assigned to Ada", "by 2024-04-01". */
  readonly assigned: Pattern;
  readonly by: Pattern;
  /** Before a date that holds no more, and of the one that took its place: "was due 2024-04-01, moved to 2024-05-01". */
  readonly was: Pattern;
  readonly moved: Pattern;
  /** Like `by` and `moved`, but after the date. */
  readonly byBehind: Pattern;
  readonly movedBehind: Pattern;
  /** Open; the first is the one to write. */
  readonly open: Words;
  /** Done; the first is a plain word, and the one to write. */
  readonly done: Pattern;
  /** Dropped. */
  readonly dropped: Pattern;
  /** Words before `done` that negate or limit it: "not done", "partly done". */
  readonly not: Pattern;
  /** Words after `done` for a part that is still open: "done in staging, prod pending". */
  readonly half: Pattern;
  /** Words that can follow `done` if it is about the item: "done in June", "done by Ada". */
  readonly behindDone: Pattern;
  /** Answers to "Done?"; those at the same place belong together. */
  readonly yes: Words;
  readonly no: Words;
  /** Stated if there are no items: "None", "nothing to do". */
  readonly nothing: Pattern;
  /** Stated if there is no name or date: "nobody", "open". */
  readonly nobody: Pattern;
  /** Words for a ticket: "ticket: 4711". */
  readonly ticket: Pattern;
  /** In the titles of sections whose items may tell of measures that are in force: "Prevention", "Safeguards", "What we changed". */
  readonly measures: Pattern;
  /** Titles of legends. */
  readonly legend: Pattern;
  /** Title of the column of a legend. */
  readonly meaning: Pattern;
}

/** Function words in names and sentences. */
export interface GrammarWords {
  /** Between the parts of a compound or list. */
  readonly and: Words;
  /** After which a title only says more: "Timeline of the outage". */
  readonly of: Words;
  /** Before the number of a title: "Step 3 – Restart". */
  readonly step: Words;
  /** Placeholders; the whole text is one of them. */
  readonly placeholders: Words;
  /** Start of a text in italics or brackets that is a request to the author. */
  readonly requests: Pattern;
  /** Start of a whole paragraph, set apart, that is a request to the author. */
  readonly prompts: Pattern;
  /** Like `prompts`, but clear enough that no other document has to have it. */
  readonly plainPrompts: Pattern;
  /** Sections with supporting material, where links do not belong. */
  readonly appendix: Words;
  /** Text in brackets in the title of a template: "[name of the incident]". */
  readonly titleBlanks: Pattern;
  /** Words in brackets or after which something is to be filled in: "[name of the incident]". */
  readonly blanks: Pattern;
}

/** Words that show the kind of a document. Compared without accents and in lower case, with `-` and `'` as spaces in titles and paths. */
export interface KindWords {
  /** Titles that name the kind. */
  readonly runbook: Pattern;
  readonly postmortem: Pattern;
  /** Titles about an incident, of any kind of document. */
  readonly incident: Pattern;
  /** Titles that name a task; each has its own `^` or `$`. */
  readonly task: Pattern;
  /** Headings of what the reader of an alert sees, anywhere. */
  readonly symptoms: Pattern;
  /** Tasks that are almost always operations tasks. */
  readonly operatorTask: Pattern;
  /** Faults, and words that almost always name a fault. */
  readonly fault: Pattern;
  readonly plainFault: Pattern;
  /** Folders. */
  readonly postmortems: Pattern;
  readonly runbooks: Pattern;
  readonly operations: Pattern;
  readonly design: Pattern;
  /** Headings of decision records: what was decided, and what a record has beside it. */
  readonly decision: Pattern;
  readonly decisionContext: Pattern;
  /** Titles of pages about operations that are not of use during an incident, at either end of the title. */
  readonly about: Pattern;
  /** A template, templates as a folder, and what may be between that word and what it is for. */
  readonly template: Pattern;
  readonly templates: Pattern;
  readonly templateFor: Pattern;
  /** Titles of pages about writing such documents. */
  readonly guide: Pattern;
  /** A runbook speaks of itself, or of its alert. */
  readonly itself: Pattern;
  readonly alert: Pattern;
  /** Words of people on duty. */
  readonly duty: Pattern;
  /** Phrases about a past incident; they count once for each language. */
  readonly accounts: Pattern;
  /** Everyday words that show that a text is in this language. */
  readonly everyday: Pattern;
  /** The start of a condition before an instruction: "If the disk is full, …". */
  readonly condition: Pattern;
  /** Verbs that begin an instruction; verbs that end one, up to the end of the sentence. */
  readonly verbs: Pattern;
  readonly lateVerbs: Pattern;
}

/** Words that rules about wording look for. */
export interface WordingWords {
  /** Warnings that count anywhere: of loss, of danger, of steps that cannot be undone. */
  readonly danger: Pattern;
  /** Words of caution near a dangerous command. */
  readonly care: Pattern;
  /** Words that ask to check before the command. */
  readonly look: Pattern;
  /**
   * Words right before a command that the reader should run, words right after one, and words that forbid running it.
   */
  readonly run: Pattern;
  readonly ran: Pattern;
  readonly denied: Pattern;
  /** Says that a command was a cause or a mistake. */
  readonly cause: Pattern;
  /**
   * Words, from the start of a clause on, that introduce the code below as output: "the output is", "you should see".
   */
  readonly printed: Pattern;
  /** Consequences of a command for people, such as what they lose or have to do: "has to sign in again", "are lost". */
  readonly effect: Pattern;
  /** Names a deletion, in a title or an instruction. */
  readonly deletes: Pattern;
  /** The answer to a question that a command asks. */
  readonly answer: Pattern;
  /** Says that what is deleted comes back or is made again. */
  readonly renewable: Pattern;
  /** Names of what can be made again, beside a word of deletion: "clear the cache". */
  readonly passing: Pattern;
  /** Says that a machine is started again. */
  readonly boots: Pattern;
  /** Says of what is deleted that nobody needs it, or when that is so: "unused", "once the copy is done". */
  readonly unneeded: Pattern;
  /** Actions before a deletion that make it safe: a backup, an approval, a second pair of eyes. */
  readonly safeguards: Pattern;
  /** Words that place a system on the machine of a developer. */
  readonly local: Pattern;
  /** Blame: "human error"; a person did it; a judgement; and sentences that speak of blamelessness. */
  readonly humanError: Pattern;
  readonly person: Pattern;
  readonly judgement: Pattern;
  readonly blameless: Pattern;
  /** An author speaks of himself, apologises, or jokes. */
  readonly oneself: Pattern;
  /** Asks for what is behind a human error, or tells it: a cause, a safeguard, what was missing. */
  readonly behindError: Pattern;
}
