import * as vscode from 'vscode';
import { withoutOverlaps, type Fix, type Range, type Severity } from '../../core/index.ts';

/** A core range as VS Code's; both are 0-based. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** VS Code's range as the core's. */
export function fromRange({ start, end }: vscode.Range): Range {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** A core severity as VS Code's. */
export function toSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}

/** A fix as an edit of one document, which one undo takes back. */
export function toWorkspaceEdit(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const edits = fixes.flatMap((fix) => fix.edits);
  for (const { range, newText } of withoutOverlaps(document.getText(), edits)) {
    edit.replace(document.uri, toRange(range), newText);
  }
  return edit;
}
