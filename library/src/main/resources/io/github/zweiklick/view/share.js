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
const form = document.querySelector('form:has([data-zweiklick=keep])');
if (!form) return;
let storage;
try {
  storage = localStorage;
} catch (forbidden) {
  return;
}
const name = key + '-' + form.elements.service.value;
const box = form.querySelector('[data-zweiklick=keep]');
const keep = box.querySelector('input');
const kept = storage.getItem(name);
box.hidden = false;
if (kept) {
  keep.checked = true;
  form.elements.host.value ||= kept;
}
form.addEventListener('submit', () => {
  if (keep.checked) storage.setItem(name, form.elements.host.value);
  else storage.removeItem(name);
});
})();
