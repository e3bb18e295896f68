import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  type CodeActionContext,
  type Diagnostic,
  type Disposable,
  type Range,
  type TextDocument,
} from 'vscode';
import { labelText, type AlertFinding } from '../../../core/index.ts';
import type { CommandId } from '../../ids.ts';
import { toRange } from '../../services/convert.ts';
import type { AlertIndex } from './alert-index.ts';
import { toWorkspaceEdit } from './apply.ts';
import type { FolderAlerts, FoundAlert } from './folder-alerts.ts';
import { likelyTargets, linkEditFor } from './link.ts';
import { ruleFiles } from './providers.ts';
import { placeOf } from './target.ts';

/** Registers the quick fixes in rule files. Edits are made for the current text, saved or not. */
export function registerFixes(alerts: AlertIndex): Disposable {
  return languages.registerCodeActionsProvider(
    ruleFiles,
    {
      provideCodeActions(document, range, context): CodeAction[] {
        const folder = alerts.folderOf(document.uri);
        return folder === undefined || !wantsFixes(context) ? [] : actionsFor(alerts, folder, document, range, context);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function wantsFixes({ only }: CodeActionContext): boolean {
  return only === undefined || only.contains(CodeActionKind.QuickFix) || CodeActionKind.QuickFix.contains(only);
}

function actionsFor(
  alerts: AlertIndex,
  folder: FolderAlerts,
  document: TextDocument,
  range: Range,
  { diagnostics }: CodeActionContext,
): CodeAction[] {
  const findings = folder.findingsOf(document).filter((finding) => range.intersection(toRange(finding.range)));
  const here = alerts.alertsIn(document).filter(({ alert }) => !alert.test);
  const told = findings.flatMap((finding) => {
    const found = here.find(({ alert }) => isSame(alert, finding.of.alert));
    const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding));
    const actions = [
      ...(found === undefined ? [] : [...linkActions(alerts, document, found), ...commands(found)]),
      ...commentActions(alerts, document, finding),
      offAction(document, finding),
    ];
    return actions.map((action) => Object.assign(action, { diagnostics: about }));
  });
  // Where nothing is wrong, an alert without a link can still get one.
  const isTold = ({ alert }: FoundAlert): boolean => findings.some(({ of }) => isSame(of.alert, alert));
  const quiet = here.flatMap((each) => {
    const isHere = range.intersection(toRange(each.alert.nameRange)) !== undefined;
    return each.resolution.state === 'none' && isHere && !isTold(each)
      ? [...linkActions(alerts, document, each), ...commands(each)]
      : [];
  });
  return [...told, ...quiet];
}

function isSame(a: AlertFinding['of']['alert'], b: AlertFinding['of']['alert']): boolean {
  return a.range.start.line === b.range.start.line && a.range.start.character === b.range.start.character;
}

/** "Link to …" for each page that is probably meant. */
function linkActions(alerts: AlertIndex, document: TextDocument, each: FoundAlert): CodeAction[] {
  return likelyTargets(alerts, each).flatMap((target, index) => {
    const edits = linkEditFor(alerts, each, target);
    if (edits === undefined) {
      return [];
    }
    const action = new CodeAction(labelText(l10n.t('Link to {0}', target)), CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit([{ uri: document.uri, edits }]);
    action.isPreferred = index === 0;
    return [action];
  });
}

/** What asks further questions, or makes a file. */
function commands(each: FoundAlert): CodeAction[] {
  const action = (command: CommandId, title: string): CodeAction => {
    const made = new CodeAction(title, CodeActionKind.QuickFix);
    made.command = { command, title, arguments: [placeOf(each)] };
    return made;
  };
  const isThere = each.resolution.state === 'anchor-missing';
  return [
    ...(isThere ? [] : [action('runbookLens.createRunbookForAlert', l10n.t('Create Runbook for This Alert'))]),
    action('runbookLens.linkAlert', l10n.t('Link to Another Runbook…')),
  ];
}

/** Silences a finding by a comment, where the form of the file has comments. */
function commentActions(alerts: AlertIndex, document: TextDocument, finding: AlertFinding): CodeAction[] {
  const fix = alerts.core.silenceHere(finding, finding.of.alert, finding.of.path, document.getText());
  if (fix === undefined) {
    return [];
  }
  const action = new CodeAction(fix.title, CodeActionKind.QuickFix);
  action.edit = toWorkspaceEdit([{ uri: document.uri, edits: fix.edits }]);
  return [action];
}

function offAction({ uri }: TextDocument, { rule }: AlertFinding): CodeAction {
  const action = new CodeAction(l10n.t('Turn off {0} in this repository', rule), CodeActionKind.QuickFix);
  const command: CommandId = 'runbookLens.turnOffRule';
  action.command = { command, title: action.title, arguments: [uri, rule] };
  return action;
}

function isAbout({ code, range }: Diagnostic, { rule, range: own }: AlertFinding): boolean {
  return (typeof code === 'object' ? code.value : code) === rule && range.isEqual(toRange(own));
}
