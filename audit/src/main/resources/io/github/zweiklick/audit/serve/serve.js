// Follows an audit: asks how it goes on and writes that into the page. Without this script the page's link does.

const EVERY = 1500;
const live = document.querySelector('[data-progress]');

if (live) {
  const bar = live.querySelector('progress');
  const hosts = live.querySelector('[data-hosts]');

  /** Only what changed: what is written is read aloud. */
  const say = (key, text) => {
    const place = live.querySelector(`[data-live="${key}"]`);
    if (place && place.textContent !== text) place.textContent = text;
  };

  const show = now => {
    Object.entries(now.texts).forEach(([key, text]) => say(key, text));
    if (now.total > 0) {
      bar.max = now.total;
      bar.value = now.done;
    }
    for (const host of now.hosts.slice(hosts.children.length)) {
      const code = document.createElement('code');
      code.textContent = host;
      const item = document.createElement('li');
      item.append(code);
      hosts.append(item);
    }
  };

  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.progress, {cache: 'no-store'});
      const now = await answer.json();
      if (now.state !== live.dataset.state) {
        location.reload();
        return;
      }
      show(now);
    } catch {
      say('status', live.dataset.lost);
    }
    setTimeout(ask, EVERY);
  };

  document.querySelectorAll('[data-without-script]').forEach(element => {
    element.hidden = true;
  });
  setTimeout(ask, EVERY);
}
