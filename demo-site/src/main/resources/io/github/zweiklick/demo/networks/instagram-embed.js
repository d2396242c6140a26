/* Simuliertes Netzwerk: stands for the network's own loader script. */
document.querySelectorAll('blockquote.instagram-media').forEach(function (quote) {
  var path = new URL(quote.getAttribute('data-instgrm-permalink')).pathname;
  var frame = document.createElement('iframe');
  frame.src = '{{origin:www.instagram.com}}' + path + 'embed/captioned/?cr=1&v=14&rd=' +
    encodeURIComponent(location.origin) + '&rp=' + encodeURIComponent(location.pathname);
  frame.title = 'Instagram (simuliert)';
  frame.width = 500;
  frame.height = 640;
  frame.style.cssText = 'border:0;max-width:100%';
  quote.replaceWith(frame);
});
