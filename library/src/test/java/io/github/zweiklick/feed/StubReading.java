package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Ask;
import io.github.zweiklick.upstream.Limits;
import io.github.zweiklick.upstream.Outbound;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.Reach;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.UpstreamException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** A source whose every address is a stub's; all its secrets are the same. */
final class StubReading implements AutoCloseable {
    static final String SECRET = "s3cr3t/+&|=";

    private final Outbound outbound = Outbound.of(OutboundSettings.direct(), "Zweiklick");
    private final FeedSource.Reader reader;
    private int paid;

    /**
     * A source.
     *
     * @param texts and flags ({@code true}) by their keys
     */
    StubReading(FeedSource source, StubServer stub, Map<String, String> texts) {
        this(source, stub, texts, Map.of());
    }

    /**
     * A source.
     *
     * @param documents paths of single documents by their keys
     */
    StubReading(FeedSource source, StubServer stub, Map<String, String> texts, Map<String, String> documents) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        for (Setting setting : source.settings()) {
            String key = setting.key();
            switch (setting.form()) {
                case ADDRESS -> addresses.put(key, stub.origin() + (key.equals("base") ? "" : "/" + key));
                case DOCUMENT -> addresses.put(key, stub.origin() + documents.getOrDefault(key, "/"));
                case SECRET -> secrets.put(key, new Secret("${" + key + "}", () -> SECRET));
                case FLAG -> flags.put(key, "true".equals(texts.get(key)));
                case TEXT -> {}
            }
        }
        this.reader = source.open(new Given(addresses, texts, flags, secrets, 10), new FeedSource.Exchange() {
            @Override
            public Answer ask(Ask ask) throws UpstreamException {
                return outbound.exchange(ask, new Reach.Api(Set.of(stub.origin()), true), Limits.usual());
            }

            @Override
            public void paid(int posts) {
                paid += posts;
            }
        });
    }

    /** Posts that were charged since this was asked last. */
    int paid() {
        int charged = paid;
        paid = 0;
        return charged;
    }

    Timeline read() throws UpstreamException {
        return reader.read();
    }

    @Override
    public void close() {
        outbound.close();
    }
}
