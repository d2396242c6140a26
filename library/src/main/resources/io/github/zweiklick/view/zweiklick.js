// Placeholders of zweiklick: see docs/contract.md.
(() => {
'use strict';
// The boxes of the guard bring this script with them.
if (customElements.get('zweiklick-embed')) return;
const key = 'zweiklick';
const embeds = new Set();
const refuses = navigator.globalPrivacyControl || navigator.doNotTrack === '1';

// Storage may be forbidden: then nothing is remembered.
const stored = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
};
const store = (name, grant) => {
  try {
    // What is undefined is left out.
    const grants = JSON.stringify({...stored(), [name]: grant});
    if (grants === '{}') {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, grants);
    }
  } catch {}
};
const storable = () => {
  try {
    return !!localStorage;
  } catch {
    return false;
  }
};

// Buttons find a form in their own tree only, which may be a shadow tree.
const form = embed => {
  const root = embed.getRootNode();
  let found = root.getElementById('zweiklick-form');
  if (!found) {
    found = document.createElement('form');
    found.id = 'zweiklick-form';
    found.method = 'post';
    found.hidden = true;
    (root.body || root).prepend(found);
  }
  return found;
};

const checkAll = () => embeds.forEach(embed => embed.check());

const seen = new IntersectionObserver(entries => entries.forEach(entry => {
  if (entry.isIntersecting && !document.prerendering && !document.hidden) {
    entry.target.replay();
  }
}));

class Embed extends HTMLElement {
  connectedCallback() {
    if (!this.dataset.notice || !this.one('[name=scope]')) return;
    if (!this.name) {
      const {service, host} = this.dataset;
      this.name = service + (host ? '@' + host : '');
      this.bar = this.one('.zweiklick-bar');
      this.addEventListener('click', this);
      // Copied from one that was loaded.
      this.frame = this.one('.zweiklick-frame');
      if (this.frame) this.end();
    }
    if (!refuses && this.dataset.days && storable()) {
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

  one(selector) {
    return this.querySelector(selector);
  }

  say(what) {
    const status = this.one('.zweiklick-status');
    status.textContent = what ? status.dataset[what] : '';
  }

  tell(event, scope, cancelable) {
    return this.dispatchEvent(new CustomEvent('zweiklick:' + event, {
      bubbles: true, cancelable, detail: {service: this.dataset.service, host: this.dataset.host, scope}
    }));
  }

  // A permission counts for the notice it was given on, and for so many days.
  granted() {
    const grant = stored()[this.name];
    const age = grant ? Date.now() - grant.time : -1;
    return age >= 0 && age < Math.min(this.dataset.days || 0, 180) * 864e5 && grant.notice === this.dataset.notice;
  }

  handleEvent(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.name === 'scope') {
      if (this.frame || !this.load(button)) event.preventDefault();
    } else if (button.dataset.zweiklick === 'withdraw') {
      this.withdraw();
    } else if (button.dataset.zweiklick === 'close') {
      this.shut = true;
      this.end('closed', true);
    }
  }

  // The visitor's own click submits the form: the frame must be there and named before.
  load(button) {
    const scope = button.value;
    if (!this.tell('load', scope, true)) return false;
    form(this);
    if (scope === 'remember') store(this.name, {time: Date.now(), notice: this.dataset.notice});
    this.remembered = scope !== 'once' && this.granted();
    const frame = this.frame = document.createElement('iframe');
    const name = button.formTarget = key + crypto.getRandomValues(new Uint32Array(4)).join('-');
    frame.name = name;
    frame.title = this.bar.dataset.frame;
    frame.className = 'zweiklick-frame';
    if (this.dataset.ratio) {
      frame.style.aspectRatio = this.dataset.ratio;
    } else {
      frame.style.height = this.dataset.height + 'px';
    }
    this.insertBefore(frame, this.one('.zweiklick-end'));
    frame.onload = () => {
      // The first document is empty; a refusal or the question again is no content.
      const page = frame.contentDocument;
      if (this.frame !== frame || !page || !page.getElementById('service')) return;
      frame.onload = null;
      this.say(scope === 'remember' && !this.remembered ? 'once' : scope);
      this.tell('loaded', scope);
    };
    const [close, withdraw] = this.querySelectorAll('.zweiklick-control');
    // After loading once, closing takes back all that was allowed.
    close.dataset.zweiklick = this.remembered ? 'close' : 'withdraw';
    withdraw.dataset.zweiklick = this.remembered ? 'withdraw' : '';
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
    const button = this.one('[value=once]').cloneNode();
    button.value = 'replay';
    button.hidden = true;
    this.append(button);
    if (this.load(button)) form(this).requestSubmit(button);
    button.remove();
  }

  end(what, focus) {
    this.frame.remove();
    this.frame = null;
    this.bar.hidden = true;
    this.dataset.state = 'placeholder';
    this.say(what);
    if (focus) this.one('[value=once]').focus();
  }

  withdraw() {
    if (this.remembered) store(this.name);
    this.end(this.remembered ? 'withdrawn' : 'closed', true);
    this.tell('withdrawn', this.remembered ? 'remember' : 'once');
    checkAll();
  }

  check() {
    if (this.frame) {
      if (this.remembered && !this.granted()) {
        this.end('withdrawn');
        this.tell('withdrawn', 'remember');
      }
    } else if (!this.shut && this.granted()) {
      seen.unobserve(this);
      seen.observe(this);
    }
  }
}

addEventListener('message', event => {
  const data = event.data;
  if (event.origin !== location.origin || !data || data.type !== 'zweiklick-height' || !(data.height > 0)) return;
  embeds.forEach(embed => {
    if (embed.frame && embed.frame.contentWindow === event.source) {
      embed.frame.style.aspectRatio = 'auto';
      embed.frame.style.height = Math.min(Math.max(data.height, 50), 4000) + 'px';
    }
  });
});
addEventListener('storage', event => {
  if (!event.key || event.key === key) checkAll();
});
addEventListener('pageshow', checkAll);
document.addEventListener('visibilitychange', checkAll);
document.addEventListener('prerenderingchange', checkAll);
customElements.define('zweiklick-embed', Embed);
})();
