// <sp-grid>: the pivot's grid. The server calls `show(model)` (heads of the columns, counts), then `put(version, tiles)`
// for what comes into sight; the element draws only that, and keeps rows that stay in sight. Events: `tiles` {keys},
// `toggle` {hierarchy, member}, `cell` {row, column}, `range` {top, left, bottom, right}, `clip` (the same, to copy what
// is not here), `copied` (the same, of what was), `head` {column}, `menu` {at, marked, x, y}.
import { HEAD, ROW, cornerOf, el, ordered, sheet } from './grid-style.js';
import { Tiles } from './grid-tiles.js';
import { Columns } from './grid-columns.js';
import { drawn } from './grid-cell.js';
import { asCell, asked, moves } from './grid-keys.js';

const SPARE_ROWS = 8; // drawn beyond the visible ones
const SPARE_WIDTH = 160;
const INDENT = 16; // of a head inside a group that is no column
const AHEAD = 100; // rows asked for beyond the visible ones
const FONTS = ['400 13px Inter', '600 13px Inter'];
const SECOND_CLICK = 250;

class Grid extends HTMLElement {
  #model = null;
  #tiles = new Tiles();
  #columns = new Columns();
  #live = new Map(); // row index -> drawn row
  #drawn = null; // columns drawn
  #active = { row: 0, column: 0 };
  #anchor = null;
  #frame = 0;
  #asking = 0;
  #telling = 0;
  #sorting = 0;
  #pressed = null; // head under the pointer as it went down

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    this.scroller = el('div', 'scroll');
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute('role', 'grid');
    this.scroller.setAttribute('aria-multiselectable', 'true');
    this.size = el('div', 'size');
    this.size.setAttribute('role', 'presentation');
    this.head = el('div', 'head');
    this.head.setAttribute('role', 'rowgroup');
    this.body = el('div', 'space');
    this.body.setAttribute('role', 'rowgroup');
    this.foot = el('div', 'foot');
    this.foot.setAttribute('role', 'rowgroup');
    this.size.append(this.head, this.body, this.foot);
    this.scroller.append(this.size);
    root.append(this.scroller);
    const on = (name, listener) => this.scroller.addEventListener(name, listener);
    on('scroll', () => this.#plan());
    on('keydown', (e) => this.#key(e));
    on('copy', (e) => this.#copy(e));
    on('mousedown', (e) => this.#press(e));
    on('mousemove', (e) => e.buttons === 1 && this.#drag(e));
    on('contextmenu', (e) => this.#menu(e));
    on('mouseup', (e) => this.#sort(e));
    on('dblclick', (e) => this.#open(e.target.closest('[data-member]')));
    new ResizeObserver(() => this.#plan()).observe(this);
  }

  connectedCallback() {
    this.#fit();
  }

  /** Widths follow the real font; where it comes after the first rows, they are drawn anew. */
  async #fit() {
    if (FONTS.every((font) => document.fonts.check(font))) return;
    await Promise.all(FONTS.map((font) => document.fonts.load(font)));
    if (this.#model && this.isConnected) this.#measure();
  }

  #measure() {
    this.#columns.measure(this.#model, getComputedStyle(this).fontFamily);
    this.#clear();
    this.#plan();
  }

  /** Called by the server with another result. */
  show(model) {
    const keep = this.#model && model.keep && this.#active.row < model.rowCount && this.#active.column < model.columnCount;
    this.#model = model;
    this.#tiles = new Tiles();
    model.tiles.forEach((tile) => this.#tiles.put(tile));
    if (!keep) {
      this.#active = { row: 0, column: 0 };
      this.#columns.forget();
      this.scroller.scrollTo(0, 0);
    }
    this.#anchor = null;
    this.scroller.setAttribute('aria-rowcount', model.rowCount + model.heads.length);
    this.scroller.setAttribute('aria-colcount', model.columnCount + model.headColumns.length);
    this.scroller.setAttribute('aria-label', model.label);
    this.head.classList.toggle('sortable', model.sortable);
    this.#columns.measure(model, getComputedStyle(this).fontFamily);
    this.#clear();
    this.#draw();
    this.#fit();
    this.dispatchEvent(new CustomEvent('shown'));
  }

  get model() {
    return this.#model;
  }

  /** Called by the server with tiles of the current model. */
  put(version, tiles) {
    if (!this.#model || this.#model.version !== version) return;
    tiles.forEach((tile) => this.#tiles.put(tile));
    for (const [index, row] of this.#live) if (row.waits) this.#remove(index);
    this.#draw();
  }

  /** Called by the server with what could not be copied from here. */
  clipboard(text) {
    navigator.clipboard?.writeText(text);
  }

  /** Called by the server when a menu closes. */
  takeFocus() {
    this.scroller.focus();
  }

  /** Called by the server: makes a cell the active one, without telling back. */
  choose(version, row, column) {
    if (this.#model?.version === version) this.#move(row, column, false);
  }

  #clear() {
    for (const index of [...this.#live.keys()]) this.#remove(index);
    this.#drawn = null;
  }

  #remove(index) {
    this.#live.get(index).element.remove();
    this.#live.delete(index);
  }

  #plan() {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => { this.#frame = 0; this.#draw(); });
  }

  #draw() {
    const m = this.#model;
    const some = m && m.rowCount > 0 && m.columnCount > 0;
    this.size.hidden = !some;
    if (!some) return;
    const s = this.scroller;
    const head = m.heads.length * HEAD;
    const bodyRows = m.rowCount - m.foot;
    this.size.style.width = `${this.#columns.xs[m.columnCount]}px`;
    this.size.style.height = `${head + m.rowCount * ROW}px`;
    this.head.style.height = `${head}px`;
    this.foot.style.height = `${m.foot * ROW}px`;
    const top = Math.max(0, Math.floor(s.scrollTop / ROW));
    const bottom = Math.min(bodyRows - 1, Math.ceil((s.scrollTop + s.clientHeight - head) / ROW));
    const x = s.scrollLeft + this.#columns.head;
    const [first, last] = this.#columns.between(x - SPARE_WIDTH, s.scrollLeft + s.clientWidth + SPARE_WIDTH);
    const same = this.#drawn && this.#drawn.first === first && this.#drawn.last === last;
    if (!same) this.#drawHead(first, last);
    const from = Math.max(0, top - SPARE_ROWS);
    const to = Math.min(bodyRows - 1, bottom + SPARE_ROWS);
    for (const index of [...this.#live.keys()]) {
      if ((index < from || index > to) && index < bodyRows) this.#remove(index);
    }
    if (this.#drawn && this.#drawn.top !== top) {
      for (const index of [this.#drawn.top, top]) this.#live.get(index)?.head && this.#headsOf(this.#live.get(index), index, top);
    }
    for (let row = from; row <= to; row++) this.#drawRow(row, top, first, last, head + row * ROW, this.body);
    for (let row = bodyRows; row < m.rowCount; row++) this.#drawRow(row, bodyRows, first, last, (row - bodyRows) * ROW, this.foot);
    this.#drawn = { first, last, top };
    this.#mark();
    this.#ask(top, bottom, first, last);
  }

  #drawRow(index, top, first, last, y, into) {
    let row = this.#live.get(index);
    if (!row) {
      row = { element: el('div', 'row'), cells: new Map(), head: null, waits: false };
      row.element.style.top = `${y}px`;
      row.element.setAttribute('role', 'row');
      row.element.setAttribute('aria-rowindex', this.#model.heads.length + index + 1);
      this.#headsOf(row, index, top);
      this.#live.set(index, row);
      into.append(row.element);
    }
    for (const [column, cell] of row.cells) {
      if (column < first || column > last) {
        cell.remove();
        row.cells.delete(column);
      }
    }
    for (let column = first; column <= last; column++) {
      if (!row.cells.has(column)) {
        const data = this.#tiles.cell(index, column);
        if (!data) row.waits = true;
        const cell = drawn(this.#model, this.#columns.xs, index, column, data);
        row.cells.set(column, cell);
        row.element.append(cell);
      }
    }
  }

  #drawHead(first, last) {
    const m = this.#model;
    const { xs, head: headWidth } = this.#columns;
    const corner = cornerOf(m, this.#columns);
    const lines = m.heads.map((line, level) => {
      const group = el('div');
      group.setAttribute('role', 'row');
      group.setAttribute('aria-rowindex', level + 1);
      for (const h of line) {
        if (h.c + h.n <= first || h.c > last) continue;
        const leaf = level + h.s === m.heads.length;
        const width = xs[h.c + h.n] - xs[h.c];
        const cell = el('div', `ch ${leaf && h.n === 1 && m.heads.length > 1 ? 'leaf' : 'group'}${m.columns[h.c].g ? ' start' : ''}${m.columns[h.c].k === 't' ? ' total' : ''}`);
        cell.style.cssText = `left:${xs[h.c]}px;width:${width}px;top:${level * HEAD}px;height:${h.s * HEAD}px`;
        if (h.s > 1) cell.style.lineHeight = `${h.s * HEAD - 1}px`;
        cell.setAttribute('role', 'columnheader');
        cell.setAttribute('aria-colindex', m.headColumns.length + h.c + 1);
        cell.column = h.c;
        cell.level = level;
        if (h.n > 1) cell.setAttribute('aria-colspan', h.n);
        this.#label(cell, h);
        if (width > this.scroller.clientWidth - headWidth) {
          cell.classList.add('far');
          cell.lastChild.style.left = `${headWidth + 8}px`;
        }
        if (h.n === 1) {
          cell.head = h.c;
          cell.classList.add('sorts');
          if (leaf) ordered(cell, m.columns[h.c]);
          cell.append(el('span', 'grip'));
        }
        group.append(cell);
      }
      return group;
    });
    lines.at(-1)?.append(corner);
    this.head.replaceChildren(...lines);
  }

  #label(cell, h) {
    cell.title = h.t;
    if (h.b) {
      const box = el('button', 'box', h.b === 'o' ? '−' : '+');
      box.tabIndex = -1;
      box.setAttribute('aria-label', `${h.b === 'o' ? this.#model.texts.close : this.#model.texts.open} ${h.t}`);
      box.setAttribute('aria-expanded', String(h.b === 'o'));
      box.dataset.box = '1';
      cell.append(box);
      cell.setAttribute('aria-expanded', String(h.b === 'o'));
    }
    if (h.m) {
      if (h.b) cell.dataset.member = h.m;
      cell.dataset.hierarchy = h.y;
    }
    cell.append(el('span', 't', h.t));
  }

  /** The heads of a row; a head over many rows is labelled in the topmost of them in sight. */
  #headsOf(row, index, top) {
    const data = this.#tiles.row(index);
    row.element.className = `row${data ? { d: '', s: ' sub', t: ' tot' }[data.k] : ''}`;
    const heads = el('div', 'heads');
    heads.style.width = `${this.#columns.head}px`;
    heads.setAttribute('role', 'presentation');
    if (!data) {
      row.waits = true;
      const wait = el('div', 'h end wait', '…');
      wait.setAttribute('role', 'rowheader');
      wait.style.cssText = `left:0;width:${this.#columns.head}px`;
      heads.append(wait);
    }
    for (const h of data?.h ?? []) {
      const cell = el('div', `h${index === h.f + h.r - 1 ? ' end' : ''}${h.g ? ' strong' : ''}`);
      cell.style.cssText = `left:${this.#columns.headLeft(h.c)}px;width:${this.#columns.headWidth(h.c, h.n)}px`;
      cell.setAttribute('role', 'rowheader');
      cell.setAttribute('aria-colindex', h.c + 1);
      if (h.r > 1) cell.setAttribute('aria-rowspan', h.r);
      cell.row = index;
      cell.level = h.v ?? h.c;
      if (h.i) cell.style.paddingLeft = `${8 + h.i * INDENT}px`;
      if (index === h.f || index === top) this.#label(cell, h);
      else cell.setAttribute('aria-label', h.t);
      heads.append(cell);
    }
    if (row.head) row.head.replaceWith(heads);
    else row.element.append(heads);
    row.head = heads;
  }

  /** Shows the active cell and the range on what is drawn. */
  #mark() {
    const { row: r, column: c } = this.#active;
    const range = this.#anchor && this.#range();
    let shown = false;
    for (const [index, row] of this.#live) {
      for (const [column, cell] of row.cells) {
        const active = index === r && column === c;
        const chosen = active || Boolean(range && index >= range.top && index <= range.bottom && column >= range.left && column <= range.right);
        shown ||= active;
        cell.id = active ? 'active' : '';
        cell.classList.toggle('active', active);
        cell.classList.toggle('range', chosen && Boolean(range));
        if (chosen) cell.setAttribute('aria-selected', 'true');
        else cell.removeAttribute('aria-selected');
      }
    }
    if (shown) this.scroller.setAttribute('aria-activedescendant', 'active');
    else this.scroller.removeAttribute('aria-activedescendant');
  }

  #range() {
    const a = this.#anchor ?? this.#active;
    const { row, column } = this.#active;
    return { top: Math.min(a.row, row), bottom: Math.max(a.row, row), left: Math.min(a.column, column), right: Math.max(a.column, column) };
  }

  #ask(top, bottom, first, last) {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => {
      const m = this.#model;
      const now = performance.now();
      const near = (a, b) => this.#tiles.missing(Math.max(0, a), Math.min(m.rowCount - 1, b), first, last, now);
      const keys = [...near(top, bottom), ...near(top - AHEAD, bottom + AHEAD)];
      if (m.foot > 0) keys.push(...near(m.rowCount - m.foot, m.rowCount - 1));
      if (keys.length > 0) this.dispatchEvent(new CustomEvent('tiles', { detail: { version: m.version, keys: keys.join(',') } }));
    }, 15);
  }

  #press(e) {
    this.#pressed = e.button === 0 ? this.#sorter(e) : null;
    const box = e.target.closest('[data-box]');
    if (box) {
      e.preventDefault();
      this.#open(box.parentElement);
    } else if (e.target.classList.contains('grip')) {
      e.preventDefault();
      this.#resize(e);
    } else {
      const cell = e.target.closest('.c');
      if (cell && e.button === 0) this.#go(cell.row, cell.column, e.shiftKey);
    }
  }

  /** Asks for a menu: under the pointer, or of the active cell when the keyboard asks. */
  #menu(e) {
    e.preventDefault();
    const m = this.#model;
    if (!m) return;
    const range = this.#range();
    const meant = asked(e.target, m, range);
    const cell = e.target.closest('.c');
    if (cell && !cell.hasAttribute('aria-selected')) this.#go(cell.row, cell.column, false);
    const box = this.shadowRoot.getElementById('active')?.getBoundingClientRect() ?? this.getBoundingClientRect();
    const [x, y] = meant ? [e.clientX, e.clientY] : [box.left, box.bottom];
    const detail = { ...(meant ?? asCell(m, this.#active, range)), x: Math.round(x), y: Math.round(y) };
    this.dispatchEvent(new CustomEvent('menu', { detail }));
  }

  /** The head that an event is on, where it sorts. */
  #sorter(e) {
    const head = e.target.closest('.ch, .corner div');
    return head?.head === undefined || !this.#model?.sortable || e.target.closest('.box, .grip') ? null : head;
  }

  /** A click on a head. It may have been drawn anew since the pointer went down. One that can be opened waits for a second click. */
  #sort(e) {
    const head = this.#pressed && this.#sorter(e);
    const same = head && head.head === this.#pressed.head && head.title === this.#pressed.title;
    this.#pressed = null;
    if (!same) return;
    clearTimeout(this.#sorting);
    const detail = { version: this.#model.version, column: head.head };
    const tell = () => this.dispatchEvent(new CustomEvent('head', { detail }));
    if (!head.dataset.member) tell();
    else if (e.detail < 2) this.#sorting = setTimeout(tell, SECOND_CLICK);
  }

  #drag(e) {
    const cell = e.target.closest('.c');
    if (cell && (cell.row !== this.#active.row || cell.column !== this.#active.column)) this.#go(cell.row, cell.column, true);
  }

  /** A column's edge follows the pointer; a double click fits the column again. */
  #resize(press) {
    const column = press.target.parentElement.head;
    const font = getComputedStyle(this).fontFamily;
    const width = (w) => {
      this.#columns.resize(this.#model, font, column, w);
      this.#clear();
      this.#draw();
    };
    if (press.detail > 1) {
      width(null);
      return;
    }
    const start = this.#columns.xs[column + 1] - this.#columns.xs[column] - press.clientX;
    const move = (e) => width(start + e.clientX);
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', () => window.removeEventListener('mousemove', move), { once: true });
  }

  #open(head) {
    if (head && head.dataset.member) {
      this.dispatchEvent(new CustomEvent('toggle', { detail: { hierarchy: head.dataset.hierarchy, member: head.dataset.member } }));
    }
  }

  #go(row, column, extend) {
    this.#move(row, column, extend);
    clearTimeout(this.#telling);
    const version = this.#model.version;
    const cell = { version, ...this.#active };
    const range = this.#anchor ? { version, ...this.#range() } : null;
    this.#telling = setTimeout(() => {
      this.dispatchEvent(range ? new CustomEvent('range', { detail: range }) : new CustomEvent('cell', { detail: cell }));
    }, extend ? 120 : 30);
  }

  #move(row, column, extend) {
    const m = this.#model;
    if (extend) this.#anchor ??= { ...this.#active };
    else this.#anchor = null;
    this.#active = { row: Math.min(Math.max(row, 0), m.rowCount - 1), column: Math.min(Math.max(column, 0), m.columnCount - 1) };
    const s = this.scroller;
    if (this.#active.row < m.rowCount - m.foot) {
      const y = this.#active.row * ROW;
      const height = s.clientHeight - (m.heads.length * HEAD + m.foot * ROW);
      if (y < s.scrollTop) s.scrollTop = y;
      else if (y + ROW > s.scrollTop + height) s.scrollTop = y + ROW - height;
    }
    const { xs, head } = this.#columns;
    const x = xs[this.#active.column];
    const end = xs[this.#active.column + 1];
    if (x - head < s.scrollLeft) s.scrollLeft = x - head;
    else if (end > s.scrollLeft + s.clientWidth) s.scrollLeft = end - s.clientWidth;
    this.#draw();
  }

  #key(e) {
    if (!this.#model || e.altKey) return;
    const { row, column } = this.#active;
    const m = this.#model;
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - m.heads.length * HEAD) / ROW) - 1);
    const ctrl = e.ctrlKey || e.metaKey;
    const to = moves(row, column, m, page, ctrl)[e.key];
    if (to) {
      e.preventDefault();
      this.#go(...to, e.shiftKey);
    } else if (e.key === 'ContextMenu' || (e.key === 'F10' && e.shiftKey)) {
      this.#menu(e);
    } else if (e.key === '+' || e.key === '-' || e.key === '=') {
      const want = e.key === '-' ? 'o' : 'c';
      const head = [...(this.#tiles.row(row)?.h ?? [])].reverse().find((h) => h.b === want);
      if (head) {
        e.preventDefault();
        this.dispatchEvent(new CustomEvent('toggle', { detail: { hierarchy: head.y, member: head.m } }));
      }
    } else if (e.key === 'a' && ctrl) {
      e.preventDefault();
      const { scrollTop, scrollLeft } = this.scroller;
      this.#anchor = { row: 0, column: 0 };
      this.#go(m.rowCount - 1, m.columnCount - 1, true);
      this.scroller.scrollTo(scrollLeft, scrollTop);
    }
  }

  /** Real numbers, tab-separated, of the range or the cell. What is not here the server puts on the clipboard. */
  #copy(e) {
    e.preventDefault();
    const range = this.#range();
    const text = this.#tiles.text(range);
    if (text === null) this.dispatchEvent(new CustomEvent('clip', { detail: { version: this.#model.version, ...range } }));
    else {
      e.clipboardData.setData('text/plain', text);
      this.dispatchEvent(new CustomEvent('copied', { detail: range }));
    }
  }
}

customElements.define('sp-grid', Grid);
