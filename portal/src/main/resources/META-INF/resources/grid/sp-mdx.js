// <sp-mdx>: a text area for MDX. Keywords are coloured and a fault is underlined in the text behind it. The server sets
// `text` and calls `fault({line, column, endLine, endColumn})` (counted from 1, ends included) or `fault(null)`; what was
// typed is told by the event `typed` {text}.
const KEYWORDS = /\b(WITH|MEMBER|SET|AS|SELECT|NON|EMPTY|ON|COLUMNS|ROWS|FROM|WHERE|AND|OR|NOT|CASE|WHEN|THEN|ELSE|END|IS|NULL)\b/gi;

class Mdx extends HTMLElement {
  #fault = null;

  constructor() {
    super();
    this.back = document.createElement('pre');
    this.back.setAttribute('aria-hidden', 'true');
    this.area = document.createElement('textarea');
    this.area.spellcheck = false;
    this.area.addEventListener('input', () => {
      this.#fault = null;
      this.#draw();
      clearTimeout(this.telling);
      this.telling = setTimeout(() => this.#tell(), 150);
    });
    this.area.addEventListener('blur', () => this.#tell());
    this.area.addEventListener('scroll', () => this.back.scrollTo(this.area.scrollLeft, this.area.scrollTop));
  }

  connectedCallback() {
    this.replaceChildren(this.back, this.area);
    this.area.setAttribute('aria-label', this.getAttribute('label') ?? '');
  }

  set text(value) {
    this.area.value = value;
    this.#draw();
  }

  get text() {
    return this.area.value;
  }

  fault(region) {
    this.#fault = region;
    this.area.setAttribute('aria-invalid', String(Boolean(region)));
    this.#draw();
    if (region) {
      const at = this.#offset(region.line, region.column);
      this.area.focus();
      this.area.setSelectionRange(at, at);
    }
  }

  #tell() {
    clearTimeout(this.telling);
    this.dispatchEvent(new CustomEvent('typed', { detail: { text: this.area.value } }));
  }

  #offset(line, column) {
    const lines = this.area.value.split('\n');
    return lines.slice(0, line - 1).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  }

  #draw() {
    const text = this.area.value;
    const f = this.#fault;
    const from = f ? Math.min(this.#offset(f.line, f.column), Math.max(0, text.length - 1)) : text.length;
    const to = f ? Math.min(text.length, Math.max(from + 1, this.#offset(f.endLine, f.endColumn) + 1)) : text.length;
    this.back.replaceChildren();
    this.#plain(text.slice(0, from), this.back);
    if (f) {
      const wrong = document.createElement('u');
      this.#plain(text.slice(from, to), wrong);
      this.back.append(wrong);
      this.#plain(text.slice(to), this.back);
    }
    this.back.append('\n');
  }

  #plain(text, into) {
    let at = 0;
    for (const word of text.matchAll(KEYWORDS)) {
      into.append(text.slice(at, word.index));
      const key = document.createElement('i');
      key.textContent = word[0];
      into.append(key);
      at = word.index + word[0].length;
    }
    into.append(text.slice(at));
  }
}

customElements.define('sp-mdx', Mdx);
