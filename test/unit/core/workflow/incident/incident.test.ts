import assert from 'node:assert/strict';
import type { CatalogDocument } from '../../../../../src/core/document/document.ts';
import {
  assignRole,
  changeSeverity,
  changeStatus,
  handOver,
  type ChangeContext,
} from '../../../../../src/core/workflow/incident/changes.ts';
import { incidentOf, openIncidents } from '../../../../../src/core/workflow/incident/incident.ts';
import { isAboutTheResponse } from '../../../../../src/core/record/own-entries.ts';
import { commander, rolesOf } from '../../../../../src/core/workflow/incident/roles.ts';
import { suggestUpdate, updateEntry, updateMessage } from '../../../../../src/core/workflow/incident/status-update.ts';
import { applyEdits, type TextEdit } from '../../../../../src/core/text/edit.ts';
import { documentOf } from '../../../support/context.ts';

const text = `---
title: Checkout down
date: 2026-03-01
start_time: 2026-03-01T10:00:00Z
severity: SEV-2
status: investigating
incident_commander: Ada
---

# Checkout down

## Impact

A third of **all** payments
fails.

## Timeline

| Time (UTC) | Event |
| --- | --- |
| 10:05 | Incident declared (Ada) |
`;

function context(document: CatalogDocument = documentOf('postmortem', text)): ChangeContext {
  return { document, expected: [], at: new Date('2026-03-01T10:30:00Z'), author: 'Ada' };
}

/** The lines that a change makes new, and those that it takes away. */
function changed(edits: readonly TextEdit[]): { gone: string[]; added: string[] } {
  const before = text.split('\n');
  const after = applyEdits(text, edits).split('\n');
  return {
    gone: before.filter((line) => !after.includes(line)),
    added: after.filter((line) => !before.includes(line)),
  };
}

describe('incidentOf', () => {
  it('tells the phase and the start of a record whose status is one of an incident', () => {
    const incident = incidentOf(documentOf('postmortem', text));
    assert.equal(incident?.phase, 'investigating');
    assert.equal(incident.started?.toISOString(), '2026-03-01T10:00:00.000Z');
  });

  it('takes the first entry for the start where none is stated, and else the day', () => {
    const without = text.replace(/^start_time.*\n/m, '');
    assert.equal(incidentOf(documentOf('postmortem', without))?.started?.toISOString(), '2026-03-01T10:05:00.000Z');
    const bare = '---\nstatus: Monitoring\ndate: 2026-03-01\n---\n\n# x\n';
    const incident = incidentOf(documentOf('postmortem', bare));
    assert.deepEqual([incident?.phase, incident?.started?.toISOString()], ['mitigated', '2026-03-01T00:00:00.000Z']);
  });

  it('is none for reviews, runbooks and records without a status', () => {
    for (const status of ['draft', 'In Review', 'closed', 'final', '']) {
      assert.equal(incidentOf(documentOf('postmortem', text.replace('investigating', status))), undefined, status);
    }
    assert.equal(incidentOf(documentOf('runbook', text)), undefined);
  });

  for (const base of ['', '||||||| 1a2b3c\nstatus: declared\n']) {
    it(`goes on while a merge conflict is about its status, ${base === '' ? 'without' : 'with'} the common ancestor`, () => {
      const conflicted = (ours: string, theirs: string, eol: string) => {
        const conflict = `<<<<<<< HEAD\nstatus: ${ours}\n${base}=======\nstatus: ${theirs}\n>>>>>>> other\n`;
        const merged = text.replace('status: investigating\n', conflict).replaceAll('\n', eol);
        return incidentOf(documentOf('postmortem', merged));
      };
      for (const eol of ['\n', '\r\n']) {
        const incident = conflicted('mitigated', 'identified', eol);
        assert.deepEqual([incident?.phase, incident?.conflicted], ['mitigated', true]);
        assert.equal(conflicted('resolved', 'identified', eol)?.phase, 'identified');
        assert.equal(conflicted('resolved', 'draft', eol)?.phase, 'resolved');
        assert.equal(conflicted('draft', 'closed', eol), undefined);
      }
    });
  }

  it('lists those that go on, the least understood first, then the newest', () => {
    const of = (path: string, status: string, start: string): CatalogDocument =>
      documentOf('postmortem', text.replace('investigating', status).replace('T10:00', `T${start}`), path);
    const found = openIncidents([
      of('a.md', 'mitigated', '09:00'),
      of('b.md', 'investigating', '08:00'),
      of('c.md', 'resolved', '10:00'),
      of('d.md', 'investigating', '09:30'),
    ]);
    assert.deepEqual(
      found.map(({ document }) => document.path),
      ['d.md', 'b.md', 'a.md'],
    );
  });
});

describe('changes of an incident', () => {
  it('write the field and an entry of the timeline each, and nothing else', () => {
    assert.deepEqual(changed(changeSeverity(context(), 'SEV-1')), {
      gone: ['severity: SEV-2'],
      added: ['severity: SEV-1', '| 10:30 | Severity changed from SEV-2 to SEV-1 (Ada) |'],
    });
    assert.deepEqual(changed(changeStatus(context(), 'identified')), {
      gone: ['status: investigating'],
      added: ['status: identified', '| 10:30 | Status changed from investigating to identified (Ada) |'],
    });
    const [, , scribe] = rolesOf(undefined);
    assert.ok(scribe);
    assert.deepEqual(changed(assignRole(context(), scribe, 'Bob')), {
      gone: [],
      added: ['scribe: Bob', '| 10:30 | Bob takes the role of Scribe (Ada) |'],
    });
    assert.deepEqual(changed(assignRole(context(), commander, 'Bob')), {
      gone: ['incident_commander: Ada'],
      added: ['incident_commander: Bob', '| 10:30 | Bob takes the role of Incident Commander in place of Ada (Ada) |'],
    });
  });

  it('hand over with what is known, in progress and next, leaving out what is not', () => {
    const parts = { to: 'Bob', known: 'The pool is full', inProgress: '', next: 'Fail over at 11:00.' };
    assert.deepEqual(changed(handOver(context(), commander, parts)).added, [
      'incident_commander: Bob',
      '| 10:30 | Incident Commander handed over from Ada to Bob. Known: The pool is full. Next: Fail over at 11:00. (Ada) |',
    ]);
  });

  it("spell the status as the team's configuration, or the record, does", () => {
    const capital = documentOf('postmortem', text.replace('investigating', 'Investigating'));
    assert.match(applyEdits(capital.text, changeStatus(context(capital), 'mitigated')), /^status: Mitigated$/m);
    const own = changeStatus({ ...context(), statuses: ['INVESTIGATING', 'MITIGATED'] }, 'mitigated');
    assert.match(applyEdits(text, own), /^status: MITIGATED$/m);
  });
});

describe('rolesOf', () => {
  it("are the team's where it names some, known by their usual names too", () => {
    const roles = rolesOf(['Incident Lead', 'Züri-Pikett']);
    assert.deepEqual(
      roles.map(({ name, key }) => [name, key]),
      [
        ['Incident Lead', 'incident_commander'],
        ['Züri-Pikett', 'zuri_pikett'],
      ],
    );
    assert.ok(roles[0]?.names.includes('incident commander'));
    assert.equal(rolesOf([]).length, 5);
  });
});

describe('a status update', () => {
  const incident = incidentOf(documentOf('postmortem', text));
  assert.ok(incident);
  const update = { know: 'A third fails', doing: 'Rolling back', need: '', next: '11:00 UTC' };

  it('is suggested from what the record says', () => {
    const known = { know: 'A third of all payments fails.', doing: '', need: '' };
    assert.deepEqual(suggestUpdate(incident), known);
    const more = `${text}| 10:20 | Rolled back (2 of 3) (Ada Example) |\n| 10:25 | Status update: What we know: x (Ada) |\n`;
    const later = incidentOf(documentOf('postmortem', more));
    assert.deepEqual(later && suggestUpdate(later), { ...known, doing: 'Rolled back (2 of 3)' });
  });

  it('is a message for others and an entry for the timeline, without what is empty', () => {
    assert.equal(
      updateMessage(incident, update, new Date('2026-03-01T11:30:00Z')),
      '[SEV-2] Checkout down (investigating, 1 h 30 min)\nWhat we know: A third fails\nWhat we are doing: Rolling back\nNext update: 11:00 UTC',
    );
    assert.equal(
      updateEntry(update),
      'Status update: What we know: A third fails. What we are doing: Rolling back. Next update: 11:00 UTC',
    );
  });
});

describe('isAboutTheResponse', () => {
  it('knows the entries that commands write, and none about the system', () => {
    const [, , scribe] = rolesOf(undefined);
    assert.ok(scribe);
    const parts = { to: 'Bob', known: 'x', inProgress: '', next: '' };
    for (const edits of [
      changeSeverity(context(), 'SEV-1'),
      changeStatus(context(), 'identified'),
      assignRole(context(), scribe, 'Bob'),
      assignRole(context(), commander, 'Bob'),
      handOver(context(), commander, parts),
    ]) {
      const entry = changed(edits)
        .added.find((line) => line.startsWith('| 10:30 |'))
        ?.slice('| 10:30 | '.length);
      assert.ok(entry !== undefined && isAboutTheResponse(entry), entry);
    }
    for (const text of ['Failed over to the replica', 'Disk handed to the database', 'Set the severity of the alert']) {
      assert.ok(!isAboutTheResponse(text), text);
    }
  });
});
