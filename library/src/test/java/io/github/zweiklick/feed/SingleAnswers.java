package io.github.zweiklick.feed;

import io.github.zweiklick.feed.FeedSource.Given;
import io.github.zweiklick.feed.FeedSource.Setting;
import io.github.zweiklick.upstream.Answer;
import io.github.zweiklick.upstream.UpstreamException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads one answer about a single post, without a network. */
final class SingleAnswers {
    private SingleAnswers() {}

    static Timeline read(PostNetwork network, String account, String id, int status, byte[] body)
            throws UpstreamException {
        Map<String, String> addresses = network.settings().stream()
                .filter(setting -> setting.form() == Setting.Form.ADDRESS)
                .collect(Collectors.toMap(
                        Setting::key, setting -> setting.usual().orElseThrow()));
        return network.open(
                        new Given(addresses, Map.of("account", account), Map.of(), Map.of(), 1),
                        ask -> new Answer(status, Map.of(), body))
                .read(id);
    }

    static Timeline read(PostNetwork network, String account, String id, String body) throws UpstreamException {
        return read(network, account, id, 200, body.getBytes(StandardCharsets.UTF_8));
    }
}
