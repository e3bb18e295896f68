import { commandActions, type CommandAction, type FromPage, type Shown } from './protocol.ts';
import { sanitised } from './sanitise.ts';

/** The keys for what can be done with a command. */
const letters: Readonly<Record<CommandAction, string>> = { copy: 'c', fill: 'f', send: 's', log: 'l' };

/** The page: shows a document, and tells the extension what the user asks for. */
export class Page {
  readonly #root: HTMLElement;
  readonly #post: (message: FromPage) => void;
  #shown: Shown | undefined;

  constructor(root: HTMLElement, post: (message: FromPage) => void) {
    this.#root = root;
    this.#post = post;
    root.addEventListener('click', (event) => this.#clicked(event));
    root.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('a[role=link]')) {
        this.#clicked(event);
      }
    });
    root.ownerDocument.addEventListener('keydown', (event) => this.#pressed(event));
    root.addEventListener('change', ({ target }) => {
      const key = target instanceof HTMLInputElement ? target.dataset['key'] : undefined;
      if (key !== undefined) {
        const { checked } = target as HTMLInputElement;
        (target as HTMLInputElement).closest('li')?.classList.toggle('done', checked);
        post({ type: 'step', key, done: checked, left: this.#progress() });
      }
    });
  }

  /** Shows a document. The place that is read, and what has the focus, stay. */
  show(shown: Shown): void {
    const before = this.#shown;
    this.#shown = shown;
    if (before?.html === shown.html && before.mark === shown.mark && before.incident === shown.incident) {
      this.#check(shown.done);
      return;
    }
    const { scrollX, scrollY } = window;
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['focus'] : undefined;
    const content = sanitised(shown.html);
    this.#links(content);
    this.#commands(content, shown);
    this.#steps(content, shown);
    const main = document.createElement('main');
    main.append(content);
    this.#root.replaceChildren(this.#bar(shown), main);
    this.#progress();
    if (focused !== undefined) {
      [...this.#root.querySelectorAll<HTMLElement>('[data-focus]')]
        .find(({ dataset }) => dataset['focus'] === focused)
        ?.focus({ preventScroll: true });
    }
    window.scrollTo(scrollX, scrollY);
  }

  /** Checks the steps that are done, and no others. */
  #check(done: readonly string[]): void {
    for (const box of this.#root.querySelectorAll<HTMLInputElement>('input[data-key]')) {
      box.checked = done.includes(box.dataset['key'] ?? '');
      box.closest('li')?.classList.toggle('done', box.checked);
    }
    this.#progress();
  }

  #bar({ texts }: Shown): HTMLElement {
    const bar = document.createElement('header');
    const progress = document.createElement('span');
    progress.className = 'progress';
    progress.setAttribute('role', 'status');
    const reset = document.createElement('button');
    reset.type = 'button';
    reset.className = 'reset';
    reset.textContent = texts.reset;
    reset.dataset['focus'] = 'reset';
    bar.append(progress, reset);
    bar.hidden = true;
    return bar;
  }

  /** Shows how many steps are done. Returns how many are not. */
  #progress(): number {
    const boxes = [...this.#root.querySelectorAll<HTMLInputElement>('input[data-key]')];
    const done = boxes.filter(({ checked }) => checked).length;
    const bar = this.#root.querySelector<HTMLElement>('header');
    const text = this.#root.querySelector('.progress');
    if (bar !== null && text !== null && this.#shown !== undefined) {
      bar.hidden = boxes.length === 0;
      text.textContent = this.#shown.texts.progress.replace('{0}', String(done)).replace('{1}', String(boxes.length));
      const reset = bar.querySelector('button');
      if (reset !== null) {
        reset.hidden = done === 0;
      }
    }
    return boxes.length - done;
  }

  #links(content: DocumentFragment): void {
    for (const link of content.querySelectorAll('a')) {
      const href = link.dataset['href'] ?? '';
      // The sanitiser drops what it does not know to be safe, such as `javascript:`.
      if (href !== '' && (/^(?:https?:\/\/|#)/i.test(href) || !/^[\w+.-]*:|^\/\//.test(href))) {
        link.setAttribute('role', 'link');
        link.tabIndex = 0;
        link.title = href;
        link.dataset['focus'] = `link ${href} ${link.textContent}`;
      } else {
        link.replaceWith(...link.childNodes);
      }
    }
    for (const heading of content.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
      heading.setAttribute('data-anchor', anchorOf(heading.textContent));
    }
    for (const wide of content.querySelectorAll<HTMLElement>('pre')) {
      wide.tabIndex = 0;
      wide.dataset['focus'] = `text ${wide.textContent}`;
    }
  }

  #commands(content: DocumentFragment, { mark, texts, incident }: Shown): void {
    for (const command of content.querySelectorAll<HTMLElement>('div[data-line]')) {
      const line = Number(command.dataset['line']);
      if (command.dataset['mark'] !== mark || !Number.isSafeInteger(line)) {
        continue;
      }
      const can = new Set<string>(['copy', ...(command.dataset['can'] ?? '').split(' '), ...(incident ? ['log'] : [])]);
      const code = command.textContent;
      const actions = document.createElement('div');
      actions.className = 'actions';
      actions.setAttribute('role', 'group');
      actions.setAttribute('aria-label', code);
      const { danger } = command.dataset;
      for (const action of commandActions.filter((each) => can.has(each))) {
        const button = document.createElement('button');
        button.type = 'button';
        button.dataset['action'] = action;
        button.dataset['line'] = String(line);
        button.dataset['focus'] = `${action} ${code}`;
        button.textContent = texts[action];
        button.title = `${texts[action]} (${letters[action].toUpperCase()})`;
        button.setAttribute('aria-keyshortcuts', letters[action]);
        if (action === 'send' && danger !== undefined) {
          button.classList.add('danger');
          button.title = `${texts.danger.replace('{0}', danger)} (${letters.send.toUpperCase()})`;
        }
        actions.append(button);
      }
      command.append(actions);
    }
  }

  #steps(content: DocumentFragment, { mark, texts, done }: Shown): void {
    const known = new Set(done);
    for (const item of content.querySelectorAll<HTMLElement>('li[data-step]')) {
      const key = item.dataset['step'] ?? '';
      if (item.dataset['mark'] !== mark) {
        continue;
      }
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.dataset['key'] = key;
      box.dataset['focus'] = `step ${key}`;
      box.setAttribute('aria-label', texts.step.replace('{0}', key.slice(key.indexOf(' ') + 1)));
      box.checked = known.has(key);
      item.classList.add('step');
      item.classList.toggle('done', box.checked);
      item.prepend(box);
    }
  }

  #clicked(event: Event): void {
    const target = event.target instanceof Element ? event.target : undefined;
    const button = target?.closest<HTMLElement>('button');
    if (button?.className === 'reset') {
      this.#post({ type: 'reset' });
      return;
    }
    if (button !== undefined && button !== null && button.dataset['action'] !== undefined) {
      this.#act(button, event);
      return;
    }
    const href = target?.closest<HTMLElement>('a[role=link]')?.dataset['href'];
    if (href !== undefined && event.isTrusted) {
      event.preventDefault();
      if (href.startsWith('#')) {
        this.#goTo(href.slice(1));
      } else {
        this.#post({ type: 'link', href });
      }
    }
  }

  /** Does what a button says. Only clicks and keys of the user count: nothing in the page makes them. */
  #act(button: HTMLElement, event: Event): void {
    if (!event.isTrusted) {
      return;
    }
    const action = button.dataset['action'] as CommandAction;
    this.#post({ type: 'command', action, line: Number(button.dataset['line']) });
    if (action === 'copy' && this.#shown !== undefined) {
      const { copy, copied } = this.#shown.texts;
      button.textContent = copied;
      setTimeout(() => {
        button.textContent = copy;
      }, 1500);
    }
  }

  /** Alt and an arrow key lead from command to command. Letters stand for the buttons of the one that has the focus. */
  #pressed(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : undefined;
    if (event.altKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.#toCommand(event.key === 'ArrowDown', target);
      return;
    }
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.repeat;
    const action = isPlain ? commandActions.find((each) => letters[each] === event.key) : undefined;
    const group = target?.closest('.actions');
    const button = action && group?.querySelector<HTMLElement>(`button[data-action="${action}"]`);
    if (button !== undefined && button !== null) {
      event.preventDefault();
      button.focus();
      this.#act(button, event);
    }
  }

  /** Moves the focus to the next command, or the one before: from where it is, else from what is in sight. */
  #toCommand(isForward: boolean, from: Element | undefined): void {
    const groups = [...this.#root.querySelectorAll<HTMLElement>('.actions')];
    const here = groups.findIndex((group) => from !== undefined && group.contains(from));
    const inSight = groups.findIndex((group) => group.getBoundingClientRect().bottom > 0);
    const start = here >= 0 ? here + (isForward ? 1 : -1) : inSight;
    groups[start]?.querySelector('button')?.focus();
  }

  #goTo(fragment: string): void {
    const heading = [...this.#root.querySelectorAll<HTMLElement>('[data-anchor]')].find(
      ({ dataset }) => dataset['anchor'] === fragment.toLowerCase(),
    );
    heading?.scrollIntoView();
  }
}

function anchorOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
