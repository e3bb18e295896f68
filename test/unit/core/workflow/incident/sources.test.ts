import assert from 'node:assert/strict';
import { serviceNamedIn } from '../../../../../src/core/workflow/incident/named-service.ts';
import { relativeLink } from '../../../../../src/core/workflow/incident/source-link.ts';

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
