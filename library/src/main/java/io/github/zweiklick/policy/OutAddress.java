package io.github.zweiklick.policy;

import io.github.zweiklick.url.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Addresses of the endpoint that leads visitors to hosts which are never listed. They hold nothing that would have to be
 * quoted in an attribute, whatever its quotes.
 */
public final class OutAddress {
    /** Path of the endpoint below the base. */
    public static final String PATH = "/out";
    /** What stands before the encoded address for forms. */
    public static final String FORM = PATH + "/form/";
    /** The query's parameter that holds the address. */
    public static final String TO = "to";

    private OutAddress() {}

    /** For a link. */
    public static String of(String base, String address) {
        return base + PATH + "?" + TO + "=" + PercentEncoding.component(address);
    }

    /**
     * For a form, whose fields take the place of the query where its method is GET. The address is in Base64, since servers
     * refuse encoded slashes in paths.
     */
    public static String ofForm(String base, String address) {
        return base
                + FORM
                + Base64.getUrlEncoder().withoutPadding().encodeToString(address.getBytes(StandardCharsets.UTF_8));
    }
}
