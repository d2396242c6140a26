package io.github.zweiklick.audit.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets in whoever was told the address, and nobody else: whatever runs in a browser on this machine can send requests to
 * its loopback.
 */
final class Gate {
    private static final int TOKEN_BYTES = 16;
    private static final int MOST_BODY = 1 << 18;
    private static final int LONGEST_ADDRESS = 8_000;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,200}");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String TICKETS = "open";

    private final SecureRandom random;
    private final String token;
    private final int port;
    private String ticket = "";

    Gate(SecureRandom random, int port) {
        this.random = random;
        this.token = token(random);
        this.port = port;
    }

    /** First part of every path: 128 random bits. */
    String token() {
        return token;
    }

    int port() {
        return port;
    }

    /** A path that lets in once: command lines of programs, a browser's too, can be read by everybody on the machine. */
    synchronized String ticket() {
        ticket = token(random);
        return "/" + TICKETS + "/" + ticket;
    }

    /** Somebody is not let in. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;
        private final String why;

        Refused(int status, String why) {
            super(why);
            this.status = status;
            this.why = why;
        }

        String why() {
            return why;
        }

        int status() {
            return status;
        }
    }

    private static String token(SecureRandom random) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws Refused with the status to answer, and a reason that tells nothing of the token */
    Request enter(HttpExchange exchange) throws Refused, IOException {
        Headers headers = exchange.getRequestHeaders();
        host(headers);
        String method = exchange.getRequestMethod();
        boolean posts = method.equals("POST");
        if (!posts && !READS.contains(method)) {
            throw new Refused(405, "GET, HEAD and POST only");
        }
        URI address = exchange.getRequestURI();
        List<String> path = path(address);
        if (posts) {
            origin(headers);
        }
        return new Request(
                posts,
                path.subList(1, path.size()),
                fields(Optional.ofNullable(address.getRawQuery()).orElse("")),
                posts ? form(exchange) : Fields.NONE,
                language(headers));
    }

    /** A name that an attacker's DNS leads to 127.0.0.1 stands here as it is (DNS rebinding). */
    private void host(Headers headers) throws Refused {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        if (hosts.size() != 1
                || !Set.of("127.0.0.1:" + port, "localhost:" + port)
                        .contains(hosts.get(0).toLowerCase(Locale.ROOT))) {
            throw new Refused(421, "this server is 127.0.0.1:" + port);
        }
    }

    private List<String> path(URI address) throws Refused {
        String raw = Optional.ofNullable(address.getRawPath()).orElse("");
        if (address.getRawAuthority() != null || raw.length() > LONGEST_ADDRESS || !raw.startsWith("/")) {
            throw new Refused(400, "no address of this server");
        }
        String[] first = raw.substring(1).split("/", 2);
        if (first[0].equals(TICKETS) && first.length > 1 && isUsed(first[1])) {
            return List.of(token);
        }
        if (!same(first[0], token)) {
            throw new Refused(404, "nothing here");
        }
        List<String> parts =
                Arrays.stream(raw.split("/")).filter(part -> !part.isEmpty()).toList();
        if (!parts.stream().allMatch(part -> PART.matcher(part).matches())) {
            throw new Refused(404, "nothing here");
        }
        return parts;
    }

    /** Whether it was the ticket, which is void from now on. */
    private synchronized boolean isUsed(String guess) {
        if (ticket.isEmpty() || !same(guess, ticket)) {
            return false;
        }
        ticket = "";
        return true;
    }

    /** In constant time: how long the answer takes does not tell how much of a guess was right. */
    private static boolean same(String guess, String secret) {
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Only forms of these pages do something. Their origin is "null" (Fetch: a form's request under no-referrer), so where
     * the browser says whence it comes, that decides.
     */
    private void origin(Headers headers) throws Refused {
        List<String> sites = headers.getOrDefault("Sec-Fetch-Site", List.of());
        boolean own = sites.isEmpty()
                ? headers.getOrDefault("Origin", List.of())
                        .equals(List.of("http://" + headers.getFirst("Host").toLowerCase(Locale.ROOT)))
                : sites.equals(List.of("same-origin"));
        if (!own) {
            throw new Refused(403, "forms of these pages only");
        }
    }

    private static Fields form(HttpExchange exchange) throws Refused, IOException {
        String type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(FORM)) {
            throw new Refused(415, FORM + " only");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY + 1);
        if (body.length > MOST_BODY) {
            throw new Refused(413, "at most " + MOST_BODY + " bytes");
        }
        return fields(new String(body, StandardCharsets.UTF_8));
    }

    private static Fields fields(String encoded) throws Refused {
        try {
            return Fields.parse(encoded);
        } catch (IllegalArgumentException wrong) {
            throw new Refused(400, "fields that cannot be read");
        }
    }

    private static Locale language(Headers headers) {
        try {
            Locale best = Locale.lookup(
                    Locale.LanguageRange.parse(Optional.ofNullable(headers.getFirst("Accept-Language"))
                            .orElse("de")),
                    List.of(Locale.GERMAN, Locale.ENGLISH));
            return best == null ? Locale.GERMAN : best;
        } catch (IllegalArgumentException unreadable) {
            return Locale.GERMAN;
        }
    }
}
