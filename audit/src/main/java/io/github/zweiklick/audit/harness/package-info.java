/**
 * Drives a real browser against a page and tells every contact it makes: DNS questions, sockets, datagrams, requests.
 *
 * <p>Inside a network namespace with loopback only, a DNS server and web servers of this package are the ground truth;
 * outside, Chromium's own NetLog is what there is, and the report says so.
 */
@NullMarked
package io.github.zweiklick.audit.harness;

import org.jspecify.annotations.NullMarked;
