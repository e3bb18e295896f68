import type { Language } from './language.ts';

/** English. */
export const en: Language = {
  code: 'en',
  runbook: {
    meaning:
      'meaning|description|symptoms|symptom|overview|alert description|what does this alert mean|what this alert means|summary|about|background|introduction|context|problem|explanation|what is this|details|purpose|goal|what is happening',
    impact:
      'impact|user impact|customer impact|business impact|effect|effects|consequences|blast radius|what is the impact|who is affected',
    causes:
      'possible causes|causes|cause|root cause|common causes|likely causes|potential causes|probable causes|what causes this',
    diagnosis:
      'diagnosis|possible checks|investigate|investigation|playbook|troubleshooting|triage|debugging|diagnostics|diagnose|how to diagnose|initial checks|checks|how to spot|identification|analysis|diagnostic|troubleshoot|how to investigate|debug|initial triage|first steps|troubleshooting steps|runbook|diagnostic steps|how to check|how do i check|what to check',
    mitigation:
      'mitigation|mitigating|resolution|resolution steps|potential resolution steps|remediation|remediate|action|actions|steps to resolve|fix|how to fix|how to resolve|solution|solutions|recovery|possible solution|possible solutions|workaround|mitigations|how to mitigate|recover|remediation steps|fixing|response|what to do|contain|eradicate|correction|recommended actions|mitigation steps|resolving|how do i fix it|what should i do',
    steps:
      'steps|procedure|instructions|process|how to|runbook steps|step by step|execution|tasks|the procedure|how to do it|usage',
    prerequisites:
      'prerequisites|before you start|before you begin|requirements|required context|preparation|access|required access|pre requisites|pre checks|pre flight|preflight|pre flight checks|preflight checks|pre requirements|you will need',
    'when-to-use': 'when to use|when to use this|when to use this runbook|trigger|when|scope|use when',
    verification:
      'verification|verify|validation|validate|confirm|how to verify|check|post checks|testing|acceptance|verify the result|post verification',
    rollback: 'rollback|roll back|rolling back|reverting|revert|undo|back out|backout',
    escalation:
      'escalation|escalate|contacts|contact|who to contact|escalation path|communicate|communication|who do i contact',
    prevention: 'prevention|preventing|long term fix|permanent fix|follow up|post incident',
    notes: 'notes|note|additional notes|caveats|warnings',
    resources:
      'additional resources|references|links|resources|related|see also|further reading|dashboards|additional information|related alerts|related documentation|more information',
  },
  postmortem: {
    summary:
      'summary|overview|issue summary|incident summary|executive summary|tldr|tl;dr|background|abstract|incident overview|short summary|description|incident description|synopsis|introduction|in short|in brief|at a glance',
    impact:
      'impact|customer impact|end user impact|user impact|summary of impact|business impact|impact assessment|impact analysis|scope of impact|scope|consequences|blast radius',
    timeline:
      'timeline|chain of events|key events|incident timeline|timeline of events|event timeline|sequence of events|chronology|events|incident chronology|log|event log|incident log|time line',
    causes:
      "root cause|root causes|contributing factors|contributing factor|contributing conditions|contributing conditions analysis|contributors|five whys|five why's|5 whys|the five whys|cause|causes|root cause analysis|rca|blameless root cause|cause analysis|root causes and trigger|analysis",
    trigger: 'trigger|triggers',
    resolution:
      'resolution|resolution and recovery|mitigation|recovery|remediation|fix|mitigators|mitigations|remediation steps|solution|repair',
    detection: 'detection|identified|incident detection|discovery',
    response: 'response|incident response',
    leadup: 'leadup|lead up|lead up to the incident',
    fault: 'fault|failure|what failed',
    'what-happened': 'what happened',
    lessons:
      "lessons|lessons learned|lessons learnt|how'd we do|how did we do|learnings and risks|learnings|retrospective|reflection|takeaways|key takeaways",
    'went-well': 'what went well|went well|what worked|what helped',
    'went-wrong':
      "what went wrong|went wrong|what didn't go so well|what went poorly|what could have gone better|what could be improved|what didn't go well|what didn't work|what did not help|what didn't help|what hurt",
    'got-lucky': 'where we got lucky|got lucky|what went lucky',
    'action-items':
      'action items|actions|follow up tasks|follow ups|follow up|followup|follow up actions|followups|review actions|corrective actions|corrective measures|preventative actions|preventive actions|preventative measures|preventive measures|corrective and preventative actions|corrective and preventative measures|corrective and preventive actions|recommendations|next steps|remediation items|todos|action points|improvements|prevention|todo|to do|action plan|tasks',
    people:
      'responders|attendees|authors|names of people involved|people involved|participants|people|incident responders|roles|responders and roles|involved',
    stats: 'stats|statistics|metrics',
    messaging:
      'messaging|communication|communications|internal messaging|external messaging|internal email|external message',
    supporting:
      'supporting information|supporting materials|references|links|additional information|appendix|further reading|resources|related|see also|glossary|refs|related links|related documents|related documentation',
  },
  parts: { runbook: {}, postmortem: {} },
  questions: {
    impact:
      '(?:what|how (?:bad|large|severe)) (?:was |is |were |are )?(?:the )?(?:~ )?(?:impact|effects?|consequences|damage)|(?:who|what|(?:which|how many) ~) (?:was|were|is|are|got) (?:~ )?(?:affected|impacted)|how (?:were|was|are|did) (?:~ ){0,3}(?:affect|impact)(?:ed)?|(?:impact|effects?) (?:on|to)|(?:affected|impacted) (?:~ )?(?:systems?|services?|users|customers|components)|(?:systems|services|users|customers) (?:affected|impacted)',
    timeline: 'when did (?:it|this|that|the ~)|what happened when|timeline',
    causes:
      'what (?:was |is |were |are )?(?:the )?(?:~ ){0,2}caused?s?|(?:how|why) did (?:it|this|that|we|the ~|our ~) (?:happen|occur|fail|break)|(?:how|why) (?:it|this) happened|what led to|(?:underlying|primary|technical|probable|suspected) cause',
    resolution:
      'how (?:~ ){1,4}(?:fix(?:ed)?|resolved?|repair(?:ed)?|mitigated?|recover(?:ed)?|restored?|solved?)|what (?:fixed|resolved)',
    detection: 'how (?:~ ){1,4}(?:detect(?:ed)?|noticed?|discover(?:ed)?|find out|found)',
    lessons: 'what (?:did|have|can|we) (?:~ )?(?:~ )?learn(?:ed|t)?|lessons? (?:we|from|identified|learn(?:ed|t))',
    'action-items':
      "what (?:~ )?we (?:~ )?(?:doing|do|going to do|change|changing|planning) (?:about|to|next|now|differently|in)|what (?:are|were|is) (?:the|our) (?:next steps?|follow ups?|actions?)|how (?:(?:are|will|can|do|should|could) )?(?:we|it|this|to) (?:~ )?(?:be )?(?:prevent|avoid|improve)(?:ing|ed)?|what(?:'s| is| comes| happens) next|preventing|(?:remedial|future|further|planned|improvement|proposed|recommended|(?:long|short|medium) term|immediate) (?:work|actions?|improvements?|measures)",
  },
  labels: {
    facts: {
      services:
        'service|services|component|components|system|systems|application|affected service|affected services|services affected|service affected|impacted services|services impacted|affected component|affected components|affected systems',
      severity: 'severity|sev|priority|incident severity|severity level',
      status: 'status|incident status|postmortem status',
      date: 'date|incident date|date of incident|started|start|start time|incident start|started at|detected',
      owners: 'owner|owners|owner slack|team|owning team|authors|author|maintainer|maintainers|postmortem owner',
    },
    steps: {
      start:
        'start|start time|started|started at|incident start|incident started|incident start time|begin|began|start date|fault occurs|fault occurred|impact start|impact started|start of impact|outage start|outage started|start of incident|start of outage|date started|began at|incident began|outage began|impact began|occurred|occurred at|first occurred|started on|onset|beginning|commenced',
      detected:
        'detected|detected at|time detected|first detected|fault detected|incident detected|detection time|time of detection|noticed|first noticed|discovered|discovered at|detection',
      mitigated: 'mitigated|mitigated at|time mitigated|incident mitigated|impact mitigated|mitigation',
      resolved:
        'resolved|resolved at|time resolved|incident resolved|resolution time|date resolved|repaired|repaired at|restored|restored at|service restored|recovered|recovered at|fixed|fixed at|resolution|restoration|recovery|recovery time|restoration time|repair',
      end: 'end|end time|ended|ended at|incident end|incident ended|incident end time|impact end|impact ended|end of impact|outage end|outage ended|end of incident|end of outage|end date|date ended|finished|finish|over',
    },
    declared: 'declared|declared at|incident declared|time declared|declaration',
    duration:
      'duration|incident duration|total duration|outage duration|impact duration|duration of incident|duration of impact|duration of outage|length|downtime|time down|lasted|total downtime',
    mending:
      'time to repair|time to restore|time to recover|time to recovery|time to resolve|time to resolution|time to mitigate|time to mitigation|ttr|mttr|time to fix|time to restoration|repair time|recovery time|restoration time|resolution time|mean time to repair|mean time to recovery',
    zone: 'timezone|time zone|tz|zone',
    lastReview:
      'last reviewed on|last reviewed|last review|last review date|last reviewed date|last reviewed at|reviewed on|reviewed at|reviewed|last validated|last validated on|last verified|last verified on',
    reviewEvery:
      'review in|review every|review interval|review cycle|review period|review frequency|review cadence|reviewed every',
    nextReview: 'review by|next review|next review date|next review on|next review due|review due|review due date',
    expiry: 'review date|expires|expires on|expiry|expiry date|valid until',
    roles: {
      commander:
        'incident commander|commander|incident lead|incident manager|major incident manager|incident leader|ic',
      deputy: 'deputy|deputy incident commander|deputy commander|backup incident commander',
      scribe: 'scribe|note taker|notetaker|recorder',
      communications: 'communications|communications lead|communication lead|comms|comms lead|customer liaison',
      expert: 'subject matter expert|subject matter experts|sme|smes|technical lead|tech lead|operations lead',
      others:
        'lead|communications manager|internal liaison|external liaison|liaison|operations|ops lead|responder|responders|incident responders|on call|oncall|on call engineer|first responder|participants|participant|attendees|people|people involved|names of people involved|author|authors|owner|owners|postmortem owner|postmortem author|reviewer|reviewers|facilitator|reported by|reporter|planning lead|roles|team members',
    },
    person: 'role|roles|name|names|person|people|who',
  },
  phases: {
    investigating: 'investigating|under investigation|in investigation|ongoing|active|declared|triage|triaging',
    identified: 'identified|cause identified|fixing',
    mitigated: 'mitigated|mitigating|monitoring|contained',
    resolved: 'resolved',
  },
  reviews: {
    draft:
      'draft|drafting|open|opened|new|wip|work in progress|in progress|ongoing|active|declared|not started|unreviewed|investigating|identified|monitoring|mitigated|resolved',
    'in review':
      'in review|review|under review|reviewing|ready for review|for review|awaiting review|pending review|needs review|review pending|review in progress',
    reviewed: 'reviewed|review done|review complete|review completed|approved|accepted|signed off|final|published',
    closed: 'closed|complete|completed|done|finished|archived',
  },
  worst: 'critical|crit|blocker|catastrophic|emergency',
  severities:
    'major|significant|minor|trivial|high|medium|moderate|low|warning|warn|info|informational|page|ticket|error|none',
  failing: {
    rate: 'error rate|failure rate|error ratio|failure ratio|error percentage|failure percentage|failed requests|requests failed|share of failed requests|share of requests failed|share failed|failed share|failed traffic',
    availability: 'availability|availability during incident|availability during the incident|success rate',
    extent:
      'impact|outage|extent|extent of impact|extent of outage|outage type|type of outage|impact type|type of impact|customer impact|user impact|degree of impact',
    outage:
      '(?:full|complete|total) (?:outage|downtime|unavailability|loss of service)|(?:fully|completely|totally) (?:down|unavailable)|all requests failed',
    failed: 'requests (?:failed|were failing|returned errors)',
    percent: 'percent|per cent|percentage|pct',
  },
  time: {
    beside:
      'incident|outage|impact|service|services|issue|problem|disruption|degradation|failure|fault|event|user|customer|production|system|systems|normal|the|of|at|on|in|to|was|were|is|time|date|datetime|timestamp|and|first|fully|full|total|overall|approximate|actual|local|utc|minutes|mins|hours|hrs',
    months:
      'january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec',
    weekdays: 'monday,mon|tuesday,tues,tue|wednesday,wed|thursday,thurs,thur,thu|friday,fri|saturday,sat|sunday,sun',
    zones: '',
    of: 'of',
    ordinal: 'st|nd|rd|th',
    signs: '',
    at: 'at',
    lead: 'at|on|from|since',
    about: 'around|about|approx(?:imately|\\.)?|circa|ca?\\.|roughly|by|before|after',
    until: 'to|until|till',
    oclock: '',
    hours: 'hrs?|hours',
    times: '[Tt]imes?(?: ?zone)?|TIMES?',
    units: {
      days: 'd(?:ays?)?',
      weeks: 'w(?:eek|k)?s?',
      months: 'mo?(?:nth)?s?',
      quarters: 'q(?:uarter)?s?',
      years: 'y(?:ea)?r?s?',
      hours: 'h(?:(?:ou)?rs?)?',
      minutes: 'm(?:in(?:ute)?s?)?',
      seconds: 's(?:ec(?:ond)?s?)?',
    },
    every: 'every|each|in|after|once (?:an?|per|every)|an?',
    often:
      'daily|weekly|biweekly,fortnightly|monthly|bimonthly|quarterly|biannually,semiannually,semi-annually|yearly,annually,annual',
    numbers: 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve',
  },
  timeline: {
    time: 'times?|timestamp|when|clock|date\\/time|datetime|utc|gmt',
    day: 'date|day',
    author: 'authors?|who|by|person|people|name|reporter|source|actor|user|responder|logged by',
    text: 'events?|what|descriptions?|details?|actions?|updates?|comments?|notes?|entry|happened',
    unordered:
      'out of (?:chronological |time )?(?:order|sequence)|not (?:\\w+ ){0,3}(?:chronological~|ordered|in order)|in no (?:\\w+ )?order|unordered|(?:added|recorded|logged|noted|entered|written) (?:down )?(?:later|afterwards?|late|retroactively|retrospectively|in hindsight)|retroactively',
  },
  actions: {
    fields: {
      item: 'action|actions|action item|action items|item|items|task|tasks|todo|to do|what|follow up|follow ups|description|summary|title|work|improvement|recommendation|remediation|measure',
      owner:
        'owner|owners|assignee|assignees|assigned to|assigned|who|responsible|dri|lead|poc|point of contact|team|owning team',
      due: 'due|due date|deadline|eta|target|target date|by|by when|when|date|completion date',
      status: 'status|state|done|done?|completed|complete|progress|resolved',
      tracking:
        'ticket|tickets|issue|issues|bug|bugs|link|links|jira|tracking|tracked in|tracker|pr|reference|ref|url|github issue|tracking issue|tracking bug|issue link|card|story|work item',
      priority: 'priority|prio|severity|p|importance',
      group: 'type|kind|category|area|theme',
    },
    owner: '(?:action )?owners?|assignees?|assigned to|dri|responsible(?: team)?|point of contact|poc',
    due: 'due(?: date| by| on)?|deadline|eta|target(?: date)?',
    assigned: 'assigned to|owned by',
    by: 'due(?: by| on)?|by|until|before|no later than|deadline',
    was: 'was|were|originally|previously|formerly|initially|original|old|former|previous|not',
    moved:
      '(?:re)?scheduled|moved|postponed|pushed|delayed|deferred|extended|shifted|slipped|changed|updated|bumped|revised|now(?: due)?|new (?:due )?(?:date|deadline|target)(?: is)?',
    byBehind: '',
    movedBehind: '',
    open: 'open|to do|todo|new|not started|not done|pending|backlog|planned|in progress|wip',
    done: 'done|completed?|finished|fixed|merged|shipped|resolved|closed|implemented|deployed',
    dropped:
      "cancell?ed|dropped|obsolete|abandoned|descoped|superseded|declined|rejected|won[’']?t[ -]?(?:be )?(?:fix|fixed|do|done|implement)|will not (?:be )?(?:fix|do|done|fixed)|not (?:planned|doing)|no longer (?:needed|necessary|relevant|required|applicable)|decided against",
    not: 'not|no|un|in|to be|to|partially|partly|almost|nearly|mostly|half|never|being',
    half: "pending|partial(?:ly)?|partly|half(?:way)?(?! an? )|mostly|(?<!-|the )only|remaining(?=\\s*(?:[,;.:)]|$))|remains|the rest (?:of|is|to|in|on|follows)|still (?:to|pending|open|needs|missing|not|in|on|waiting|required|running)|(?:not|n't) yet|isn't|hasn't|not (?:in|on|for|deployed|rolled|live|released|merged|shipped|tested|prod|production|everywhere|all|enabled|fully|complete)|todo|to do|to follow|follows|wip|in progress|ongoing|a?waiting|blocked (?:by|on)|except|excluding|apart from|other than|(?:is|are|still) missing|missing(?=\\s*(?:[,;.:)]|$))|outstanding|to be|needs (?!no)|(?:is|are|\\d+) left|left to|so far|in part|(?:part|phase|step|stage) (?:\\d+|one)|first (?:part|half|step|phase)|(?:for|on) (?:one|some|most|a few|half|part)|in (?:some|most)|next (?:week|sprint|month|quarter)|tomorrow|soon",
    behindDone:
      'as|on|in|by|at|since|via|with|for|from|to|and|or|it|before|after|during|yesterday|today|now|already|this|last|PR|MR|see|\\p{L}+ly',
    yes: 'yes|y|true',
    no: 'no|n|false',
    nothing:
      'none|n\\/?a|nothing|nil|no (?:further )?(?:actions?|action items?|follow[- ]?ups?|items?)(?: (?:items?|needed|required|planned|identified|taken|necessary|at this time|yet))*|not applicable|not (?:needed|required)|none (?:needed|required|at this time|yet|so far|identified|planned)',
    nobody: 'tbd|tba|tbc|todo|none|n\\/?a|unassigned|nobody|no one|open|unknown|to be .*|owner|name',
    ticket:
      '(?:issue|ticket|bug|task|PR|MR|pull request|merge request|card|story|change|incident|Jira)s?(?: (?:ID|no|nr|number)\\.?)?',
    measures:
      'prevent(?:ion|ing|ed|s)?|prevent(?:ative|ive) measures|mitigations?|safeguards?|controls|improvements?|recommendations?|avoid(?:ing|ed)?|what (?:we )?(?:(?:have|has|was|is) )?chang(?:ed|ing)|what (?:we|it|was) (?:\\w+ )?did|changes(?: made)?|(?:actions?|steps|measures) (?:already )?taken',
    legend:
      'legend|key|definitions?|explanations?|glossary|meanings?|(?:priority|priorities|severity|type|status|category)(?: levels?)?|(?:what|how) (?:the |these |our )?(?:priorities|types|statuses|categories|words|labels)(?: mean)?|types|statuses|categories',
    meaning: 'meanings?|means|definitions?|explanations?',
  },
  grammar: {
    and: 'and',
    of: 'of|for|from|on|in',
    step: 'step|section|part',
    placeholders:
      'todo|to do|tbd|tba|tbc|fixme|wip|xxx|placeholder|coming soon|work in progress|fill in|fill me in|fill this in|to be added|to be done|to be determined|to be defined|to be written|to be completed|to be filled|to be filled in|to be confirmed|to be decided|to be documented|to be announced|to be provided|not yet written|not written yet|add content here|add text here|your text here|text here',
    appendix: 'appendix|glossary',
    titleBlanks: 'name|title|date|incident|service|alert|system',
    requests:
      'add|describe|document|enter|explain|fill|how|include|insert|list|note|outline|provide|record|report|short|state|summari[sz]e|tell|what|when|where|which|who|why|write',
    prompts:
      'add|describe|detail|document|enter|explain|fill|give|how|identify|include|insert|list|note (?:the|any|all|who|what|when)|outline|provide|record|report|run an?|short|brief|quick|state|summari[sz]e|tell|use this|was|were|did|do we|what|when|where|which|who|why|write',
    plainPrompts:
      'describe|summari[sz]e|explain|outline|insert|fill in|provide|include|list (?:the|any|all|every)|give an?|write an?',
    blanks: 'name|names|date|time|title|description|describe|brief|number|link|yyyy|person|owner|explain|insert|your',
  },
  kind: {
    runbook: 'runbook|playbook|sop',
    postmortem:
      'postmortem|incident (?:report|review|retrospective|write ?up|summary|analysis)|root cause analysis|rca|coe|correction of error|outage (?:report|review|write ?up|summary|analysis)|post incident|after action report|what happened (?:on|to|with|when|during)|anatomy of (?:an? |the )?(?:\\p{L}+ )?(?:outage|incident|failure)|summary of the .* (?:event|disruption|outage|incident|issue)',
    incident: 'incidents?|outages?|downtime|disruptions?|degradations?|data loss|breach',
    task: '^(?:(?:how (?:to|do i)|runbook|playbook|manually|manual|emergency|safely|procedure (?:to|for)|steps to|guide to) )*(?:rotat|restor|recover|recreat|restart|reboot|fail ?over|drain|recycl|renew|scal|roll(?:ing|ed)? ?(?:back|out)|rollback|upgrad|updat|back(?:ing)? ?up|backup|resiz|replac|clean|clear|purg|flush|evict|cordon|rebuild|re ?index|re ?deploy|deploy|provision|decommission|promot|revok|reset|replay|reprocess|requeue|resync|debug|troubleshoot|investigat|diagnos|respond|handl|deal|mitigat|fix|resolv|increas|decreas|expand|extend|enabl|disabl|block|unblock|ban|remov|migrat|switch|stop|start|shut|monitor|access|connect|releas|cut|creat|add|delet|destroy|run|perform|execut|trigger|verify|test|check|chang|edit|modif|mov|copy|export|import|grant|get|request|redirect|publish|unpublish|merg|attach|detach|identify|querying |analy[sz]|set(?:ting)? ?up|configur|manag|review|apply|scan|rais|transfer|register|generat|archiving |unarchiv|suspend|unsuspend|withdraw|bulk|force|forc|silenc|pause|resum|retry|retire|rename|exclud|tail|find|view|inspect|kill|terminat|empt|truncat|vacuum|repair|unlock|reload|reinstall|renew|bootstrap|bring)~|^(?!(?:understanding|using|onboarding|training|meeting|testing|engineering|planning|pricing|billing|logging|networking|monitoring|writing|contributing|getting|building|developing|installing|designing|learning|working|coding|programming|reading|joining|introducing|leaving|scripting|versioning|naming|caching|routing|rendering|styling)(?![\\p{L}]))\\p{L}{3,}ing \\p{L}+',
    symptoms: 'symptoms?',
    operatorTask:
      '(?:how (?:to|do i) )?(?:rotat|restor|recover|restart|reboot|fail ?over|drain|renew|roll(?:ing)? ?back|rollback|cordon|evict|revok|unblock|requeue|resync|purg)~',
    fault:
      '(?:is|are|has|have) (?:down|unavailable|failing|failed|full|slow|stuck|lagging|unreachable|not \\p{L}+|high|low|missing|unhealthy|expired|broken|leaking)|down|not (?:responding|ready|working|ok|healthy|running|starting|reachable|found|allowing|serving|routing|appearing|updating|processed)|unresponsive|failing|failed|failures?|fails|unavailable|unreachable|unhealthy|high|low|full|errors?|error ?rate|slow|latency|lag|lagging|missing|stuck|expired|expir(?:ing|y|ation)|exceed(?:s|ed|ing)?|exhaust(?:ed|ion)|saturat(?:ed|ion)|degraded|degradation|crash ?loop(?:ing|s| back ?off)?|crash(?:es|ed|ing)?|oom ?killed|out of|too many|too (?:high|low|old|long)|backlog|pending|throttl(?:ed|ing)|timeouts?|denied|refused|corrupt(?:ed|ion)?|leaks?|leaked|common (?:problems|issues|errors)|known issues|alerts?|alarms?|troubleshooting|issues|problems|outage|disruption|attack|compromised?|ransomware|phishing|malware|leaked credentials|unusual|anomal(?:y|ous)',
    plainFault:
      '(?:is|are) (?:down|unavailable|failing|full|slow|stuck|unreachable|unhealthy|not \\p{L}+)|not (?:responding|ready|reachable|ok|healthy)',
    postmortems:
      'postmortems?|incidents?|incident (?:reports?|logs?|records?|reviews?|retrospectives?)|outages?|outage reports?|rcas?|root cause analys[ei]s|coes?|blameless|retrospectives|write ?ups|war stories',
    runbooks: 'runbooks?|playbooks?|sops?|alerts|^alert$|alarms|^alarm$|standard operating procedures?',
    operations:
      'on ?call|operations?|operating|ops|procedures?|troubleshooting|how ?tos?|maintenance|emergency|emergencies|disaster recovery|sre|operation guide|operator guide|admin guide|administration|manual|tasks|support',
    design:
      'adrs?|decisions?|rfcs?|proposals?|design|designs|meeting notes|meetings|minutes|changelogs?|releases|release notes|tutorials?|specs?|research|archive|prompts?|skills?|initiatives?|plans?|planning|roadmaps?|audits?|governance|reference|references|concepts?|getting started|tech debt|features?|policies|policy|team|roles?|training|slides|commands|contributing|development|develop|developers?|workshops?|courses?|process(?:es)?',
    decision: 'decisions?|decision outcome|our decision',
    decisionContext:
      'context|context and problem statement|status|consequences|considered options|options considered|decision drivers|alternatives|alternatives considered',
    about:
      'policy|policies|guidelines?|incident (?:management )?guidance|(?:project|weekly) progress|(?<!(?:recovery|restore|backup|failover|dr|rollback|rotation|renewal|restart|deployment|release) )process(?:es)?|catalogu?e?|index|glossary|architecture|roadmap|handbook|style guide|severity levels?|severity (?:definitions?|matrix|classification)|severities|proposal|rfc|adr|release notes|meeting|minutes|newsletter|onboarding|offboarding|tutorial|faq|charter|specification|reference|overview of|introduction to|introduction|comparison|naming schema|naming conventions?|audit|checklist for|how to write|writing|postmortem process|incident process|incident management(?: process)?|incident response (?:process|plan|policy|guide)|incident handling process|communications? plan|roles and responsibilities|roles?|responsibilities|definitions?|standards?|principles|best practices|rota|roster|rotation schedule|ways of (?:working|engineering)|how we (?:work|do|run|use|manage|handle)|alliance|vision|mission|culture|training|drills?|exercises?|game ?days?|versions?|locations|inventory|descriptions?|useful (?:links|scripts|commands|resources)|cheat ?sheet|(?:on ?call|out of hours) (?:support|duty|schedule|guide|expectations|charter|policy|onboarding|rota)(?: on call)?|team|the team|status report|summary report|implementation (?:summary|plan|status|report)|~plan(?<!(?:recovery|rollback|backup|contingency|emergency|response) plan)|project (?:plan|schedule|progress)|requirements|cost factors?|diagram|metrics reference|terminology|further reading|concepts?|design',
    template: 'templates?|archetype|boilerplate|skeleton',
    templates: 'templates?|archetypes?',
    templateFor: 'for|of|alert|incident|playbook|postmortem|report|runbook',
    guide:
      '(?:add|adding|write|writing|create|creating|contribute|contributing|conducting|running|facilitating|structure of) (?:a |an |new |your |good |great |blameless |effective |incident )*(?:runbooks?|playbooks?|postmortems?|incident reports?|incident reviews?)|(?:postmortem|runbook|playbook)s? (?:guide|guidelines?|process|culture|structure|standards?|format|best practices|policy|training|meetings?|catalog(?:ue)?s?|index|philosophy|how to|checklist)|(?:(?:post )?incident (?:review|retrospective|analysis)|root cause analysis|rca|after action (?:review|report))s? (?:guide|guidelines?|process(?:es)?|procedures?|methodology|methods?|framework|policy|training|checklist)|incident (?:taxonomy|classification|categor(?:y|ies))|(?:what is|what are|about|why|introduction to|intro to) (?:a |an |our )?(?:runbooks?|playbooks?|postmortems?|incidents?)',
    itself:
      '(?:this|the following|these) (?:run[ -]?books?|play[ -]?books?|procedures? (?:describes?|explains?|covers?|should|must)|sops?)',
    alert:
      '(?:this|the|these) (?:\\w+ )?(?:alert|alarm)s? (?:is|are|was|means?|fires?|fired|firing|triggers?|indicates?|relates?|occurs?|happens?|will|can|may|gets?|checks?|goes|telling|that)|this (?:alert|alarm)|alerts? (?:on slack|like|named|such as)|(?:receive|received|get|got|see|respond(?:ing)? to|acknowledge|silence) (?:\\w+ ){0,3}(?:alerts?|alarms?)|when (?:you are|you re|you get|getting) paged',
    duty: 'alert(?:s|ing|manager)?|alarms?|pager(?:duty)?|on call|oncall|on-call|escalat(?:e|ed|ion|ing)|incidents?|outages?|downtime|dashboards?|grafana|kibana|triage|runbooks?|playbooks?|roll ?back|restart(?:ed|ing)?|maintenance window|second line|2nd line',
    accounts: '',
    everyday: 'the|this|with|and|for|is|are',
    condition:
      'if|in|to|on|once|when|after|before|for|from|using|with|as|at|by|under|within|while|unless|because|since|depending',
    verbs:
      'access|acknowledge|add|adjust|analy[sz]e|apply|approve|ask|assign|assess|attach|avoid|back up|backup|block|boot|call|cancel|capture|change|check|choose|clean|clear|click|close|collect|commit|communicate|compare|configure|confirm|connect|consider|contact|contain|copy|cordon|correlate|create|cut|debug|decrease|delete|deploy|describe|destroy|detach|determine|disable|disconnect|document|download|drain|edit|enable|ensure|enter|escalate|establish|evaluate|examine|execute|expand|export|extend|fail ?over|fetch|fill|filter|find|fix|flush|follow|force|generate|get|go|grant|identify|import|increase|inform|inspect|install|investigate|isolate|keep|kill|launch|list|locate|log|look|lower|make|manage|mark|merge|migrate|mitigate|monitor|move|navigate|notify|observe|obtain|open|pause|perform|post|prepare|preserve|press|promote|provide|provision|pull|purchase|purge|push|put|quarantine|query|raise|re-?run|re-?start|re-?deploy|reboot|rebuild|recover|recreate|redirect|reduce|refer|remove|rename|renew|repeat|replace|report|request|reset|resize|resolve|restart|restore|resume|retrieve|retry|return|revert|review|revoke|roll|rollback|rotate|run|save|scale|scan|schedule|search|select|send|set|shut|sign|silence|snapshot|ssh|start|stop|submit|suspend|switch|tail|take|terminate|test|throttle|trigger|troubleshoot|try|tune|turn|unblock|undo|update|upgrade|upload|use|validate|verify|view|visit|wait|warn|watch|write',
    lateVerbs: '',
  },
  wording: {
    danger:
      "warnings?|warn|caution|cautious(?:ly)?|danger(?:ous|ously)?|careful(?:ly)?|destructive(?:ly)?|irrevers|irreversibl[ey]|irrecoverabl[ey]|unrecoverabl[ey]|permanent(?:ly)?|beware|data loss|lose (?:all |any |the |your |some |unsaved )*data|los(?:e|ing) (?:everything|all)|(?:can ?not|can't|can never) be (?:undone|reversed|recovered|restored)|no undo|point of no return|last resort|at your own risk",
    care: "back(?:ing|ed|s)?[- ]?ups?|snapshots?|pg_dump|mysqldump|risk(?:s|y)?|aware|attention|only (?:if|when|after|once|do|run|use|as)|unless|do not|don't|never|avoid|must not|should not|shouldn't|double[- ]check|make (?:very |absolutely )?sure|be sure|note that|(?:will|would|may|might|can|could) (?:\\w+ )?(?:be )?(?:delet|remov|eras|destroy|drop|wip|los|interrupt|discard|overwrit)\\w*|(?:this|it|which|that|command) (?:\\w+ )?(?:deletes|removes|erases|destroys|drops|wipes|discards|overwrites|interrupts)|downtime|dry[- ]run|no longer (?:needed|required|used|in use)|unused|safe(?:ly)?",
    look: 'ensure|verify|confirm(?:ed|ation)?|check (?:that|whether|if)|approv(?:al|ed?)|agree(?:d|ment)?|validate|inspect',
    run: 'run|runs|running|rerun|execute|executing|issue|issuing|type|enter|invoke|call|perform|do|try|use|using|with|via|by|command|then',
    ran: 'to|in order to|on|in|against',
    denied:
      "not|never|don't|avoid|without|instead of|blocks?|blocked|forbidden|rejects?|like|such as|e\\.g\\.|equivalent|same as|previously|was|were|been|if",
    cause:
      'caused by|causes? (?:is|was)|(?:operator|user|admin|manual|typing) (?:error|mistake)s?|by (?:mistake|accident)|mistaken~|accidental~|inadvertent~|(?:some(?:body|one)|operators?|users?|admins?|colleague|engineer|developer|they|he|she) (?:\\w+ )?(?:ran|runs|executed|typed|issued|entered|called|used)|ha[sd] (?:\\w+ )?(?:run|executed|used)',
    printed:
      "(?:(?:the|this|that|an?|its?|your|expected|example|sample|typical|successful|possible|command|console|script|check|verify|confirm|ensure|here is|here's|which|so|see) )*(?:outputs?|results?|response|listing)(?: (?:of|from|for|on|in|to|after) .{1,60}?)?(?: (?:is|are|should|will|may|might|can|would|looks?|shows?|reads?|contains?|was|says|below|like|similar|as)(?: .{0,90})?)?$|(?:.{0,60} )?(?:(?:you|we|it|this|that|which|command|script|tool|server|\\w+)(?: (?:should|will|may|might|would|now|then|also))+|you|we|it|this|which|(?:command|script|tool|job|server)) (?:sees?|gets?|prints?|shows?|outputs?|displays?|logs|returns?|reports?|gives?|answers?|responds?|says)(?: (?:back |with )?(?:something|this|these|the following|an? (?:list|line|answer|message|error)|output|lines?|like)(?! .{0,40}(?:command|step|script|quer)).{0,60})?$|(?:it|this|which) (?:should |will )?looks? .{0,12}(?:like|similar).{0,40}$",
    effect:
      '(?:ha(?:s|ve)|needs?|must) (?:to )?(?:\\w+ ){1,5}(?:again|anew|back in)|(?:log|sign|kick|lock|throw)~ (?:\\w+ ){0,3}out|(?:is|are|gets?|be|goes?) (?:\\w+ly |then |all |now )?(?:lost|gone|wiped|erased|interrupted|disconnected|dropped|discarded|unavailable|unreachable|offline|cold|invalid~|down)|los(?:es?|ing)|disappears?|no longer (?:\\w+ )?(?:have|see|sign|log|work|find|available)|from (?:scratch|zero)|starts? (?:over|empty|anew|cold)|(?:load|latency|traffic) (?:\\w+ ){0,4}(?:rises?|increases?|grows?|goes up)|slow~ (?:for|until|while)|(?:this|that|it|which|doing so) (?:\\w+ )?(?:causes?|means|results? in|leads to|ends|kills?|cuts?|stops?|takes? (?:down|away)|empties|invalidates?|affects?)|(?:every(?:one|body)|(?:(?:all|the|each|every) )?(?:user|customer|client|session|visitor)s?) (?:will |then )*(?:must|ha(?:s|ve)|needs?|lose|see|end|wait|get)|for good|forever|interruption',
    deletes:
      'delet~|remov~|destroy~|drop(?:s|ping)?|wip(?:es?|ing)|eras~|purg~|clear(?:s|ing)?|clean~|empt(?:y|ies|ying)|flush~|truncat~|decommission~|uninstall~|terminat~|discard~|reset~|prun~|overwrit~|tear down',
    answer:
      '(?:answer|enter|type|reply|respond|say|press|confirm)(?:ing)?(?: with)? [`\'"“*_]*(?:yes|y|no|n)|(?:ask|prompt)(?:s|ed)(?: (?:\\w+ )?(?:to|for|whether))?|(?:if|unless|when|only|that|read|review|check|inspect)(?: \\w+)? (?:the|its|this) (?:\\w+ )?plan',
    renewable:
      'disposable|ephemeral|throw-?away|replay(?:s|ed|ing)?|(?:is|are|be|been|being|gets?|it|them|automatically|itself|will) (?:then |also |all |automatically |always |safely )*(?:re-?(?:buil[dt]|creat|generat|populat|fill|comput|hydrat|index|download|fetch|load|sync)~|(?:made|created|built) (?:again|anew))|re-?(?:creat|buil|generat)~ (?:automatically|by|from|on)|comes? back (?:by itself|on its own|automatically)|(?:re(?:starts?|places?)|starts) (?:the|a|its|another|new)(?: new)? (?:pod|replica|instance)s?|ReplicaSet|read models?|source of truth|(?:nothing|no data) (?:is|will be) lost',
    passing:
      'caches?|cached|projections?|read models?|materiali[sz]ed|scratch|(?:temporary|temp|tmp|test|generated|derived|compiled) (?:\\w+ )?(?:files?|folders?|director(?:y|ies)|tables?|data|databases?|volumes?|namespaces?|ind(?:ex|ices)|objects?)|search index(?:es)?',
    boots:
      'boot~|power~ (?:\\w+ ){0,3}(?:on|up)|(?:turn|switch)~ (?:\\w+ ){0,4}on|start~ (?:it|them|up|again|the (?:server|node|host|machine|vm|instance)s?)|wake~',
    unneeded:
      'unused|no longer needs?|(?:nobody|no ?one|none|no other \\w+) (?:\\w+ ){0,2}(?:needs?|uses?|requires?|depends?)|no longer (?:\\w+ )?(?:used|needed|required|referenced)|not (?:used|needed|referenced) (?:any ?more|any longer)|orphan(?:ed|s)?|obsolete|stale|dangling|expired|left ?over|decommissioned|detached|once|as soon as',
    safeguards:
      '(?:tak|mak|creat|run|perform|hav|verify|verifi|confirm|check|keep|kept|export|test)~ (?:\\S+ ){0,4}(?:back-?ups?|snapshots?|dumps?)|back(?:ed|ing)? (?:\\S+ ){0,4}up|approvals?|approv(?:e|es|ed) by|(?:four|4|two|2)[- ]?(?:eyes?|persons?|people|man)|second (?:\\w+ )?(?:person|pair|engineer|reviewer|operator|approver)|peer[- ]review~|sign(?:ed)?[- ]?off',
    local:
      'local(?:ly)? (?:\\w+ )?(?:dev~|stacks?|clusters?|machines?|environments?|setups?|sandbox|docker|kubernetes|k8s|testing|instance)|(?:dev|development|developer|sandbox) (?:\\w+ )?(?:stacks?|clusters?|machines?|environments?|setups?|laptops?)|(?:your|own|my) laptop',
    humanError: '(?:human|pilot) (?:errors?|mistakes?|failures?|slips?|oversights?)|fat[- ]?finger(?:ed|s|ing)?',
    person: '',
    judgement:
      'careless(?:ly|ness)?|negligen(?:t|ce|tly)|slopp(?:y|ily|iness)|reckless(?:ly|ness)?|inattenti(?:on|veness)|thoughtless(?:ly|ness)?|complacen(?:t|cy)|ineptitude|laziness|inexperience|lack of (?:attention|care|diligence|discipline|competence|concentration|common sense|professionalism)|(?:hasty|hurried|rushed|careless|lax) (?:way|manner|style|habit|attitude|approach|work|working|behaviou?r|decision|mistake|error|review|action)s?|(?:in|undue|too much|out of) haste|hastiness|incompeten(?:t|ce)|stupid(?:ly|ity)? (?:mistake|error|decision)s?|stupidity|idiot(?:ic|s)?|lazy (?:engineers?|developers?|admins?)|irresponsibl[ey]|unprofessional',
    oneself:
      'I(?!\\s?[./&)])|myself|sorry|apolog~|jok(?:e|ed|ing|ingly)|kidding|tongue[- ]in[- ]cheek|my (?:own )?(?:bad|fault|mistake|error|laziness|carelessness|oversight)|(?:was|is|am|on|from|by|of) me',
    behindError:
      'why|how (?:could|did|was|were|can|to)|what (?:made|allowed|let|led)|made (?:it|this) (?:possible|easy|hard)|allowed|because|since (?:the|there|no)|no (?:\\w+ )?(?:checks?|guards?|safeguards?|guardrails?|validation|reviews?|confirmation|warnings?|alerts?|tests?|protection)|lack(?:ed|s|ing)?|missing|without (?:any |an? )?(?:\\w+ )?(?:check|validation|confirmation|review|warning)|nothing (?:stopp|prevent|warn|catch|caught|check)~|did ?(?:not|n.t) (?:prevent|stop|warn|check|catch|validate|ask|reject)|prevent~|safeguards?|guardrails?|protect~|confusing|unclear|misleading|ambiguous|undocumented|similar (?:names?|looking)|easy to|by hand|manual (?:steps?|process|procedure)|automat~|so that',
    blameless: 'blameless|blame-?free|no[- ]blame',
  },
};
