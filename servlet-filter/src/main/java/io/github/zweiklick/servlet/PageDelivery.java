package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.Protection.PageOutcome;
import io.github.zweiklick.endpoint.Reply;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.policy.CacheLifetime;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes the answer of a complete page: rewritten, with its length, charset and entity tag, or 304 where the browser has it. */
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

    /**
     * Sets status and headers, or answers that there is nothing to be shown.
     *
     * @param body as the application has written it
     * @param memory already taken for that
     * @return what is still to be written; empty where no body follows
     */
    Optional<byte[]> prepare(byte[] body, PageMemory.Share memory) throws IOException {
        if (outer.getStatus() == 206) {
            return fail(body, "the application sent a part of it (206)");
        }
        Optional<ContentCoding> coding = ContentCoding.of(response.held().values("Content-Encoding"));
        if (coding.isEmpty()) {
            return fail(body, "its Content-Encoding " + response.held().values("Content-Encoding") + " cannot be read");
        }
        try {
            Optional<byte[]> decoded = decode(coding.get(), body, memory);
            if (decoded.isEmpty()) {
                return fail(body, "its body is not what Content-Encoding says, or decodes to more than maxPage");
            }
            PageOutcome outcome = examine(decoded.get());
            response.further(outcome.headers());
            outcome.lifetime().ifPresent(this::keepFor);
            return answer(body, coding.get(), decoded.get(), outcome.rewrite());
        } catch (PageMemory.Exhausted exhausted) {
            rules.protection().overloaded(PageMemory.Exhausted.REASON);
            return orElse(body, PageMemory.Exhausted.REASON, this::postpone);
        }
    }

    /** Posts are shown until they are deleted, and little longer: no cache is to show them beyond. */
    private void keepFor(Duration most) {
        for (String name : List.of("Cache-Control", "CDN-Cache-Control", "Surrogate-Control")) {
            List<String> lines = List.copyOf(outer.getHeaders(name));
            if (!lines.isEmpty()) {
                outer.setHeader(name, CacheLifetime.cacheControl(lines, most));
            }
        }
        Optional.ofNullable(outer.getHeader("Expires"))
                .flatMap(value -> CacheLifetime.expires(value, Instant.now(), most))
                .ifPresent(value -> outer.setHeader("Expires", value));
    }

    private Optional<byte[]> decode(ContentCoding coding, byte[] body, PageMemory.Share memory)
            throws PageMemory.Exhausted {
        try {
            return coding.decode(body, rules.maxPage(), memory);
        } catch (PageMemory.Exhausted exhausted) {
            throw exhausted;
        } catch (IOException malformed) {
            Log.LOGGER.log(System.Logger.Level.DEBUG, "Malformed Content-Encoding", malformed);
            return Optional.empty();
        }
    }

    private PageOutcome examine(byte[] decoded) {
        try {
            return rules.protection()
                    .examineShared(
                            decoded,
                            Optional.ofNullable(outer.getContentType()),
                            List.copyOf(response.getHeaders("Content-Security-Policy")));
        } catch (RuntimeException defect) {
            Log.LOGGER.log(System.Logger.Level.ERROR, "The rewriter failed; the page counts as unexamined", defect);
            return new PageOutcome(
                    new Rewrite.Withheld(defect.toString()), rules.protection().unexaminedHeaders(), Optional.empty());
        }
    }

    private Optional<byte[]> answer(byte[] body, ContentCoding coding, byte[] decoded, Rewrite rewrite)
            throws IOException {
        if (rewrite instanceof Rewrite.Rewritten rewritten) {
            boolean again = coding != ContentCoding.IDENTITY && asked.acceptsGzip();
            charset(rewritten.charset(), decoded);
            return page(
                    again ? ContentCoding.gzip(rewritten.body()) : rewritten.body(),
                    again ? Optional.of("gzip") : Optional.empty(),
                    coding);
        } else if (rewrite instanceof Rewrite.Unchanged unchanged) {
            unchanged.charset().ifPresent(charset -> charset(charset, decoded));
            return page(body, response.held().first("Content-Encoding"), coding);
        } else if (rewrite instanceof Rewrite.Postponed postponed) {
            return orElse(body, postponed.reason(), this::postpone);
        } else if (rewrite instanceof Rewrite.Withheld withheld) {
            return orElse(body, withheld.reason(), this::withhold);
        }
        throw new IllegalStateException("Nobody knows " + rewrite);
    }

    private Optional<byte[]> page(byte[] body, Optional<String> codingSent, ContentCoding coding) {
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
                return Optional.empty();
            }
        }
        return body(body);
    }

    private Optional<byte[]> body(byte[] body) {
        outer.setContentLengthLong(body.length);
        return asked.head() ? Optional.empty() : Optional.of(body);
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
        String[] parts = type.split(";");
        if (!says(parts, "charset=" + charset.name())) {
            outer.setContentType(Arrays.stream(parts)
                    .filter(part -> !part.trim().toLowerCase(Locale.ROOT).startsWith("charset="))
                    .collect(Collectors.joining(";", "", ";charset=" + charset.name())));
        }
    }

    private static boolean says(String[] parts, String parameter) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].trim().equalsIgnoreCase(parameter)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a body that cannot be read goes out all the same. Data does: a site map of a megabyte is of no use to anybody
     * when it is withheld, and hardly ever holds elements of a page.
     */
    static boolean mayPass(PageRules rules, Optional<String> contentType) {
        return rules.onFailure() == OnFailure.PASS || rules.protection().isData(contentType);
    }

    private Optional<byte[]> fail(byte[] body, String reason) throws IOException {
        if (mayPass(rules, Optional.ofNullable(outer.getContentType()))) {
            return unexamined(body, reason);
        }
        withhold(reason);
        return Optional.empty();
    }

    private interface Refusal {
        void send(String reason) throws IOException;
    }

    private Optional<byte[]> orElse(byte[] body, String reason, Refusal refusal) throws IOException {
        if (rules.onFailure() == OnFailure.PASS) {
            return unexamined(body, reason);
        }
        refusal.send(reason);
        return Optional.empty();
    }

    private Optional<byte[]> unexamined(byte[] body, String reason) {
        passUnexamined(reason);
        return body(body);
    }

    /** Lets the headers of a page go that is sent as it is, without validators: the next one may be examined. */
    void passUnexamined(String reason) {
        Log.LOGGER.log(System.Logger.Level.WARNING, "A page passes unexamined because " + reason);
        response.further(rules.protection().unexaminedHeaders());
        response.release(STALE);
    }

    void withhold(String reason) throws IOException {
        instead(rules.protection().withheld(), reason);
    }

    /** For the time being: the browser, or whoever asks, may ask again. */
    void postpone(String reason) throws IOException {
        instead(rules.protection().postponed(), reason);
    }

    private void instead(Reply reply, String reason) throws IOException {
        Log.LOGGER.log(System.Logger.Level.WARNING, "A page is withheld (onFailure: withhold) because " + reason);
        if (outer.isCommitted()) {
            throw new IOException("A page cannot be shown protected, and its response has been committed: " + reason);
        }
        outer.reset();
        EndpointExchange.send(reply, outer, asked.head());
    }
}
