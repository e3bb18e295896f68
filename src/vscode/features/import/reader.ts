// A separate bundle, with the CSV library: it is used rarely.
export { readThread } from '../../../core/index.ts';
