import { l10n, Range, window, type TextDocument, type Uri } from 'vscode';
import { dayIn, newSecretsOf, secretName, secretRule, secretsIn, withoutSecretsIn } from '../../core/index.ts';
import type { Deps } from '../deps.ts';
import type { Answers } from './answers.ts';
import { readSetting } from './settings.ts';
import { warnAtOnce } from './tell.ts';

/** The most secrets that a question names. */
const most = 8;

type Services = Pick<Deps, 'index' | 'clock'>;

/** Whether nobody wants to hear of secrets in a document: the rule about them is off. */
function isOff({ index }: Services, uri: Uri): boolean {
  const level = readSetting('rules', uri)[secretRule] ?? index.catalog.context(uri.toString())?.levels[secretRule];
  return level === 'off';
}

/**
 * Asks what to do if texts that are about to be written to a record contain secrets. Resolves to a function that returns each text as it is
 * to be written: without its secrets, unless the user keeps them. Undefined if the user cancels.
 * @param answers `secrets`: "remove" or "keep", in the place of the question.
 */
export async function askAboutSecrets(
  services: Services,
  record: Uri,
  texts: readonly string[],
  answers: Answers,
): Promise<((text: string) => string) | undefined> {
  const keep = (text: string): string => text;
  const today = dayIn(services.clock.now(), 'UTC');
  const remove = (text: string): string => withoutSecretsIn(text, secretsIn(text, today));
  const names = isOff(services, record) ? [] : texts.flatMap((text) => secretsIn(text, today).map(secretName));
  const given = answers.text('secrets');
  if (names.length === 0 || given === 'keep') {
    return keep;
  }
  if (given === 'remove') {
    return remove;
  }
  const [without, as] = [l10n.t('Remove From Text'), l10n.t('Keep')];
  const question =
    names.length === 1 ? l10n.t('The text has a secret.') : l10n.t('The text has {0} secrets.', names.length);
  const why = l10n.t('Everybody who can read the repository could use it. Revoke what others may have seen.');
  const answer = await warnAtOnce(question, `${listed(names)}\n\n${why}`, without, as);
  return answer === undefined ? undefined : answer === as ? keep : remove;
}

/**
 * Asks whether to commit a record if it contains secrets that are not in its committed text. Resolves to whether to go on. The user can
 * have the first of them shown instead.
 * @param committed the text that was committed last.
 * @param answers `secrets`: "keep", in the place of the question.
 */
export async function mayCommit(
  services: Services,
  document: TextDocument,
  committed: string | undefined,
  answers: Answers,
): Promise<boolean> {
  const today = dayIn(services.clock.now(), 'UTC');
  const found = isOff(services, document.uri) ? [] : newSecretsOf(services.index.read(document), today, committed);
  const [first] = found;
  if (first === undefined || answers.text('secrets') === 'keep') {
    return true;
  }
  const [show, go] = [l10n.t('Show'), l10n.t('Commit Anyway')];
  const lines = found.map(({ name, range }) => l10n.t('Line {0}: {1}', range.start.line + 1, name));
  const why = l10n.t('Git keeps it when you remove it later. Revoke it first.');
  const answer = await warnAtOnce(
    found.length === 1 ? l10n.t('The record has a secret.') : l10n.t('The record has {0} secrets.', found.length),
    `${listed(lines)}\n\n${why}`,
    show,
    go,
  );
  if (answer === show) {
    const { start, end } = first.range;
    await window.showTextDocument(document, {
      selection: new Range(start.line, start.character, end.line, end.character),
    });
  }
  return answer === go;
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, most).map((name) => `• ${name}`);
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [l10n.t('… and {0} more', more)] : [])].join('\n');
}
