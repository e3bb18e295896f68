import type { PostmortemSection, SectionKey } from '../../vocabulary/section-ids.ts';

/**
 * Questions that a facilitator may ask about each part of a record, by the canonical id of its section. Questions ask
 * what people saw, knew and had at hand, and what the system made easy or hard. They never ask for a person at fault,
 * and never what somebody ought to have done.
 */
const questions: Readonly<Record<PostmortemSection, readonly string[]>> = {
  summary: [
    'If a colleague from another team reads only this, what will they learn? Is that the most important point?',
    'Which part of the story is missing for people outside the team?',
  ],
  'what-happened': [
    'What did each of us see first, and what did we think it was?',
    'When did our understanding of the incident change, and what changed it?',
    'Which parts of the story did we learn only after the incident?',
  ],
  impact: [
    'Who was affected, and what did they see? What did they do instead?',
    'Which numbers are measured, and which are estimates? What do we need for better numbers next time?',
    'What was not affected, although we expected it? What protected it?',
  ],
  timeline: [
    'Which moments does somebody in this room remember that are missing here?',
    'What did the dashboards, alerts and logs show at each step, and how did we understand it at the time?',
    'When did we wait, and for what: a person, access, a build, data, an answer?',
    'Which entries look obvious now but did not look obvious then?',
  ],
  causes: [
    'Which conditions were necessary together? Which of them existed for a long time?',
    'How does this part of the system usually work, so that the same actions end well on most days?',
    'What made these decisions look right with the information at the time?',
    'What would have happened without one of these conditions?',
    'Where else do the same conditions exist today?',
  ],
  trigger: [
    'What was different this time from the many times when nothing happened?',
    'How could we have known about that change before it took effect?',
  ],
  leadup: [
    'What happened in the hours and weeks before: changes, deadlines, handovers, absences?',
    'Which signs do we understand only now?',
  ],
  fault: [
    'What did we expect this part to do, and what made us expect that?',
    'How was the behaviour different from the design, the documentation and the tests?',
  ],
  detection: [
    'How did we find out: an alert, a customer, a colleague, by chance?',
    'What did the dashboards show between the start and the detection?',
    'Which signal would have told us earlier, and how much noise would it cause?',
    'Did the alert say what to do next, and did it reach somebody who could do it?',
  ],
  response: [
    'Which runbook, dashboard or person did we use first, and how did we find it?',
    'What was hard to do or to find, but must be easy at 3 a.m.?',
    'How did we share information, and who got it late?',
    'When did we ask for help, and what made that easy or hard?',
  ],
  resolution: [
    'Which options did we have, and what made us choose this one?',
    'What did we try without effect, and what did we learn from it?',
    'How did we know that the incident was over? What did we check?',
    'What is still temporary because of this?',
  ],
  lessons: [
    'What surprised us about our own system?',
    'What should the next person on call know, and where will they look for it?',
    'Which other teams could have the same problem?',
  ],
  'went-well': [
    'What worked because somebody prepared it, and what worked because somebody improvised?',
    'What should we keep, practise or make a habit?',
  ],
  'went-wrong': [
    'What made it slower or harder than necessary: tools, access, information, noise?',
    'What would have made the right action the easy one?',
  ],
  'got-lucky': [
    'What could have made this worse, and what prevented it?',
    'How would the same incident go on a holiday, at peak load, or without the people who were there?',
  ],
  'action-items': [
    'Which of these would have changed this incident, and which help against a whole class of incidents?',
    'Which of them only ask people to be more careful, and which change of the system could replace them?',
    'Who does it, by when, and where do we track it? What do we drop so that it gets done?',
    'Which risks do we accept, and what makes that acceptable?',
  ],
  messaging: [
    'What did people outside the response know, and when? Did it help them?',
    'What did we not say, or say late? What would have made it easier to say?',
  ],
  people: ['Whose view is missing here, and how do we get it?', 'Was the work shared, and could people rest?'],
  stats: ['What do these numbers leave out?', 'Which of them were measured, and which were estimated later?'],
  supporting: ['Which graph, log or message will help somebody who reads this in a year?'],
};

/** For sections that a team made itself. */
const general: readonly string[] = [
  'What in this part did we not know before?',
  'What did people see and know at the time, and what did we learn only later?',
];

/**
 * Returns questions about a section, most useful first, by its keys (see `canonicalIds`); general ones for titles that only this team
 * uses. Each question comes once.
 */
export function questionsFor(sectionKeys: readonly SectionKey[]): readonly string[] {
  const known: Readonly<Partial<Record<SectionKey, readonly string[]>>> = questions;
  const found = sectionKeys.flatMap((key) => known[key] ?? []);
  return found.length > 0 ? [...new Set(found)] : general;
}
