package io.github.zweiklick.audit.unfinished;

import io.github.zweiklick.audit.result.PageResult;

/**
 * A page that was visited.
 *
 * @param browser that visited it, by name and version
 */
record KeptPage(String browser, PageResult page) {}
