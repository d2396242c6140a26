// Leads links and navigations that scripts make to hosts the page's Connection-Allowlist does not name by way of the
// site itself: see docs/headers.md.
(() => {
'use strict';
const {base, hosts} = document.currentScript.dataset;
const listed = hosts.split(' ').filter(Boolean);
const out = base + '/out';

// The address as the browser reads it, where it leads to a host that is not listed.
const foreign = (address, from) => {
  let url;
  try {
    url = new URL(address, from || document.baseURI);
  } catch {
    return;
  }
  const host = url.hostname;
  const known = url.origin === location.origin || listed.some(pattern =>
    pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern);
  return !known && /^https?:$/.test(url.protocol) && url.href;
};
const way = address => out + '?to=' + encodeURIComponent(address);
const formWay = address => {
  const bytes = Array.from(new TextEncoder().encode(address), byte => String.fromCharCode(byte)).join('');
  return out + '/form/' + btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
};

// Links, in shadow trees as well, before anything is done with them.
const xlink = 'http:' + '//www.w3.org/1999/xlink';
const turn = event => event.composedPath().forEach(node => {
  if (!node.localName || !/^(a|area)$/.test(node.localName)) return;
  const plain = node.hasAttribute('href');
  const href = plain ? node.getAttribute('href') : node.getAttributeNS(xlink, 'href');
  const address = href && foreign(href);
  if (!address) return;
  if (plain) {
    node.setAttribute('href', way(address));
  } else {
    node.setAttributeNS(xlink, 'href', way(address));
  }
});
['pointerdown', 'focusin', 'contextmenu', 'click', 'auxclick', 'dragstart'].forEach(type =>
  addEventListener(type, turn, {capture: true, passive: true}));

// Forms, when all others have had their say.
const address = (form, button) =>
  button && button.hasAttribute('formaction') ? button.getAttribute('formaction') : form.getAttribute('action') || '';
const turnForm = (form, button) => {
  const target = foreign(address(form, button));
  if (target) {
    if (button && button.hasAttribute('formaction')) {
      button.setAttribute('formaction', formWay(target));
    } else {
      form.setAttribute('action', formWay(target));
    }
  }
};
addEventListener('submit', event => {
  if (!event.defaultPrevented) turnForm(event.target, event.submitter);
});
const prototype = HTMLFormElement.prototype;
const submit = prototype.submit;
prototype.submit = function() {
  turnForm(this);
  submit.call(this);
};

const open = window.open;
window.open = function(url, ...rest) {
  const target = url && foreign(String(url));
  return open.call(this || window, target ? way(target) : url, ...rest);
};

// What is left: location, clicks on links that are in no document, and forms whose event was kept from us.
if (window.navigation) {
  navigation.addEventListener('navigate', event => {
    const target = !event.downloadRequest && event.cancelable && foreign(event.destination.url);
    if (!target) return;
    event.preventDefault();
    if (event.formData) {
      resend(target, event.formData);
    } else if (event.navigationType === 'replace') {
      location.replace(way(target));
    } else {
      location.assign(way(target));
    }
  });
}
const resend = (target, data) => {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = formWay(target);
  form.hidden = true;
  for (const [name, value] of data) {
    const field = document.createElement('input');
    field.name = name;
    if (value instanceof File) {
      const files = new DataTransfer();
      files.items.add(value);
      field.type = 'file';
      field.files = files.files;
      form.enctype = 'multipart/form-data';
    } else {
      field.type = 'hidden';
      field.value = value;
    }
    form.append(field);
  }
  document.documentElement.append(form);
  submit.call(form);
  form.remove();
};
})();
