// The formats that services read, as one bundle that loads on first use.
export { toGithub } from './github.ts';
export { toJunit } from './junit.ts';
export { toSarif } from './sarif.ts';
