/* Simuliertes Netzwerk: stands for the network's own loader script. */
document.querySelectorAll('[data-bluesky-uri]').forEach(function (quote) {
  var frame = document.createElement('iframe');
  frame.src = '{{origin:embed.bsky.app}}/embed/' + quote.getAttribute('data-bluesky-uri').slice('at://'.length) +
    '?ref_url=' + encodeURIComponent(location.href);
  frame.title = 'Bluesky (simuliert)';
  frame.width = 500;
  frame.height = 360;
  frame.style.cssText = 'border:0;max-width:100%';
  quote.replaceWith(frame);
});
