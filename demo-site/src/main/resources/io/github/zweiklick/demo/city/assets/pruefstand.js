/* Keeps the board current: asks for the version, and for the page when it has grown. */
(function () {
  const path = location.pathname;
  document.getElementById('live').hidden = false;

  async function look() {
    const board = document.getElementById('stand');
    try {
      const standing = await (await fetch(path + '/stand.json')).json();
      if (String(standing.version) !== board.dataset.version) {
        const page = new DOMParser().parseFromString(await (await fetch(path)).text(), 'text/html');
        board.replaceWith(document.adoptNode(page.getElementById('stand')));
      }
    } catch (stopped) {
      // The demo was ended; the board keeps what it showed, and the next look tries again.
    }
    setTimeout(look, document.hidden ? 4000 : 1000);
  }

  look();
})();
