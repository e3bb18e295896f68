/** Verbs for actions that look for the cause. */
const looking =
  /\b(?:f(?:ou|i)nd(?:s|ing)?|discover\w*|check(?:ed|s|ing)?|investigat\w+|(?:re-?)?ran|s(?:aw|ees?|een)|notic\w+|confirm\w*|observ\w+|identif\w+|look(?:ed|s|ing)? (?:at|in|into|for|through|like)|inspect\w*|show(?:s|ed|ing|n)?(?! up)|trac(?:es?|ed|ing)|debug\w*|analy[sz]\w+|verif\w+|examin\w+|suspect\w*|reali[sz]\w+|reveal\w*|determin\w+|diagnos\w+|turn(?:s|ed) out|narrow(?:s|ed|ing)? (?:it )?down|correlat\w+|reproduc\w+|quer(?:y|ied|ies|ying)|grep\w*|pinpoint\w*|isolat\w+|cause (?:is |was )?(?:known|clear))\b/i;

/** Verbs for actions that try to end the incident. */
const acting =
  /\b(?:roll(?:s|ed|ing)?[- ]?(?:\w+ ){0,3}back|rollback|revert(?:s|ed|ing)?|re-?start(?:s|ed|ing)?|re-?boot(?:s|ed|ing)?|scal(?:es?|ed|ing)|increased?(?! (?:in|of)\b)|rais(?:es?|ed|ing)|fail(?:s|ed|ing)?[- ]?over|drain(?:s|ed|ing)?|cordon(?:s|ed|ing)?|delet(?:es?|ed|ing)|remov(?:es?|ed|ing)|replac(?:es?|ed|ing)|recycl(?:es?|ed|ing)|recreat(?:es?|ed|ing)|switch(?:es|ed|ing)?|disabl(?:es?|ed|ing)|enabl(?:es?|ed|ing)|flush(?:es|ed|ing)?|purg(?:es?|ed|ing)|(?<!oom[- ]?)kill(?:s|ed|ing)?|terminat(?:es?|ed|ing)|clear(?:s|ed|ing)|clean(?:s|ed|ing)?(?: up)?|patch(?:es|ed|ing)?|upgrad(?:es?|ed|ing)|downgrad(?:es?|ed|ing)|hot-?fix(?:es|ed)?|fix (?:is |was )?(?:live|deployed|released|merged|applied|rolled out)|re-?deploy(?:s|ed|ing)?|deploy(?:s|ed|ing)?|re-?appl(?:y|ies|ied)|appl(?:y|ies|ied|ying)|mitigat(?:es?|ed|ing)|limited|limit at|block(?:s|ed|ing)?|set (?:back )?to|chang(?:es|ed|ing)|fix(?:es|ed|ing)?|resolv(?:es?|ed|ing)|restor(?:es?|ed|ing)|rebuil(?:t|ds?|ding)|renew(?:s|ed|ing)?|rotat(?:es?|ed|ing)|mov(?:es?|ed|ing)|expand(?:s|ed|ing)?|extend(?:s|ed|ing)?|resiz(?:es?|ed|ing)|upsiz(?:es?|ed|ing)|(?:re|un)?mount(?:s|ed|ing)|stop(?:s|ped|ping)|paus(?:es?|ed|ing)|resum(?:es?|ed|ing)|bounc(?:es?|ed|ing)|evict(?:s|ed|ing)|add(?:s|ed|ing)|reset(?:s|ting)?|issued|turn(?:s|ed|ing)? (?:it )?(?:on|off)|taken? (?:down|out)|brought (?:back|up)|promot(?:es?|ed|ing)|reload(?:s|ed|ing)?|redirect(?:s|ed|ing)?|excluded?|unblock(?:s|ed|ing)?|free[ds]?|merg(?:es?|ed|ing))\b/i;

/** Said of what was tried and changed nothing, and of what nobody did. */
const inVain =
  /\b(?:no (?:effect|change|difference|improvement|success|luck)|(?:did|does|do)(?:n['’]t| not) (?:(?:seem|appear) to )?(?:\w+ )?(?:do|help|work|change|fix|resolve|solve|make|improve)|unchanged|without (?:success|effect|result)|to no avail|in vain|unsuccessful\w*|failed (?:to|again|with)|fails? again|still (?:\w+ )?(?:fail|down|slow|broken|the same|not|see|seeing|no|unavailable|occur|happen)\w*|persist\w*|continues? to|comes? back|goes on|go on|made (?:it|things) worse|not (?:resolved|fixed|solved)|(?:by )?itself|themselves|without intervention|crash\w*)\b/i;

/** Said of the talk about an incident, which is not a step towards its end. */
const talk =
  /\b(?:(?:rais|lower|upgrad|downgrad|chang)ed to (?:sev|p)[- ]?\d|status ?page|respond(?:ed|s) to|replied|reached out|informed|announc\w+|apologi\w+|meeting|(?:conference|video) call)\b/i;

/** Said when an incident is first known of; what was done before that may have caused it. */
const aware =
  /\b(?:pages?d?|alert\w*|alarm\w*|notic\w+|detect\w*|report\w*|complain\w*|identif\w+|aware|notif\w+|discover\w*|observ\w+|escalat\w+|incident (?:is |was )?(?:declared|opened|created|starts?|started)|investigat\w+|see(?:s|ing)? (?:\w+ )?(?:errors?|failures?))\b/i;

/** The beginning of a sentence about an action in the future. */
const plan =
  /^\W*(?:(?:we|i|they|it|there|this|that|further|better|more|the (?:\w+ )?team)\b[^.]{0,40}?\b(?:should|could|will|would|must|needs? to|have to)\b|(?:todo|to do|note: need)\b)/i;

/** Returns whether a text speaks of what is yet to be done, rather than of what happened. */
export function isPlan(text: string): boolean {
  return plan.test(text);
}

/**
 * Returns whether an entry of a timeline tells of looking for the cause or of acting on it; undefined if it tells of neither, of talk, or
 * of what did not help.
 */
export function purposeOf(text: string): 'looking' | 'acting' | undefined {
  const look = looking.exec(text)?.index ?? Infinity;
  const act = acting.exec(text)?.index ?? Infinity;
  if ((look === Infinity && act === Infinity) || talk.test(text)) {
    return undefined;
  }
  return look <= act ? 'looking' : inVain.test(text) ? undefined : 'acting';
}

/** Returns whether an entry tells that somebody, or something, noticed the incident. */
export function tellsOfDetection(text: string): boolean {
  return aware.test(text);
}
