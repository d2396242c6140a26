package io.github.zweiklick;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.endpoint.Request;
import io.github.zweiklick.url.WebUrl;
import java.util.Optional;

/** The library's entrance. Thread-safe. CONTRACT STUB. */
public final class Zweiklick implements AutoCloseable {
    private Zweiklick() {}

    /** With defaults: the requested host and its www twin are the site's own, all loadable services two-click. */
    public static Zweiklick create() {
        throw new UnsupportedOperationException();
    }

    public static Zweiklick of(Configuration configuration) {
        throw new UnsupportedOperationException(configuration.toString());
    }

    public Configuration configuration() {
        throw new UnsupportedOperationException();
    }

    /**
     * The rules for the response to one request.
     *
     * @param address public address of the request, as the browser has it
     * @param contextPath of the application, empty or beginning with a slash
     */
    public Protection protection(WebUrl address, String contextPath) {
        throw new UnsupportedOperationException(address.href() + contextPath);
    }

    /** Whether a path, below the context path and decoded, is one of ours. */
    public boolean isEndpoint(String path) {
        throw new UnsupportedOperationException(path);
    }

    /** Answers a request to an endpoint; any request gets an answer. */
    public Reply answer(Request request, String contextPath) {
        throw new UnsupportedOperationException(request + contextPath);
    }

    /** Whether a path, below the context path and decoded, is left alone altogether ({@code exclude}). */
    public boolean isExcluded(String path) {
        throw new UnsupportedOperationException(path);
    }

    /** A placeholder for an address, for templates; empty where the catalogue does not know it. */
    public Optional<String> embed(String address, String language) {
        throw new UnsupportedOperationException(address + language);
    }

    /** The summary of what is protected and what was found missing, for the log at start; several lines. */
    public String summary() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
