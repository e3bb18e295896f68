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
  const answers = answersAt(checked, fromRange(range)).map(({ fix, findings }) => {
    const action = new CodeAction(labelText(fix.title), CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, [fix]);
    action.diagnostics = about(findings);
    action.isPreferred = findings.length === 1;
    return action;
  });
  const silent = findingsAt(checked, fromRange(range)).flatMap((finding) =>
    silencing(document, finding, about([finding]), checked),
  );
  return [...answers, ...silent];
}

/** Returns the actions that silence a finding: here with a comment, or in the team configuration. */
function silencing(document: TextDocument, finding: Finding, about: Diagnostic[], checked: Checked): CodeAction[] {
  const comment = ignoreHere(checked.context.document, finding);
  const here = new CodeAction(labelText(comment.title), CodeActionKind.QuickFix);
  here.edit = toWorkspaceEdit(document, [comment]);
  here.diagnostics = about;
  const off = new CodeAction(l10n.t('Turn off {0} in this repository', finding.rule), CodeActionKind.QuickFix);
  const id: CommandId = 'runbookLens.turnOffRule';
  off.command = { command: id, title: off.title, arguments: [document.uri, finding.rule] };
  off.diagnostics = about;
  return [here, off];
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
