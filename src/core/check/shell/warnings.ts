import { once } from '../../util/memo.ts';
import { whole, written } from '../../vocabulary/words.ts';

const kinds = 'warn(?:ing)?|danger|caution|important|attention|error|alert|critical';
/**
 * A box that warns, as generators of sites mark it: `[!WARNING]`, `!!! danger`, `:::{caution}`, `{{< hint danger >}}`, `<Callout type="warning">`.
 * The words in it that warn in any text count as well.
 */
const admonition = `\\[!(?:${kinds})\\]|^[\\s>]*(?:(?:!!!|\\?\\?\\?\\+?|:{3,}|/{3,})\\s*\\{?\\.?(?:${kinds})(?![\\p{L}-])|!>\\s|\\.\\. (?:${kinds})::)|\\{[{%][<%]?\\s*(?:(?:hint|notice|alert|callout|admonition|block|aside|note|panel)\\s[^}\\n]{0,80})?["']?(?:${kinds})["']?(?=[\\s>%}"'])(?![^}\\n]{0,80}["'=](?:info|note|tip|success)["'])|<(?:callout|admonition|aside|alert|note|hint|div|p)\\s[^<>\\n]{0,80}["' {-](?:${kinds})["' }]|<(?:${kinds.replace('|error|alert', '')})[\\s>]`;
/** The info string of a fence that is such a box. */
const box = new RegExp(`^\\{(?:${kinds})\\}|^\\{admonition\\}|^(?:${kinds})$|^ad-(?:${kinds})`, 'i');

/** Signs and words that warn anywhere: of loss, of danger, of steps that cannot be undone. */
const strong = once(
  () =>
    new RegExp(
      `⚠|🚨|❗|❌|🛑|‼|☠|💥|⛔|:(?:warning|rotating_light|exclamation|bangbang|no_entry|boom|skull|stop_sign|octagonal_sign|fire):|${admonition}|${whole(written(({ wording }) => wording.danger))}`,
      'imu',
    ),
);

/** Words of caution near such a command: what it removes, what to do first, when not to run it. */
const nearby = once(
  () => new RegExp(`${whole(written(({ wording }) => wording.care))}|--dry-run|\\bread -r?p\\b`, 'iu'),
);

/** Words that ask to check, if they come before the command. */
const first = once(() => new RegExp(whole(written(({ wording }) => wording.look)), 'iu'));

/** Returns whether a text has a warning that counts for all text after it. */
export function warnsStrongly(text: string): boolean {
  return strong().test(text);
}

/** Returns whether a text next to a destructive command is a warning. */
export function warnsNearby(text: string): boolean {
  return strong().test(text) || nearby().test(text);
}

/** Returns whether a text right before a destructive command asks to check first. */
export function asksToLook(text: string): boolean {
  return first().test(text);
}

/** Returns whether a fence is a box that warns, by its info string and its text: ```` ```{danger} ````. */
export function isWarningBox(language: string, text: string): boolean {
  const named = box.exec(language)?.[0];
  return named === '{admonition}'
    ? new RegExp(`:class: [^\\n]*(?:${kinds})`, 'i').test(text) || warnsStrongly(`${language}\n${text}`)
    : named !== undefined;
}

const meaning = once(() => {
  const word = (pattern: string): RegExp => new RegExp(pattern, 'iu');
  return {
    effect: word(whole(written(({ wording }) => wording.effect))),
    deletes: word(whole(written(({ wording }) => wording.deletes))),
    answer: word(whole(written(({ wording }) => wording.answer))),
    renewable: word(whole(written(({ wording }) => wording.renewable))),
    boots: word(whole(written(({ wording }) => wording.boots))),
    unneeded: word(whole(written(({ wording }) => wording.unneeded))),
    safeguards: word(whole(written(({ wording }) => wording.safeguards))),
    local: word(whole(written(({ wording }) => wording.local))),
    passing: word(whole(written(({ wording }) => wording.passing))),
  };
});

/** Sentences that tell of a condition or a check, and not what a command does. */
const conditional = /^\W*(?:if|when|while|until|unless|once|wait|check|verify|confirm|ensure|validate|inspect|see)\b/i;
/**
 * Words that connect a sentence before a command with the command. Without them, the sentence could describe the fault.
 */
const thereby =
  /\b(?:this|that|it|doing so|steps?|commands?|will|would|then|afterwards|deleting|removing|flushing|clearing|emptying|dropping|destroying|purging)\b|[^\0-\x7f]/i;
/** Looks before the deletion that a title or a step names. */
const looks =
  /(?:^|[.!?:;,(\n]\s{0,9}|\b(?:and|then|to|first|please|now|you|should|must|can|also) )(?:(?:re-?)?check(?!point|sum|out| out)|verify|confirm|ensure|make sure|list|count|compare|inspect|review|validate|look (?:at|for|whether)|see (?:if|whether|how|which|what)|ask (?!for)|agree|get approval)\b/i;

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？])\s*(?=\S)|\n{2,}|\n(?=\s?[-*+|\d])/)
    .map((part) => part.replace(/[*_`>]/g, '').trim());
}

function effectsIn(text: string): string[] {
  return sentencesOf(text).filter((sentence) => meaning().effect.test(sentence) && !conditional.test(sentence));
}

/** Returns whether a text after a command tells what it does to people or a system: "Everybody has to sign in again." */
export function tellsEffect(text: string): boolean {
  return effectsIn(text).length > 0;
}

/** Returns whether a text before a command tells what it does, and not what the fault does. */
export function announcesEffect(text: string): boolean {
  return effectsIn(text).some((sentence) => thereby.test(sentence));
}

/** Returns whether a text answers the question that a command asks. */
export function answersQuestion(text: string): boolean {
  return meaning().answer.test(text);
}

/** Returns whether a title or step names a deletion. */
export function namesDeletion(text: string): boolean {
  return meaning().deletes.test(text);
}

/** Returns whether a text asks to look at what is deleted first. */
export function asksToCompare(text: string): boolean {
  return asksToLook(text) || looks.test(text);
}

/** Returns whether a text names a deletion and says that nobody needs what is deleted, or when that is so. */
export function deletesUnneeded(text: string): boolean {
  return sentencesOf(text).some((sentence) => meaning().unneeded.test(sentence) && namesDeletion(sentence));
}

/** Returns whether a text or code says that a machine is started again. */
export function startsAgain(text: string): boolean {
  return (
    meaning().boots.test(text) || /\b(?:virsh start|start-instances|instances start|vm start|power on)\b/.test(text)
  );
}

const groups = String.raw`(?:auto[ -]?scal\w*|ASGs?|(?:scaling|node|instance) groups?|node ?pools?|karpenter)`;
const launches = String.raw`\b(?:replac|re-?launch|launch|re-?creat|spin|provision|bring)\w*`;
const replacing = new RegExp(`\\b${groups}\\b[^.\\n]{0,80}${launches}|${launches}[^.\\n]{0,80}\\b${groups}\\b`, 'i');

/** Returns whether a text says that a group of machines replaces one that is gone. */
export function saysReplaced(text: string): boolean {
  return replacing.test(text);
}

const movedRef = /\btags?\b|\b(?:your|own|feature|topic|pull request|PR)(?:['’]s)? (?:\w+ )?branch(?:es)?\b/i;

/** Returns whether a text speaks of a tag, or of a branch of one's own, which lose nothing of others if they are moved. */
export function namesOwnRef(text: string): boolean {
  return movedRef.test(text);
}

/** Returns whether a text says that what is deleted comes back or can be made again. */
export function saysRenewable(text: string): boolean {
  return meaning().renewable.test(text);
}

/** Returns whether a sentence of a text names the deletion of what can be made again: "Clear the cache". */
export function clearsPassing(text: string): boolean {
  return sentencesOf(text).some((sentence) => meaning().passing.test(sentence) && namesDeletion(sentence));
}

/** Returns whether names of things say that they can be made again: `cart_projection`. */
export function namesPassing(names: string): boolean {
  return meaning().passing.test(names.replace(/[_./-]/g, ' '));
}

/** Returns whether a text names what is done before things are deleted: a backup, an approval, a second pair of eyes. */
export function namesSafeguard(text: string): boolean {
  return meaning().safeguards.test(text) || dumps.test(text);
}

const dumps =
  /\b(?:pg_dump(?:all)?|mysqldump|mongodump|velero backup create|etcdctl (?:\S+ )*snapshot save|create-(?:db-)?snapshot)\b/;

/** Local clusters by their names; `kind` is also a word. */
const localTools =
  /\b(?:minikube|k3d|docker[- ]desktop|localhost|127\.0\.0\.1|rancher[- ]desktop|colima|kind[- ](?:cluster|node|worker|control-plane|based|create|delete|load))|\bkind(?=\s?[^\0-\x7f])|--(?:kube-)?context[= ]kind-/i;

/** Returns whether a text says that a system is on the machine of a developer, where nothing of value is lost. */
export function isLocal(text: string): boolean {
  return meaning().local.test(text) || localTools.test(text);
}

/** A fault that goes on is a reason for a command, and no check of what it deletes. */
const goesOn = /\b(?:still|fail\w*|broken?|stuck|not work\w*|crash\w*|errors?|nothing (?:else )?help\w*)\b/i;

/** Returns whether the comment above a command says when it may be run: "# if nobody needs it any more". */
export function setsCondition(remark: string): boolean {
  return (
    meaning().unneeded.test(remark) ||
    (/^\W*(?:only|if|when|once|after|unless)\b/i.test(remark) && !goesOn.test(remark))
  );
}

/** Returns whether a step names what the next one deletes: "Identify the disk", "Make a list of the users". */
export function singlesOut(text: string): boolean {
  return /(?:^|[.!?:;,(\n]\s{0,9}|\b(?:and|then|to|first) )(?:identify|determine|find out|(?:make|write|create) a list|note down|record the|write down|save the)\b/i.test(
    text,
  );
}
