import { itIsFor } from './shapes.ts';

describe('a runbook', () => {
  itIsFor('runbook', [
    [
      'is a page of an operations manual that is named by its task',
      'docs/operations/rotate-signing-keys.md',
      `# Rotate the signing keys

Do this once a year, or at once when a key has leaked.

1. Create a key in the vault.
2. Add it to the list of keys that the gateway accepts.
3. Restart the gateway, one instance after the other.
4. Remove the old key after a day.
`,
    ],
    [
      'is a page of an operations manual that is named by its fault',
      'manual/mail/outgoing-queue-is-stuck.md',
      `# The outgoing queue is stuck

Look at the length of the queue on the dashboard. When it grows while nothing leaves it, the relay has lost its connection.

- Check that the relay answers: \`nc relay 25\`
- Restart the sender if it does.
- Call the provider if it does not.
`,
    ],
    [
      'is a page of a manual with front matter and no heading',
      'source/manual/alerts/too-many-open-files.html.md',
      `---
owner_slack: "#mail"
title: Too many open files
section: Alerts
parent: "/manual.html"
---

You can see who holds the files by logging on to the machine and running:

    sudo lsof | sort

Restarting the worker closes them.
`,
    ],
    [
      'is a page of a manual whose title stands in front matter and is a call in the heading',
      'source/databases/restore-snapshot.html.md.erb',
      `---
title: Restoring a snapshot
last_reviewed_on: 2025-02-01
review_in: 6 months
---

# <%= current_page.data.title %>

Ask in the channel whether anyone writes to the database.

1. Open the console and choose the snapshot.
2. Click **Restore** and wait for an hour.
3. Point the application to the new instance.
4. Check that yesterday's orders are there.
`,
    ],
    [
      'is one file for all alerts, with a heading for each',
      'mixin/README.md',
      `# Alerts of the mixin

### Group name: storage
##### Alert Name: "VolumeFillsUp"
+ *Message*: \`Volume is full in four days.\`
+ *Severity*: warning
+ *Action*: add a disk
##### Alert Name: "VolumeIsFull"
+ *Message*: \`Volume is full.\`
+ *Severity*: critical
##### Alert Name: "VolumeIsReadOnly"
+ *Message*: \`Volume cannot be written to.\`
+ *Severity*: critical
`,
    ],
    [
      'is a security playbook without the name in its path',
      'security/lost-laptop.md',
      `# Lost laptop

### Investigate

1. Ask when and where it was seen last.
1. List the accounts that were open on it.

### Remediate

#### Contain

1. Lock the device from the console.
1. Revoke every session of its owner.

#### Eradicate

1. Replace the keys that were stored on it.

### Communicate

1. Tell the data protection officer.

### Recover

1. Hand out a new device.
`,
    ],
    [
      'is the run book of a whole system',
      'services/billing/operations.md',
      `# Run Book: Billing

## Service or system overview

### Business overview

Sends bills.

### Service owner

The billing team.

## System characteristics

### Hours of operation

Always.

## Monitoring and alerting

### Health checks

See the dashboard.

## Operational tasks

### Deployment

Run the pipeline.

## Failover and recovery procedures

### Failover

Promote the replica.

### Recovery

Point it back.
`,
    ],
    [
      'is a page in a folder of its service that is full of commands and steps',
      'docs/search/add-a-shard.md',
      `## Search shards

To add a shard to the running fleet:

1. Stop the indexer so that nothing is written:
\`\`\`bash
ssh search-01 sudo systemctl stop indexer
\`\`\`
1. Create the shard:
\`\`\`bash
curl -X PUT localhost:9200/orders-7
\`\`\`
1. Wait until all copies are there and start the indexer.
\`\`\`bash
ssh search-01 sudo systemctl start indexer
\`\`\`
`,
    ],
    [
      'is a page with placeholders for the ids of the resource at fault',
      'AWS Playbooks/01-Compute/Instance-Not-Starting.md',
      `# Instance does not start

## Meaning

The instance stays in pending.

## Impact

Capacity is missing.

## Playbook

1. Retrieve the state of instance \`<instance-id>\` in region \`<region>\`.
2. List its volumes.

## Diagnosis

1. If the volume is gone, restore it.
`,
    ],
    [
      'has a title that ends in a word of pages about work',
      'runbooks/backup-restore-process.md',
      `# Backup and restore process

Take a snapshot from the console and wait for it to be complete.
`,
    ],
    [
      'has a fault for a title and a file name like a reference',
      'runbooks/using-the-job-overview.md',
      `# Jobs are stuck in progress

Cancel the job and start it again.
`,
    ],
    [
      'calls itself a template although everything is filled in',
      'playbooks/leaked-key.md',
      `# Incident response playbook template

This playbook is to be adapted to your tools.

### Part 1: Collect

1. Confirm that there is a ticket.
2. Determine which key has leaked.
3. Find out who has used it.
4. Open a call.

### Part 2: Contain

1. Disable the key.
2. Revoke every session.
3. Verify that nobody uses it.

### Part 3: Recover

1. Create another key.
2. Restart what needs it.
3. Delete the old one.
`,
    ],
    [
      'has sections as H1s',
      'docs/mail/MailQueueAlmostFull.md',
      `# Symptoms
Mail is late.
# Possible checks
Look at the queue.
# Resolution
Restart the sender.
`,
    ],
    [
      'has setext headings',
      'pages/cache.md',
      `Cache is down
=============

Symptoms
--------
Every page is slow.

Diagnosis
---------
Ping the cache.

Mitigation
----------
Restart it.
`,
    ],
    [
      'stands in a Hugo site',
      'content/runbooks/mail/mail-down.md',
      `+++
title = "MailDown"
+++

{{< panel >}}

## Meaning

Mail is down.

## Mitigation

Restart it, see {{< ref "/general" >}}.
`,
    ],
    [
      'has a name without a markdown ending',
      'runbooks/restart-mail',
      `Restart mail

1. Stop it.
2. Start it.
`,
    ],
    [
      'is in Portuguese',
      'docs/banco/conexoes-esgotadas.md',
      `# Conexões do banco esgotadas

## 🚨 Sintomas
- A aplicação responde com erro 500.

## 🔍 Diagnóstico
1. Verifique o número de conexões abertas.
2. Identifique a consulta mais lenta.

## 🔧 Correção
1. Encerre as conexões ociosas.
2. Reinicie a aplicação.

## ✅ Validação
Confirme que o painel voltou ao normal.

## 📞 Escalonamento
Acione o plantão de banco de dados.
`,
    ],
    [
      'is in Spanish',
      'operaciones/rotar-certificados.md',
      `# Rotar los certificados

Este procedimiento se hace cada tres meses.

1. Genere el certificado nuevo.
2. Copie el archivo al servidor.
3. Reinicie el servicio.
4. Compruebe la fecha con el navegador.
`,
    ],
    [
      'is in French',
      'exploitation/redemarrer-la-file.md',
      `# Redémarrer la file de messages

## Symptômes
Les messages s'accumulent.

## Procédure
1. Arrêtez les consommateurs.
2. Redémarrez le service.
3. Vérifiez que la file se vide.

## Retour arrière
Relancez l'ancienne version.
`,
    ],
    [
      'is in German',
      'betrieb/zwischenspeicher-voll.md',
      `# Zwischenspeicher ist voll

## Symptome
Seiten laden langsam.

## Fehlersuche
1. Belegung im Dashboard prüfen.
2. Größte Schlüssel auflisten und prüfen.

## Behebung
1. Zwischenspeicher leeren.
2. Dienst neu starten.
`,
    ],
    [
      'is in Ukrainian',
      'docs/пошта/черга-не-працює.md',
      `# Черга пошти не працює

## Симптоми
Листи не надходять.

## Діагностика
1. Перевірте довжину черги.
2. Відкрийте журнал відправника.

## Усунення
1. Перезапустіть відправника.

## Ескалація
Повідомте чергового.
`,
    ],
    [
      'is in Japanese',
      'docs/運用/キュー停止時の対応手順.md',
      `# メールキュー停止時の対応手順

## 症状
メールが届かない。

## 初動対応
1. ダッシュボードでキューの長さを確認する。
2. 送信サーバーを再起動する。

## 復旧確認
キューが空になったことを確認する。

## エスカレーション
直らない場合は当番に連絡する。
`,
    ],
    [
      'is in Japanese and named by its fault alone',
      'docs/ops/db-connection.md',
      `# DB接続数が枯渇した場合

## 影響
ログインできない。

## 切り分け
1. 接続数を確認する。
2. 遅いクエリを確認する。

## 対処
1. 不要な接続を切断する。
2. アプリを再起動する。
`,
    ],
  ]);
});
