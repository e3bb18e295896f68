import type { Range } from '../text/position.ts';

/** Where alerts are defined: a form of file. Templates of Helm and the like are `helm`, whatever they make. */
export type AlertSource =
  | 'prometheus'
  | 'prometheus-rule'
  | 'grafana'
  | 'helm'
  | 'datadog'
  | 'cloudwatch'
  | 'google'
  | 'azure';

/** A text in a rule file that may lead to a runbook. */
export interface AlertLink {
  /** The annotation or label that it is the value of; `description`, `summary` or `message` if it is only mentioned there. */
  readonly key: string;
  /** As written, parts of templates included. */
  readonly written: string;
  /** The same with what the file itself says put in: variables with known text, and quoted parts of templates. */
  readonly address: string;
  readonly range: Range;
  /** Whether the value says only that a link is still to come: "TBD". */
  readonly placeholder: boolean;
}

/** One rule that alerts somebody. It is identified by its file and place: names repeat. */
export interface Alert {
  readonly name: string;
  /** Of the key that holds the name. */
  readonly range: Range;
  /** Of the name, or of the template part that makes it. */
  readonly nameRange: Range;
  /** Of the whole rule. */
  readonly extent: Range;
  readonly source: AlertSource;
  readonly severity?: string;
  readonly group?: string;
  /** How long the condition holds before it alerts, as written. */
  readonly duration?: string;
  readonly expression?: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly annotations: ReadonlyMap<string, string>;
  /** The best first. */
  readonly links: readonly AlertLink[];
  /** Whether it stands in test data. */
  readonly test: boolean;
}

/** What could not be read, and why, as a clause for users ("it is Jsonnet"). */
export interface Unreadable {
  readonly reason: string;
  /** How many alerts seem to be in it; absent if that is unknown. */
  readonly alerts?: number;
}

/** What a rule file says. */
export interface AlertFile {
  readonly path: string;
  /** In the order of the text. */
  readonly alerts: readonly Alert[];
  readonly unreadable?: Unreadable;
}
