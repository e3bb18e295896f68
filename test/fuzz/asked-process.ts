import { fork, type ChildProcess } from 'node:child_process';

/** A process that answers questions one at a time, so that one which hangs or breaks does not end the asking. */
export class AskedProcess<Question, Answer> {
  readonly #module: URL;
  readonly #args: readonly string[];
  readonly #limit: number;
  #child: ChildProcess | undefined;

  /**
   * @param module sends an answer to its parent for each message.
   * @param limit how long an answer may take, in milliseconds; the first also waits for the process to start.
   */
  constructor(module: URL, limit: number, args: readonly string[] = []) {
    this.#module = module;
    this.#args = args;
    this.#limit = limit;
  }

  /** The answer; undefined when there is none within the limit, or the process breaks. The next question gets a new process then. */
  async ask(question: Question): Promise<Answer | undefined> {
    const asked = (this.#child ??= fork(this.#module, this.#args));
    return new Promise((resolve) => {
      const end = (answer: Answer | undefined): void => {
        clearTimeout(timer);
        asked.removeAllListeners();
        if (answer === undefined) {
          this.end();
        }
        resolve(answer);
      };
      const timer = setTimeout(() => end(undefined), this.#limit);
      asked.once('message', (answer) => end(answer as Answer));
      asked.once('exit', () => end(undefined));
      asked.send(question as Parameters<ChildProcess['send']>[0]);
    });
  }

  /** Ends the process. */
  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}
