/* Simuliertes Netzwerk: stands for the network's own loader script. */
(function () {
  function parse() {
    document.querySelectorAll('.fb-post, .fb-page, .fb-video').forEach(function (element) {
      if (element.querySelector('iframe')) return;
      var kind = /fb-(post|page|video)/.exec(element.className)[1];
      var frame = document.createElement('iframe');
      frame.src = '{{origin:www.facebook.com}}/plugins/' + kind + '.php?app_id=&channel=' +
        encodeURIComponent('domain=' + location.hostname + '&origin=' + location.origin) +
        '&href=' + encodeURIComponent(element.getAttribute('data-href'));
      frame.title = 'Facebook (simuliert)';
      frame.width = element.getAttribute('data-width') || 500;
      frame.height = 420;
      frame.style.cssText = 'border:0;max-width:100%';
      element.replaceChildren(frame);
    });
  }
  window.FB = {init: parse, XFBML: {parse: parse}};
  if (window.fbAsyncInit) window.fbAsyncInit();
  parse();
})();
