/** What passwords of examples and of developers' machines consist of. */
const usual =
  /pass(?:wor[dt]|wd|phrase|e)?|pwd|secret|token|cred(?:ential)?s?|user(?:name)?|admin|root|guest|test|demo|example|sample|change|secure|strong|super|your|my|here|the|key|default|postgres(?:ql)?|mysql|redis|rabbit(?:mq)?|mongo(?:db)?|minio|elastic|local|dev|foo|bar|abc|x{3,}|\d|[_.+!#?*-]/gi;
/** A variable, a call, a path or an address, a name, an option, a day, or what is masked. */
const other =
  /\$[\w({]|%[ds(]|^[{<]|[{<][\w .:@-]{0,60}[}>]|[{}]{2}|…|\w\(|\*{2}|\.{3}|(\w)\1{3}|\/\/|\w\/\w+\/|:$|^[:/~.-]|^\d{4}-\d|^[A-Z][\dA-Z_]*(?:=|$)|^[a-z_]\w*(?:\.[a-z]\w*)+$/;

/** What tokens and passwords are called that stand for others in a URL. */
const called =
  /personal|access|private|account|auth|oauth|login|service|database|server|deploy|bot|git(?:hub|lab)?|api|app|name|some|this|real|random|generated|value|string|hidden|masked|redacted|insert|place|holder/gi;

/** Letters that signs stand for, as in "p4ssw0rd". */
const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a' };

/** Below this, what is left besides usual words is no password. */
const leastOwn = 4;
const shortest = 8;

/**
 * Returns whether a password is neither a placeholder, nor one of examples, nor a plain word.
 * @param most 'words' if one of letters alone may be one too.
 */
export function isPassword(value: string, most: 'signs' | 'words' = 'signs'): boolean {
  return (
    value.length >= shortest &&
    /[a-z]/i.test(value) &&
    (/[\d!#%&*+=?@^~]/.test(value) || (most === 'words' && own(value.replaceAll(called, '')) >= leastOwn)) &&
    !other.test(value) &&
    own(value) >= leastOwn &&
    own(value.replaceAll(/[013457@]/g, (sign) => letters[sign] ?? sign)) >= leastOwn
  );
}

/** How many characters of a password are not of usual words. */
function own(value: string): number {
  return value.replaceAll(usual, '').length;
}

/** What is frequent in a random value and rare in names such as "KeyVault2". */
const changes = /[a-z](?=[\dA-Z])|[A-Z](?=\d)|\d(?=[A-Za-z])/g;

/** Returns whether small letters, capitals and digits change in so large a part of a value; in random ones they do in 0.44 on average. */
export function isScrambled(value: string, least: number): boolean {
  const plain = value.replaceAll(/[^\dA-Za-z]/g, '');
  return plain.replaceAll(changes, '').length <= plain.length * (1 - least);
}

/** Returns whether a password that only a word before it tells is one: it is scrambled, or has all of what rules for passwords ask for. */
export function isStrongPassword(value: string): boolean {
  return (
    isPassword(value) &&
    (isScrambled(value, 0.3) || [/[a-z]/, /[A-Z]/, /\d/, /[!#%&*+=?@^~]/].every((each) => each.test(value)))
  );
}

/** Names of computers that are nobody else's, and of examples (RFC 2606, RFC 6761). */
const nobodys =
  /^@(?:localhost|127\.|0\.0\.0\.0|\[?::1|(?:[\w-]{1,63}\.){0,8}(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)(?![\w.-])|(?:your|my|some)?-?(?:db-?)?(?:host(?:name)?|server|domain)(?![\w.-]))/i;

/** Returns the host on which a password protects something, if a text goes on with "@" and one; perhaps empty, if it is a variable. */
export function hostAfter(following: string): string | undefined {
  return following.startsWith('@') && !nobodys.test(following) ? /^@([\w.-]*)/.exec(following)?.[1] : undefined;
}
