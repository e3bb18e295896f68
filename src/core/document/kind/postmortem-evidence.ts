import { once } from '../../util/memo.ts';
import { anywhere, plain } from '../../vocabulary/words.ts';
import { postmortemFolder, runbookFolder } from './folders.ts';
import { sectionEvidence } from './section-evidence.ts';
import { hasBelow, isStatedKind, nearestFolder, postmortemGroup, type Evidence, type Subject } from './subject.ts';
import { incidentTitle, postmortemTitle } from './titles.ts';

const recordName = /^(?:pm|inc|incident|rca|coe|sev)[- _]?\d/i;
const date = /\b\d{4} \d{2} \d{2}\b|\b20\d{6}\b/;

/** A day as titles name it: "the outage of March 4", "4 March 2023". */
const spokenDate = once(() => {
  const { spaced } = plain(({ time }) => time.months.toLowerCase().replaceAll(',', '|'));
  const of = anywhere(plain(({ time }) => time.of));
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:${spaced}) \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:${of} )?(?:${spaced}))(?![\\p{L}\\p{N}])`,
    'u',
  );
});

/** Yields the evidence that a document is a postmortem. */
export function* postmortemEvidence(subject: Subject): Generator<Evidence> {
  const { document, prose } = subject;
  yield* byFolder(subject);
  yield* byTitle(subject);
  yield* sectionEvidence('postmortem', document);
  if (document.signals.timelineEntries >= 3) {
    yield { id: 'timeline', weight: 2, reason: `it has a timeline with ${document.signals.timelineEntries} entries` };
  }
  if (prose.accounts >= 3) {
    yield { id: 'accounts', weight: prose.accounts >= 5 ? 1.5 : 0.75, reason: 'it describes what happened' };
  }
  yield* byFrontMatter(subject);
}

function* byFolder({ folders }: Subject): Generator<Evidence> {
  const folder = nearestFolder(folders, postmortemFolder());
  if (folder !== undefined && !hasBelow(folders, folder, runbookFolder())) {
    yield { id: 'folder', weight: 3, reason: `it is in ${folder}/` };
  }
}

function* byTitle({ title, name, stem }: Subject): Generator<Evidence> {
  if (recordName.test(stem)) {
    yield { id: 'recordName', weight: 2, reason: 'its file name is a record number' };
  } else if (date.test(name) || date.test(title)) {
    yield { id: 'date', weight: 1, reason: 'its name has a date' };
  }
  if (postmortemTitle().test(title) || postmortemTitle().test(name)) {
    yield { id: 'title', weight: 2.5, reason: 'its title says so' };
  } else if (incidentTitle().test(title) || incidentTitle().test(name)) {
    yield {
      id: 'incidentTitle',
      weight: spokenDate().test(title) || date.test(title) ? 2 : 1,
      reason: 'its title is about an incident',
    };
  }
}

function* byFrontMatter({ stated }: Subject): Generator<Evidence> {
  const keys = [...stated.keys()];
  if (
    keys.some((key) => /^(?:start|end|started|resolved|detected|mitigated)[_-]?(?:time|at)?$/.test(key)) ||
    (keys.includes('severity') && keys.includes('date'))
  ) {
    yield { id: 'frontMatter', weight: 1.5, reason: 'its front matter describes an incident' };
  }
  if (isStatedKind(stated, postmortemGroup)) {
    yield { id: 'stated', weight: 2, reason: 'its front matter says that it is a postmortem' };
  }
}
