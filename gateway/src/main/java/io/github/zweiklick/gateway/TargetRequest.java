package io.github.zweiklick.gateway;

import java.net.URI;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;

/**
 * A request whose path and query are as the visitor's browser wrote them: to servers {@code //} and {@code /./} are not always
 * {@code /}, and {@code |} stands in addresses although {@code java.net.URI} knows none with it.
 */
final class TargetRequest extends HttpRequest {
    private final String target;

    /** @param target path, and query if there is one */
    TargetRequest(HttpClient client, Upstream upstream, String target) {
        super(client, new HttpConversation(), URI.create(upstream.origin()));
        this.target = target;
    }

    @Override
    public String getPath() {
        return target;
    }
}
