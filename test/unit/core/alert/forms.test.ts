import assert from 'node:assert/strict';
import { loadAlerts } from '../../../../src/core/index.ts';
import { forms, jsonnetTexts, readFixture } from './forms.ts';

const leastFixtures = 5;

describe('alerts, by the form of their rules', () => {
  for (const [form, fixtures] of Object.entries(forms)) {
    it(form, async () => {
      for (const fixture of fixtures) {
        const { found, wanted } = await readFixture(fixture);
        assert.deepEqual(found, wanted, fixture.rule);
      }
      assert.ok(fixtures.length >= leastFixtures);
    });
  }

  it('13. Jsonnet: counted and named', async () => {
    const { readAlerts } = await loadAlerts();
    for (const [text, alerts] of jsonnetTexts) {
      assert.deepEqual(
        readAlerts('mixin/alerts.libsonnet', text)?.unreadable,
        { reason: 'it is Jsonnet', alerts },
        text,
      );
    }
    assert.ok(jsonnetTexts.length >= leastFixtures);
    assert.equal(readAlerts('mixin/config.libsonnet', "{ _config+:: { a: 'b' } }"), undefined);
  });
});
