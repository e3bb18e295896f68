import { run } from './run.ts';

// The exit code is set rather than exited with, so that a long output is written whole into a pipe.
void run(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  cwd: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
