package io.github.zweiklick.servlet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A body that is no page, on its way. Where the chain was not shown the browser's conditions and range, for the answer might
 * have been a page, its whole answer is judged by its own validators here, and cut.
 */
final class PassedBody {
    /** They speak of bytes that do not go out. */
    private static final Set<String> OF_THE_WHOLE = Set.of("Content-Length", "Content-Digest", "Content-MD5");

    private static final Set<String> OF_A_BODY =
            Set.of("Content-Length", "Content-Digest", "Content-MD5", "Content-Encoding");

    private final GuardedResponse response;
    private final BrowserRequest asked;
    private Optional<BytePart> part = Optional.empty();
    /** Whether it is HEAD that was asked, and the answer says how long its body would be. */
    private boolean bodiless;

    private long position;
    private int answered = HttpServletResponse.SC_OK;

    PassedBody(GuardedResponse response, BrowserRequest asked) {
        this.response = response;
        this.asked = asked;
    }

    /** Whether a response of this status may have a body at all. */
    static boolean mayExist(int status) {
        return status >= 200 && status != 204 && status != 205 && status != 304;
    }

    /** Lets the headers go; tells whether bytes follow. */
    boolean begin() {
        if (!asked.mayBePage() || response.getStatus() != HttpServletResponse.SC_OK) {
            response.release(Set.of());
            return true;
        }
        Validators validators = response.held().validators();
        // The order of RFC 9110, section 13.2.2.
        if (validators.fail(asked.validators())) {
            return without(HttpServletResponse.SC_PRECONDITION_FAILED);
        }
        if (validators.match(asked.validators())) {
            return without(HttpServletResponse.SC_NOT_MODIFIED);
        }
        part = asked.range().part(response.held());
        if (part.isEmpty()) {
            bodiless = asked.head() && response.held().contentLength().isPresent();
            response.release(Set.of());
            return true;
        }
        return begin(part.get());
    }

    private boolean begin(BytePart bytes) {
        response.outer().setHeader("Content-Range", bytes.contentRange());
        if (bytes.isUnsatisfiable()) {
            return without(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
        }
        answer(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.release(OF_THE_WHOLE);
        response.outer().setContentLengthLong(bytes.length());
        return true;
    }

    private boolean without(int status) {
        answer(status);
        response.release(OF_A_BODY);
        if (status != HttpServletResponse.SC_NOT_MODIFIED) {
            // What the application says of keeping is said of its body.
            response.outer().setHeader("Cache-Control", "no-store");
        }
        return false;
    }

    private void answer(int status) {
        answered = status;
        response.outer().setStatus(status);
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (bodiless) {
            // Containers take a part of a body for a broken one, even where none is sent. Once: a listener may not
            // flush again
            // before it has asked the container whether it may.
            if (!response.outer().isCommitted()) {
                response.outer().flushBuffer();
            }
            return;
        }
        if (part.isEmpty()) {
            response.outer().getOutputStream().write(bytes, offset, length);
            return;
        }
        long from = Math.max(part.get().first() - position, 0);
        long to = Math.min(part.get().last() + 1 - position, length);
        position += length;
        if (from < to) {
            response.outer().getOutputStream().write(bytes, offset + (int) from, (int) (to - from));
        }
    }

    /** Containers close a body that has its length; what comes after a part is dropped here. */
    boolean isComplete() {
        return bodiless || part.filter(bytes -> position > bytes.last()).isPresent();
    }

    /** Begins anew: what comes may be a page. A Content-Range that stays has no meaning beside 200 (section 14.4). */
    void reset() {
        if (answered != HttpServletResponse.SC_OK && response.outer().getStatus() == answered) {
            answer(HttpServletResponse.SC_OK);
        }
        part = Optional.empty();
        bodiless = false;
        position = 0;
    }
}
