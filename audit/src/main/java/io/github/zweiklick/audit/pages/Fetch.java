package io.github.zweiklick.audit.pages;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;

/** Gets documents of a site, each in at most 20 seconds a redirect and 20 MB. No cookie is kept, nothing is sent along. */
public final class Fetch {
    /** In bytes. */
    public static final int MOST_BYTES = 20 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int MOST_REDIRECTS = 10;
    private static final int OK = 200;

    private final HttpClient client;
    private final BiPredicate<URI, URI> follows;
    private final Duration patience;

    /** Follows all redirects that do not lead from https to http. */
    Fetch() {
        this((from, to) -> !("https".equals(from.getScheme()) && "http".equals(to.getScheme())));
    }

    /** @param follows whether a redirect is followed from one address to the other */
    public Fetch(BiPredicate<URI, URI> follows) {
        this(follows, PATIENCE);
    }

    Fetch(BiPredicate<URI, URI> follows, Duration patience) {
        this.follows = follows;
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    /**
     * A document.
     *
     * @param url where it was found in the end
     * @param fields of the answer's header by lower-case name, each line's value
     */
    public record Document(URI url, Map<String, List<String>> fields, byte[] body) {

        /** The Content-Type as it was sent. */
        public Optional<String> contentType() {
            return first("content-type");
        }

        /** Media type in lower case, without parameters. */
        String type() {
            return contentType().orElse("").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        }

        private Optional<String> first(String name) {
            return fields.getOrDefault(name, List.of()).stream().findFirst();
        }
    }

    /** @throws IOException when it cannot be had; the message names the address and the reason */
    public Document get(URI url) throws IOException {
        URI at = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> answer = answer(at);
            try (InputStream body = answer.body()) {
                Optional<URI> next = redirect(answer);
                if (next.isEmpty()) {
                    return document(at, answer, body);
                }
                at = next.get();
            }
        }
        throw new IOException(url + " redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpResponse<InputStream> answer(URI url) throws IOException {
        try {
            return client.send(request(url), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException failed) {
            String why = failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
            throw new IOException(url + " cannot be had: " + why, failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(url + ": it was stopped", e);
        }
    }

    private HttpRequest request(URI url) {
        return HttpRequest.newBuilder(url)
                .timeout(patience)
                .header("User-Agent", "zweiklick-audit")
                .header("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.1")
                .build();
    }

    private Optional<URI> redirect(HttpResponse<?> answer) throws IOException {
        Optional<String> location = answer.headers().firstValue("Location");
        if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
            return Optional.empty();
        }
        URI from = answer.uri();
        try {
            URI to = from.resolve(location.get());
            if (follows.test(from, to)) {
                return Optional.of(to);
            }
            // A query may hold a secret.
            throw new IOException(from + " leads to " + to.getScheme() + "://" + to.getAuthority() + to.getPath()
                    + ", which is not followed");
        } catch (IllegalArgumentException unreadable) {
            throw new IOException(from + " leads to an address that cannot be read", unreadable);
        }
    }

    private Document document(URI url, HttpResponse<?> answer, InputStream body) throws IOException {
        if (answer.statusCode() != OK) {
            throw new IOException(url + " answered with status " + answer.statusCode());
        }
        Document document = new Document(url, answer.headers().map(), read(url, body));
        Optional<String> coding = document.first("content-encoding").filter(name -> !name.equals("identity"));
        if (coding.isPresent()) {
            throw new IOException(url + " comes in the coding " + coding.get() + ", which was not asked for");
        }
        return document;
    }

    /** The request's own limit ends with the header. */
    private byte[] read(URI url, InputStream body) throws IOException {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<Void> limit = new CompletableFuture<Void>()
                .completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS)
                .thenRun(() -> {
                    late.set(true);
                    close(body);
                });
        try {
            byte[] bytes = body.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(url + " is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            return bytes;
        } catch (IOException broken) {
            throw late.get() ? new IOException(url + " did not come to its end in time", broken) : broken;
        } finally {
            limit.cancel(false);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException ignored) {
            // It is given up anyway.
        }
    }
}
