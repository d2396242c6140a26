package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Protection;

/**
 * What holds for one response.
 *
 * @param maxPage bytes of the largest page that is rewritten, before and after decoding
 * @param onFailure what visitors get of a page that cannot be examined
 * @param tags makes entity tags
 * @param memory for pages in the making
 */
record PageRules(Protection protection, int maxPage, OnFailure onFailure, EntityTags tags, PageMemory memory) {}
