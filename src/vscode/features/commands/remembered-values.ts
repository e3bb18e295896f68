import type { Memento } from 'vscode';

const storageKey = 'runbookLens.values';
/** Names that mean something else in each runbook. */
const general = /^(?:name|id|value|number|n|x|y|file|path|text|string|your-name|foo|bar)$/;

type Stored = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * The values that were filled in for placeholders, for each open incident. They are forgotten when it is resolved. Without an incident
 * they are kept until the window closes. Secrets must not come here.
 */
export class RememberedValues {
  readonly #state: Memento;
  readonly #withoutIncident = new Map<string, string>();

  constructor(state: Memento) {
    this.#state = state;
  }

  /** Returns the value of a placeholder. General names such as `name` are remembered for one document. */
  get(incident: string | undefined, document: string, key: string): string | undefined {
    const name = nameOf(document, key);
    if (incident === undefined) {
      return this.#withoutIncident.get(`${document}\n${name}`);
    }
    const values = this.#stored()[incident];
    const value: unknown = values !== undefined && Object.hasOwn(values, name) ? values[name] : undefined;
    return typeof value === 'string' ? value : undefined;
  }

  /** Remembers values by key. */
  async set(incident: string | undefined, document: string, values: ReadonlyMap<string, string>): Promise<void> {
    if (incident === undefined) {
      values.forEach((value, key) => this.#withoutIncident.set(`${document}\n${nameOf(document, key)}`, value));
    } else if (values.size > 0) {
      const all = this.#stored();
      const more = Object.fromEntries([...values].map(([key, value]) => [nameOf(document, key), value]));
      await this.#state.update(storageKey, { ...all, [incident]: { ...all[incident], ...more } });
    }
  }

  /** Forgets what belongs to other incidents than these. They are only asked for if something is remembered. */
  async keepOnly(incidents: () => readonly string[]): Promise<void> {
    const all = Object.entries(this.#stored());
    const open = all.length === 0 ? [] : incidents();
    const kept = all.filter(([incident]) => open.includes(incident));
    if (kept.length < all.length) {
      await this.#state.update(storageKey, kept.length === 0 ? undefined : Object.fromEntries(kept));
    }
  }

  #stored(): Stored {
    const found = this.#state.get<unknown>(storageKey);
    return typeof found === 'object' && found !== null ? (found as Stored) : {};
  }
}

function nameOf(document: string, key: string): string {
  return general.test(key) ? `${document}#${key}` : key;
}
