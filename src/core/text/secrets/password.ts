/** What passwords of examples and of developers' machines consist of. */
const usual =
  /pass(?:wor[dt]|wd|phrase|e)?|pwd|secret|token|cred(?:ential)?s?|user(?:name)?|admin|root|guest|test|demo|example|sample|change|secure|strong|super|your|my|here|the|key|default|postgres(?:ql)?|mysql|redis|rabbit(?:mq)?|mongo(?:db)?|minio|elastic|grafana|local|dev|foo|bar|baz|abc|x{3,}|\d|[_.+!#?*-]/gi;
/** A variable, a mark for one, or a value that is masked. */
const variable = /[$%{}<>()*…]|\.{3}|^[A-Z][A-Z_]*$|^[:/]|^[A-Z][\dA-Z_]*=|(\w)\1{3}/;

/** Letters that signs stand for, as in "p4ssw0rd". */
const letters: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a' };

/** Below this, what is left besides usual words is no password. */
const leastOwn = 4;
const shortest = 8;

/** Returns whether a password is neither a placeholder, nor one of examples, nor a plain word. */
export function isPassword(value: string): boolean {
  return (
    value.length >= shortest &&
    !variable.test(value) &&
    !value.startsWith('-') &&
    own(value) >= leastOwn &&
    own(value.replaceAll(/[013457@]/g, (sign) => letters[sign] ?? sign)) >= leastOwn &&
    classesIn(value) >= 2 &&
    !/^[a-z]+(?:[_.-][a-z]+)*$/i.test(value)
  );
}

/** How many characters of a password are not of usual words. */
function own(value: string): number {
  return value.replaceAll(usual, '').length;
}

/** Returns how many of four classes of characters are in a value: small letters, capitals, digits, others. */
export function classesIn(value: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^\dA-Za-z]/].filter((some) => some.test(value)).length;
}

/** Names of computers that are nobody else's, and of examples (RFC 2606, RFC 6761). */
const nobodys =
  /^@(?:localhost|127\.|0\.0\.0\.0|\[?::1|(?:[\w-]{1,63}\.){0,8}(?:example(?:\.(?:com|org|net))?|test|invalid|localhost)(?![\w.-])|(?:your|my|some)?-?(?:db-?)?(?:host(?:name)?|server|domain)(?![\w-]))/i;

/** Returns whether a text goes on with "@" and a host on which a password protects something. */
export function isAtHost(following: string): boolean {
  return following.startsWith('@') && !nobodys.test(following);
}
