import { l10n } from 'vscode';
import { shortened, UserError, type Placeholder, type ShellFamily } from '../../../core/index.ts';
import type { Answers } from '../../services/answers.ts';
import type * as runbookUse from '../../services/runbook-use.ts';
import { typeText } from '../../services/ask.ts';
import type { Chosen } from './current.ts';
import type { RememberedValues } from './remembered-values.ts';

/** A command with its values. */
export interface FilledCommand {
  readonly text: string;
  /** The same for a record: secrets are placeholders. */
  readonly shown: string;
  /** Secrets that are in it, by their placeholder. They are kept no longer than for this command. */
  readonly secrets: ReadonlyMap<string, string>;
  /** All values by key, for the command that comes next. */
  readonly values: ReadonlyMap<string, string>;
}

/** Which values the user is asked for: all of them, only those that are not known, or none. */
export type Asking = 'all' | 'missing' | 'none';

/** Fills in commands with values that are given, remembered or typed. */
export class Values {
  readonly #remembered: RememberedValues;
  readonly #incident: () => string | undefined;

  constructor(remembered: RememberedValues, incident: () => string | undefined) {
    this.#remembered = remembered;
    this.#incident = incident;
  }

  /**
   * Returns a command with its values, quoted for a family of shells, and remembers those that are no secrets. Undefined if the user
   * cancels. Throws a UserError for a value that cannot be put safely.
   * @param places its placeholders by the rules of that family.
   */
  async fill(
    { document, command }: Chosen,
    places: readonly Placeholder[],
    family: ShellFamily,
    asking: Asking,
    answers: Answers,
  ): Promise<FilledCommand | undefined> {
    const use = await import('../../services/runbook-use.ts');
    const incident = this.#incident();
    const given = answers.value('values');
    const values = new Map<string, string>();
    const byKey = new Map<string, Placeholder[]>();
    places.forEach((place) => byKey.set(place.key, [...(byKey.get(place.key) ?? []), place]));
    let step = 0;
    for (const [key, same] of byKey) {
      step += 1;
      const secret = same.some((place) => place.secret);
      const answer = valueIn(given, key);
      const known = answer ?? (secret ? undefined : this.#remembered.get(incident, document.uri, key));
      const mustAsk = answer === undefined && (asking === 'all' || (asking === 'missing' && known === undefined));
      const typed = mustAsk
        ? await ask(use, command.text, same, family, { known, secret, step, steps: byKey.size })
        : known;
      if (typed === undefined && mustAsk) {
        return undefined;
      }
      if (typed !== undefined) {
        values.set(key, typed);
      }
    }
    const isSecret = (key: string): boolean => byKey.get(key)?.some((place) => place.secret) === true;
    const open = new Map([...values].filter(([key]) => !isSecret(key)));
    const text = filled(use, command.text, places, family, values);
    await this.#remembered.set(incident, document.uri, open);
    const secrets = [...byKey].flatMap(([key, [place]]): Array<readonly [string, string]> => {
      const value = values.get(key) ?? '';
      return isSecret(key) && value !== '' ? [[place?.written ?? '', value]] : [];
    });
    return { text, shown: filled(use, command.text, places, family, open), secrets: new Map(secrets), values };
  }
}

type Use = typeof runbookUse;

function filled(
  { fillIn }: Use,
  text: string,
  places: readonly Placeholder[],
  family: ShellFamily,
  values: ReadonlyMap<string, string>,
): string {
  const result = fillIn(text, places, family, values);
  if ('problem' in result) {
    throw new UserError(l10n.t('The value for {0} {1}.', result.placeholder.written, result.problem));
  }
  return result.text;
}

function valueIn(given: unknown, key: string): string | undefined {
  const value: unknown =
    typeof given === 'object' && given !== null && Object.hasOwn(given, key)
      ? (given as Readonly<Record<string, unknown>>)[key]
      : undefined;
  return typeof value === 'string' ? value : undefined;
}

interface Question {
  readonly known: string | undefined;
  readonly secret: boolean;
  readonly step: number;
  readonly steps: number;
}

async function ask(
  { problemOf }: Use,
  text: string,
  same: readonly Placeholder[],
  family: ShellFamily,
  { known, secret, step, steps }: Question,
): Promise<string | undefined> {
  const [first] = same;
  const written = first?.written ?? '';
  const keep = first?.isVariable === true ? l10n.t(' Leave it empty to keep {0}.', written) : '';
  const note = secret ? l10n.t(' It is not remembered.') : '';
  const title =
    steps > 1
      ? l10n.t('Fill In: {0} ({1}/{2})', shortened(text, 60), step, steps)
      : l10n.t('Fill In: {0}', shortened(text, 60));
  return typeText({
    title,
    prompt: l10n.t('Value for {0}.', written) + keep + note,
    value: known ?? '',
    password: secret,
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value === '' && first?.isVariable !== true) {
        return l10n.t('Enter a value.');
      }
      const problem = problemOf(value, text, same, family);
      return problem === undefined ? undefined : l10n.t('This value {0}.', problem);
    },
  });
}
