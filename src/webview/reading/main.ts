import { Page } from './page.ts';
import type { FromPage, Kept, Shown } from './protocol.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const api = acquireVsCodeApi();
const root = document.querySelector<HTMLElement>('#root');
if (root !== null) {
  const page = new Page(root, (message) => api.postMessage(message));
  // A view that was hidden or loaded again begins where it was.
  let scroll = api.getState()?.scroll;
  window.addEventListener('message', ({ data }: MessageEvent<Shown>) => {
    if (data.type === 'show') {
      page.show(data);
      if (scroll !== undefined) {
        window.scrollTo(0, scroll);
        scroll = undefined;
      }
      api.setState({ uri: data.uri, scroll: window.scrollY });
    }
  });
  window.addEventListener('scrollend', () => {
    const { uri } = api.getState() ?? {};
    if (uri !== undefined) {
      api.setState({ uri, scroll: window.scrollY });
    }
  });
  api.postMessage({ type: 'ready' });
}
