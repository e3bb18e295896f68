/** The parts of a runbook that postmortems can contribute to. */
export const lessonTopics = ['meaning', 'impact', 'causes', 'diagnosis', 'mitigation'] as const;
export type LessonTopic = (typeof lessonTopics)[number];

/** Commands in a record, as typed. */
export interface Commands {
  /** Without the prompts before them, where every one has one. */
  readonly lines: readonly string[];
  /** For the info string of a fence, such as `sh` or `console`. */
  readonly language: string;
}

/** A literal quotation of a postmortem, with its range. */
export interface Quotation {
  readonly topic: LessonTopic;
  /** The lines of the record, 1-based, both included. */
  readonly firstLine: number;
  readonly lastLine: number;
  /**
   * The form of the lines in the text. Nothing is appended to lines of a table or of code, which show by themselves
   * what they are.
   */
  readonly form: 'paragraph' | 'item' | 'table' | 'code';
  /** Markdown as it is there, without what the place itself asks for: indentation, the time of an entry, a label in front. */
  readonly lines: readonly string[];
  /** When it happened, as written; for entries of timelines. */
  readonly time?: string;
  /** The commands in it, or beside it where `lines` is empty. */
  readonly commands: readonly Commands[];
}
