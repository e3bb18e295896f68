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
import {
  answersAt,
  findingsAt,
  ignoreHere,
  labelText,
  oneLine,
  onceEach,
  type Answer,
  type Checked,
  type Finding,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { fixAllKind, type CommandId } from '../../ids.ts';
import { fromRange, toRange, toWorkspaceEdit } from '../../services/convert.ts';

const sourceFixAll = CodeActionKind.SourceFixAll.append(fixAllKind);

/** Registers quick fixes and `source.fixAll.runbookLens`. Fixes are made for the current text, saved or not. */
export function registerQuickFixes({ index, findings }: Deps): Disposable {
  return languages.registerCodeActionsProvider(
    [{ pattern: '**/*.{md,markdown,mdx,erb}' }, { language: 'plaintext' }],
    {
      provideCodeActions(document, range, context): CodeAction[] {
        index.sync(document);
        const checked = findings.checked(document.uri.toString());
        return checked === undefined ? [] : actionsFor(document, range, context, checked);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, sourceFixAll] },
  );
}

function actionsFor(
  document: TextDocument,
  range: Range,
  { only, diagnostics }: CodeActionContext,
  checked: Checked,
): CodeAction[] {
  const actions: CodeAction[] = [];
  if (only === undefined || CodeActionKind.QuickFix.contains(only) || only.contains(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(document, range, diagnostics, checked));
  }
  if (only?.contains(sourceFixAll) === true || (only !== undefined && sourceFixAll.contains(only))) {
    // A general fix-all on save is meant for all tools, so it applies only fixes with strong evidence.
    const asked = checked.context.expectation.strong || only?.value === sourceFixAll.value;
    const fixes = asked ? checked.fixAll().map(({ fix }) => fix) : [];
    if (fixes.length > 0) {
      const action = new CodeAction(l10n.t('Fix all Runbook Lens problems'), sourceFixAll);
      action.edit = toWorkspaceEdit(document, fixes);
      actions.push(action);
    }
  }
  return actions;
}

function quickFixes(
  document: TextDocument,
  range: Range,
  diagnostics: readonly Diagnostic[],
  checked: Checked,
): CodeAction[] {
  const about = (findings: readonly Finding[]): Diagnostic[] =>
    diagnostics.filter((diagnostic) => findings.some((finding) => isAbout(diagnostic, finding)));
  const here = findingsAt(checked, fromRange(range));
  const toAction = ({ fix, findings }: Answer): CodeAction => {
    const action = new CodeAction(labelText(fix.title), CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, [fix]);
    action.diagnostics = about(findings);
    return action;
  };
  const answers = onceEach(answersAt(checked, fromRange(range))).map((answer) => {
    const action = toAction(answer);
    action.isPreferred = answer.findings.length === 1;
    return action;
  });
  // Findings may be silenced here with a comment, or in the team configuration.
  const comments = here.map((finding) => ({ fix: ignoreHere(checked.context.document, finding), findings: [finding] }));
  const off = [...new Set(here.map(({ rule }) => rule))].map((rule) => {
    const action = new CodeAction(l10n.t('Turn off {0} in this repository', rule), CodeActionKind.QuickFix);
    const id: CommandId = 'runbookLens.turnOffRule';
    action.command = { command: id, title: action.title, arguments: [document.uri, rule] };
    action.diagnostics = about(here.filter((finding) => finding.rule === rule));
    return action;
  });
  return [...answers, ...onceEach(comments).map(toAction), ...off];
}

function isAbout(diagnostic: Diagnostic, finding: Finding): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    code === finding.rule &&
    // It may say as well where else the same is found.
    diagnostic.message.startsWith(oneLine(finding.message).replace(/\.$/, '')) &&
    diagnostic.range.isEqual(toRange(finding.range))
  );
}
