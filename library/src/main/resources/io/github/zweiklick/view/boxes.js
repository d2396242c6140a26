// What the guard has stopped: a box with the host at once, then what a pasted code would have become. See docs/guard.md.
(() => {
'use strict';
const mark = 'data-zweiklick-stopped';
const guard = document.querySelector('script[data-boxes]');
const {base, page, style} = guard.dataset;
const boxes = new Map();
// Beyond those the server has numbered.
let number = 1000;

// Frames that nobody was to see leave no gap.
const isSeen = frame => {
  const {display, visibility, width, height} = getComputedStyle(frame);
  return display !== 'none' && visibility !== 'hidden' && !(parseFloat(width) < 3) && !(parseFloat(height) < 3);
};

const levelAt = frame => {
  const above = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(
    heading => heading.compareDocumentPosition(frame) & Node.DOCUMENT_POSITION_FOLLOWING);
  return above.length ? Math.min(+above.pop().localName[1] + 1, 6) : 2;
};

const query = (frame, address) => {
  const language = frame.closest('[lang]');
  const asked = new URLSearchParams({
    href: address, lang: language ? language.lang : '', n: number++, level: levelAt(frame)
  });
  for (const side of ['width', 'height']) {
    const pixels = frame.getAttribute(side);
    if (/^\d+$/.test(pixels)) asked.set(side, pixels);
  }
  return asked;
};

const fill = (box, frame, address) => {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = new URL(address).hostname;
  const named = document.createElement('span');
  named.className = 'zweiklick-box';
  named.append(link);
  box.append(named);
  // It reads a document without any of the sinks that a site's Trusted Types may forbid.
  const request = new XMLHttpRequest();
  request.open('GET', base + '/embed?' + query(frame, address));
  request.responseType = 'document';
  request.onload = () => {
    const answer = request.response;
    if (!answer) return;
    answer.querySelectorAll('noscript').forEach(node => node.remove());
    box.replaceChildren(...answer.body.childNodes);
  };
  request.send();
};

const show = frame => {
  const address = frame.getAttribute(mark);
  const box = document.createElement('span');
  boxes.set(frame, {box, address, display: frame.style.display});
  if (isSeen(frame)) {
    fill(box, frame, address);
    frame.before(box);
  }
  // The frame stays where its script has put it, which may look for it.
  frame.style.setProperty('display', 'none', 'important');
};

const look = () => {
  boxes.forEach(({box, address, display}, frame) => {
    if (!frame.isConnected || frame.getAttribute(mark) !== address) {
      boxes.delete(frame);
      box.remove();
      frame.style.display = display;
    } else if (box.isConnected && box.nextSibling !== frame) {
      frame.before(box);
    }
  });
  document.querySelectorAll('[' + mark + ']').forEach(frame => boxes.has(frame) || show(frame));
};

const sheet = document.createElement('link');
sheet.rel = 'stylesheet';
sheet.nonce = guard.nonce;
sheet.href = style;
document.head.append(sheet);
// No script element, whose address a site's Trusted Types would have to know. Without it the links are there all the same.
if (!customElements.get('zweiklick-embed')) import(new URL(page, document.baseURI)).catch(() => {});
new MutationObserver(look).observe(
  document, {subtree: true, childList: true, attributes: true, attributeFilter: [mark]});
look();
})();
