/** An incident as its record tells it, as far as an error budget asks. A fact that the record does not state is absent. */
export interface RecordedIncident {
  readonly title: string;
  readonly uri: string;
  /** Relative to the root, with `/` between folders. */
  readonly path: string;
  /** The day that the record is of: YYYY-MM-DD. */
  readonly day?: string;
  readonly start?: Date;
  readonly end?: Date;
  /** The fraction of requests or of time that failed, from 0 to 1. */
  readonly share?: number;
  /** As stated; empty if none is. */
  readonly services: readonly string[];
}
