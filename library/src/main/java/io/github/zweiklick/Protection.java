package io.github.zweiklick;

import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.HeaderVerdict;
import java.util.List;
import java.util.Optional;

/** The rules for one response. CONTRACT STUB. Cheap to make; not to be kept beyond the response. */
public final class Protection {
    Protection() {}

    /** The lines every response carries, to be <em>added</em> (never set) before anything else is sent. */
    public List<Reply.Header> headers() {
        throw new UnsupportedOperationException();
    }

    /** Judges a header line before the response takes it; any name may be asked. Reports what it refuses. */
    public HeaderVerdict judge(String name, String value) {
        throw new UnsupportedOperationException(name + value);
    }

    /**
     * Whether a body of this type is a page to be rewritten: HTML, or no type at all (browsers sniff).
     *
     * @param contentType the Content-Type header
     */
    public boolean isPage(Optional<String> contentType) {
        throw new UnsupportedOperationException(contentType.toString());
    }

    /**
     * Rewrites a page.
     *
     * @param body decoded from any content coding
     * @param policies values of the site's own Content-Security-Policy headers
     */
    public Rewrite page(byte[] body, Optional<String> contentType, List<String> policies) {
        throw new UnsupportedOperationException(contentType + " " + policies + body.length);
    }

    /** The plain page sent in place of one that was withheld; status 500. */
    public Reply withheld() {
        throw new UnsupportedOperationException();
    }
}
