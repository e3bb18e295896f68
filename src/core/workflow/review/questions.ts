import type { PostmortemSection, SectionKey } from '../../vocabulary/section-ids.ts';

/**
 * What a facilitator may ask about each part of a record, by the canonical id of its section. Questions ask what people saw, knew and had
 * at hand, and what the system made easy or hard; never for a person at fault, and never what somebody ought to have done.
 */
const questions: Readonly<Record<PostmortemSection, readonly string[]>> = {
  summary: [
    'If a colleague from another team read only this, what would they take away? Is that what matters most to us?',
    'Which part of the story is missing for those who saw it from the outside?',
  ],
  'what-happened': [
    'How did it look from each seat: what did each of us see first, and what did we take it for?',
    'At which points did our picture of what was going on change, and what changed it?',
    'Which parts of the story do we only know from afterwards?',
  ],
  impact: [
    'Who noticed, and how did it feel to them? What did they do instead?',
    'Which numbers do we have, which are estimates, and what would it take to know better next time?',
    'What was not affected, though we might have expected it? What protected it?',
  ],
  timeline: [
    'Which moments are missing that somebody in this room remembers?',
    'What did the dashboards, alerts and logs show at each turn, and what did we make of that at the time?',
    'Where did we wait, and for what: a person, access, a build, data, an answer?',
    'Which entries look obvious now and did not then?',
  ],
  causes: [
    'Which conditions had to come together? Which of them had been there for a long time?',
    'How does this part of the system usually work, so that on most days the same actions end well?',
    'What made the choices that were made look right with what was known then?',
    'What would have happened if any one of these conditions had been absent?',
    'Where else do the same conditions hold today?',
  ],
  trigger: [
    'What was different at that moment from the many times when nothing happened?',
    'How would we have learned of that change before it had effect?',
  ],
  leadup: [
    'What was going on in the hours and weeks before: changes, deadlines, handovers, absences?',
    'Which signs were there that make sense only now?',
  ],
  fault: [
    'What did we expect this part to do, and where did that expectation come from?',
    'How does what happened differ from the design, the documentation and the tests?',
  ],
  detection: [
    'How did we learn of it: an alert, a customer, a colleague, chance?',
    'What did the dashboards show between the beginning and the moment when it was noticed?',
    'Which signal would have told us earlier, and what would it cost us in noise?',
    'Did the alert say what to do next, and did it reach somebody who could?',
  ],
  response: [
    'Which runbook, dashboard or person did we turn to first, and how did we find it?',
    'What was hard to do or to find out that needs to be easy at three in the morning?',
    'How did we share what we knew, and who heard of it late?',
    'When did we ask for help, and what made that easy or hard?',
  ],
  resolution: [
    'Which options were on the table, and what spoke for the one that was taken?',
    'What did we try that had no effect, and what did that teach us?',
    'How did we know that it was over? What did we check?',
    'What is still in a temporary state because of this?',
  ],
  lessons: [
    'What surprised us about our own system?',
    'What do we know now that the next person on call should know, and where would they look for it?',
    'Which other teams could meet the same?',
  ],
  'went-well': [
    'What worked because somebody prepared it, and what worked because somebody was inventive?',
    'Which of it should we keep, practise or make a habit?',
  ],
  'went-wrong': [
    'What made it slower or harder than it had to be: tools, access, information, noise?',
    'What would have made the right thing the easy thing?',
  ],
  'got-lucky': [
    'What could have made this worse, and what kept it from happening?',
    'What would the same incident look like on a holiday, at peak load, or without the people who were there?',
  ],
  'action-items': [
    'Which of these would have changed the course of this incident, and which a whole class of incidents?',
    'Which of them ask people to be more careful, and what change of the system could take their place?',
    'Who takes it, by when, and where do we follow it? What do we drop so that it gets done?',
    'What do we knowingly leave as it is, and what makes that acceptable?',
  ],
  messaging: [
    'What did people outside the response know, and when? Did it help them?',
    'What did we hold back or say late, and what would have made saying it easier?',
  ],
  people: ['Whose view is missing here, and how do we get it?', 'Was the load shared, and could people rest?'],
  stats: ['What do these numbers leave out?', 'Which of them was measured and which was put together afterwards?'],
  supporting: ['Which graph, log or message would help somebody who reads this in a year?'],
};

/** For sections that a team made itself. */
const general: readonly string[] = [
  'What does this part tell that we did not know before?',
  'What did people here see and know at the time, and what only came out later?',
];

/**
 * Questions about a section, the most useful first, by what its title stands for (see `canonicalIds`); general ones for titles of a
 * team's own. None is asked twice.
 */
export function questionsFor(sectionKeys: readonly SectionKey[]): readonly string[] {
  const known: Readonly<Partial<Record<SectionKey, readonly string[]>>> = questions;
  const found = sectionKeys.flatMap((key) => known[key] ?? []);
  return found.length > 0 ? [...new Set(found)] : general;
}
