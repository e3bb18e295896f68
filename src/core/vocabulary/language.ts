import type { DocumentKind } from './kind.ts';
import type { SectionOf } from './section-ids.ts';

/**
 * Words or names as people write them, joined with `|`: "état|statut". Readers compare them without case and accents. Empty where a
 * language has none that readers may take for it.
 */
export type Words = string;

/**
 * Like `Words`, and each may be a small pattern where a word has several forms: "feit[oa]", "completed?", "due(?: by| on)?". `~` stands for any
 * further letters: "перезапуст~". Nothing in it repeats but single characters, so that time stays linear; no groups that capture.
 * Words in scripts without spaces (Japanese, Chinese) match inside of other text, all others as whole words.
 */
export type Pattern = string;

/** Twelve or seven groups joined with `|`, the forms of each joined with `,`: "january,jan|february,feb". */
export type Calendar = string;

/** A fact that documents state about themselves. */
export type FactName = 'services' | 'severity' | 'status' | 'date' | 'owners';

/** The steps of an incident that documents state times of. */
export type Step = 'start' | 'detected' | 'mitigated' | 'resolved' | 'end';

/** How far an incident has come, in order. */
export const incidentPhases = ['investigating', 'identified', 'mitigated', 'resolved'] as const;
export type IncidentPhase = (typeof incidentPhases)[number];

/** The states of a postmortem's review, in their order. */
export const reviewStatuses = ['draft', 'in review', 'reviewed', 'closed'] as const;
/** Where a postmortem stands between being written and being done with. */
export type ReviewStatus = (typeof reviewStatuses)[number];

/** What a field of an action item, or a column of a table of items, is for. */
export type FieldRole = 'item' | 'owner' | 'due' | 'status' | 'tracking' | 'priority' | 'group';

/** Usual roles in an incident; `others` are further names for people who took part. */
export type RoleName = 'commander' | 'deputy' | 'scribe' | 'communications' | 'expert' | 'others';

/** Lengths of calendar time, and those of a clock. */
export type CalendarUnit = 'days' | 'weeks' | 'months' | 'quarters' | 'years';
export type ClockUnit = 'hours' | 'minutes' | 'seconds';

/** What the sections of each kind of document are called. A name stands for one id within a kind, over all languages. */
export type SectionNames = { readonly [K in DocumentKind]: Readonly<Record<SectionOf<K>, Words>> };

/**
 * All words of one language that documents are read by. A language is a file that exports one of these, and a line in `languages.ts`;
 * everything else is made from that list. The tests read documents that they put together from these very words.
 */
export interface Language extends SectionNames {
  /** BCP 47, such as `en`. */
  readonly code: string;
  /**
   * Parts of titles that show what a section is, where a language inflects its words or writes them together. They help to tell the kind
   * of a document alone, and are looked for only in titles in other scripts than Latin.
   */
  readonly parts: { readonly [K in DocumentKind]: Readonly<Partial<Record<SectionOf<K>, Pattern>>> };
  readonly labels: Labels;
  /** What records call each phase of an incident, and each state of a review. */
  readonly phases: Readonly<Record<IncidentPhase, Words>>;
  readonly reviews: Readonly<Record<ReviewStatus, Words>>;
  /** Words of scales of severity that do without numbers: for the worst that there is, and for the rest. */
  readonly worst: Words;
  readonly severities: Words;
  readonly time: TimeWords;
  readonly timeline: TimelineWords;
  readonly actions: ActionWords;
  readonly grammar: GrammarWords;
  /** What tells the kind of a document. */
  readonly kind: KindWords;
  readonly wording: WordingWords;
}

/** The names of labels, keys of front matter and rows of two columns. The usual one comes first. */
export interface Labels {
  /** The first names rank higher where a document states several. */
  readonly facts: Readonly<Record<FactName, Words>>;
  /** The time of each step of the incident. */
  readonly steps: Readonly<Record<Step, Words>>;
  /** When the incident was declared. */
  readonly declared: Words;
  /** How long it lasted. */
  readonly duration: Words;
  /** How long it took to mend. */
  readonly mending: Words;
  /** The zone of the times. */
  readonly zone: Words;
  readonly lastReview: Words;
  readonly reviewEvery: Words;
  readonly nextReview: Words;
  /** Of runbooks only: in a postmortem these are part of the story. */
  readonly expiry: Words;
  readonly roles: Readonly<Record<RoleName, Words>>;
  /** Headers of tables of people: role, name. */
  readonly person: Words;
}

/** Words of times and dates. */
export interface TimeWords {
  /** From January on. None that is an everyday word of English, such as "set" or "out": "2 out of 3" is no date. */
  readonly months: Calendar;
  /** From Monday on. */
  readonly weekdays: Calendar;
  /** Names of zones beside the international ones, each with one of those: "MEZ=CET", "heure de Paris=Europe/Paris". */
  readonly zones: Words;
  /** What stands between day, month and year: "5 of March", "5 de março de 2024". */
  readonly of: Pattern;
  /** Endings of the number of a day: "5th", "1º". */
  readonly ordinal: Pattern;
  /** Signs behind the numbers of a year, month, day, hour and minute, in this order: "2024年3月5日 10時20分". Five groups or none. */
  readonly signs: Calendar;
  /** What stands between a day and a time: "5 March at 10:20", "um 10:20". */
  readonly at: Pattern;
  /** What else stands in front of a day or time: "on", "since", "le". */
  readonly lead: Pattern;
  /** The same, and says that the time is not exact: "around", "ca.", "vers". */
  readonly about: Pattern;
  /** What stands between the ends of a span of time: "10:20 until 10:40". */
  readonly until: Pattern;
  /** What makes a number an hour: "10 Uhr". None that could be a length of time, such as "10 heures". */
  readonly oclock: Pattern;
  /** What stands behind a time that is written with a point or without a sign: "10.40 Uhr", "1040 hrs". */
  readonly hours: Pattern;
  /** Speaks of times, in front of a zone: "All times in ET", "Uhrzeiten". Case counts. */
  readonly times: Pattern;
  /** Lengths of time, behind a number; in plural or singular. */
  readonly units: Readonly<Record<CalendarUnit | ClockUnit, Pattern>>;
  /** "every" in front of a length of time. */
  readonly every: Pattern;
  /** Adverbs of how often: once in a day, a week, two weeks, a month, two months, a quarter, half a year, a year. Eight groups. */
  readonly often: Calendar;
  /** From one to twelve. */
  readonly numbers: Words;
}

/** Titles of the columns of a timeline's table. */
export interface TimelineWords {
  readonly time: Pattern;
  readonly day: Pattern;
  readonly author: Pattern;
  readonly text: Pattern;
}

/** Words of action items. */
export interface ActionWords {
  /** Titles of columns, and labels of fields. */
  readonly fields: Readonly<Record<FieldRole, Words>>;
  /** Labels in running text, in front of a colon: "owner: Ada", "due: 2024-04-01". */
  readonly owner: Pattern;
  readonly due: Pattern;
  /** In running text without a colon: "assigned to Ada", "by 2024-04-01". */
  readonly assigned: Pattern;
  readonly by: Pattern;
  /** In front of a date that holds no more, and of the one that took its place: "was due 2024-04-01, moved to 2024-05-01". */
  readonly was: Pattern;
  readonly moved: Pattern;
  /** Like `by` and `moved`, but behind the date. */
  readonly byBehind: Pattern;
  readonly movedBehind: Pattern;
  /** That something is still to do; the first is the one to write. */
  readonly open: Words;
  /** That it is done; the first is a plain word, and the one to write. */
  readonly done: Pattern;
  /** That it will not be done. */
  readonly dropped: Pattern;
  /** Words in front of `done` that take it back or halve it: "not done", "partly done". */
  readonly not: Pattern;
  /** Words behind `done` that say that a part is still to do: "done in staging, prod pending". */
  readonly half: Pattern;
  /** What may follow `done` where it speaks of the item: "done in June", "done by Ada". */
  readonly behindDone: Pattern;
  /** Answers to "Done?"; those at the same place belong together. */
  readonly yes: Words;
  readonly no: Words;
  /** In place of all items: "None", "nothing to do". */
  readonly nothing: Pattern;
  /** In place of a name or date: "nobody", "open". */
  readonly nobody: Pattern;
  /** What is followed under a number: "ticket: 4711". */
  readonly ticket: Pattern;
  /** Titles of what only explains the words of a list. */
  readonly legend: Pattern;
  /** The title of a column that does so. */
  readonly meaning: Pattern;
}

/** Small words that hold names and sentences together. */
export interface GrammarWords {
  /** Between the parts of a compound or list. */
  readonly and: Words;
  /** Behind which a title only says more: "Timeline of the outage". */
  readonly of: Words;
  /** In front of the number of a title: "Step 3 – Restart". */
  readonly step: Words;
  /** What stands where content should; the whole text is one of them. */
  readonly placeholders: Words;
  /** What begins a text in italics or brackets that only asks its author for something. */
  readonly requests: Pattern;
  /** What begins a whole paragraph that is set off and asks its author for something. */
  readonly prompts: Pattern;
  /** The same, so plain that no other document has to have it. */
  readonly plainPrompts: Pattern;
  /** Sections with what supports a record that are no place for links. */
  readonly appendix: Words;
  /** What stands in brackets in the title of a template: "[name of the incident]". */
  readonly titleBlanks: Pattern;
  /** Words in brackets or behind which something is to be filled in: "[name of the incident]". */
  readonly blanks: Pattern;
}

/** What tells the kind of a document. Compared without accents and in lower case, `-` and `'` as spaces in titles and paths. */
export interface KindWords {
  /** Titles that name the kind. */
  readonly runbook: Pattern;
  readonly postmortem: Pattern;
  /** Titles that tell of an incident, of whichever kind. */
  readonly incident: Pattern;
  /** Titles that name a task; each bears its own `^` or `$`. */
  readonly task: Pattern;
  /** Headings of what an alert's reader sees, wherever they stand. */
  readonly symptoms: Pattern;
  /** Tasks that are hardly ever anything else than an operator's. */
  readonly operatorTask: Pattern;
  /** Faults, and those that are hardly ever anything else. */
  readonly fault: Pattern;
  readonly plainFault: Pattern;
  /** Folders. */
  readonly postmortems: Pattern;
  readonly runbooks: Pattern;
  readonly operations: Pattern;
  readonly design: Pattern;
  /** Titles of pages that tell of operations without being of use in one, at either end of the title. */
  readonly about: Pattern;
  /** A template, templates as a folder, and what may stand between that word and what it is for. */
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
  /** Turns of phrase that tell of an incident in the past; they count once for each language. */
  readonly accounts: Pattern;
  /** Everyday words that show that a text is in this language. */
  readonly everyday: Pattern;
  /** What begins a condition in front of an instruction: "If the disk is full, …". */
  readonly condition: Pattern;
  /** Verbs that begin an instruction; verbs that end one, up to the end of the sentence. */
  readonly verbs: Pattern;
  readonly lateVerbs: Pattern;
}

/** Words by which rules judge wording. */
export interface WordingWords {
  /** They warn wherever they stand: of loss, of danger, of what cannot be undone. */
  readonly danger: Pattern;
  /** What a careful author says near a dangerous command. */
  readonly care: Pattern;
  /** What makes a reader look twice when it stands before the command. */
  readonly look: Pattern;
  /** What comes right before a command that the reader is told to run, right behind one, and what says that it is not to be run. */
  readonly run: Pattern;
  readonly ran: Pattern;
  readonly denied: Pattern;
  /** Blame: "human error"; a person did it; a judgement; and sentences that speak of blamelessness. */
  readonly humanError: Pattern;
  readonly person: Pattern;
  readonly judgement: Pattern;
  readonly blameless: Pattern;
}
