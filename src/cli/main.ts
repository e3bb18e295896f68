import { answerTo } from './answers.ts';

// A reader such as head may close the pipe early. That is not an error.
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
    // Set the exit code instead of exiting, so that long output is written completely to a pipe.
    .then((code) => {
      process.exitCode = code;
    });
} else {
  process.stdout.write(answer);
}
