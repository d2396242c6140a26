@NullMarked
package io.github.zweiklick.demo;

import org.jspecify.annotations.NullMarked;
