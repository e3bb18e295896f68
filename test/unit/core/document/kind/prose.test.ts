import assert from 'node:assert/strict';
import { classify } from '../../../../../src/core/document/kind/classify.ts';
import { readProse, type Prose } from '../../../../../src/core/document/kind/prose.ts';
import { parseDocument } from '../../../../../src/core/document/parse.ts';

function proseOf(...lines: readonly string[]): Prose {
  return readProse(parseDocument(lines.join('\n'), 'docs/a.md'));
}

describe('prose', () => {
  it('has an instruction wherever a sentence or item tells the reader to do something', () => {
    for (const line of [
      'Restart the sender.',
      'If the queue grows, restart the sender.',
      'Then you should check the log.',
      '- [ ] **Verify** that mail leaves',
      '1. `ssh` is needed: log in to the relay',
      'Verifique o painel.',
      'Compruebe el disco.',
      'Vérifiez le journal.',
      'Den Dienst neu starten.',
      'Перевірте журнал.',
      'Проверьте журнал.',
      'サービスを再起動する。',
    ]) {
      assert.ok(proseOf(line).instructions > 0, line);
    }
  });

  it('has none where it only tells', () => {
    for (const line of [
      'The sender was restarted.',
      'We send mail.',
      'Checks run every hour.',
      'A restart takes a minute.',
      'O painel mostra a fila.',
      'メールが届かない。',
      '',
    ]) {
      assert.equal(proseOf(line).instructions, 0, line);
    }
  });

  it('knows the alert that leads to the page from its first lines only', () => {
    assert.ok(proseOf('This alert fires when the disk is full.').namesItsAlert);
    assert.ok(!proseOf('The disk is full.').namesItsAlert);
    assert.ok(!proseOf('x '.repeat(2000), '', 'This alert fires.').namesItsAlert);
  });

  it('knows a page that calls itself a runbook', () => {
    for (const line of ['This runbook is for mail.', 'This run-book is for mail.', 'Este runbook trata do correio.']) {
      assert.ok(proseOf(line).callsItselfRunbook, line);
    }
    assert.ok(!proseOf('Every team has runbooks.').callsItselfRunbook);
  });

  it('counts the places to be filled in, but no links', () => {
    assert.equal(proseOf('[Describe the impact]', '', 'YYYY-MM-DD [Name]').prompts, 3);
    assert.equal(proseOf('[describe](a.md) [name][1] [x] - [ ] task', '', '[1]: b.md').prompts, 0);
  });

  it('tells commands for a running system from those for a working copy', () => {
    assert.equal(proseOf('```sh', 'kubectl get pods', '```').operatorCommands, 1);
    assert.equal(proseOf('```', '$ sudo systemctl restart mail', '```').operatorCommands, 1);
    assert.equal(proseOf('```sh', 'npm install', '```').operatorCommands, 0);
  });

  it('counts the ways in which it tells of the past', () => {
    const account = proseOf(
      'On March 4 our users were unable to log in. The outage began at 10:20 and lasted 40 minutes.',
      'The root cause was a full disk. It was fixed by hand.',
    );
    assert.ok(account.accounts >= 5, String(account.accounts));
    assert.equal(proseOf('Restart the sender.').accounts, 0);
  });

  it('is read, whatever it is', () => {
    const length = 100_000;
    for (const text of [
      '['.repeat(length),
      '[name '.repeat(length / 6),
      'if a,'.repeat(length / 5),
      'receive a a a '.repeat(length / 14),
      `# ${'template '.repeat(length / 9)}`,
      `# ${'Aa'.repeat(length / 2)}`,
      '# Rotate the key\n'.repeat(length / 20),
      '障害'.repeat(length / 2),
    ]) {
      const document = parseDocument(text, 'docs/a.md');
      assert.notEqual(classify('docs/a.md', document).why, '');
    }
  });
});
