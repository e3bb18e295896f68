import assert from 'node:assert/strict';
import { impossibleTime, typedEntry } from '../../../../../src/core/workflow/incident/entry-time.ts';

const now = new Date('2026-03-29T00:10:30Z');
const typed = (text: string, zone = 'UTC'): string => {
  const { at, text: rest, timed } = typedEntry(text, now, zone);
  return `${at.toISOString().slice(0, 19)} ${timed ? 'said' : 'now'} ${rest}`;
};

describe('typedEntry', () => {
  it('is of now where the text does not begin with a time', () => {
    assert.equal(typed('  Rolled back  '), '2026-03-29T00:10:30 now Rolled back');
    assert.equal(typed('503 errors at 10:20'), '2026-03-29T00:10:30 now 503 errors at 10:20');
    assert.equal(typed('2 of 3 instances are down'), '2026-03-29T00:10:30 now 2 of 3 instances are down');
    assert.equal(typed('10:20'), '2026-03-29T00:10:30 now 10:20');
    assert.equal(typed('-5 instances left'), '2026-03-29T00:10:30 now -5 instances left');
  });

  it('is of the last time that clocks showed what it begins with', () => {
    assert.equal(typed('00:05 paged'), '2026-03-29T00:05:00 said paged');
    assert.equal(typed('23:50: paged'), '2026-03-28T23:50:00 said paged');
    assert.equal(typed('2026-03-27 08:00 – paged'), '2026-03-27T08:00:00 said paged');
    // A clock may be a little ahead of this one.
    assert.equal(typed('00:12 paged'), '2026-03-29T00:12:00 said paged');
  });

  it('reads it in the zone of the record, or in its own', () => {
    assert.equal(typed('01:05 paged', 'Europe/Berlin'), '2026-03-29T00:05:00 said paged');
    assert.equal(typed('00:50 paged', 'Europe/Berlin'), '2026-03-28T23:50:00 said paged');
    assert.equal(typed('00:05 UTC paged', 'Europe/Berlin'), '2026-03-29T00:05:00 said paged');
  });

  it('understands how long ago', () => {
    assert.equal(typed('-10m paged'), '2026-03-29T00:00:30 said paged');
    assert.equal(typed('-2 h first complaints'), '2026-03-28T22:10:30 said first complaints');
  });

  it('understands days and lengths of time in words', () => {
    assert.equal(typed('2h ago first complaints'), '2026-03-28T22:10:30 said first complaints');
    assert.equal(typed('an hour ago: deployed'), '2026-03-28T23:10:30 said deployed');
    assert.equal(typed('yesterday 23:10 deployed'), '2026-03-28T23:10:00 said deployed');
  });

  it('takes no other sentence for a time', () => {
    for (const text of [
      "yesterday's deploy is suspected",
      'yesterday we changed it',
      'now rolling back',
      'in 2 hours the vendor calls',
      '1 hour later it was back',
      '2h ago',
    ]) {
      assert.equal(typed(text), `2026-03-29T00:10:30 now ${text}`);
    }
  });
});

describe('impossibleTime', () => {
  it('is the time or day at the start that does not exist', () => {
    assert.equal(impossibleTime('25:99 nonsense'), '25:99');
    assert.equal(impossibleTime('14:75'), '14:75');
    assert.equal(impossibleTime('2026-13-40 25:00 paged'), '2026-13-40');
    assert.equal(impossibleTime('2026-03-01 25:00 paged'), '2026-03-01 25:00');
  });

  it('is nothing in a text that only begins with numbers', () => {
    for (const text of [
      '503s are back',
      '14:05 paged',
      '2 of 3 instances',
      '12.75 ms',
      '2026-03-01 paged',
      '1:1 with Ada',
    ]) {
      assert.equal(impossibleTime(text), undefined, text);
    }
  });
});
