import { l10n, QuickPickItemKind, Uri, window, workspace, type QuickPickItem } from 'vscode';
import {
  addable,
  addToRunbook,
  applyEdits,
  gather,
  isQuoted,
  lessonTopics,
  linkRunbook,
  rankRunbooks,
  readDocument,
  UserError,
  withoutMarkup,
  type CatalogDocument,
  type ExpectedSection,
  type LessonTopic,
  type Quotation,
  type RankedRunbook,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { Answers } from '../../services/answers.ts';
import { askChoice, askSeveral, runWizard, type Step } from '../../services/wizard.ts';
import { recordOf, tellUnlessLinked, type OpenRecord } from './record.ts';

interface Choice {
  runbook: CatalogDocument | undefined;
  quotations: readonly Quotation[];
}

/**
 * Adds lessons of a postmortem to an existing runbook and links both documents. Asks for the runbook and the lessons,
 * unless the argument has `runbook` (a URI) or `topics` (a list such as `diagnosis`).
 */
export async function addLessons(deps: Deps, target: unknown): Promise<void> {
  const answers = new Answers(target);
  const record = await recordOf(deps, answers);
  const ranked = rankRunbooks(record.document, deps.index.catalog.telling('procedure'));
  const named = answers.uri('runbook')?.toString();
  const given = ranked.find(({ runbook }) => runbook.uri === named)?.runbook;
  if (ranked.length === 0 || (named !== undefined && given === undefined)) {
    throw new UserError(l10n.t('This folder has no such runbook. Draft a new runbook from the postmortem instead.'));
  }
  const topics = answers.texts('topics');
  const choice: Choice = { runbook: given, quotations: [] };
  const steps: Step[] = [
    ...(given === undefined ? [runbookStep(ranked, choice)] : []),
    ...(topics === undefined ? [quotationsStep(deps, record, choice)] : []),
  ];
  if (!(await runWizard(l10n.t('Add What We Learned'), steps)) || choice.runbook === undefined) {
    return;
  }
  const { runbook } = choice;
  const quotations =
    topics === undefined
      ? choice.quotations
      : offered(deps, record, runbook).filter(
          (quotation) => topics.includes(quotation.topic) && !isQuoted(runbook, quotation),
        );
  if (quotations.length === 0) {
    throw new UserError(l10n.t('Nothing to add to {0}.', runbook.path));
  }
  await add(deps, record, runbook, quotations);
}

/** Returns the postmortem with its future link to the runbook, so that the quoted line numbers are right. */
function linkedRecord({ document }: OpenRecord, runbook: CatalogDocument): CatalogDocument {
  return readDocument(document, applyEdits(document.text, linkRunbook(document, runbook)), document);
}

function offered(deps: Deps, record: OpenRecord, runbook: CatalogDocument): Quotation[] {
  return addable(runbook, expectedOf(deps, runbook), gather(linkedRecord(record, runbook)));
}

function expectedOf({ index }: Deps, { uri }: CatalogDocument): readonly ExpectedSection[] {
  return index.catalog.context(uri)?.expectation.sections ?? [];
}

async function add(
  deps: Deps,
  record: OpenRecord,
  runbook: CatalogDocument,
  quotations: readonly Quotation[],
): Promise<void> {
  const source = linkedRecord(record, runbook);
  const uri = Uri.parse(runbook.uri);
  await deps.editor.change(uri, (current) => {
    const edits = addToRunbook(current, source, quotations, expectedOf(deps, current));
    if (edits === undefined) {
      throw new UserError(
        l10n.t(
          '{0} has no safe place for this text. Look for a code block that is not closed. Nothing was changed.',
          current.path,
        ),
      );
    }
    return edits;
  });
  await deps.editor.change(record.uri, (current) => linkRunbook(current, runbook));
  await tellUnlessLinked(deps, record.uri, runbook.path);
  await window.showTextDocument(await workspace.openTextDocument(uri));
}

function runbookStep(ranked: readonly RankedRunbook[], choice: Choice): Step {
  return async (place) => {
    const items = ranked.map(({ runbook, reason }) => {
      const why = reasonText(reason);
      return {
        label: runbook.title,
        description: runbook.path,
        ...(why !== undefined && { detail: why }),
        runbook,
      };
    });
    const active = items.find(({ runbook }) => runbook === choice.runbook);
    const answer = await askChoice(place, { placeholder: l10n.t('Choose a runbook to add to.'), items, active });
    if (typeof answer === 'string') {
      return answer;
    }
    choice.runbook = answer.value.runbook;
    return 'next';
  };
}

function reasonText(reason: RankedRunbook['reason']): string | undefined {
  switch (reason) {
    case 'linked':
      return l10n.t('linked to this postmortem');
    case 'service':
      return l10n.t('same service');
    case 'title':
      return l10n.t('similar title');
    case undefined:
      return undefined;
  }
}

interface QuotationItem extends QuickPickItem {
  readonly quotation?: Quotation;
}

function quotationsStep(deps: Deps, record: OpenRecord, choice: Choice): Step {
  return async (place) => {
    const { runbook } = choice;
    if (runbook === undefined) {
      return 'back';
    }
    const all = offered(deps, record, runbook);
    if (all.length === 0) {
      throw new UserError(
        l10n.t(
          '{0} has nothing to add to a runbook yet. Write its summary, resolution or timeline first.',
          record.document.path,
        ),
      );
    }
    const items = lessonTopics.flatMap((topic): QuotationItem[] => {
      const about = all.filter((quotation) => quotation.topic === topic);
      const head = { label: topicName(topic), kind: QuickPickItemKind.Separator };
      return about.length === 0 ? [] : [head, ...about.map((quotation) => toItem(quotation, runbook))];
    });
    const answer = await askSeveral(place, {
      placeholder: l10n.t('Choose what to add to {0}.', runbook.title),
      items,
    });
    if (typeof answer === 'string') {
      return answer;
    }
    choice.quotations = answer.value.flatMap(({ quotation }) => quotation ?? []);
    return 'next';
  };
}

/** The longest label. The rest of the text is shown as detail. In characters. */
const longestLabel = 80;

function toItem(quotation: Quotation, runbook: CatalogDocument): QuotationItem {
  const { lines, form, commands, time, firstLine } = quotation;
  const said =
    form === 'code' ? lines.join(' ') : withoutMarkup(lines.join('\n').replace(/^\s*(?:[-*+]|\d+[.)])\s+/, ''));
  const typed = commands.flatMap((found) => found.lines).join('; ');
  const text = said === '' ? typed : said;
  const there = isQuoted(runbook, quotation);
  const facts = [time, l10n.t('line {0}', firstLine), there ? l10n.t('already in the runbook') : undefined];
  const cut =
    text.length > longestLabel ? Math.max(text.lastIndexOf(' ', longestLabel), 0) || longestLabel : text.length;
  const rest = text.slice(cut).trim();
  return {
    label: `${text.slice(0, cut)}${rest === '' ? '' : '…'}`,
    description: facts.filter((fact) => fact !== undefined).join(' · '),
    ...(rest !== '' && { detail: `…${rest}` }),
    picked: !there,
    quotation,
  };
}

function topicName(topic: LessonTopic): string {
  const names: Readonly<Record<LessonTopic, string>> = {
    meaning: l10n.t('Meaning'),
    impact: l10n.t('Impact'),
    causes: l10n.t('Causes'),
    diagnosis: l10n.t('Diagnosis'),
    mitigation: l10n.t('Mitigation'),
  };
  return names[topic];
}
