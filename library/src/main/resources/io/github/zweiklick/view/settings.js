// The page of permissions: lists what this browser has stored, and forgets it.
(() => {
'use strict';
const key = 'zweiklick';
const read = () => {
  try {
    return JSON.parse(localStorage.getItem(key)) || {};
  } catch {
    return {};
  }
};
const write = grants => {
  try {
    if (Object.keys(grants).length) {
      localStorage.setItem(key, JSON.stringify(grants));
    } else {
      localStorage.removeItem(key);
    }
  } catch {}
};

document.addEventListener('DOMContentLoaded', () => {
  const list = document.getElementById('grants');
  const said = document.getElementById('said');
  const all = document.getElementById('all');
  const patterns = [...list.children];

  const show = message => {
    const grants = read();
    list.replaceChildren();
    for (const [name, grant] of Object.entries(grants)) {
      const [service, host] = name.split('@');
      const pattern = patterns.find(item => item.dataset.service === service);
      if (!pattern || !grant) continue;
      const item = pattern.cloneNode(true);
      const until = new Date(grant.time + list.dataset.days * 864e5).toLocaleDateString(document.documentElement.lang);
      item.hidden = false;
      item.querySelector('span').textContent = (host ? ' (' + host + ')' : '') + ' ' + list.dataset.until + ' ' + until;
      item.querySelector('button').addEventListener('click', () => {
        const now = read();
        delete now[name];
        write(now);
        show(said.dataset.done);
      });
      list.append(item);
    }
    all.hidden = !list.children.length;
    said.textContent = message || (list.children.length ? '' : said.dataset.none);
  };

  all.addEventListener('click', () => {
    write({});
    show(said.dataset.done);
  });
  addEventListener('storage', () => show());
  show();
});
})();
