// <zweiklick-share>: what a browser can do itself. Markup and links come from the server.
(() => {
'use strict';
const key = 'zweiklick-share';
if (customElements.get(key)) return;
const can = {
  copy: () => navigator.clipboard,
  system: () => navigator.share,
  print: () => window.print
};

class Share extends HTMLElement {
  connectedCallback() {
    this.said ||= this.querySelector('[role=status]');
    if (!this.said) return;
    for (const button of this.querySelectorAll('[data-zweiklick]')) {
      button.parentElement.hidden = !can[button.dataset.zweiklick]();
    }
    this.addEventListener('click', this);
  }

  async handleEvent(event) {
    const action = event.target.closest('[data-zweiklick]')?.dataset.zweiklick;
    const {address: url, title} = this.dataset;
    this.said.textContent = '';
    try {
      if (action === 'copy') {
        await navigator.clipboard.writeText(url);
        this.said.textContent = this.said.dataset.copied;
      } else if (action === 'system') {
        await navigator.share({title, url});
      } else if (action) {
        print();
      }
    } catch (refused) {
      // The visitor has closed the sheet, or the browser does not permit it: nothing has happened.
    }
  }
}
customElements.define(key, Share);

// The page that asks for a server: keeps it in this browser where the visitor wants that.
const box = document.querySelector('form [data-zweiklick=keep]');
if (!box) return;
const form = box.closest('form');
let storage;
try {
  storage = localStorage;
} catch (forbidden) {
  return;
}
const name = key + '-' + form.elements.service.value;
const keep = box.querySelector('input');
const longest = 180 * 864e5;
let kept;
try {
  const {host, time} = JSON.parse(storage.getItem(name));
  if (Date.now() - time < longest) kept = host;
} catch (none) {
  // Nothing is kept, or nothing that can be read.
}
if (!kept) storage.removeItem(name);
box.hidden = false;
if (kept) {
  keep.checked = true;
  form.elements.host.value ||= kept;
}
form.addEventListener('submit', () => {
  if (keep.checked) storage.setItem(name, JSON.stringify({host: form.elements.host.value, time: Date.now()}));
  else storage.removeItem(name);
});
})();
