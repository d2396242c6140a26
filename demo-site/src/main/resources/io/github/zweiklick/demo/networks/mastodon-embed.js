/* Simuliertes Netzwerk: stands for the network's own loader script. */
document.querySelectorAll('blockquote.mastodon-embed').forEach(function (quote) {
  var frame = document.createElement('iframe');
  frame.src = '{{origin:social.musterstadt.example}}' + new URL(quote.getAttribute('data-embed-url')).pathname;
  frame.title = 'Mastodon (simuliert)';
  frame.width = 500;
  frame.height = 360;
  frame.style.cssText = 'border:0;max-width:100%';
  quote.replaceWith(frame);
});
