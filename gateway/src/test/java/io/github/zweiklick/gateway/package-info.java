@org.jspecify.annotations.NullMarked
package io.github.zweiklick.gateway;
