// Property tests draw the same examples in every run of `npm run test:unit`, so that a failure is of the change at hand;
// `npm run fuzz` draws others each time.
import fc from 'fast-check';

fc.configureGlobal({ seed: 20_260_301 });
