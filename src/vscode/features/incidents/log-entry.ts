import { InputBoxValidationSeverity, QuickInputButtons, l10n, ThemeIcon, window, type QuickInputButton } from 'vscode';
import {
  impossibleTime,
  labelText,
  logEntry,
  styleOf,
  timeText,
  typedEntry,
  type Attachment,
  zoneOfEntries,
  type Incident,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askAboutSecrets } from '../../services/secrets.ts';
import { changeRecord } from './change.ts';
import { currentIncident, recordUri } from './current.ts';

/**
 * Asks what happened and adds it to the timeline, with the selection as a code block. Asks before it writes a secret.
 * @param target a document, or answers: `text`, `quote`, `from`, `secrets` (see `askAboutSecrets`), and `shorten` to write of the quotation
 *   how it begins and ends, once its secrets are found.
 */
export async function logTimelineEntry(deps: Deps, target: unknown, attachment?: Attachment): Promise<void> {
  const answers = new Answers(target);
  const incident = await currentIncident(deps, answers.target);
  if (incident === undefined) {
    return;
  }
  const quote = answers.text('quote');
  const selected =
    quote === undefined
      ? (attachment ?? editorSelection(incident))
      : { from: answers.text('from') ?? l10n.t('a selection'), text: quote };
  const given = answers.text('text');
  const typed =
    given === undefined
      ? await ask(incident, selected)
      : { text: given, attachment: quote === undefined ? undefined : selected };
  if (typed === undefined || typed.text.trim() === '') {
    return;
  }
  const record = recordUri(incident);
  const { attachment: quoted } = typed;
  const written = await askAboutSecrets(deps, record, [typed.text, quoted?.text ?? ''], answers);
  if (written === undefined) {
    return;
  }
  const text = written(quoted?.text ?? '');
  const shown =
    answers.value('shorten') === true
      ? (await import('../../services/runbook-use.ts')).shortenedOutput(text).text
      : text;
  let at = deps.clock.now();
  await changeRecord(deps, record, ({ document, expected, at: now, author }) => {
    const entry = typedEntry(written(typed.text), now, zoneOfEntries(document));
    ({ at } = entry);
    return logEntry(document, { ...entry, author, attachment: quoted && { ...quoted, text: shown } }, expected);
  });
  const when = timeText(at, styleOf(undefined, 'UTC', true), false);
  window.setStatusBarMessage(l10n.t('$(check) Logged at {0} in "{1}"', when, labelText(incident.document.title)), 5000);
}

interface Typed {
  readonly text: string;
  readonly attachment: Attachment | undefined;
}

/** Asks for the text. A button removes the selection. */
function ask({ document }: Incident, selected: Attachment | undefined): Promise<Typed | undefined> {
  const box = window.createInputBox();
  let attachment = selected;
  const drop: QuickInputButton = { iconPath: new ThemeIcon('close'), tooltip: l10n.t('Remove the selection') };
  const describe = (): void => {
    const lines = attachment?.text.trim().split(/\r\n|\r|\n/).length ?? 0;
    if (attachment === undefined) {
      box.prompt = l10n.t('To log an earlier event, start with its time: "14:05 rolled back" or "-10m first page".');
    } else {
      const length = lines === 1 ? l10n.t('1 line') : l10n.t('{0} lines', lines);
      box.prompt = l10n.t(
        'Includes the selection from {0} ({1}). To log an earlier event, start with its time.',
        labelText(attachment.from),
        length,
      );
    }
    box.buttons = attachment === undefined ? [] : [drop];
  };
  box.title = labelText(l10n.t('Log: {0}', document.title));
  box.placeholder = l10n.t('What happened? What did you see or decide?');
  box.ignoreFocusOut = true;
  describe();
  return new Promise((resolve) => {
    box.onDidTriggerButton((button) => {
      if (button !== QuickInputButtons.Back) {
        attachment = undefined;
        describe();
      }
    });
    // A time that does not exist is logged as text only if the user wants that.
    let confirmed: string | undefined;
    const warn = (): void => {
      const time = impossibleTime(box.value);
      box.validationMessage = time && {
        message: labelText(
          l10n.t(
            '"{0}" is not a valid time, for example 14:05 or -10m. Press Enter twice to log it as text, at the current time.',
            time,
          ),
        ),
        severity: InputBoxValidationSeverity.Warning,
      };
    };
    box.onDidChangeValue(warn);
    box.onDidAccept(() => {
      if (impossibleTime(box.value) !== undefined && confirmed !== box.value) {
        confirmed = box.value;
        warn();
        return;
      }
      resolve({ text: box.value, attachment });
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}

/** Returns the selection in the active editor, unless the editor shows the record itself. */
function editorSelection({ document: record }: Incident): Attachment | undefined {
  const editor = window.activeTextEditor;
  const text = editor?.document.getText(editor.selection) ?? '';
  if (editor === undefined || text.trim() === '' || editor.document.uri.toString() === record.uri) {
    return undefined;
  }
  const { uri, languageId } = editor.document;
  const plain = !/^[a-z][\w-]*$/.test(languageId) || languageId === 'plaintext' || languageId === 'markdown';
  return { from: uri.path.slice(uri.path.lastIndexOf('/') + 1), text, ...(!plain && { language: languageId }) };
}
