import { spawn } from 'node:child_process';

/** Whether this session can show windows. */
export function hasDesktop(): boolean {
  const { env, platform } = process;
  return platform !== 'linux' || Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/** Opens an address in the user's browser. Without a browser it does nothing: the address is printed too. */
export function openInBrowser(address: string): void {
  if (!hasDesktop()) {
    return;
  }
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(command, [address], { detached: true, stdio: 'ignore' });
  child.on('error', () => console.log('Open the address in your browser.'));
  child.unref();
}
