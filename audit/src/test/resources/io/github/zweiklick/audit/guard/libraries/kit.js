// What all pages of LibrariesTest share: contents to put in, and what became of them.
'use strict';
self.kit = {
  name: location.pathname.split('/').pop(),
  errors: [],
  clicks: [],
  frame: what => 'https://' + what + '.' + kit.name + '.leak.test/',
  // What an editor writes: own text with a handler, and everything that contacts.
  rich: what => '<h3 id="' + what + '">Titel ' + what + '</h3><p class="lead" data-wert=\'a"b\'>Text &lt;b&gt; <b>fett</b> &amp; '
    + '<a href="/eigene?a=1&amp;b=2" onclick="kit.clicks.push(\'' + what + '\'); return false">mehr</a></p>'
    + '<iframe width="400" height="225" title="Film" src="' + kit.frame(what) + '"></iframe>'
    + '<iframe class="eigen" width="90" height="40" src="/own"></iframe>'
    + '<img alt="Bild" width="10" height="10" src="' + kit.frame(what + '-img') + 'b.png">'
    + '<video width="20" height="20" poster="' + kit.frame(what + '-poster') + 'p.png"></video>'
    + '<table><tr><td style="background: url(' + kit.frame(what + '-style') + 'i.png)">Zelle</td></tr></table>',
  // The tree as its author meant it: an embed is an embed, whether it stands there or what stands for it.
  tree: node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.matches('[data-zweiklick-box],script[src^="/zweiklick/"]')) return '';
    if (node.localName === 'style' && node.textContent.startsWith('zweiklick-embed')) return '';
    if (node.matches('zweiklick-embed,.zweiklick-box,iframe:not(.eigen),object,embed')) return '[embed]';
    // What the server has disarmed keeps its address.
    const attributes = [...node.attributes].filter(({name}) => name !== 'data-zweiklick-blocked')
      .map(({name, value}) => ' ' + name.replace('data-zweiklick-', '') + '=' + value).sort().join('');
    return '<' + node.localName + attributes + '>' + [...node.childNodes].map(kit.tree).join('') + '</>';
  },
  // A look at a condition again and again, for as long as the test waits.
  until: async condition => {
    while (!condition()) await new Promise(done => setTimeout(done, 20));
  },
  finish: work => work().catch(error => kit.errors.push(String(error))).then(() => kit.finished = true),
  outcome: () => {
    document.querySelectorAll('#app a[onclick], #app a.klick').forEach(link => link.click());
    return JSON.stringify({tree: kit.tree(document.querySelector('#app')), clicks: kit.clicks, errors: kit.errors, finished: !!kit.finished});
  },
  // The stopped frames, each with what stands before it.
  stopped: (root = document) => [...root.querySelectorAll('*')].flatMap(node => [
    ...node.hasAttribute('data-zweiklick-stopped') ? [node] : [], ...node.shadowRoot ? kit.stopped(node.shadowRoot) : []
  ]),
  isBoxed: frame => {
    const box = frame.previousElementSibling;
    return !!box && box.matches('[data-zweiklick-box]') && !!box.querySelector('.zweiklick-box,zweiklick-embed')
      && box.getClientRects().length > 0 && getComputedStyle(frame).display === 'none'
      && !box.previousElementSibling?.matches('[data-zweiklick-box]');
  },
  unboxed: () => kit.stopped().filter(frame => !kit.isBoxed(frame)).map(
    frame => frame.outerHTML + ' after ' + frame.previousElementSibling?.outerHTML)
};
addEventListener('error', event => kit.errors.push(event.message));
addEventListener('unhandledrejection', event => kit.errors.push(String(event.reason)));
for (const level of ['error', 'warn']) {
  const native = console[level];
  console[level] = (...values) => {
    kit.errors.push(level + ': ' + values.join(' '));
    native.apply(console, values);
  };
}
