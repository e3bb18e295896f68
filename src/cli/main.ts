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
  void runCommand();
} else {
  process.stdout.write(answer);
}

/** Runs a command. The commands are a separate bundle, which takes longer to load than all of Node.js. */
async function runCommand(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  // V8 compiles each pattern twice: first to bytecode, then to machine code. For patterns with many words the first takes longer.
  setFlagsFromString('--no-regexp-tier-up');
  const { run } = await import('./run.ts');
  // Set the exit code instead of exiting, so that long output is written completely to a pipe.
  process.exitCode = await run(argv, {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    cwd: process.cwd(),
  });
}
