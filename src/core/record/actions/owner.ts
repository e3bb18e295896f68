import { once } from '../../util/memo.ts';
import { matchesOf } from '../../text/matches.ts';
import { placed, within, type Placed } from '../../text/span.ts';
import { doneWords } from './done.ts';
import { dateAtEnd } from './due.ts';
import { withoutCode } from './flat.ts';
import { isNoValue } from './patterns.ts';
import type { Said } from './said.ts';
import { labelPattern, valueFrom } from './value.ts';
import { wordsFor } from './words.ts';

const label = once(() => labelPattern(wordsFor('owner')));
const verb = once(() => new RegExp(`${wordsFor('assigned')}\\s*(?:the\\s+)?`, 'giu'));
const name = /[*_`[]{0,3}(?:@|\p{Lu}|\p{Script=Han}|\p{Script=Katakana})/uy;
/** "Add a worker / Ada / 2021-05-01" */
const betweenSlashes = /\s\/\s(?=\S[^/]{1,40}\s\/\s\S[^/]{1,20}$)/;
/** The end of an owner's name: "Ada (SRE)" is one, but not "Ada (done)", "Ada (due …)" or "Ada by March 3". */
const ownerEnd = once(
  () =>
    new RegExp(
      `\\s?[([](?=(?:${doneWords()}|due|by|until)(?![\\p{L}\\p{N}]))|\\s(?=\\p{Lo}{5})|\\s(?:by|until|before|due)\\s+(?=\\d|\\p{L}{3,9}\\.?\\s\\d)`,
      'iu',
    ),
);

/** The owner in a text. */
export function ownerIn(said: Said): Placed | undefined {
  const text = withoutCode(said.text);
  const bare = { ...said, text };
  const starts = [
    ...matchesOf(label(), text).map((match) => match.index + match[0].length),
    ...matchesOf(verb(), text)
      .map((match) => match.index + match[0].length)
      .filter((at) => {
        name.lastIndex = at;
        return name.test(text);
      }),
  ];
  const slash = dateAtEnd.test(text) ? betweenSlashes.exec(text) : null;
  for (const at of slash === null ? starts : [...starts, slash.index + slash[0].length]) {
    const value = valueFrom(bare, at, ownerEnd());
    if (value !== undefined && !isNoValue(value.text)) {
      return placed(value);
    }
  }
  const mention = mentionIn(text);
  return mention && placed(within(said.span, mention.from, mention.to));
}

const mention = /(?<![\w`/.@])@[A-Za-z][\w-]{0,38}(?:\.[\w-]{1,38}){0,3}(?:\/[A-Za-z][\w.-]{0,60}(?<!\.))?(?![\w/])/g;
/** Channels, and names that style sheets and comments in code have after the sign. */
const nobody =
  /^@(?:here|channel|everyone|all|room|online|media|import|font-face|keyframes|param|returns?|throws|deprecated|see|todo|type|override|test|property|(?:[\w-]+\.)+(?:com|org|net|io|dev|edu|gov|int|local|internal|test|example|localhost))$/i;
/** Words before a package, such as those for changes to one, and words before a decorator of code. */
const usesPackage =
  /\b(?:(?:upgrad|updat|bump|pin|install|migrat|replac|remov|patch|publish|import|switch|us|mov|add|drop|fork|vendor)\w{0,4}|packages?|library|module|version|dependency|client|in|of|from|inside|on|via)\s+(?:(?:the|our|to|of|from|in|by|with)\s+){0,2}$/i;
const usesDecorator = /\b(?:add|use|uses|using|remove|drop|replace|apply|put|missing|without|the|an?)\s+$/i;
const isPackage =
  /^(?:@[\d^~]|\s+(?:to\s+)?(?:v?\d|latest|packages?\b|library\b|module\b|npm\b|dependency\b|versions?\b))/i;
const isDecorator = /^(?:\(|\s+(?:annotations?|decorators?|directives?|tags?|attributes?|rules?|mixins?|blocks?)\b)/i;

/** An account or team that is named as the one to do it, rather than as what the work is about; one that stands apart from the sentence first. */
function mentionIn(text: string): { from: number; to: number } | undefined {
  let thing = 0;
  const found = matchesOf(mention, text).flatMap(({ index: from, 0: account }) => {
    const to = from + account.length;
    const before = text.slice(Math.max(0, from - 60), from);
    const behind = text.slice(to, to + 60);
    const isApart =
      /(?:^|[([{,;|–—:.!?]|\s[-/])[\s*_]*$/.test(before) && /^[\s*_]*(?:[)\]},;|:–—.&+/]|-\s|<br|$)/.test(behind);
    const isScoped = account.includes('/');
    const isThing =
      nobody.test(account) ||
      (isScoped &&
        (isPackage.test(behind) ||
          (!isApart && usesPackage.test(before)) ||
          (thing > 0 && /^(?:@\S{1,20})?\s*(?:,|&|and\b)\s*$/.test(text.slice(thing, from))))) ||
      isDecorator.test(behind) ||
      (!isApart && /^@\p{Lu}\p{Ll}/u.test(account) && usesDecorator.test(before));
    thing = isThing && isScoped ? to : 0;
    return isThing ? [] : [{ from, to, isApart }];
  });
  return found.find(({ isApart }) => isApart) ?? found[0];
}
