package io.github.zweiklick.audit.serve;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is answered.
 *
 * @param type media type; empty where there is no content
 * @param policy what the document may load and do
 * @param content empty where a file is sent
 * @param file that is sent in place of content
 * @param fields further header fields
 */
record Reply(int status, String type, Policy policy, String content, Optional<Path> file, Map<String, String> fields) {

    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final String HTML = "text/html; charset=utf-8";

    /** Content-Security-Policies: nothing is ever asked of another host. */
    enum Policy {
        /** A page of this program. */
        PAGE("default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'"),
        /** One whose script asks how an audit goes on. */
        LIVE(PAGE.text + "; connect-src 'self'"),
        /** A report: what foreign pages say stands in it, so it is nobody's origin and runs nothing. */
        FOREIGN("sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none';"
                + " frame-ancestors 'none'; base-uri 'none'");

        private final String text;

        Policy(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    static Reply page(int status, Policy policy, String html) {
        return new Reply(status, HTML, policy, html, Optional.empty(), Map.of());
    }

    /** To whoever is not let in: it tells nothing of what is here. */
    static Reply plain(int status, String why) {
        return new Reply(status, "text/plain; charset=utf-8", Policy.PAGE, why + "\n", Optional.empty(), Map.of());
    }

    static Reply of(String type, String content) {
        return new Reply(OK, type, Policy.PAGE, content, Optional.empty(), Map.of());
    }

    /**
     * A file of a report.
     *
     * @param shown whether the browser shows it; otherwise it keeps it under its name
     */
    static Reply file(Path file, String type, boolean shown) {
        return new Reply(
                OK,
                type,
                Policy.FOREIGN,
                "",
                Optional.of(file),
                shown ? Map.of() : Map.of("Content-Disposition", "attachment; filename=\"" + file.getFileName() + '"'));
    }

    /** @param address path of this server */
    static Reply seeOther(String address) {
        return new Reply(SEE_OTHER, "", Policy.PAGE, "", Optional.empty(), Map.of("Location", address));
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
