// What a placeholder needs once it is used: comes with the first click or call, see zweiklick.js and docs/contract.md.
(() => {
'use strict';
const Embed = customElements.get('zweiklick-embed');
const {embeds, refuses, stored, store, changed} = Embed.parts;
const tabs = [false, true];
const least = 50;
const most = 4000;

const nameOf = (service, host) => service + (host ? '@' + host : '');
const find = name => [...embeds].find(embed => embed.name === name);

Object.assign(Embed.prototype, {
  say(what, words) {
    const status = this.one('.zweiklick-status');
    status.textContent = words || status.dataset[what];
  },

  // The first document is empty, and what comes next may not be complete. What cannot be read is the browser's error page.
  arrived(frame, scope) {
    if (this.frame !== frame) return;
    const page = frame.contentDocument;
    if (page?.getElementById('service')) {
      frame.onload = null;
      this.say(scope === 'remember' && !this.remembered ? 'once' : scope);
      this.tell('loaded', scope);
    } else if (!page || page.URL !== 'about:blank' && page.readyState === 'complete') {
      // The question once more, whose title asks to decide again, or a refusal.
      this.say('failed', page?.querySelector('[name=scope]') && page.title);
    }
  },

  // Becomes what a pasted code of its address would have become; its own words stay.
  ask() {
    if (this.asked) return;
    this.asked = true;
    const base = new URL('..', import.meta.url);
    const query = new URLSearchParams({href: this.getAttribute('href'), n: Math.ceil(Math.random() * 8999) + 1000});
    const lang = this.closest('[lang]')?.lang;
    if (lang) query.set('lang', lang);
    const request = new XMLHttpRequest();
    // It reads a document without any of the sinks that a site's Trusted Types may forbid.
    request.open('GET', base + 'embed?' + query);
    request.responseType = 'document';
    request.onload = () => {
      const made = request.response?.body.firstElementChild;
      if (made?.localName !== this.localName) {
        if (made && request.status === 404) this.append(made);
        return;
      }
      made.querySelectorAll('noscript').forEach(node => node.remove());
      made.querySelector('.zweiklick-alternative').append(...this.childNodes);
      for (const {name, value} of made.attributes) this.setAttribute(name, value);
      this.append(...made.childNodes);
      this.connectedCallback();
    };
    request.send();
  }
});

Object.assign(Embed, {
  // Only where the visitor was told what for, and has just done something.
  allow(service, host) {
    const embed = find(nameOf(service, host));
    if (!embed || !(embed.ofTab || embed.dataset.days)) {
      throw new Error('No placeholder of ' + service + ' in this page offers to allow it for longer than once');
    }
    if (refuses) throw new Error('The visitor\'s browser sends a signal against tracking: nothing is to be remembered');
    if (navigator.userActivation?.isActive === false) throw new Error('Only a visitor allows ' + service + ': call this when something was clicked');
    embed.remember();
    changed();
  },

  withdraw(service, host) {
    for (const ofTab of tabs) {
      for (const name of service ? [nameOf(service, host)] : Object.keys(stored(ofTab))) store(ofTab, name);
    }
    changed();
  },

  state(service, host) {
    const name = nameOf(service, host);
    const embed = find(name);
    const grant = tabs.map(ofTab => stored(ofTab)[name]).find(Boolean);
    return grant && !refuses && (!embed || embed.granted()) ? {allowed: true, since: new Date(grant.time)} : {allowed: false};
  }
});

const set = (embed, height) => {
  embed.frame.style.aspectRatio = 'auto';
  embed.frame.style.height = Math.min(Math.max(height, least), most) + 'px';
};
addEventListener('message', event => {
  const {data} = event;
  if (event.origin !== location.origin || data?.type !== 'zweiklick-height' || !(data.height > 0)) return;
  for (const embed of embeds) {
    if (embed.frame?.contentWindow === event.source) set(embed, data.height);
  }
});
// Those that were quicker than this script.
for (const embed of embeds) embed.frame?.contentWindow?.postMessage({type: 'zweiklick-ask'}, location.origin);
})();
