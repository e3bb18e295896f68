// Messages between the reading view and the extension. Both sides check what they get.

/** An action on a command. */
export const commandActions = ['copy', 'fill', 'send', 'log'] as const;
export type CommandAction = (typeof commandActions)[number];

/** From the extension to the page. */
export interface Shown {
  readonly type: 'show';
  /** The document. */
  readonly uri: string;
  /** HTML that is not safe yet. */
  readonly html: string;
  /** The value of `data-mark` in elements that the extension made. */
  readonly mark: string;
  /** Keys of the steps that are done. */
  readonly done: readonly string[];
  /** Whether an incident is open. */
  readonly incident: boolean;
  readonly texts: Texts;
}

/** Texts of the page. */
export interface Texts {
  readonly copy: string;
  readonly copied: string;
  readonly fill: string;
  readonly send: string;
  readonly log: string;
  /** The label of a step's box. */
  readonly step: string;
  /** {0} of {1} steps done. */
  readonly progress: string;
  readonly reset: string;
  /** Before what a command destroys. */
  readonly danger: string;
}

/** The state of a page that VS Code keeps while the page is hidden, and when the window is loaded again. */
export interface Kept {
  readonly uri: string;
  readonly scroll: number;
}

/** From the page to the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'command'; readonly action: CommandAction; readonly line: number }
  /** `left` is the number of steps that are not done. */
  | { readonly type: 'step'; readonly key: string; readonly done: boolean; readonly left: number }
  | { readonly type: 'reset' }
  | { readonly type: 'link'; readonly href: string };

/** Returns a message of the page; undefined for anything else. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null) {
    return undefined;
  }
  const { type, action, line, key, done, left, href } = message as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'ready':
    case 'reset':
      return { type };
    case 'command': {
      const known = commandActions.find((each) => each === action);
      return known !== undefined && isCount(line) ? { type, action: known, line } : undefined;
    }
    case 'step':
      return typeof key === 'string' && typeof done === 'boolean' && isCount(left)
        ? { type, key, done, left }
        : undefined;
    case 'link':
      return typeof href === 'string' ? { type, href } : undefined;
    default:
      return undefined;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
