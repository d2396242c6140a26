package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Protection.PageOutcome;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.page.Rewrite;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sends a complete page: rewritten, with its length, charset and entity tag, or 304 where the browser has it. */
final class PageDelivery {
    /** They speak of the application's bytes, which the next version may change; only their coding is as it says. */
    private static final Set<String> STALE = HeldHeaders.NAMES.stream()
            .filter(name -> !name.equals("content-encoding"))
            .collect(Collectors.toUnmodifiableSet());

    private final GuardedResponse response;
    private final HttpServletResponse outer;
    private final PageRules rules;
    private final BrowserRequest asked;

    PageDelivery(GuardedResponse response, PageRules rules, BrowserRequest asked) {
        this.response = response;
        this.outer = response.outer();
        this.rules = rules;
        this.asked = asked;
    }

    void deliver(byte[] body) throws IOException {
        if (outer.getStatus() == 206) {
            fail(body, "the application sent a part of it (206)");
            return;
        }
        Optional<ContentCoding> coding = ContentCoding.of(response.held().values("Content-Encoding"));
        if (coding.isEmpty()) {
            fail(body, "its Content-Encoding " + response.held().values("Content-Encoding") + " cannot be read");
            return;
        }
        Optional<byte[]> decoded = decode(coding.get(), body);
        if (decoded.isEmpty()) {
            fail(body, "its body is not what Content-Encoding says, or decodes to more than maxPage");
            return;
        }
        PageOutcome outcome = examine(decoded.get());
        response.further(outcome.headers());
        send(body, coding.get(), decoded.get(), outcome.rewrite());
    }

    private Optional<byte[]> decode(ContentCoding coding, byte[] body) {
        try {
            return coding.decode(body, rules.maxPage());
        } catch (IOException malformed) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "Malformed Content-Encoding", malformed);
            return Optional.empty();
        }
    }

    private PageOutcome examine(byte[] decoded) {
        try {
            return rules.protection()
                    .examine(
                            decoded,
                            Optional.ofNullable(outer.getContentType()),
                            List.copyOf(response.getHeaders("Content-Security-Policy")));
        } catch (RuntimeException defect) {
            Log.LOGGER.log(System.Logger.Level.ERROR, "The rewriter failed; the page counts as unexamined", defect);
            return new PageOutcome(
                    new Rewrite.Withheld(defect.toString()), rules.protection().unexaminedHeaders());
        }
    }

    private void send(byte[] body, ContentCoding coding, byte[] decoded, Rewrite rewrite) throws IOException {
        if (rewrite instanceof Rewrite.Rewritten rewritten) {
            boolean again = coding != ContentCoding.IDENTITY && asked.acceptsGzip();
            charset(rewritten.charset(), decoded);
            send(
                    again ? ContentCoding.gzip(rewritten.body()) : rewritten.body(),
                    again ? Optional.of("gzip") : Optional.empty(),
                    coding);
        } else if (rewrite instanceof Rewrite.Unchanged unchanged) {
            unchanged.charset().ifPresent(charset -> charset(charset, decoded));
            send(body, response.held().first("Content-Encoding"), coding);
        } else if (rewrite instanceof Rewrite.Withheld withheld) {
            if (rules.onFailure() == OnFailure.PASS) {
                fail(body, withheld.reason());
            } else {
                withhold(withheld.reason());
            }
        }
    }

    private void send(byte[] body, Optional<String> codingSent, ContentCoding coding) throws IOException {
        response.release(HeldHeaders.NAMES);
        codingSent.ifPresent(value -> outer.setHeader("Content-Encoding", value));
        if (coding != ContentCoding.IDENTITY) {
            varyByCoding();
        }
        if (asked.safe() && outer.getStatus() == 200) {
            String tag = rules.tags().of(body);
            outer.setHeader("ETag", tag);
            if (matches(tag)) {
                outer.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
                return;
            }
        }
        outer.setContentLengthLong(body.length);
        if (!asked.head()) {
            outer.getOutputStream().write(body);
        }
    }

    /** Only the tag counts: a date would be that of the application's bytes. */
    private boolean matches(String tag) {
        return asked.validators().ifNoneMatch().isPresent()
                && new Validators(Optional.of(tag), Optional.empty()).match(asked.validators());
    }

    private void varyByCoding() {
        boolean varies = outer.getHeaders("Vary").stream()
                .flatMap(line -> Arrays.stream(line.split(",")))
                .map(String::trim)
                .anyMatch(name -> name.equals("*") || name.equalsIgnoreCase("Accept-Encoding"));
        if (!varies) {
            outer.addHeader("Vary", "Accept-Encoding");
        }
    }

    /** A page is sent with the charset it was read in: read in another it might say something else. */
    private void charset(Charset charset, byte[] decoded) {
        Optional<String> sent = Optional.ofNullable(outer.getContentType());
        String type =
                rules.protection().sniffedType(sent, decoded).or(() -> sent).orElseThrow();
        List<String> parts = Arrays.asList(type.split(";"));
        boolean said = parts.stream()
                .skip(1)
                .map(String::trim)
                .anyMatch(part -> part.equalsIgnoreCase("charset=" + charset.name()));
        if (!said) {
            outer.setContentType(parts.stream()
                    .filter(part -> !part.trim().toLowerCase(Locale.ROOT).startsWith("charset="))
                    .collect(Collectors.joining(";", "", ";charset=" + charset.name())));
        }
    }

    /**
     * Whether a body that cannot be read goes out all the same. Data does: a site map of a megabyte is of no use to anybody
     * when it is withheld, and hardly ever holds elements of a page.
     */
    static boolean mayPass(PageRules rules, Optional<String> contentType) {
        return rules.onFailure() == OnFailure.PASS || rules.protection().isData(contentType);
    }

    private void fail(byte[] body, String reason) throws IOException {
        if (mayPass(rules, Optional.ofNullable(outer.getContentType()))) {
            passUnexamined(reason);
            outer.setContentLengthLong(body.length);
            if (!asked.head()) {
                outer.getOutputStream().write(body);
            }
        } else {
            withhold(reason);
        }
    }

    /** Lets the headers of a page go that is sent as it is, without validators: the next one may be examined. */
    void passUnexamined(String reason) {
        Log.LOGGER.log(System.Logger.Level.WARNING, "A page passes unexamined because " + reason);
        response.further(rules.protection().unexaminedHeaders());
        response.release(STALE);
    }

    void withhold(String reason) throws IOException {
        Log.LOGGER.log(System.Logger.Level.WARNING, "A page is withheld (onFailure: withhold) because " + reason);
        Reply reply = rules.protection().withheld();
        if (outer.isCommitted()) {
            throw new IOException("A page cannot be shown protected, and its response has been committed: " + reason);
        }
        outer.reset();
        EndpointExchange.send(reply, outer, asked.head());
    }
}
