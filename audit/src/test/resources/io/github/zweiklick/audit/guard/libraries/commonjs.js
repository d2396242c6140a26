// Modules as Node.js knows them, without the bundler that React's users have.
'use strict';
const modules = {};
const require = name => modules[name];
