// <sp-chart>: one Apache ECharts drawing. The server sets `option` (JSON without functions); a click on a point is
// sent back as the event `point`, and the point that a right click asks for as `ask` (see look/numbers.js). Colours come from the theme files beside this module; "$name" in an option is
// replaced by the theme's `shapan` colour of that name, so that the server never speaks of colours.
const here = import.meta.url;
const library = import(new URL('../webjars/echarts/5.5.0/echarts.esm.min.mjs', here).href);
const themes = Promise.all(
  ['light', 'dark'].map((name) => fetch(new URL(`echarts-${name}.json`, here), { credentials: 'same-origin' }).then((r) => r.json()))
).then(([light, dark]) => ({ light, dark }));

const themeName = () => ((document.documentElement.getAttribute('theme') || '').split(' ').includes('dark') ? 'dark' : 'light');

function coloured(value, colours) {
  if (typeof value === 'string' && value.startsWith('$')) return colours[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((v) => coloured(v, colours));
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v, colours)]));
  return value;
}

// How far beside a point still means it.
const NEAR = 24;
const detail = (series, { name, index, cell }) => ({ series: series ?? '', name: name ?? '', index: index ?? -1, cell: cell ?? '' });
const drawnPoint = (e) => detail(e.seriesName, { name: e.name, index: e.dataIndex, cell: e.data?.cell });

class Chart extends HTMLElement {
  #option = null;
  #chart = null;
  #pressed = null;
  #resize = new ResizeObserver(() => this.#fit());
  #theme = new MutationObserver(() => this.#draw(true));

  set option(value) {
    this.#option = typeof value === 'string' ? JSON.parse(value) : value;
    this.#draw(false);
  }

  get option() {
    return this.#option;
  }

  connectedCallback() {
    this.#resize.observe(this);
    this.#theme.observe(document.documentElement, { attributes: true, attributeFilter: ['theme'] });
    this.#draw(false);
  }

  disconnectedCallback() {
    this.#resize.disconnect();
    this.#theme.disconnect();
    this.#chart?.dispose();
    this.#chart = null;
  }

  constructor() {
    super();
    // An option that was set before this module was there hides the accessor of the same name.
    const { option } = this;
    if (Object.hasOwn(this, 'option')) {
      delete this.option;
      this.option = option;
    }
    // Comes before ECharts hears of the same press.
    this.addEventListener('pointerdown', () => (this.#pressed = null), true);
  }

  /** The drawn point at a place of the window: the one that was pressed there, or else the nearest; null for none. */
  pointAt(x, y) {
    const box = this.getBoundingClientRect();
    this.#chart?.dispatchAction({ type: 'hideTip' });
    return this.#pressed ?? this.#nearest([x - box.left, y - box.top]);
  }

  /** With an axis of categories the nearest line at that place of the axis, whatever the distance. */
  #nearest(at) {
    const { xAxis, yAxis, series = [] } = this.#option ?? {};
    if (!this.#chart || !xAxis) return null;
    const along = [xAxis, yAxis].findIndex((axis) => axis?.type === 'category');
    const names = [xAxis, yAxis][along]?.data;
    const category = names && this.#chart.convertFromPixel({ seriesIndex: 0 }, at)[along];
    let best = names?.[category] === undefined ? null : detail('', { name: names[category], index: category });
    let far = names ? Infinity : NEAR;
    series.forEach(({ name, data = [], silent }, seriesIndex) => {
      if (silent) return;
      data.forEach((item, index) => {
        const value = item?.value ?? item;
        if (value === null || (names && index !== category)) return;
        const drawn = this.#chart.convertToPixel({ seriesIndex }, !names ? value : along === 0 ? [index, value] : [value, index]);
        const distance = Math.hypot(...[0, 1].filter((axis) => axis !== along).map((axis) => drawn[axis] - at[axis]));
        if (distance < far) {
          far = distance;
          best = detail(name, { name: names?.[index] ?? item.name, index, cell: item?.cell });
        }
      });
    });
    return best;
  }

  /** What can be asked of the point that was asked for. */
  offer(names) {
    this.dispatchEvent(new CustomEvent('offer', { bubbles: true, detail: names }));
  }

  /** Downloads the drawing as a PNG of twice its size, below a title and lines of text. */
  async picture(title, lines, fileName) {
    if (!this.#chart) return;
    const drawing = new Image();
    drawing.src = this.#chart.getDataURL({ type: 'svg' });
    await drawing.decode();
    const style = getComputedStyle(this);
    const head = 44 + lines.length * 18;
    const canvas = document.createElement('canvas');
    canvas.width = (this.clientWidth + 32) * 2;
    canvas.height = (this.clientHeight + head + 16) * 2;
    const pen = canvas.getContext('2d');
    pen.scale(2, 2);
    const card = getComputedStyle(this.closest('.card') ?? document.body);
    pen.fillStyle = card.backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = style.color;
    pen.font = `600 16px ${style.fontFamily}`;
    pen.fillText(title, 16, 28);
    pen.font = `12px ${style.fontFamily}`;
    lines.forEach((line, i) => pen.fillText(line, 16, 50 + i * 18));
    pen.drawImage(drawing, 16, head, this.clientWidth, this.clientHeight);
    const link = document.createElement('a');
    link.download = fileName;
    link.href = canvas.toDataURL('image/png');
    link.click();
  }

  #fit() {
    if (!this.#chart) this.#draw(false);
    else if (this.clientWidth > 0 && this.clientHeight > 0) this.#chart.resize();
  }

  async #draw(renew) {
    const [echarts, theme] = await Promise.all([library, themes]);
    if (!this.isConnected || !this.#option || this.clientWidth === 0 || this.clientHeight === 0) return;
    const name = themeName();
    if (renew && this.#chart) {
      this.#chart.dispose();
      this.#chart = null;
    }
    if (!this.#chart) {
      for (const [key, value] of Object.entries(theme)) echarts.registerTheme(`shapan-${key}`, value);
      this.#chart = echarts.init(this, `shapan-${name}`, { renderer: 'svg' });
      this.#chart.on('click', (e) => {
        this.dispatchEvent(new CustomEvent('point', { detail: drawnPoint(e) }));
      });
      this.#chart.on('mousedown', 'series', (e) => (this.#pressed = e.dataIndex >= 0 ? drawnPoint(e) : null));
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const option = coloured(this.#option, theme[name].shapan);
    this.#chart.setOption({ aria: { enabled: true }, ...option, ...(calm ? { animation: false } : {}) }, { notMerge: true });
  }
}

customElements.define('sp-chart', Chart);
