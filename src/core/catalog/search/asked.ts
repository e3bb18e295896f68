/** A part of a question, and how much its words count, from 0 to 1. */
export interface AskedPart {
  readonly text: string;
  readonly weight: number;
}

/** A question of the user: typed words, or an alert that was pasted. */
export interface Asked {
  /** Names of alerts in it, as they are written. */
  readonly names: readonly string[];
  readonly parts: readonly AskedPart[];
  /** Addresses in it, for example of a runbook; in JSON those of keys for runbooks first, also paths. */
  readonly links: readonly string[];
}

/** Names of keys and labels in alerts: their name, what they say in words, what they are about. */
const nameKey = /^(?:alert_?name|rule_?name|monitor(?:_?name)?|check_?name)$/i;
const textKey = /^(?:title|summary|description|message|subject|details?|body|error)$/i;
const aboutKey = /^(?:service(?:_?name)?|component|job|app|container)$/i;
/** Keys whose values lead to the runbook. */
const linkKey = /^(?:run|play)_?book(?:_?(?:url|link|uri))?$/i;
const weights = { name: 1, head: 0.8, text: 0.5, rest: 0.3 } as const;

/** Maximum depth at which the values of an alert are read, and the number of lines that may be its heading. */
const deepest = 12;
const headLines = 3;

/**
 * Reads what somebody asks for: typed words, an error message, an alert from a chat or an e-mail, or an alert in JSON as
 * Alertmanager and PagerDuty send it. Never fails; text that is none of these counts as words.
 */
export function readAsked(text: string): Asked {
  const json = jsonOf(text);
  return json === undefined ? askedInText(text) : askedInJson(json);
}

function jsonOf(text: string): object | undefined {
  if (!/^\s*[{[]/.test(text)) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function askedInJson(json: object): Asked {
  const names = new Set<string>();
  const [runbooks, links] = [new Set<string>(), new Set<string>()];
  const parts: AskedPart[] = [];
  const read = (key: string, value: unknown, depth: number): void => {
    if (typeof value === 'object' && value !== null && depth < deepest) {
      Object.entries(value).forEach(([inner, item]) => read(Array.isArray(value) ? key : inner, item, depth + 1));
    } else if (typeof value === 'string') {
      if (linkKey.test(key) && value.includes('/')) {
        runbooks.add(value);
      } else if (/^https?:\/\//.test(value)) {
        links.add(value);
      } else if (nameKey.test(key)) {
        names.add(value);
      } else if (textKey.test(key) || aboutKey.test(key)) {
        parts.push({ text: value, weight: textKey.test(key) ? weights.text : weights.rest });
      }
    }
  };
  read('', json, 0);
  return asked([...names], parts, [...new Set([...runbooks, ...links])]);
}

function askedInText(text: string): Asked {
  const links = text.match(addressPattern) ?? [];
  const plain = text.replaceAll(addressPattern, ' ').replaceAll(/:[a-z0-9_+-]+:/g, ' ');
  const lines = plain.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const isAlert = /\b(?:FIRING|RESOLVED|TRIGGERED|ALERT)\b/.test(plain);
  if (lines.length < 2 && !isAlert) {
    return asked(namesIn(plain), [{ text: plain, weight: 1 }], links);
  }
  let heads = 0;
  const parts = lines.map((line) => {
    const label = labelOf(line);
    const isHead = label === undefined ? heads < headLines : nameKey.test(label) || textKey.test(label);
    heads += label === undefined ? 1 : 0;
    return { text: line, weight: isHead ? weights.head : weights.rest };
  });
  return asked(namesIn(plain), parts, links);
}

const addressPattern = /https?:\/\/[^\s<>|)\]"']+/g;

function asked(names: readonly string[], parts: readonly AskedPart[], links: readonly string[]): Asked {
  return { names, parts: [...names.map((text) => ({ text, weight: weights.name })), ...parts], links };
}

/** The name of a label such as `*severity:* page` and `job = mail`; undefined for other lines. */
function labelOf(line: string): string | undefined {
  const plain = line.replaceAll(/[*_•–-]/g, ' ').trim();
  return /^(\p{L}[\p{L} ]{0,24}?) ?[:=]/u.exec(plain)?.[1]?.replaceAll(' ', '_');
}

/** Returns the words that are written as names of alerts often are: "DiskAlmostFull", "HTTPErrorsHigh". */
function namesIn(text: string): string[] {
  const words = text.match(/(?<![\p{L}\p{N}_])\p{Lu}[\p{L}\p{N}]+(?![\p{L}\p{N}_])/gu) ?? [];
  return [...new Set(words)].filter((word) => /\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}{2}/u.test(word));
}
