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
  check,
  fixAll,
  fixFor,
  labelText,
  oneLine,
  ignoreHere,
  intersects,
  type Finding,
  type RuleContext,
  type RuleLevels,
} from '../../../core/index.ts';
import type { Deps } from '../../deps.ts';
import { fixAllKind, type CommandId } from '../../ids.ts';
import { fromRange, toRange, toWorkspaceEdit } from '../../services/convert.ts';
import { readSetting } from '../../services/settings.ts';

const sourceFixAll = CodeActionKind.SourceFixAll.append(fixAllKind);

/** Offers the rules' fixes as quick fixes and as `source.fixAll.runbookLens`. They are made for the text as it is, saved or not. */
export function registerQuickFixes({ index }: Deps): Disposable {
  return languages.registerCodeActionsProvider(
    [{ pattern: '**/*.{md,markdown,mdx,erb}' }, { language: 'plaintext' }],
    {
      provideCodeActions(document, range, context): CodeAction[] {
        index.sync(document);
        const rules = index.catalog.context(document.uri.toString());
        return rules === undefined ? [] : actionsFor(document, range, context, rules);
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix, sourceFixAll] },
  );
}

function actionsFor(
  document: TextDocument,
  range: Range,
  { only, diagnostics }: CodeActionContext,
  rules: RuleContext,
): CodeAction[] {
  const levels = readSetting('rules', document.uri);
  const actions: CodeAction[] = [];
  if (only === undefined || CodeActionKind.QuickFix.contains(only) || only.contains(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(document, range, diagnostics, rules, levels));
  }
  if (only?.contains(sourceFixAll) === true || (only !== undefined && sourceFixAll.contains(only))) {
    // A general fix-all on save is asked for other tools' sake; it only mends what is well founded.
    const asked = rules.expectation.strong || only?.value === sourceFixAll.value;
    const fixes = asked ? fixAll(rules, levels).map(({ fix }) => fix) : [];
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
  rules: RuleContext,
  levels: RuleLevels,
): CodeAction[] {
  const here = check(rules, levels).filter((finding) => intersects(finding.range, fromRange(range)));
  const single = here.flatMap((finding) => {
    const fix = fixFor(rules, finding);
    if (fix === undefined) {
      return [];
    }
    const action = new CodeAction(labelText(fix.title), CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, [fix]);
    action.diagnostics = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding));
    action.isPreferred = true;
    return [action];
  });
  const several = fixAll(rules, levels).flatMap(({ rule, fix }) => {
    const answered = here.filter((finding) => finding.rule === rule.id);
    if (answered.length < 2) {
      return [];
    }
    const action = new CodeAction(labelText(fix.title), CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, [fix]);
    action.diagnostics = diagnostics.filter((diagnostic) => answered.some((finding) => isAbout(diagnostic, finding)));
    return [action];
  });
  return [...single, ...several, ...here.flatMap((finding) => silencing(document, finding, diagnostics, rules))];
}

/** How a finding can be made silent: here by a comment, or everywhere by the team's configuration. */
function silencing(
  document: TextDocument,
  finding: Finding,
  diagnostics: readonly Diagnostic[],
  rules: RuleContext,
): CodeAction[] {
  const about = diagnostics.filter((diagnostic) => isAbout(diagnostic, finding));
  const comment = ignoreHere(rules.document, finding);
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
    diagnostic.message === oneLine(finding.message) &&
    diagnostic.range.isEqual(toRange(finding.range))
  );
}
