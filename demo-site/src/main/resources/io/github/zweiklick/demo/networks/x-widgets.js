/* Simuliertes Netzwerk: stands for the network's own loader script. */
(function () {
  function frame(src, height) {
    var made = document.createElement('iframe');
    made.src = src + '&origin=' + encodeURIComponent(location.href);
    made.title = 'X (simuliert)';
    made.width = 550;
    made.height = height;
    made.style.cssText = 'border:0;max-width:100%';
    return made;
  }
  document.querySelectorAll('blockquote.twitter-tweet').forEach(function (quote) {
    var links = quote.querySelectorAll('a[href*="/status/"]');
    var id = /\/status\/(\d+)/.exec(links[links.length - 1].href)[1];
    quote.replaceWith(frame('{{origin:platform.twitter.com}}/embed/Tweet.html?dnt=false&id=' + id, 380));
  });
  document.querySelectorAll('a.twitter-timeline').forEach(function (link) {
    var name = new URL(link.href).pathname.slice(1);
    link.replaceWith(frame('{{origin:syndication.twitter.com}}/srv/timeline-profile/screen-name/' + name + '?dnt=false', 380));
  });
})();
