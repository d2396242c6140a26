package io.github.zweiklick.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.ConfigurationPart;
import io.github.zweiklick.gateway.GatewaySettings.HostHeader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;

/** What the guide shows is what the gateway takes. */
class GuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "gateway.md");

    @Test
    void theSampleIsTakenAsItStands() throws Exception {
        String guide = Files.readString(GUIDE);
        String sample = guide.substring(guide.indexOf("```jsonc") + "```jsonc".length());
        SettingsPart part =
                new SettingsPart(Optional.empty(), Optional.empty(), new UpstreamClient(new QueuedThreadPool()));
        List<ConfigurationPart> parts = List.of(part);
        Configuration configuration = Configuration.parse(
                sample.substring(0, sample.indexOf("```")), "zweiklick.json", name -> Optional.empty(), parts);
        part.take();
        assertThat(configuration.origin()).contains("https://www.musterstadt.example");
        assertThat(part.get())
                .isEqualTo(new GatewaySettings(
                        "/zweiklick",
                        Upstream.parse("http://127.0.0.1:8081"),
                        HostHeader.VISITOR,
                        4096,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60),
                        Optional.empty()));
    }

    @Test
    void everyKeyIsExplained() throws Exception {
        assertThat(Files.readString(GUIDE))
                .contains("| `upstream` |", "| `host` |", "| `timeout` |", "| `connectTimeout` |", "| `connections` |")
                .contains("| `trust` |");
    }
}
