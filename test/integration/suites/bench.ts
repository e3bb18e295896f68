import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { printLine } from '../outcome.ts';
import { closeEditors, fileUri, indexed } from '../support.ts';

const rounds = 9;

/** How long declaring an incident takes, until its record is open, beside VS Code making and opening a file of the same text. */
export function benchTests(): void {
  describe('on 2,000 documents', () => {
    it('an incident is declared', async function () {
      this.timeout(120_000);
      const api = await indexed();
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        ours.push(await time(() => declare(`Round ${round} of the bench`)));
        const document = vscode.window.activeTextEditor?.document;
        assert.ok(document?.fileName.includes(`round-${round}-of-the-bench`) === true, document?.fileName);
        const text = document.getText();
        await closeEditors();
        bare.push(await time(() => makeAndOpen(`bare-${round}.md`, text)));
        await closeEditors();
      }
      // The first round warms up.
      const [own, other] = [ours, bare].map((times) => median(times.slice(1)));
      const ratio = median(ours.slice(1).map((value, index) => value / (bare[index + 1] ?? Number.NaN)));
      printLine(
        `${String(api.index.catalog.documents().length)} documents: declared and open in ${own?.toFixed(0)} ms (first time ${ours[0]?.toFixed(0)} ms); ` +
          `a bare file of the same text made and opened in ${other?.toFixed(0)} ms; ratio ${ratio.toFixed(2)}`,
      );
    });
  });
}

async function declare(title: string): Promise<void> {
  const answers = { title, severity: 'SEV-2', service: 'parcel-api' };
  await vscode.commands.executeCommand('runbookLens.declareIncident', answers);
}

async function makeAndOpen(name: string, text: string): Promise<void> {
  const uri = fileUri('bare', name);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { overwrite: false, contents: new TextEncoder().encode(text) });
  assert.ok(await vscode.workspace.applyEdit(edit));
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Measured when all that the round before set going is done: somebody declares one incident, not ten in a row. */
async function time(job: () => Promise<void>): Promise<number> {
  const api = await indexed();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  await api.findings.whenSettled();
  const start = performance.now();
  await job();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
