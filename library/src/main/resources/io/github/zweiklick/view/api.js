// What window.zweiklick offers, for scripts that are modules: docs/javascript.md.
import './zweiklick.js';
export const {allow, withdraw, state} = window.zweiklick;
