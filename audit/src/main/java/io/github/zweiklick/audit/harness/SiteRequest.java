package io.github.zweiklick.audit.harness;

import java.util.Arrays;
import java.util.Optional;

/**
 * A request as it reached a web server of the namespace.
 *
 * @param secure whether it came by TLS
 * @param host of the Host header, without port, lower case
 * @param target path and query as sent
 */
public record SiteRequest(boolean secure, String method, String host, String target, HttpFields fields, byte[] body) {

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return fields.first(name);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteRequest that
                && secure == that.secure
                && method.equals(that.method)
                && host.equals(that.host)
                && target.equals(that.target)
                && fields.equals(that.fields)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body) + 31 * target.hashCode();
    }

    @Override
    public String toString() {
        return method + " " + (secure ? "https://" : "http://") + host + target;
    }
}
