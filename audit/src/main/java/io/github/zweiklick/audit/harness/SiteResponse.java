package io.github.zweiklick.audit.harness;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a simulated host answers. Content-Length and Connection are the server's business. */
public record SiteResponse(int status, HttpFields fields, byte[] body) {

    /** An answer with a body in UTF-8. */
    public static SiteResponse of(String contentType, String body) {
        return new SiteResponse(
                200,
                new HttpFields(List.of(new HttpFields.Field("Content-Type", contentType))),
                body.getBytes(StandardCharsets.UTF_8));
    }

    /** A page in UTF-8. */
    public static SiteResponse page(String html) {
        return of("text/html; charset=utf-8", html);
    }

    /** An answer without a body. */
    public static SiteResponse empty(int status) {
        return new SiteResponse(status, new HttpFields(List.of()), new byte[0]);
    }

    /** The same answer with one more header. */
    public SiteResponse with(String name, String value) {
        List<HttpFields.Field> more = new ArrayList<>(fields.fields());
        more.add(new HttpFields.Field(name, value));
        return new SiteResponse(status, new HttpFields(more), body);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SiteResponse that
                && status == that.status
                && fields.equals(that.fields)
                && Arrays.equals(body, that.body);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(body) + 31 * status;
    }

    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
