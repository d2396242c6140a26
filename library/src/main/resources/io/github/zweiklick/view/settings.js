// <zweiklick-settings>: tells what this browser has allowed, and takes it back. The markup comes from the server.
(() => {
'use strict';
const {key, refuses, storage, stored, store} = customElements.get('zweiklick-embed').parts;
const tag = key + '-settings';
if (customElements.get(tag)) return;
const day = 864e5;

class Settings extends HTMLElement {
  connectedCallback() {
    if (!this.said) {
      this.said = this.querySelector('.zweiklick-said');
      if (!this.said) return;
      this.items = [...this.querySelectorAll('.zweiklick-service')];
      this.all = this.querySelector('[data-zweiklick=all]');
      this.addEventListener('click', this);
    }
    addEventListener('storage', this);
    addEventListener('pageshow', this);
    this.part('refused').hidden = !refuses;
    this.part('unstorable').hidden = refuses || !!storage();
    this.show();
  }

  disconnectedCallback() {
    removeEventListener('storage', this);
    removeEventListener('pageshow', this);
  }

  part(name) {
    return this.querySelector('[data-zweiklick=' + name + ']');
  }

  handleEvent(event) {
    if (event.type !== 'click') {
      if (!event.key || event.key === key) this.show();
      return;
    }
    const action = event.target.closest('button')?.dataset.zweiklick;
    const item = event.target.closest('.zweiklick-service');
    if (action === 'all') {
      this.withdrawAll();
    } else if (action && item) {
      this.change(item, action);
    }
  }

  change(item, action) {
    const {notice, lang} = item.dataset;
    const allows = action === 'allow';
    store(this.ofTab(item), item.dataset.name, allows ? {time: Date.now(), notice, lang} : undefined);
    const state = item.querySelector('.zweiklick-state');
    this.tellAll(allows ? state.dataset.granted : this.said.dataset.done);
    // The button that had the focus is gone, or the whole service is.
    (item.hidden || !item.isConnected ? this.said : state).focus();
  }

  withdrawAll() {
    for (const ofTab of [false, true]) {
      for (const name of Object.keys(stored(ofTab))) store(ofTab, name);
    }
    this.tellAll(this.said.dataset.done);
    this.said.focus();
  }

  // The placeholders of this page as well; other tabs hear of it from the browser.
  tellAll(message) {
    dispatchEvent(new StorageEvent('storage', {key}));
    this.said.textContent = message;
  }

  ofTab(item) {
    return item.dataset.session != null;
  }

  // What counts: given on the present text, and not too long ago.
  grant(item, name = item.dataset.name) {
    const {days, notice} = item.dataset;
    const grant = stored(this.ofTab(item))[name];
    const age = grant ? Date.now() - grant.time : -1;
    return age >= 0 && age < (this.ofTab(item) ? 180 : days || 0) * day && grant.notice === notice && grant;
  }

  show() {
    this.addHosts();
    const granted = this.items.map(item => this.showOne(item)).filter(Boolean);
    this.all.hidden = !granted.length;
    this.said.textContent = granted.length ? '' : this.said.dataset.none;
  }

  // A service with many servers is allowed for one of them.
  addHosts() {
    this.items = this.items.filter(item => {
      if (!item.dataset.host || this.grant(item)) return true;
      item.remove();
      return false;
    });
    for (const pattern of this.items.filter(item => !item.dataset.host)) {
      const {service} = pattern.dataset;
      pattern.dataset.name = service;
      for (const name of Object.keys(stored(this.ofTab(pattern)))) {
        const isKnown = this.items.some(item => item.dataset.name === name);
        if (name.startsWith(service + '@') && !isKnown && this.grant(pattern, name)) {
          this.items.push(this.addHost(pattern, name));
        }
      }
    }
  }

  addHost(pattern, name) {
    const item = pattern.cloneNode(true);
    const host = name.slice(name.indexOf('@') + 1);
    item.dataset.name = name;
    item.dataset.host = host;
    const title = item.querySelector('.zweiklick-title');
    const named = title.textContent + ' (' + host + ')';
    const button = item.querySelector('[data-zweiklick=withdraw]');
    button.textContent = button.textContent.replace(title.textContent, () => named);
    title.textContent = named;
    item.hidden = true;
    pattern.after(item);
    return item;
  }

  showOne(item) {
    const grant = this.grant(item);
    const state = item.querySelector('.zweiklick-state');
    const allow = item.querySelector('[data-zweiklick=allow]');
    const {allowed, undecided} = state.dataset;
    if (allowed) {
      const date = time => new Date(time).toLocaleDateString(this.lang, {dateStyle: 'long'});
      // What was stored before the browser sent its signal does not count, but can be taken back.
      state.textContent = grant && !refuses
        ? allowed.replace('{since}', date(grant.time)).replace('{until}', date(grant.time + item.dataset.days * day))
        : undecided;
    }
    item.querySelector('[data-zweiklick=withdraw]').hidden = !grant;
    if (allow) allow.hidden = !!grant || refuses || !storage(this.ofTab(item));
    // Those the site does not embed are there only while they are allowed.
    if (!item.querySelector('details')) item.hidden = !grant;
    return grant;
  }
}
customElements.define(tag, Settings);
})();
