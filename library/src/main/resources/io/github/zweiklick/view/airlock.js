// The airlock's own script: relays heights, and says when a policy stopped the service.
(() => {
'use strict';
const framed = window !== top;

// Inside the sandbox of a script service this file only measures.
if (location.href === 'about:srcdoc') {
  const send = () => parent.postMessage({height: document.documentElement.offsetHeight}, '*');
  new ResizeObserver(send).observe(document.documentElement);
  return;
}

const failed = () => {
  const text = document.querySelector('.airlock-failed');
  if (text) text.hidden = false;
};
let violated = false;
document.addEventListener('securitypolicyviolation', event => {
  if (event.disposition === 'enforce' && /^(frame|child|default|script)-src/.test(event.effectiveDirective)) {
    violated = true;
    failed();
  }
});

// Services write heights in many shapes: a number named height, in an object or its JSON.
const height = (data, depth) => {
  if (typeof data === 'string') {
    try {
      data = JSON.parse(data);
    } catch {
      return 0;
    }
  }
  if (!data || typeof data !== 'object' || depth > 3) return 0;
  if (data.height > 0) return +data.height;
  for (const value of Object.values(data).slice(0, 20)) {
    const found = value && typeof value === 'object' && height(value, depth + 1);
    if (found) return found;
  }
  return 0;
};

// Listens from the start: a quick service tells its height before this document is complete.
const service = () => document.getElementById('service');
const known = (frame, origin) => frame.hasAttribute('srcdoc') ? origin === 'null'
  : frame.dataset.sources.split(' ').some(source => {
    const star = source.indexOf('://*.');
    return star < 0 ? origin === source
      : origin.startsWith(source.slice(0, star + 3)) && origin.endsWith(source.slice(star + 4));
  });
let last = 0;
const relay = () => parent.postMessage({type: 'zweiklick-height', height: last}, location.origin);
addEventListener('message', event => {
  // The page's script may have come later than the height.
  if (framed && event.source === parent && event.origin === location.origin) {
    if (last && event.data?.type === 'zweiklick-ask') relay();
    return;
  }
  const frame = service();
  if (!frame || event.source !== frame.contentWindow || !known(frame, event.origin)) return;
  const pixels = Math.min(Math.ceil(height(event.data, 0)), 4000);
  if (!(pixels > 0)) return;
  last = Math.max(pixels, 50);
  if (framed) {
    relay();
  } else {
    frame.style.aspectRatio = 'auto';
    frame.style.height = last + 'px';
  }
});

document.addEventListener('DOMContentLoaded', () => {
  if (violated) failed();
  if (framed) document.body.classList.remove('airlock-page');
  const frame = service();
  if (!frame) return;
  if (frame.dataset.ratio && !framed && !frame.style.height) frame.style.aspectRatio = frame.dataset.ratio;
  // Some services tell their height only when asked.
  frame.addEventListener('load', () => {
    if (frame.src) frame.contentWindow.postMessage({type: 'setHeight', id: 1}, new URL(frame.src).origin);
  });
});
})();
