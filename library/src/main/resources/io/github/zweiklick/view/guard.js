// Keeps a page's own scripts from making contact by frames and hints, which no policy can. See docs/guard.md.
(() => {
'use strict';
const {currentScript} = document;
const data = currentScript.dataset;
// The script with the boxes looks into these.
currentScript.roots = [];
const mark = 'data-zweiklick-stopped';
const own = RegExp(data.own);
// Elements that make contact before a policy is asked, with the attributes by which they do.
const elements = {
  iframe: ['src', 'srcdoc'], object: ['data'], embed: ['src'], link: ['href', 'rel'], script: ['type']
};
const names = Object.keys(elements);
// Nearly all markup holds none of them, which is seen at once, without anything being made for it.
const begins = RegExp('<(' + names.join('|') + ')', 'i');
const tags = RegExp(begins.source + '(?=[\\s/])(([^>"\']|"[^"]*"|\'[^\']*\')*|[^>]*)>', 'gi');
// What these links fetch a policy stops without any contact.
const inert = /^(icon|\w*preload|stylesheet|\s)*$/i;
const setHtml = Element.prototype.__lookupSetter__('innerHTML');
const holder = document.createElement('template');
// Where a site's Trusted Types are enforced its own policies are what lets the guard read markup, which they do not see then.
let policy;
let isReading;

const parse = address => {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return '';
  }
};

const isForeign = address => /^http/.test(parse(address).href) && !own.test(parse(address).hostname);

// What shows that something was stopped. No Trusted Types ask for its address, and the nonce of this script is its own.
const show = () => import(data.boxes).catch(() => {});
const stop = (frame, address) => {
  frame.setAttribute(mark, parse(address).href);
  show();
};

// Sets an attribute to what may be left of its value.
const put = (element, name, value, set) => {
  name = name.toLowerCase();
  const kind = element.localName;
  const text = String(value);
  if (!elements[kind].includes(name)) return set(value);
  if (name === 'srcdoc') return set(clean(value));
  if (name === 'type') return set(text.replace(/speculation/i, 'x'));
  if (kind === 'link') {
    const isRel = name === 'rel';
    if (inert.test(isRel ? text : element.rel) || !isForeign(isRel ? element.getAttribute('href') : text)) return set(value);
    element.removeAttribute('href');
    return isRel && set(value);
  }
  if (isForeign(text)) {
    element.removeAttribute(name);
    return stop(element, text);
  }
  element.removeAttribute(mark);
  // The script of a javascript: frame would write a document that nobody has looked at; no other scheme of frames has a j.
  return set(/^j/.test(parse(text).href) ? 'about:blank' : value);
};

const tag = text => {
  // Of a placeholder, which came without its script where that was put in as text: it comes with the boxes.
  if (text.includes('"zweik')) show();
  isReading = true;
  try {
    setHtml.call(holder, policy ? policy.createHTML(text) : text);
  } catch {
    // A site's Trusted Types forbid to look at it; breaking the page would be worse.
    return text;
  } finally {
    isReading = false;
  }
  const element = holder.content.firstChild;
  // An attribute that never ends makes none.
  if (!element) return text;
  const before = element.outerHTML;
  for (const {name, value} of [...element.attributes]) {
    put(element, name, value, kept => kept === value || element.setAttribute(name, kept));
  }
  const after = element.outerHTML;
  // In the author's kind of quotes, since all this may stand in quotes.
  return after === before ? text : after.replace(/<\/\w+>$/, '').replace(/"/g, text.includes('"') ? '"' : "'");
};

// Only texts have this method. What is trusted was cleaned when it was made, and what scripts and styles hold is no markup.
const clean = (value, element) =>
  value?.replace && begins.test(value) && !/^s(cript|tyle)$/.test(element?.localName) ? value.replace(tags, tag) : value;

// The frame kept from an address that was aimed at its name.
const kept = (name, address) => {
  const frame = name && document.querySelector('iframe[name=' + CSS.escape(name) + ']');
  if (frame && isForeign(address)) {
    stop(frame, address);
    return frame;
  }
};

// A form's fields may hide its properties.
const isAimed = form => kept(form.getAttribute('target'), form.getAttribute('action'));

const withoutServers = options => options?.iceServers ? {
  ...options,
  iceServers: options.iceServers.filter(
    ({urls}) => ![].concat(urls).some(url => isForeign(url.replace(/^\w+:/, 'https://'))))
} : options;

// A frame's window or document.
const enter = found => {
  try {
    guard(found.defaultView || found);
  } catch {}
  return found;
};

const guard = view => {
  const {document} = view;
  if (view[mark]) return;
  view[mark] = data;
  const listen = (name, listener) => document.addEventListener(name, listener, true);
  // Replaces the setter, method or getter of properties; of one that is inherited there is an own one then.
  const on = (owner, properties, replacement) => properties.forEach(property => {
    const set = owner.__lookupSetter__(property);
    const get = owner.__lookupGetter__(property);
    const native = set || get || owner[property];
    if (!native) return;
    // The one that is used most, and whose cost is felt.
    const made = property === 'innerHTML' ? function(value) {
      native.call(this, clean(value, this));
    } : function(...values) {
      return replacement(values, native.bind(this), this, property);
    };
    if (set) {
      owner.__defineSetter__(property, made);
    } else if (get) {
      owner.__defineGetter__(property, made);
    } else {
      owner[property] = made;
    }
  });
  const inside = (name, properties, replacement) => view[name] && on(view[name].prototype, properties, replacement);

  ['Element', 'ShadowRoot', 'Document', 'Range', 'DOMParser'].forEach(
    name => [view[name], view[name].prototype].forEach(owner => on(
      owner,
      Object.getOwnPropertyNames(owner).filter(name => /HTML|ContextualF|FromS/.test(name)),
      (values, native) => native(...values.map(text => clean(text))))));
  // Of a tag that comes in parts; documents without a view are not written into.
  let tail = '';
  inside('Document', ['write', 'writeln'], (values, native) => {
    if (values.some(value => typeof value === 'object')) return native(...values);
    const text = tail + values.join('');
    tail = '';
    native(clean(text.replace(/<(\/?\w[^>]*)?$/, cut => {
      tail = cut;
      return '';
    })));
  });

  names.forEach(kind => {
    const owner = Object.getPrototypeOf(document.createElement(kind));
    on(owner, elements[kind], ([value], native, element, name) => put(element, name, value, native));
    // The last they take is the value or an attribute with it; what is given beyond that browsers ignore.
    on(owner, ['', 'NS', 'Node', 'NodeNS'].map(name => 'setAttribute' + name), (values, native, element) => {
      const [given] = values.splice(native.length - 1);
      const {value = given, name = values.at(-1)} = Object(given);
      put(element, name, value, kept => native(...values, given?.nodeType ? (given.value = kept, given) : kept));
    });
    on(owner, ['contentWindow', 'contentDocument'], (values, native) => enter(native()));
  });
  inside('TrustedTypePolicyFactory', ['createPolicy'], ([name, rules], native) => {
    if (!rules?.createHTML) return native(name, rules);
    return policy = native(name, Object.create(rules, {
      createHTML: {value: (...values) => isReading ? values[0] : clean(rules.createHTML(...values))}
    }));
  });
  // Those that are closed as well.
  inside('Element', ['attachShadow'], (values, native) => {
    const root = native(...values);
    currentScript.roots.push(new WeakRef(root));
    return root;
  });

  on(view, ['open'], (values, native) => kept(values[1], values[0])?.contentWindow || enter(native(...values)));
  inside('HTMLFormElement', ['submit'], (values, native, form) => isAimed(form) || native());
  listen('submit', event => isAimed(event.target) && event.preventDefault());
  listen('click', event => {
    const link = !event.isTrusted && event.target.closest?.('a');
    if (link && kept(link.target, link.href)) event.preventDefault();
  });
  listen('load', event => enter(event.target.contentWindow));

  ['RTCPeerConnection', 'webkitRTCPeerConnection'].forEach(name => {
    const native = view[name];
    // No method of the prototype sees what the constructor is given.
    if (native) view[name] = class extends native {
      constructor(options) {
        super(withoutServers(options));
      }
      setConfiguration(options) {
        super.setConfiguration(withoutServers(options));
      }
    };
  });
  inside('CredentialsContainer', ['get', 'create'], ([options], native) => {
    const {rpId, rp} = options?.publicKey || '';
    const id = rpId || rp?.id;
    return id && isForeign('https://' + id) && !location.hostname.endsWith('.' + id)
      ? Promise.reject(new DOMException()) : native(options);
  });
};

guard(window);
})();
