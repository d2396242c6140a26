// What tests ask of computed styles. Each answer is a list of what is wrong, in words.
window.looks = (() => {
  const channels = colour => colour.match(/[\d.]+/g).map(Number);
  const shows = node => node.checkVisibility({visibilityProperty: true}) && !node.closest('.zweiklick-aside, zweiklick-share .zweiklick-note, .zweiklick-skip:not(:focus)');
  const name = node => node.localName + '.' + node.className + ' "' + node.textContent.trim().slice(0, 40) + '"';

  function luminance(colour) {
    const [r, g, b] = channels(colour).slice(0, 3).map(value => value / 255).map(
        value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function ratio(one, other) {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  }

  function ground(node) {
    for (let at = node; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      const [, , , alpha = 1] = channels(colour);
      if (alpha === 1) return colour;
    }
    throw new Error('nothing behind ' + name(node) + ' is painted');
  }

  const inside = root => [...document.querySelectorAll(root + ' *')].filter(shows);
  const speaks = node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());

  return {
    // Texts 4.5 to 1 (WCAG 1.4.3), edges of controls and what marks the focus 3 to 1 (1.4.11).
    faint(root) {
      const found = [];
      const need = (least, node, what, one, other) => {
        const is = ratio(one, other);
        if (!(is >= least)) found.push(name(node) + ': ' + what + ' ' + is.toFixed(2) + ' (' + one + ' on ' + other + ')');
      };
      for (const node of inside(root)) {
        const style = getComputedStyle(node);
        if (speaks(node)) need(4.5, node, 'text', style.color, ground(node));
        if (node.localName === 'button') need(3, node, 'edge', style.borderTopColor, ground(node.parentElement));
      }
      return found;
    },

    // What the element that has the focus lacks of a visible mark.
    unmarked() {
      const node = document.activeElement;
      const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(node);
      if (outlineStyle !== 'solid' || parseFloat(outlineWidth) < 2) return [name(node) + ' has no outline'];
      const is = ratio(outlineColor, ground(node.parentElement));
      return is >= 3 ? [] : [name(node) + ' has an outline of ' + is.toFixed(2)];
    },

    clipped() {
      return [...document.querySelectorAll('zweiklick-embed, [class^="zweiklick-"]')].filter(shows)
          // What is for the ear alone is one pixel wide.
          .filter(node => node.clientWidth > 1 && node.scrollWidth > node.clientWidth + 1)
          .map(node => name(node) + ': ' + node.scrollWidth + ' in ' + node.clientWidth);
    },

    moving() {
      return inside('body').filter(node => node.closest('zweiklick-embed, zweiklick-settings, .zweiklick-box')).filter(node => {
        const style = getComputedStyle(node);
        return style.animationName !== 'none' || style.transitionDuration.split(', ').some(value => parseFloat(value) > 0);
      }).map(name);
    },

    // How two buttons differ to the eye.
    unlike(root) {
      const [once, remember] = ['once', 'remember'].map(value => document.querySelector(root + ' button[value=' + value + ']'));
      const told = ['height', 'fontSize', 'fontWeight', 'color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'minHeight'];
      const [one, other] = [getComputedStyle(once), getComputedStyle(remember)];
      return told.filter(key => one[key] !== other[key]).map(key => key + ': ' + one[key] + ' and ' + other[key]);
    }
  };
})();
