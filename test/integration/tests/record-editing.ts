import assert from 'node:assert/strict';
import { readFile, rm, writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { writeTree } from '../../support/workspaces.ts';
import { closeEditors, documentAt, fileUri, indexed, openedPath, openEditor, until } from '../support.ts';

const path = ['postmortems', '2026-06-01-queue.md'] as const;
const record = `---
title: The queue is full
date: 2026-06-01
start_time: 2026-06-01T09:00:00Z
severity: SEV-2
status: investigating
---

# The queue is full

## Summary

Not known yet.

## Timeline (UTC)

- 09:00 Declared
`;

async function onDisk(): Promise<string> {
  return readFile(fileUri(...path).fsPath, 'utf8');
}

/** How often a text occurs in another. */
function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

async function log(text: string): Promise<void> {
  await vscode.commands.executeCommand('runbookLens.logEntry', { record: fileUri(...path).toString(), text });
}

/** A record under change by several hands at once. */
export function recordEditingTests(): void {
  describe('a record', () => {
    beforeEach(async () => {
      const api = await indexed();
      api.clock.now = () => new Date('2026-06-01T10:00:00Z');
      await writeTree(openedPath(), { [path.join('/')]: record });
      await until('the record to be indexed', () => documentAt(api, ...path)?.text === record);
    });

    afterEach(async () => {
      const api = await indexed();
      await closeEditors();
      await rm(fileUri(...path).fsPath);
      await until('the record to be gone', () => documentAt(api, ...path) === undefined);
    });

    it('is written to although it is not open, and the entry can be undone later', async () => {
      await log('Paged');
      assert.equal(count(await onDisk(), '- 10:00 Paged'), 1);
      const { document } = await openEditor(...path);
      assert.equal(document.getText(), await onDisk());
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), record);
    });

    it('keeps what somebody types in it, and both are on disk', async () => {
      const editor = await openEditor(...path);
      await editor.edit((edit) => edit.insert(new vscode.Position(12, 0), 'Typed meanwhile. '));
      await log('Paged');
      assert.equal(editor.document.isDirty, false);
      const text = await onDisk();
      assert.equal(count(text, 'Typed meanwhile. Not known yet.'), 1);
      assert.equal(count(text, '- 10:00 Paged'), 1);
      await vscode.commands.executeCommand('undo');
      assert.equal(count(editor.document.getText(), 'Paged'), 0);
      assert.equal(count(editor.document.getText(), 'Typed meanwhile.'), 1);
    });

    for (const open of [true, false]) {
      it(`keeps what another process writes between two commands, ${open ? 'open' : 'closed'}`, async () => {
        if (open) {
          await openEditor(...path);
        }
        await log('First');
        await writeFile(fileUri(...path).fsPath, `${await onDisk()}- 10:30 From elsewhere\n`);
        await log('Second');
        await writeFile(fileUri(...path).fsPath, (await onDisk()).replace('Not known yet.', 'Known now.'));
        await log('Third');
        const text = await onDisk();
        for (const part of ['First', 'Second', 'Third', 'From elsewhere', 'Known now.']) {
          assert.equal(count(text, part), 1, `${part} in\n${text}`);
        }
      });
    }

    it('is written to although the index read it while another process was writing it', async () => {
      const api = await indexed();
      await writeFile(fileUri(...path).fsPath, '');
      await until('the empty file to be read', () => documentAt(api, ...path)?.text === '');
      await writeFile(fileUri(...path).fsPath, record);
      await log('Paged');
      assert.equal(count(await onDisk(), '- 10:00 Paged'), 1);
    });

    it('loses neither side where it is typed in and changed on disk at once', async () => {
      const editor = await openEditor(...path);
      await editor.edit((edit) => edit.insert(new vscode.Position(12, 0), 'Typed. '));
      const theirs = record.replace('# The queue is full', '# The queue is very full');
      await writeFile(fileUri(...path).fsPath, theirs);
      await log('Paged');
      assert.equal(await onDisk(), theirs);
      assert.equal(editor.document.isDirty, true);
      assert.equal(count(editor.document.getText(), 'Typed. '), 1);
      assert.equal(count(editor.document.getText(), '- 10:00 Paged'), 1);
    });

    it('gets every entry once when many come at the same time', async () => {
      const names = Array.from({ length: 12 }, (_, index) => `Entry number ${index}.`);
      await Promise.all(names.map((name) => log(name)));
      const text = await onDisk();
      assert.deepEqual(
        names.filter((name) => count(text, name) !== 1),
        [],
      );
    });

    it('keeps CRLF in every line', async () => {
      const api = await indexed();
      const crlf = record.replaceAll('\n', '\r\n');
      await writeFile(fileUri(...path).fsPath, crlf);
      await until('the record to be read again', () => documentAt(api, ...path)?.text === crlf);
      await log('Paged');
      await vscode.commands.executeCommand('runbookLens.changeSeverity', {
        record: fileUri(...path).toString(),
        severity: 'SEV-1',
      });
      const text = await onDisk();
      assert.doesNotMatch(text, /(?<!\r)\n/);
      assert.equal(count(text, '- 10:00 Paged (Robin Example)\r\n'), 1);
      assert.equal(count(text, 'severity: SEV-1\r\n'), 1);
    });

    it('is not touched while it has a merge conflict', async () => {
      const api = await indexed();
      const text = `${record}<<<<<<< ours\n- 09:10 One\n=======\n- 09:10 Two\n>>>>>>> theirs\n`;
      await writeFile(fileUri(...path).fsPath, text);
      await until('the conflict to be read', () => documentAt(api, ...path)?.text === text);
      await log('Paged');
      assert.equal(await onDisk(), text);
    });
  });
}
