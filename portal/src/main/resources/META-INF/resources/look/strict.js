// Lets Vaadin's client run under a policy that forbids evaluating text. It builds a function of each expression that the
// server sends by `new Function`; here such a function is a script with the nonce of this page instead, made once per text.
(() => {
  const nonce = document.currentScript.nonce;
  const made = new Map();

  function make(texts) {
    const body = texts.pop() ?? '';
    const source = `(function anonymous(${texts.join(',')}\n) {\n${body}\n})`;
    if (!made.has(source)) {
      const script = document.createElement('script');
      const before = window.madeFunction;
      script.nonce = nonce;
      script.textContent = `window.madeFunction = ${source};`;
      document.head.append(script);
      script.remove();
      made.set(source, window.madeFunction);
      window.madeFunction = before;
    }
    return made.get(source);
  }

  window.Function = new Proxy(window.Function, {
    construct: (target, texts) => make(texts.map(String)),
    apply: (target, self, texts) => make(texts.map(String)),
  });
})();
