// What the guard has stopped: a box with the host at once, then what a pasted code would have become. See docs/guard.md.
(() => {
'use strict';
const mark = 'data-zweiklick-stopped';
const sign = 'data-zweiklick-box';
const guard = document.querySelector('script[data-boxes]');
const {base, page, style} = guard.dataset;
// Of each stopped frame: its box, its address, whether that has been filled, and how often it was put back.
const boxes = new Map();
const made = new WeakSet();
const watched = new WeakSet();
let shadows = [];
const present = references => references.map(reference => reference.deref()).filter(Boolean);
// Beyond those the server has numbered.
let number = 1000;

// Not by the frame's own style, which scripts set and copies keep.
const hiding = new CSSStyleSheet();
const sought = 'data-zweiklick-sought';
hiding.replaceSync('[' + mark + ']:not([' + sought + ']){display:none!important}');

// Frames that nobody was to see leave no gap.
const isSeen = frame => {
  const {display, visibility, width, height} = getComputedStyle(frame);
  return display !== 'none' && visibility !== 'hidden' && !(parseFloat(width) < 3) && !(parseFloat(height) < 3);
};

const levelAt = node => {
  const root = node.getRootNode();
  const above = [...root.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(
    heading => heading.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (above.length) return Math.min(+above.pop().localName[1] + 1, 6);
  return root.host ? levelAt(root.host) : 2;
};

const languageAt = node => {
  const found = node.closest('[lang]');
  const {host} = node.getRootNode();
  return found ? found.lang : host ? languageAt(host) : '';
};

const query = (frame, address) => {
  const asked = new URLSearchParams({href: address, lang: languageAt(frame), n: number++, level: levelAt(frame)});
  for (const side of ['width', 'height']) {
    const pixels = frame.getAttribute(side);
    if (/^\d+$/.test(pixels)) asked.set(side, pixels);
  }
  return asked;
};

const sheet = () => {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.nonce = guard.nonce;
  link.href = style;
  return link;
};

const fill = (box, frame, address) => {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = new URL(address).hostname;
  const named = document.createElement('span');
  named.className = 'zweiklick-box';
  named.append(link);
  // The page's style sheet does not reach into shadow trees.
  const styles = frame.getRootNode() === document ? [] : [sheet()];
  box.append(...styles, named);
  // It reads a document without any of the sinks that a site's Trusted Types may forbid.
  const request = new XMLHttpRequest();
  request.open('GET', base + '/embed?' + query(frame, address));
  request.responseType = 'document';
  request.onload = () => {
    const answer = request.response;
    if (!answer) return;
    answer.querySelectorAll('noscript').forEach(node => node.remove());
    box.replaceChildren(...styles, ...answer.body.childNodes);
  };
  request.send();
};

const show = (frame, isShown) => {
  if (!boxes.has(frame)) {
    const box = document.createElement('span');
    box.setAttribute(sign, '');
    made.add(box);
    boxes.set(frame, {box, address: frame.getAttribute(mark), again: 0, looks: 0});
    // Tabs and players hide and show their frames.
    observer.observe(frame, {attributes: true});
  }
  const entry = boxes.get(frame);
  entry.box.hidden = !isShown;
  if (!isShown || entry.isShown) return;
  entry.isShown = true;
  fill(entry.box, frame, entry.address);
  frame.before(entry.box);
};

// Boxes follow their frames, which stay where their script has put them: it may look for them.
const follow = (entry, frame) => {
  const {box, address, isShown} = entry;
  if (!frame.isConnected || frame.getAttribute(mark) !== address) {
    boxes.delete(frame);
    box.remove();
  } else if (isShown && box.nextSibling !== frame && (box.isConnected || entry.again++ < 9)) {
    // A script that takes it out again and again has its will.
    frame.before(box);
  }
};

const lookInto = root => {
  if (!root.adoptedStyleSheets.includes(hiding)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, hiding];
  // Copies of boxes, made with a copy of their frame, which gets a box of its own.
  root.querySelectorAll('[' + sign + ']').forEach(box =>
    made.has(box) || !box.nextElementSibling?.matches('iframe,object,embed') || box.remove());
  return [...root.querySelectorAll('[' + mark + ']')].filter(frame => !boxes.has(frame));
};

const look = records => {
  boxes.forEach(follow);
  shadows = shadows.filter(shadow => shadow.deref());
  const fresh = [document, ...present(shadows)].flatMap(root => root.isConnected ? lookInto(root) : []);
  const changed = records.map(record => record.target).filter(frame => boxes.has(frame));
  // Others may be shown by what happens around them, and WebKit told one frame hidden that was not: for a while they are looked at again.
  const unseen = [...boxes.keys()].filter(frame => boxes.get(frame).box.hidden && boxes.get(frame).looks++ < 50);
  const frames = [...new Set([...fresh, ...changed, ...unseen])];
  if (!frames.length) return;
  frames.forEach(frame => frame.setAttribute(sought, ''));
  const seen = frames.map(isSeen);
  frames.forEach(frame => frame.removeAttribute(sought));
  frames.forEach((frame, i) => show(frame, seen[i]));
  // What this itself has changed.
  observer.takeRecords();
};

const observer = new MutationObserver(look);
const watch = root => {
  if (watched.has(root) || root.ownerDocument && root.ownerDocument !== document) return;
  watched.add(root);
  observer.observe(root, {subtree: true, childList: true, attributes: true, attributeFilter: [mark]});
  if (root !== document) shadows.push(new WeakRef(root));
  // Those that came with the page's own markup.
  root.querySelectorAll('*').forEach(({shadowRoot}) => shadowRoot && watch(shadowRoot));
};

document.head.append(sheet());
// No script element, whose address a site's Trusted Types would have to know. Without it the links are there all the same.
if (!customElements.get('zweiklick-embed')) import(new URL(page, document.baseURI)).catch(() => {});
// Shadow trees that the guard has seen come into being, closed ones among them, and those still to come.
const roots = guard.roots || [];
present(roots).forEach(root => watch(root));
roots.push = root => watch(root.deref());
watch(document);
look([]);
})();
