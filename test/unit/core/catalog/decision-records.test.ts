import assert from 'node:assert/strict';
import { Catalog } from '../../../../src/core/catalog/catalog.ts';
import { recordingLogger } from '../../support/quiet.ts';

const english = (title: string): string =>
  `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nThe alert fired every night and the pods crashed.\n\n## Decision\n\nWe restart them.\n\n\`\`\`sh\nkubectl rollout restart deployment/mail\n\`\`\`\n\n## Consequences\n\nFewer alerts.\n`;
const japanese = (title: string): string =>
  `# ${title}\n\n## ステータス\n\n承認済み\n\n## コンテキスト\n\n障害が発生した。\n\n## 決定事項\n\n\`\`\`sh\nsystemctl restart mail\n\`\`\`\n\n## 結果・影響\n\n- 復旧手順が減る。\n`;
const runbook = (title: string): string =>
  `# ${title}\n\n## Symptoms\n\nMail is late.\n\n## Diagnosis\n\n\`\`\`sh\nkubectl get pods\n\`\`\`\n\n## Mitigation\n\n\`\`\`sh\nkubectl rollout restart deployment/mail\n\`\`\`\n`;

describe('a folder of decision records', () => {
  const files: Readonly<Record<string, string>> = {
    ...Object.fromEntries(
      [1, 2, 3, 4, 5, 6].flatMap((number) => [
        [`docs/adr/000${number}-restart.md`, english(`Restart after alert ${number}`)],
        [`docs/ADR/00021${number}.md`, japanese(`mail の再起動 ${number}`)],
      ]),
    ),
    ...Object.fromEntries([1, 2, 3].map((number) => [`runbooks/mail-${number}.md`, runbook(`Mail late ${number}`)])),
  };
  const catalog = new Catalog(recordingLogger());
  catalog.upsert(Object.entries(files).map(([path, text]) => ({ uri: path, root: 'root', path, text })));

  it('has neither runbooks nor postmortems, not even possible ones', () => {
    const records = catalog.documents().filter(({ path }) => /adr/i.test(path));
    assert.equal(records.length, 12);
    assert.deepEqual(
      records.filter(({ kind, possible }) => kind !== 'other' || possible !== undefined).map(({ path }) => path),
      [],
    );
  });

  it('does not keep the runbooks beside it from being some', () => {
    assert.equal(catalog.documents('runbook').length, 3);
  });
});
