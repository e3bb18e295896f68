// Required by `npm run test:unit` before the tests. Property tests draw the same examples in every run, so that a failure is of the
// change at hand, and few of them, so that the run stays short; `npm run fuzz` goes without this and draws others and more each time.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_260_301, numRuns: 10 });
