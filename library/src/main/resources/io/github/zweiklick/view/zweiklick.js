// Placeholders of zweiklick, before any click: see docs/contract.md. What is needed afterwards comes with active.js.
(() => {
'use strict';
const key = 'zweiklick';
const tag = key + '-embed';
// Boxes of the guard and fragments bring this script with them.
if (customElements.get(tag)) return;
// Whatever else a page has disarms what names our form.
const ours = '[form=' + key + '-form]';
const embeds = new Set();
const refuses = navigator.globalPrivacyControl || navigator.doNotTrack === '1';
let arrival;
// In two parts, or the compiler looks for the file. Assets puts the name with the hash in its place.
const more = () => arrival ||= import('./active' + '.js').catch(error => {
  arrival = null;
  throw error;
});

// Storage may be forbidden: then nothing is remembered.
const storage = ofTab => {
  try {
    return window[ofTab ? 'sessionStorage' : 'localStorage'];
  } catch {}
};
const stored = ofTab => {
  try {
    return JSON.parse(storage(ofTab)[key]) || {};
  } catch {
    return {};
  }
};
const store = (ofTab, name, grant) => {
  try {
    // What is undefined is left out.
    const grants = JSON.stringify({...stored(ofTab), [name]: grant});
    if (grants === '{}') {
      storage(ofTab).removeItem(key);
    } else {
      storage(ofTab)[key] = grants;
    }
  } catch {}
};

// Buttons find a form in their own tree only, which may be a shadow tree.
const form = embed => {
  const root = embed.getRootNode();
  let found = root.getElementById(key + '-form');
  if (!found) {
    found = document.createElement('form');
    found.id = key + '-form';
    found.method = 'post';
    found.hidden = true;
    (root.body || root).prepend(found);
  }
  return found;
};

// Other tabs are told by the browser, this one by ourselves: its settings and placeholders.
const changed = () => window.dispatchEvent(new StorageEvent('storage', {key}));
const checkAll = () => embeds.forEach(embed => embed.check());

const seen = new IntersectionObserver(entries => entries.forEach(entry => {
  if (entry.isIntersecting && !document.prerendering && !document.hidden) entry.target.replay();
}));

class Embed extends HTMLElement {
  connectedCallback() {
    // Where this script comes early, what the element holds has yet to be read.
    if (document.readyState === 'loading') {
      document.addEventListener('readystatechange', () => this.isConnected && this.connectedCallback(), {once: true});
      return;
    }
    const {notice, service, host, days, session} = this.dataset;
    if (!notice) {
      // Made by a script, which wrote no more than an address.
      if (!service && this.getAttribute('href')) more().then(() => this.ask());
      return;
    }
    if (!this.one('[name=scope]')) return;
    if (!this.name) {
      this.name = service + (host ? '@' + host : '');
      this.ofTab = session != null;
      this.bar = this.one('.zweiklick-bar');
      this.addEventListener('click', this);
      // Copied from one that was loaded.
      this.frame = this.one('.zweiklick-frame');
      if (this.frame) this.end();
    }
    if (!refuses && (days || this.ofTab) && storage(this.ofTab)) {
      this.querySelectorAll('[value=remember],[data-zweiklick=remember]').forEach(node => node.hidden = false);
    }
    embeds.add(this);
    this.check();
  }

  disconnectedCallback() {
    embeds.delete(this);
    seen.unobserve(this);
    if (this.frame) this.end();
  }

  // Of its own: an author's words may hold anything, another one too.
  one(selector) {
    return [...this.querySelectorAll(selector)].find(node => node.closest(tag + ',.zweiklick-alternative') === this);
  }

  tell(event, scope, cancelable) {
    const {service, host} = this.dataset;
    return this.dispatchEvent(new CustomEvent(key + ':' + event, {bubbles: true, cancelable, detail: {service, host, scope}}));
  }

  // A permission counts for the notice it was given on, for so many days, and while no signal speaks against it.
  granted() {
    const grant = !refuses && stored(this.ofTab)[this.name];
    const age = grant ? Date.now() - grant.time : -1;
    return age >= 0 && age < Math.min(this.ofTab ? 180 : this.dataset.days || 0, 180) * 864e5 && grant.notice === this.dataset.notice;
  }

  remember() {
    store(this.ofTab, this.name, {time: Date.now(), notice: this.dataset.notice, lang: this.lang});
  }

  handleEvent(event) {
    const button = event.target.closest('button');
    if (button?.closest(tag + ',.zweiklick-alternative') !== this) return;
    if (button.name === 'scope') {
      // Not one of the author's own words.
      if (!button.matches(ours)) return;
      if (this.frame || !this.load(button)) event.preventDefault();
    } else if (button.matches('.zweiklick-control')) {
      this.drop(button.dataset.zweiklick);
    }
  }

  // The visitor's own click submits the form: the frame must be there and named before.
  load(button) {
    const scope = button.value;
    if (!this.tell('load', scope, true)) return false;
    form(this);
    if (scope === 'remember') this.remember();
    this.remembered = scope !== 'once' && this.granted();
    const frame = this.frame = document.createElement('iframe');
    frame.name = button.formTarget = key + crypto.getRandomValues(new Uint32Array(4)).join('-');
    frame.title = this.bar.dataset.frame;
    frame.className = 'zweiklick-frame';
    const {ratio, height} = this.dataset;
    frame.style.aspectRatio = ratio || '';
    frame.style.height = ratio ? '' : height + 'px';
    this.insertBefore(frame, this.one('.zweiklick-end'));
    frame.onload = () => more().then(() => this.arrived(frame, scope));
    const [close, withdraw] = this.querySelectorAll('.zweiklick-control');
    // After loading once, closing takes back all that was allowed.
    close.dataset.zweiklick = this.remembered ? 'close' : 'withdraw';
    withdraw.hidden = !this.remembered;
    this.bar.hidden = false;
    this.dataset.state = 'active';
    if (scope !== 'replay') this.bar.focus();
    if (scope === 'remember') checkAll();
    return true;
  }

  replay() {
    seen.unobserve(this);
    if (this.frame || this.shut || !this.granted()) return;
    const button = this.one(ours).cloneNode();
    button.value = 'replay';
    button.hidden = true;
    this.append(button);
    if (this.load(button)) form(this).requestSubmit(button);
    button.remove();
  }

  // By a control, or without one where it was taken back elsewhere. Waits for nothing: only what is said of it comes with active.js.
  drop(action) {
    if (!this.frame) return;
    const {remembered} = this;
    const isFocused = action || this.contains(this.getRootNode().activeElement);
    const isClosed = action === 'close';
    this.shut ||= isClosed;
    if (action === 'withdraw' && remembered) store(this.ofTab, this.name);
    this.end();
    more().then(() => this.say(isClosed || !remembered ? 'closed' : 'withdrawn'));
    if (isFocused) this.one('[value=once][form]').focus();
    if (isClosed) return;
    this.tell('withdrawn', remembered ? 'remember' : 'once');
    if (action) changed();
  }

  end() {
    this.frame.remove();
    this.frame = null;
    this.bar.hidden = true;
    this.dataset.state = 'placeholder';
  }

  check() {
    if (this.frame) {
      if (this.remembered && !this.granted()) this.drop();
    } else if (!this.shut && this.granted()) {
      seen.unobserve(this);
      seen.observe(this);
    }
  }
}

// What has aged out is not kept either.
Object.entries(stored()).forEach(([name, grant]) => Date.now() - grant?.time < 180 * 864e5 || store(false, name));
// What active.js and settings.js build on.
Embed.parts = {key, embeds, refuses, storage, stored, store, changed};
// Permissions from outside: docs/javascript.md.
const api = window[key] = {};
for (const call of ['allow', 'withdraw', 'state']) api[call] = (...given) => more().then(() => Embed[call](...given));
window.addEventListener('storage', event => {
  if (!event.key || event.key === key) checkAll();
});
window.addEventListener('pageshow', checkAll);
document.addEventListener('visibilitychange', checkAll);
document.addEventListener('prerenderingchange', checkAll);
customElements.define(tag, Embed);
})();
