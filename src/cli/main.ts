import { answerTo } from './answers.ts';

// A reader that has seen enough, such as head, closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') {
    throw error;
  }
});

const argv = process.argv.slice(2);
const answer = answerTo(argv);
if (answer === undefined) {
  // The commands are a separate bundle, which takes longer to load than all of Node.js.
  void import('./run.ts')
    .then(async ({ run }) =>
      run(argv, {
        out: (text) => void process.stdout.write(text),
        err: (text) => void process.stderr.write(text),
        cwd: process.cwd(),
      }),
    )
    // The exit code is set rather than exited with, so that a long output is written whole into a pipe.
    .then((code) => {
      process.exitCode = code;
    });
} else {
  process.stdout.write(answer);
}
