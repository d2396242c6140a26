package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.Secret;
import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads answers in turn, the last again and again, without a network; keeps what was asked. */
final class Offline {
    static final String SECRET = "s3cr3t";

    private final FeedSource source;
    private final Map<String, String> texts;
    private final boolean keys;
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    /** @param keys whether its secrets are configured */
    Offline(FeedSource source, Map<String, String> texts, boolean keys) {
        this.source = source;
        this.texts = texts;
        this.keys = keys;
    }

    Offline answers(int status, byte[] body) {
        answers.add(new Answer(status, Map.of("date", "Mon, 04 May 2026 10:00:00 GMT"), body));
        return this;
    }

    Offline answers(int status, String body) {
        return answers(status, body.getBytes(StandardCharsets.UTF_8));
    }

    Timeline read() throws UpstreamException {
        Map<String, String> addresses = new HashMap<>();
        Map<String, Secret> secrets = new HashMap<>();
        Map<String, Boolean> flags = new HashMap<>();
        for (Setting setting : source.settings()) {
            switch (setting.form()) {
                case ADDRESS -> addresses.put(setting.key(), setting.usual().orElse("https://social.example"));
                case DOCUMENT -> addresses.put(setting.key(), "https://www.musterstadt.example/feed?format=rss");
                case SECRET -> secrets.put(setting.key(), new Secret("${KEY}", () -> SECRET));
                case FLAG -> flags.put(setting.key(), true);
                case TEXT -> {}
            }
        }
        return source.open(new Given(addresses, texts, flags, keys ? secrets : Map.of(), 100), ask -> {
                    asked.add(ask.toString());
                    return answers.size() > 1 ? answers.remove() : answers.element();
                })
                .read();
    }

    /** Methods and addresses without their queries. */
    List<String> asked() {
        return asked;
    }
}
