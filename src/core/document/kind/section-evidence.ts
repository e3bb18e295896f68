import type { ParsedDocument } from '../model.ts';
import { canonicalIds } from '../../vocabulary/vocabulary.ts';
import type { Evidence } from './subject.ts';
import { faultTitle } from './titles.ts';
import { withoutAccents, wordsOf } from './words.ts';
import type { SectionOf } from '../../vocabulary/section-ids.ts';
import { documentKinds, type DocumentKind } from '../../vocabulary/kind.ts';

/** The sections that speak for a kind: strongly, or because others have them too, less so. */
const tellingSections: {
  readonly [K in DocumentKind]: Readonly<Record<'strong' | 'weak', ReadonlyArray<SectionOf<K>>>>;
} = {
  runbook: {
    strong: ['diagnosis', 'mitigation', 'rollback', 'verification', 'escalation', 'when-to-use'],
    weak: ['meaning', 'impact', 'steps', 'prerequisites', 'causes', 'prevention'],
  },
  postmortem: {
    strong: ['timeline', 'causes', 'lessons', 'action-items', 'went-well', 'what-happened'],
    weak: ['people', 'leadup', 'detection', 'resolution', 'impact', 'summary'],
  },
};

/** Names of sections in languages that write words together or inflect them, so that a part of the title must do. */
const partsOfNames: { readonly [K in DocumentKind]: ReadonlyArray<readonly [id: SectionOf<K>, part: RegExp]> } = {
  runbook: table<'runbook'>([
    ['meaning', '症状|事象|アラートの(?:意味|内容|概要)|兆候|симптом|опис|описани|现象'],
    ['impact', '影響|вплив|влияни|影响'],
    [
      'causes',
      '(?:想定|考えられる)(?:される)?原因|原因の(?:可能性|候補)|можлив\\S* причин|возможн\\S* причин|可能原因',
    ],
    ['diagnosis', '切り分け|診断|調査|確認(?:手順|方法|事項|項目)|діагностик|диагностик|排查|诊断'],
    [
      'mitigation',
      '対処|対応(?:手順|方法|策)|復旧(?:手順|方法|・)?|暫定対応|初動|初期対応|усуненн|вирішенн|устранени|решени|处理',
    ],
    ['steps', '手順|作業|порядок|кроки|шаги|дії|действия|步骤'],
    ['rollback', '切り戻し|ロールバック|відкат|откат|回滚'],
    ['verification', '(?:復旧|動作|正常性|事後)確認|検証|перевірк|проверк|验证'],
    ['escalation', 'エスカレーション|連絡先|连络|ескалаці|эскалаци|升级'],
    ['prerequisites', '前提|事前準備|передумов|предварительн|前提条件'],
    ['when-to-use', '適用範囲|いつ使う|коли використ|когда использ'],
  ]),
  postmortem: table<'postmortem'>([
    ['timeline', 'タイムライン|時系列|経緯|経過|хронологі|хронологи|时间线|时间轴'],
    ['causes', '根本原因|直接原因|原因|причин|根因'],
    ['lessons', '教訓|学び|学んだこと|反省|урок|висновк|вывод|经验教训'],
    [
      'action-items',
      '再発防止|恒久対[応策]|是正|改善(?:策|点)|アクション|今後の対応|подальші дії|заходи|план дій|дальнейшие|改进',
    ],
    ['went-well', 'うまくいった|良かった|що спрацювало|что сработало'],
    [
      'what-happened',
      '何が起きた|発生(?:事象|内容|した問題)|障害内容|事象|що (?:сталось|сталося|трапилось)|что (?:произошло|случилось)|发生了什么',
    ],
    ['detection', '検知|виявленн|обнаружени|发现'],
    ['resolution', '復旧|対応(?:内容)?|暫定対応|відновленн|восстановлени|恢复'],
    ['impact', '影響|вплив|влияни|影响'],
    ['summary', '概要|サマリ|要約|підсумок|резюме|摘要|概述'],
    ['people', '対応者|関係者|учасник|участник|参与'],
  ]),
};

function table<K extends DocumentKind>(
  rows: ReadonlyArray<readonly [id: SectionOf<K>, parts: string]>,
): Array<readonly [SectionOf<K>, RegExp]> {
  return rows.map(
    ([id, parts]) => [id, new RegExp(`(?<![\\p{Script=Cyrillic}])(?:${withoutAccents(parts)})`, 'iu')] as const,
  );
}

const beyondLatin = /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The canonical ids that a title stands for among the telling sections of a kind. */
function idsOf<K extends DocumentKind>(kind: K, title: string): ReadonlyArray<SectionOf<K>> {
  const ids = canonicalIds(kind, title);
  if (ids.length > 0 || !beyondLatin.test(title)) {
    return ids;
  }
  const plain = withoutAccents(title);
  return partsOfNames[kind].filter(([, part]) => part.test(plain)).map(([id]) => id);
}

/** What the sections of a document say for a kind; at most one piece of evidence, of a weight of at most 4. */
export function* sectionEvidence(kind: DocumentKind, document: ParsedDocument): Generator<Evidence> {
  const titles = new Map(
    document.sections.flatMap(({ title }) => idsOf(kind, title).map((id) => [id, title] as const)).toReversed(),
  );
  const strong = tellingSections[kind].strong.filter((id) => titles.has(id));
  const weak = tellingSections[kind].weak.filter((id) => titles.has(id));
  const weight = Math.min(4, strong.length + weak.length * 0.5);
  if (weight > 0) {
    const named = [...strong, ...weak].slice(0, 4).map((id) => titles.get(id));
    yield { weight, reason: `it has the sections ${named.join(', ')}` };
  }
}

/**
 * The headings after the first that are the names of alerts: "Alert Name: KubeAPIDown", "CPUThrottlingHigh". A page with several is one
 * file for all of them.
 */
export function alertHeadings({ sections }: ParsedDocument): readonly string[] {
  const titles = sections.filter(({ style }) => style === 'heading').map(({ title }) => title);
  return titles.slice(1).filter((title) => alertHeading.test(title) || isAlertName(title));
}

const alertHeading = /^alert(?: name)?\s*:\s*\S/i;

/** Words of alert names that titles of pages seldom have. */
const alertWord =
  /\b(?:absent|mismatch|overcommit|critical|warning|restart(?:s|ing)?|slow|pressure|flapping|drop(?:s|ped|ping)?|no|not|without|unused|overload(?:ed)?|budget burn|burn ?rate|quota|too|almost|fills up|fill(?:ing)? up|throttling|read only|down)\b/;

/** Whether a title is three words and more written as one, and names a fault: a class has a name of that form, too. */
function isAlertName(title: string): boolean {
  if (title.length > 80 || !/^[A-Z][A-Za-z0-9]+$/.test(title)) {
    return false;
  }
  const words = wordsOf(title);
  return words.split(' ').length > 1 && (faultTitle.test(words) || alertWord.test(words));
}

/**
 * Whether the sections alone show what a document is, whatever its name: sites keep each page as `index.md` or README in
 * a folder of its own. A page with a list of runbooks in it is an index all the same.
 */
export function hasTellingSections(document: ParsedDocument): boolean {
  if (document.signals.linkList || document.sections.some(({ name }) => indexHeading.test(name))) {
    return false;
  }
  const evidence = documentKinds.flatMap((kind) => [...sectionEvidence(kind, document)]);
  return alertHeadings(document).length >= 3 || evidence.some(({ weight }) => weight >= 3);
}

const indexHeading =
  /^(?:(?:available|all|our|current|existing|list of|index of|the|past|recent) )?(?:run ?books?|play ?books?|post ?mortems?|incidents?|incident reports?|procedures|sops)(?: (?:index|list|standards?|templates?|structure|catalogue|catalog|inventory|format|disponiveis))?$/;
