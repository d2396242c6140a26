package io.github.zweiklick.media;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.upstream.StubServer;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.Upstreams;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A proxy before a network on loopback, and a clock that stands. */
@Timeout(60)
abstract class MediaRig {
    static final MediaProxy.Patience PATIENCE = new MediaProxy.Patience(100, Duration.ofSeconds(30));

    final TestClock clock = new TestClock();
    final FindingLog findings = new FindingLog(clock);
    final StubServer stub = StubServer.http();
    final Map<String, String> known = new ConcurrentHashMap<>();
    final Upstreams upstreams =
            Upstreams.of(OutboundSettings.direct(), "https://www.musterstadt.example", clock, findings);
    MediaProxy proxy = proxy(Optional.empty(), PATIENCE);

    MediaProxy proxy(Optional<Path> directory, MediaProxy.Patience patience) {
        return proxy(new MediaSettings(true, 1 << 20, directory, Set.of(stub.origin())), patience);
    }

    MediaProxy proxy(MediaSettings settings, MediaProxy.Patience patience) {
        return new MediaProxy(
                settings, upstreams, name -> Optional.ofNullable(known.get(name)), clock, findings, patience);
    }

    @AfterEach
    void close() {
        proxy.close();
        upstreams.close();
        stub.close();
    }

    /** From now on content shows this picture. */
    String show(String address) {
        String name = PictureName.of(address);
        known.put(name, address);
        return name;
    }

    static StubServer.Reply picture(byte[] bytes) {
        return StubServer.answer(200, Map.of("Content-Type", "image/jpeg"), bytes);
    }
}
