/** Posts of the networks, as the server reads them: one parser for each upstream, one record for all. */
@NullMarked
package io.github.zweiklick.feed;

import org.jspecify.annotations.NullMarked;
