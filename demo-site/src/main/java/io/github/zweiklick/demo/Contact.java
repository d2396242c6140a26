package io.github.zweiklick.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a network learned from one request.
 *
 * @param time of arrival
 * @param world by which name the network was reached
 * @param network id
 * @param host the network's real host name
 * @param path without query
 * @param referer as sent
 * @param page the visited page's address, where a Referer with a path or the network's own script told it; else its
 *     origin, where a Referer told that
 * @param visitor the identifier the browser sent or was given
 * @param recognised whether the browser sent the identifier, and so was known already
 * @param cookiesSet names of the cookies the answer set
 */
public record Contact(
        Instant time,
        World world,
        String network,
        String host,
        String path,
        Optional<String> referer,
        Optional<String> page,
        Optional<String> visitor,
        boolean recognised,
        List<String> cookiesSet) {}
