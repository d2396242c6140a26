/* What a site's own scripts may ask of Zweiklick when a visitor clicks something. */
(function () {
  const said = document.getElementById('gesagt');

  function onClick(id, call, done) {
    document.getElementById(id).addEventListener('click', () => {
      call().then(() => { said.textContent = done; }, error => { said.textContent = error.message; });
    });
  }

  onClick('erlauben', () => window.zweiklick.allow('youtube'), 'YouTube is allowed: its content loads as it comes into view.');
  onClick('widerrufen', () => window.zweiklick.withdraw(), 'Nothing is allowed any more.');
})();
