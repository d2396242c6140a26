/** Services as data: forms, frames, hosts and legal facts, one JSON file a service. */
@NullMarked
package io.github.zweiklick.catalogue;

import org.jspecify.annotations.NullMarked;
