import { mostCommon } from '../../../document/most-common.ts';
import { doneStatusOf } from '../done.ts';

/** Words of one language for what is to be done, and for what is done; the first of each is the one to write. */
const vocabulary: ReadonlyArray<readonly [open: readonly string[], done: readonly string[]]> = [
  [
    ['open', 'to do', 'todo', 'new', 'not started', 'not done', 'pending', 'backlog', 'planned', 'in progress', 'wip'],
    ['done', 'completed', 'complete', 'closed', 'finished', 'fixed', 'resolved', 'merged', 'shipped', 'deployed'],
  ],
  [['no'], ['yes']],
  [['n'], ['y']],
  [['false'], ['true']],
  [
    ['aberto', 'aberta', 'pendente', 'a fazer'],
    ['feito', 'feita', 'concluído', 'concluída'],
  ],
  [
    ['abierto', 'abierta', 'pendiente', 'por hacer'],
    ['hecho', 'hecha', 'completado', 'completada'],
  ],
  [
    ['offen', 'in arbeit', 'zu tun'],
    ['erledigt', 'abgeschlossen', 'umgesetzt'],
  ],
  [
    ['ouvert', 'ouverte', 'à faire'],
    ['fait', 'terminé', 'terminée'],
  ],
  [
    ['未着手', '未対応', '未完了', '対応中', '進行中', '未'],
    ['完了', '対応済み', '対応済', '済'],
  ],
  [['não'], ['sim']],
  [['nein'], ['ja']],
  [['non'], ['oui']],
  [['☐'], ['☑', '☑️']],
  [['⬜', '🔲', '❌'], ['✅']],
  [['[ ]'], ['[x]']],
];

const notBegun =
  /^(?:open|new|to ?do|not (?:started|done)|pending|backlog|no|n|false|未\p{L}{0,3}|[^\p{L}\p{N}]{1,3})$/iu;

/**
 * What to write into a status instead of one that says that something is left to do.
 * @param others the statuses of the items beside it.
 */
export function doneStatusFor(current: string, others: readonly string[]): string {
  const usual = others.filter((other) => doneStatusOf(other) === 'done' && !/\d/.test(other));
  return mostCommon(usual) ?? translated(current, 0) ?? 'Done';
}

/** What to write into a status instead of one that says that nothing is left to do; empty where the others leave it empty. */
export function openStatusFor(current: string, others: readonly string[]): string {
  const open = others.filter((other) => doneStatusOf(other) === undefined);
  const usual = mostCommon(open.filter((other) => notBegun.test(other)));
  const bare = open.every((other) => other === '') && (open.length > 0 || !/\p{L}{2}/u.test(current));
  return usual ?? (bare ? '' : (translated(current, 1) ?? 'Open'));
}

/** No status is longer. */
const longestStatus = 200;
// oxlint-disable-next-line regexp/no-super-linear-backtracking -- At most `longestStatus` characters.
const wrapping = /^(?<before>[*_`([]*)(?<word>.*?)(?<after>[*_`)\].!?]*)$/su;

/** A word's opposite in the same language, case and emphasis; undefined for words that nobody knows. @param side that of `word`. */
function translated(text: string, side: 0 | 1): string | undefined {
  if (text.length > longestStatus) {
    return undefined;
  }
  const whole = opposite(text, side);
  const { before = '', word = '', after = '' } = wrapping.exec(text)?.groups ?? {};
  const inner = whole === undefined ? opposite(word, side) : undefined;
  return whole ?? (inner === undefined ? undefined : `${before}${inner}${after}`);
}

function opposite(word: string, side: 0 | 1): string | undefined {
  const found = vocabulary.find((words) => words[side].includes(word.toLowerCase()))?.[side === 0 ? 1 : 0][0];
  return found === undefined ? undefined : inCaseOf(word, found);
}

/** A word in the case of another: "OPEN" gives "DONE", "Open" gives "Done". */
export function inCaseOf(example: string, word: string): string {
  if (example.length > 1 && example === example.toUpperCase() && example !== example.toLowerCase()) {
    return word.toUpperCase();
  }
  return /^\p{Lu}/u.test(example) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
