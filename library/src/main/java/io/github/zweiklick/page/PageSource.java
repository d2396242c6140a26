package io.github.zweiklick.page;

import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/**
 * A page as the application wrote it.
 *
 * @param body its bytes, decoded from any content coding; not changed
 * @param contentType the Content-Type header, empty where the response has none
 * @param address the page's public address, as the browser has it
 * @param own the site's own hosts
 * @param base absolute path of Zweiklick's endpoints, such as {@code /zweiklick}
 */
public record PageSource(byte[] body, Optional<String> contentType, WebUrl address, OwnHosts own, String base) {}
