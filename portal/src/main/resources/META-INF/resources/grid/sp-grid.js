// <sp-grid>: the pivot's grid. The server sets `model` (heads of the columns, counts) and sends rows in windows; the
// element draws only what is in sight. Events: `window` {from, to}, `toggle` {hierarchy, member}, `cell` {row, column}.
const ROW = 22;
const HEAD = 25;
const MARGIN = 40; // rows asked for beyond the visible ones
const LIMITS = { head: [72, 240], cell: [68, 220] };

const styles = new CSSStyleSheet();
styles.replaceSync(`
* { box-sizing: border-box; }
:host { display: block; position: relative; min-height: 0; overflow: hidden; background: var(--sp-surface); font-size: 13px; color: var(--sp-ink); }
.scroll { position: absolute; inset: 0; overflow: auto; outline: none; }
.size { position: relative; min-width: 100%; }
.head { position: sticky; top: 0; z-index: 3; background: var(--sp-surface-2); border-bottom: 1px solid var(--sp-line-2); }
.corner { position: sticky; left: 0; z-index: 2; height: 100%; background: var(--sp-surface-2); border-right: 1px solid var(--sp-line-2); }
.corner div { position: absolute; bottom: 0; height: ${HEAD}px; line-height: ${HEAD}px; padding: 0 8px; font-size: 12px; color: var(--sp-ink-2); font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-right: 1px solid var(--sp-line); }
.corner div:last-child { border-right: 0; }
.ch { position: absolute; padding: 0 8px; line-height: ${HEAD - 1}px; overflow: hidden; white-space: nowrap; border-left: 1px solid var(--sp-line); border-bottom: 1px solid var(--sp-line); background: var(--sp-surface-2); }
.ch span.t { display: inline-block; max-width: 100%; overflow: hidden; text-overflow: ellipsis; vertical-align: top; }
.ch.group { text-align: center; font-weight: 600; border-left-color: var(--sp-line-2); } .ch.leaf { text-align: right; color: var(--sp-ink-2); font-size: 12px; font-weight: 500; border-bottom: 0; border-left-color: transparent; }
.ch.start { border-left-color: var(--sp-line-2); } .ch.total { color: var(--sp-ink); font-weight: 600; }
.row { position: absolute; left: 0; height: ${ROW}px; width: 100%; }
.heads { position: sticky; left: 0; z-index: 1; height: 100%; background: var(--sp-surface-2); border-right: 1px solid var(--sp-line-2); float: left; }
.h { position: absolute; top: 0; height: ${ROW}px; line-height: ${ROW - 1}px; padding: 0 8px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; border-right: 1px solid var(--sp-line); background: var(--sp-surface-2); }
.h.end { border-bottom: 1px solid var(--sp-line); } .h.strong, .sub .h:last-child { font-weight: 600; } .h:last-child { border-right: 0; }
.c { position: absolute; top: 0; height: ${ROW}px; line-height: ${ROW - 1}px; padding: 0 8px; text-align: right; white-space: nowrap; overflow: hidden; border-bottom: 1px solid var(--sp-line); }
.c.start { border-left: 1px solid var(--sp-line-2); }
.c i { position: absolute; left: 0; top: 3px; bottom: 3px; background: var(--sp-primary-10); border-radius: 0 1px 1px 0; } .c b { position: relative; font-weight: inherit; }
.row:hover .c { background: var(--sp-surface-2); } .sub .c, .c.sub { background: var(--sp-surface-2); font-weight: 600; } .c.tot { font-weight: 600; }
.tot .c, .tot .h, .tot .heads { background: var(--sp-surface-3) !important; font-weight: 600; } .tot .c, .tot .h { border-top: 1px solid var(--sp-line-2); line-height: ${ROW - 2}px; }
.c.range { background: var(--sp-primary-10) !important; } .c.active { outline: 2px solid var(--sp-focus); outline-offset: -2px; z-index: 1; }
.box { display: inline-block; width: 13px; height: 13px; line-height: 10px; padding: 0; margin-right: 6px; border: 1px solid var(--sp-line-3); border-radius: 2px; background: none; color: var(--sp-ink-2); font: 12px/10px var(--sp-font); text-align: center; cursor: pointer; vertical-align: -1px; }
.wait { color: transparent; } .wait::before { content: ''; position: absolute; inset: 6px 8px; background: var(--sp-surface-3); border-radius: 3px; }
`);

const el = (tag, cls, text) => {
  const e = document.createElement(tag);
  if (cls) e.className = cls;
  if (text !== undefined) e.textContent = text;
  return e;
};

class Grid extends HTMLElement {
  #model = null;
  #rows = new Map();
  #asked = new Set();
  #xs = [0];
  #headWidths = [];
  #headWidth = 0;
  #active = { row: 0, column: 0 };
  #anchor = null;
  #frame = 0;
  #timer = 0;
  #measure = document.createElement('canvas').getContext('2d');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles];
    this.scroller = el('div', 'scroll');
    this.scroller.tabIndex = 0;
    this.scroller.setAttribute('role', 'grid');
    this.size = el('div', 'size');
    this.scroller.append(this.size);
    root.append(this.scroller);
    this.scroller.addEventListener('scroll', () => this.#plan());
    this.scroller.addEventListener('keydown', (e) => this.#key(e));
    this.scroller.addEventListener('copy', (e) => this.#copy(e));
    this.scroller.addEventListener('mousedown', (e) => this.#press(e));
    this.scroller.addEventListener('dblclick', (e) => this.#open(e.target.closest('[data-member]')));
    new ResizeObserver(() => this.#plan()).observe(this);
  }

  connectedCallback() {
    this.#fit();
  }

  /** Widths follow the real font, which may come after the first rows. */
  async #fit() {
    await Promise.all(['400 13px Inter', '600 13px Inter'].map((font) => document.fonts.load(font)));
    if (this.#model && this.isConnected) {
      this.#widths();
      this.#plan();
    }
  }

  set model(model) {
    this.#model = model;
    this.#rows.clear();
    this.#asked.clear();
    if (model) {
      this.#store(0, model.rows);
      this.#widths();
      const keep = model.keep && this.#active.row < model.rowCount && this.#active.column < model.columnCount;
      if (!keep) {
        this.#active = { row: 0, column: 0 };
        this.scroller.scrollTo(0, 0);
      }
      this.#anchor = null;
      this.scroller.setAttribute('aria-rowcount', model.rowCount + model.heads.length);
      this.scroller.setAttribute('aria-colcount', model.columnCount + model.headColumns.length);
      this.scroller.setAttribute('aria-label', model.label);
      this.#fit();
    }
    this.#draw();
  }

  get model() {
    return this.#model;
  }

  /** Called by the server with the rows of a window of the current model. */
  addRows(version, from, rows) {
    if (this.#model && this.#model.version === version) {
      this.#store(from, rows);
      this.#plan();
    }
  }

  #store(from, rows) {
    rows.forEach((row, i) => this.#rows.set(from + i, row));
  }

  #text(text, bold) {
    this.#measure.font = `${bold ? 600 : 400} 13px ${getComputedStyle(this).fontFamily}`;
    return this.#measure.measureText(text).width;
  }

  #widths() {
    const m = this.#model;
    const clamp = (w, [low, high]) => Math.min(high, Math.max(low, Math.ceil(w)));
    const heads = m.headColumns.map((caption) => this.#text(caption, false) + 18);
    const cells = new Array(m.columnCount).fill(0);
    for (const row of this.#rows.values()) {
      for (const h of row.h) if (h.n === 1) heads[h.c] = Math.max(heads[h.c], this.#text(h.t, true) + 18 + (h.b ? 20 : 0));
      row.c.forEach((cell, i) => {
        const share = cell[0].length;
        if (share > cells[i]) cells[i] = share;
      });
    }
    const digit = this.#text('0', true);
    m.heads.forEach((line, level) => {
      for (const h of line) if (h.n === 1) cells[h.c] = Math.max(cells[h.c], (this.#text(h.t, level < m.heads.length - 1) + (h.b ? 20 : 0)) / digit);
    });
    for (const row of this.#rows.values()) {
      for (const h of row.h) {
        if (h.n > 1) {
          const have = heads.slice(h.c, h.c + h.n).reduce((a, b) => a + b, 0);
          const need = this.#text(h.t, true) + 18 + (h.b ? 20 : 0);
          if (need > have) heads[h.c + h.n - 1] += need - have;
        }
      }
    }
    this.#headWidths = heads.map((w) => clamp(w, LIMITS.head));
    this.#headWidth = this.#headWidths.reduce((a, b) => a + b, 0);
    this.#xs = [this.#headWidth];
    cells.forEach((n, i) => (this.#xs[i + 1] = this.#xs[i] + clamp(n * digit + 18, LIMITS.cell)));
  }

  #plan() {
    if (!this.#frame) this.#frame = requestAnimationFrame(() => { this.#frame = 0; this.#draw(); });
  }

  #visible() {
    const m = this.#model;
    const head = m.heads.length * HEAD;
    const top = Math.max(0, Math.floor(this.scroller.scrollTop / ROW));
    const bottom = Math.min(m.rowCount - 1, Math.ceil((this.scroller.scrollTop + this.scroller.clientHeight - head) / ROW));
    const left = this.scroller.scrollLeft + this.#headWidth;
    const right = this.scroller.scrollLeft + this.scroller.clientWidth;
    let first = 0;
    while (first < m.columnCount - 1 && this.#xs[first + 1] <= left) first++;
    let last = first;
    while (last < m.columnCount - 1 && this.#xs[last + 1] < right) last++;
    return { top, bottom, first, last, head };
  }

  #draw() {
    const m = this.#model;
    if (!m || m.rowCount === 0 || m.columnCount === 0) {
      this.size.replaceChildren();
      return;
    }
    const v = this.#visible();
    this.size.style.width = `${this.#xs[m.columnCount]}px`;
    this.size.style.height = `${v.head + m.rowCount * ROW + 1}px`;
    const parts = [this.#head(v)];
    for (let row = v.top; row <= v.bottom; row++) parts.push(this.#row(row, v));
    this.size.replaceChildren(...parts);
    const active = this.size.querySelector('.active');
    if (active) this.scroller.setAttribute('aria-activedescendant', active.id);
    else this.scroller.removeAttribute('aria-activedescendant');
    this.#ask(v);
  }

  #head(v) {
    const m = this.#model;
    const head = el('div', 'head');
    head.style.height = `${v.head}px`;
    head.setAttribute('role', 'rowgroup');
    const corner = el('div', 'corner');
    corner.style.width = `${this.#headWidth}px`;
    let x = 0;
    m.headColumns.forEach((caption, i) => {
      const cell = el('div', '', caption);
      cell.style.left = `${x}px`;
      cell.style.width = `${this.#headWidths[i]}px`;
      x += this.#headWidths[i];
      corner.append(cell);
    });
    m.heads.forEach((line, level) => {
      const group = el('div');
      group.setAttribute('role', 'row');
      group.setAttribute('aria-rowindex', level + 1);
      for (const h of line) {
        if (h.c + h.n <= v.first || h.c > v.last) continue;
        const leaf = level + h.s === m.heads.length;
        const cell = el('div', `ch ${leaf && h.n === 1 && m.heads.length > 1 ? 'leaf' : 'group'}${m.columns[h.c].g ? ' start' : ''}${m.columns[h.c].k === 't' ? ' total' : ''}`);
        cell.style.left = `${this.#xs[h.c]}px`;
        cell.style.width = `${this.#xs[h.c + h.n] - this.#xs[h.c]}px`;
        cell.style.top = `${level * HEAD}px`;
        cell.style.height = `${h.s * HEAD}px`;
        if (h.s > 1) cell.style.lineHeight = `${h.s * HEAD - 1}px`;
        cell.setAttribute('role', 'columnheader');
        cell.setAttribute('aria-colindex', m.headColumns.length + h.c + 1);
        if (h.n > 1) cell.setAttribute('aria-colspan', h.n);
        this.#label(cell, h, h.t);
        group.append(cell);
      }
      head.append(group);
    });
    head.append(corner);
    return head;
  }

  #label(cell, h, text) {
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
    if (h.m && h.b) {
      cell.dataset.member = h.m;
      cell.dataset.hierarchy = h.y;
    }
    cell.append(el('span', 't', text));
  }

  #row(index, v) {
    const m = this.#model;
    const data = this.#rows.get(index);
    const kind = data ? { d: '', s: ' sub', t: ' tot' }[data.k] : '';
    const row = el('div', `row${kind}`);
    row.style.top = `${v.head + index * ROW}px`;
    row.setAttribute('role', 'row');
    row.setAttribute('aria-rowindex', m.heads.length + index + 1);
    const heads = el('div', 'heads');
    heads.style.width = `${this.#headWidth}px`;
    if (!data) {
      const wait = el('div', 'h end wait', '…');
      wait.style.left = 0;
      wait.style.width = `${this.#headWidth}px`;
      heads.append(wait);
    } else {
      for (const h of data.h) {
        const last = index === h.f + h.r - 1;
        const cell = el('div', `h${last ? ' end' : ''}${h.g ? ' strong' : ''}`);
        cell.style.left = `${this.#headWidths.slice(0, h.c).reduce((a, b) => a + b, 0)}px`;
        cell.style.width = `${this.#headWidths.slice(h.c, h.c + h.n).reduce((a, b) => a + b, 0)}px`;
        cell.setAttribute('role', 'rowheader');
        cell.setAttribute('aria-colindex', h.c + 1);
        if (h.r > 1) cell.setAttribute('aria-rowspan', h.r);
        if (index === h.f || index === v.top) this.#label(cell, h, h.t);
        heads.append(cell);
      }
    }
    row.append(heads);
    for (let c = v.first; c <= v.last; c++) row.append(this.#cell(index, c, data));
    return row;
  }

  #cell(row, column, data) {
    const m = this.#model;
    const meta = m.columns[column];
    const cell = el('div', `c${meta.g ? ' start' : ''}${meta.k === 't' ? ' tot' : ''}`);
    cell.id = `c${row}-${column}`;
    cell.style.left = `${this.#xs[column]}px`;
    cell.style.width = `${this.#xs[column + 1] - this.#xs[column]}px`;
    cell.setAttribute('role', 'gridcell');
    cell.setAttribute('aria-colindex', m.headColumns.length + column + 1);
    cell.dataset.row = row;
    cell.dataset.column = column;
    if (data) {
      const [text, , bar] = data.c[column];
      if (bar > 0) {
        const tint = el('i');
        tint.style.width = `${bar}%`;
        cell.append(tint);
      }
      cell.append(el('b', '', text));
    } else {
      cell.classList.add('wait');
    }
    if (this.#anchor && this.#within(row, column)) cell.classList.add('range');
    if (row === this.#active.row && column === this.#active.column) {
      cell.classList.add('active');
      cell.setAttribute('aria-selected', 'true');
    }
    return cell;
  }

  #within(row, column) {
    const { row: r, column: c } = this.#active;
    const a = this.#anchor;
    return row >= Math.min(r, a.row) && row <= Math.max(r, a.row) && column >= Math.min(c, a.column) && column <= Math.max(c, a.column);
  }

  #ask(v) {
    const from = Math.max(0, v.top - MARGIN);
    const to = Math.min(this.#model.rowCount - 1, v.bottom + MARGIN);
    let first = -1;
    let last = -1;
    for (let row = from; row <= to; row++) {
      if (!this.#rows.has(row) && !this.#asked.has(row)) {
        if (first < 0) first = row;
        last = row;
      }
    }
    if (first < 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      for (let row = first; row <= last; row++) this.#asked.add(row);
      this.dispatchEvent(new CustomEvent('window', { detail: { version: this.#model.version, from: first, to: last } }));
    }, 50);
  }

  #press(e) {
    const box = e.target.closest('[data-box]');
    if (box) {
      e.preventDefault();
      this.#open(box.parentElement);
      return;
    }
    const cell = e.target.closest('[data-row]');
    if (cell) this.#go(+cell.dataset.row, +cell.dataset.column, e.shiftKey);
  }

  #open(head) {
    if (head && head.dataset.member) {
      this.dispatchEvent(new CustomEvent('toggle', { detail: { hierarchy: head.dataset.hierarchy, member: head.dataset.member } }));
    }
  }

  #go(row, column, extend) {
    const m = this.#model;
    if (extend) this.#anchor ??= { ...this.#active };
    else this.#anchor = null;
    this.#active = { row: Math.min(Math.max(row, 0), m.rowCount - 1), column: Math.min(Math.max(column, 0), m.columnCount - 1) };
    const s = this.scroller;
    const y = this.#active.row * ROW;
    const height = s.clientHeight - m.heads.length * HEAD;
    if (y < s.scrollTop) s.scrollTop = y;
    else if (y + ROW > s.scrollTop + height) s.scrollTop = y + ROW - height;
    const x = this.#xs[this.#active.column];
    const end = this.#xs[this.#active.column + 1];
    if (x - this.#headWidth < s.scrollLeft) s.scrollLeft = x - this.#headWidth;
    else if (end > s.scrollLeft + s.clientWidth) s.scrollLeft = end - s.clientWidth;
    this.#draw();
    this.dispatchEvent(new CustomEvent('cell', { detail: { version: m.version, row: this.#active.row, column: this.#active.column } }));
  }

  #key(e) {
    if (!this.#model || e.altKey) return;
    const { row, column } = this.#active;
    const m = this.#model;
    const page = Math.max(1, Math.floor((this.scroller.clientHeight - m.heads.length * HEAD) / ROW) - 1);
    const ctrl = e.ctrlKey || e.metaKey;
    const moves = {
      ArrowUp: [ctrl ? 0 : row - 1, column],
      ArrowDown: [ctrl ? m.rowCount - 1 : row + 1, column],
      ArrowLeft: [row, ctrl ? 0 : column - 1],
      ArrowRight: [row, ctrl ? m.columnCount - 1 : column + 1],
      PageUp: [row - page, column],
      PageDown: [row + page, column],
      Home: [ctrl ? 0 : row, 0],
      End: [ctrl ? m.rowCount - 1 : row, m.columnCount - 1],
    };
    if (moves[e.key]) {
      e.preventDefault();
      this.#go(...moves[e.key], e.shiftKey);
    } else if (e.key === '+' || e.key === '-' || e.key === '=') {
      const want = e.key === '-' ? 'o' : 'c';
      const head = [...(this.#rows.get(row)?.h ?? [])].reverse().find((h) => h.b === want);
      if (head) {
        e.preventDefault();
        this.dispatchEvent(new CustomEvent('toggle', { detail: { hierarchy: head.y, member: head.m } }));
      }
    } else if (e.key === 'a' && ctrl) {
      e.preventDefault();
      this.#anchor = { row: 0, column: 0 };
      this.#go(m.rowCount - 1, m.columnCount - 1, true);
    }
  }

  /** Real numbers, tab-separated, of the range or the cell; rows never scrolled to are not there to copy. */
  #copy(e) {
    const a = this.#anchor ?? this.#active;
    const { row, column } = this.#active;
    const lines = [];
    for (let r = Math.min(a.row, row); r <= Math.max(a.row, row); r++) {
      const data = this.#rows.get(r);
      if (!data) continue;
      const cells = [];
      for (let c = Math.min(a.column, column); c <= Math.max(a.column, column); c++) cells.push(data.c[c][1] ?? data.c[c][0]);
      lines.push(cells.join('\t'));
    }
    e.clipboardData.setData('text/plain', lines.join('\n'));
    e.preventDefault();
  }
}

customElements.define('sp-grid', Grid);
