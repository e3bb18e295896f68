import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { poll } from '../../support/poll.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

/** The process ids of the extension hosts that a VS Code server has started and that run. */
export async function extensionHosts(serverPid: number): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, parent] = /^\s*(\d+)\s+(\d+)\s.*--type=extensionHost\b/.exec(line) ?? [];
    return Number(parent) === serverPid ? [Number(pid)] : [];
  });
}

/** The process in which a window's extensions run. As long as it is used, no other window opens or crashes. */
export class ExtensionHost {
  readonly #session: Session;
  readonly #workbench: Workbench;
  /** The hosts of other windows, and those of this one that came before `#pid`. */
  readonly #others: number[];
  #pid = 0;

  private constructor(session: Session, workbench: Workbench, others: readonly number[]) {
    this.#session = session;
    this.#workbench = workbench;
    this.#others = [...others];
  }

  /** Opens a window and finds its extension host. */
  static async opening(session: Session, open: () => Promise<Workbench>): Promise<[Workbench, ExtensionHost]> {
    const others = await session.extensionHosts();
    const workbench = await open();
    const host = new ExtensionHost(session, workbench, others);
    await host.#started();
    return [workbench, host];
  }

  /** Ends the process at once, as a crash would: it can finish nothing. `restarted` has to follow. */
  kill(): void {
    process.kill(this.#pid, 'SIGKILL');
  }

  /** Waits until VS Code has started another process; it does so by itself a few times, and then when it is told to. */
  async restarted(): Promise<void> {
    this.#others.push(this.#pid);
    await this.#started();
  }

  async #started(): Promise<void> {
    const restart = this.#workbench.page.getByRole('button', { name: /^Restart (?:Remote )?Extension Host$/ });
    const [pid = 0] = await poll(
      async () => {
        const found = (await this.#session.extensionHosts()).filter((each) => !this.#others.includes(each));
        if (found.length === 0 && (await restart.isVisible())) {
          await restart.click();
        }
        return found;
      },
      (found) => found.length > 0,
      'an extension host',
    );
    this.#pid = pid;
  }
}
