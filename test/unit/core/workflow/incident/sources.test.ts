import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alertAt } from '../../../../../src/core/workflow/incident/alert-at.ts';
import { serviceNamedIn } from '../../../../../src/core/workflow/incident/named-service.ts';
import { relativeLink } from '../../../../../src/core/workflow/incident/source-link.ts';
import { anyText } from '../../../support/markdown.ts';

const rules = `groups:
  - name: parcel
    rules:
      - alert: ParcelApiDown
        expr: up == 0
        labels:
          severity: page
          service: parcel-api
      - record: x
        expr: y
      - alert: Other
        expr: z
`;

describe('alertAt', () => {
  it('finds the alert that a line belongs to, with its service', () => {
    assert.deepEqual(alertAt(rules, 4), { name: 'ParcelApiDown', service: 'parcel-api', line: 3 });
    assert.deepEqual(alertAt(rules, 11), { name: 'Other', line: 10 });
    assert.equal(alertAt(rules, 8), undefined);
    assert.equal(alertAt(rules, 0), undefined);
  });

  it('never fails', () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), (text, line) => {
        const found = alertAt(text, line);
        assert.ok(found === undefined || text.includes('alert'));
      }),
    );
  });
});

describe('relativeLink', () => {
  it('leads from one file to another, whatever they are called', () => {
    assert.equal(relativeLink('a/b/x.md', 'a/c/y z.md', 'Y [1]', 12), '[Y \\[1\\]](../c/y%20z.md#L12)');
    assert.equal(relativeLink('x.md', 'y (1).md', 'Y'), '[Y](y%20%281%29.md)');
    assert.equal(relativeLink('a/x.md', 'a/y.md', 'Y'), '[Y](y.md)');
  });
});

describe('serviceNamedIn', () => {
  it('finds the longest name that a title has as words', () => {
    assert.equal(serviceNamedIn('Parcel API answers 500', ['parcel', 'parcel-api', 'api-x']), 'parcel-api');
    assert.equal(serviceNamedIn('The parcels are late', ['parcel']), undefined);
    assert.equal(serviceNamedIn('x', []), undefined);
  });
});
