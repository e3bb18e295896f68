import { itIsFor } from './shapes.ts';

describe('a postmortem', () => {
  itIsFor('postmortem', [
    [
      'is a page of bold labels without headings',
      'runbooks/source/incidents/2024-05-06-mail.html.md.erb',
      `---
title: Incident on 2024-05-06 - mail was late
weight: 12
---

# Incident on 2024-05-06 - mail was late

- **Key events**
  - First detected 2024-05-06 10:20
  - Incident declared 2024-05-06 10:31
  - Repaired 2024-05-06 11:02
  - Resolved 2024-05-06 11:40

- **Time to repair**: 0h 42m

- **Identified**: A user asked where the mail was

- **Impact**: Mail was late by an hour

- **Context**:
  - 2024-05-06 10:20: the queue grew

- **Resolution**: The sender was restarted

- **Review actions**:
  - Add an alert
`,
    ],
    [
      'is a log of all incidents with bold labels, among runbooks',
      'runbooks/source/incident-log.html.md.erb',
      `---
title: Incident Log
weight: 45
---

# Incident Log

## Q2 2024 (April-June)

- **Mean Time to Repair**: 0h 42m

### Incident on 2024-05-06

- **Key events**
  - First detected 2024-05-06 10:20
  - Resolved 2024-05-06 11:40

- **Impact**: Mail was late

- **Context**:
  - 2024-05-06 10:20: the queue grew
  - 2024-05-06 10:31: incident declared
  - 2024-05-06 10:50: sender restarted

- **Resolution**: The sender was restarted

- **Review actions**: Add an alert
`,
    ],
    [
      'is a write-up in the style of a blog, with headings of its own',
      'posts/2023-03-04-why-search-was-slow.md',
      `---
title: "Search outage on March 4: what happened"
date: 2023-03-06
---

On March 4, 2023 our search was unavailable for 52 minutes. We are sorry.

## A long query

At 09:12 UTC a report started that read every order. Users were unable to search until 10:04, when the report was stopped.

The root cause was a missing index. It was fixed on the same day.

## What we will do

To prevent this in future we check every report before it runs.
`,
    ],
    [
      'is a record whose name is its date, in a folder of them',
      'docs/outages/2022-11-02',
      `Mail was down for an hour because the certificate had expired. It was renewed by hand.
`,
    ],
    [
      'states what it is in front matter only',
      'data/7c1d.md',
      `---
url: https://example.org/outage
start_time: ""
end_time: ""
categories:
- postmortem
company: Example
---

A typo in a rule sent every visitor to the wrong site.
`,
    ],
    [
      'has bold lines for sections and no heading at all, in a README',
      'week-19/README.md',
      `**Postmortem: the day the cache went away**

**Summary:** the shop was slow.

**Timeline:**
- 10:02 the cache stopped
- 10:10 we were paged
- 10:40 it was started again

**Root cause:** a full disk.

**Action items:**
- add an alert
`,
    ],
    [
      'is in Portuguese',
      'docs/2024/queda-do-login.md',
      `# Queda do login em 12/03/2024

## Resumo
O login ficou fora do ar por 40 minutos.

## Linha do tempo
- 14:02 alerta disparado
- 14:10 equipe acionada
- 14:42 serviço restabelecido

## Causa raiz
Um certificado vencido.

## Lições aprendidas
Ninguém recebia o aviso.

## Ações corretivas
- [ ] renovar sozinho
`,
    ],
    [
      'is in Spanish',
      'incidencias/2024-02-01-pagos.md',
      `# Informe de incidencia: pagos

## Resumen
Los pagos fallaron durante una hora.

## Cronología
- 09:00 primer error
- 09:30 diagnóstico
- 10:00 corregido

## Causa raíz
Un despliegue.
`,
    ],
    [
      'is in French',
      'docs/2024-01-15-panne-du-site.md',
      `# Compte rendu d'incident : panne du site

## Résumé
Le site était inaccessible pendant une heure.

## Chronologie
- 08:00 première alerte
- 08:20 cause trouvée
- 09:00 service rétabli

## Causes racines
Un disque plein.

## Actions correctives
- surveiller l'espace
`,
    ],
    [
      'is in German',
      'docs/2024-06-01-ausfall-anmeldung.md',
      `# Nachbetrachtung: Ausfall der Anmeldung

## Zusammenfassung
Die Anmeldung war nicht erreichbar.

## Zeitlicher Ablauf
- 07:00 erste Meldung
- 07:20 Ursache gefunden
- 07:45 behoben

## Ursache
Ein abgelaufenes Zertifikat.

## Maßnahmen
- Warnung einrichten
`,
    ],
    [
      'is in Ukrainian',
      'docs/2024-07-08-zbij-poshty.md',
      `# Розбір інциденту: пошта

## Підсумок
Пошта не працювала годину.

## Хронологія
- 10:00 перша скарга
- 10:20 знайдено причину
- 11:00 відновлено

## Причина
Закінчився диск.

## Подальші дії
- додати сповіщення
`,
    ],
    [
      'is in Japanese',
      'docs/障害報告/2024-05-06-メール遅延.md',
      `# 障害報告：メール遅延

## 概要
メールが一時間遅れた。

## 影響
全ユーザー。

## タイムライン
- 10:20 キューが増加
- 10:31 検知
- 11:02 復旧

## 根本原因
ディスクの枯渇。

## 再発防止策
- アラートを追加する
`,
    ],
    [
      'is in Japanese, wherever it stands',
      'docs/notes/mail.md',
      `# メール遅延について

## 発生した事象
メールが遅れた。

## 時系列
- 10:20 増加
- 10:31 検知
- 11:02 復旧

## 原因
ディスク。

## 再発防止
監視を追加した。
`,
    ],
  ]);
});
