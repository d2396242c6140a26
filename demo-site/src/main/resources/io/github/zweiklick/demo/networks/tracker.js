/* Simuliertes Netzwerk: an audience counter as templates carry them. */
new Image().src = '{{origin:stats.werbenetz.example}}/pixel.gif?t=pageview&dl=' + encodeURIComponent(location.href);
