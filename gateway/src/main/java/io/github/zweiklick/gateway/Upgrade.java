package io.github.zweiklick.gateway;

import java.util.function.BiConsumer;
import org.eclipse.jetty.client.HttpUpgrader;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.Callback;

/**
 * Takes over the connection to the server once it has agreed (101) to speak another protocol.
 *
 * @param upgraded gets the server's answer and the connection
 */
record Upgrade(BiConsumer<Response, EndPoint> upgraded) implements HttpUpgrader {
    void of(Request request) {
        request.attribute(HttpUpgrader.Factory.class.getName(), (HttpUpgrader.Factory) version -> this);
    }

    /** Its headers are the visitor's. */
    @Override
    public void prepare(Request request) {}

    @Override
    public void upgrade(Response response, EndPoint endPoint, Callback callback) {
        upgraded.accept(response, endPoint);
        callback.succeeded();
    }
}
