import * as vscode from 'vscode';
import { withoutOverlaps, type Fix, type Range, type Severity } from '../../core/index.ts';

/** Returns a core range as a VS Code range; both are 0-based. */
export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** Returns a VS Code range as a core range. */
export function fromRange({ start, end }: vscode.Range): Range {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

/** Returns a core severity as a VS Code severity. */
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

/** Returns fixes as one edit, which one undo reverts. */
export function toWorkspaceEdit(document: vscode.TextDocument, fixes: readonly Fix[]): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const edits = fixes.flatMap((fix) => fix.edits);
  for (const { range, newText } of withoutOverlaps(document.getText(), edits)) {
    edit.replace(document.uri, toRange(range), newText);
  }
  return edit;
}
