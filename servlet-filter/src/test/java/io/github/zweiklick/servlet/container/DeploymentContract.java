package io.github.zweiklick.servlet.container;

import static io.github.zweiklick.servlet.container.DeployedSite.FRAME;
import static io.github.zweiklick.servlet.container.DeployedSite.POLICY;
import static io.github.zweiklick.servlet.container.DeployedSite.assertProtected;
import static io.github.zweiklick.servlet.container.DeployedSite.header;
import static io.github.zweiklick.servlet.container.DeployedSite.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The application as a whole: its configuration, other filters, its end. */
interface DeploymentContract {
    DeployedSite site();

    /** Starts another application, which the caller stops. */
    RunningWar start(Path war, RunningWar.Compression compression) throws Exception;

    private RunningWar start(Path war) throws Exception {
        return start(war, RunningWar.Compression.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"withhold", "pass"})
    default void pagesBeyondTheLimitFollowOnFailure(String onFailure) throws Exception {
        String configuration = "{\"maxPage\": 65536, \"onFailure\": \"" + onFailure + "\"}";
        RunningWar war = start(War.assemble(getClass().getSimpleName() + "-" + onFailure, configuration));
        try {
            for (String path : List.of("/scene/large", "/scene/large-announced")) {
                HttpResponse<byte[]> response = new DeployedSite(war).get(path);
                boolean passed = onFailure.equals("pass");
                assertThat(response.statusCode()).isEqualTo(passed ? 200 : 500);
                assertThat(text(response).contains(FRAME)).isEqualTo(passed);
                assertThat(text(response).endsWith("<p>Musterstadt</p>")).isEqualTo(passed);
                assertThat(response.headers().allValues(POLICY)).isNotEmpty();
                assertThat(response.headers().map()).doesNotContainKey("etag");
            }
            assertProtected(new DeployedSite(war).get("/static.html"));
        } finally {
            war.stop();
        }
    }

    /** Whether the container initialises filters when the application starts, else with the first request. */
    default boolean initialisesFiltersAtStart() {
        return true;
    }

    @Test
    default void aWrongConfigurationDoesNotStart() throws Exception {
        Path war = War.assemble(getClass().getSimpleName() + "-wrong", "{\"remembr\": 1}");
        if (initialisesFiltersAtStart()) {
            assertThatThrownBy(() -> start(war).stop()).isInstanceOf(Exception.class);
            return;
        }
        RunningWar unusable = start(war);
        try {
            for (int request = 0; request < 2; request++) {
                HttpResponse<byte[]> response = new DeployedSite(unusable).get("/static.html");
                assertThat(response.statusCode()).isEqualTo(500);
                assertThat(text(response)).doesNotContain(FRAME);
            }
        } finally {
            unusable.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\"b", "evil.example/path?", "[::1", "user@host"})
    default void anOddHostGetsNoPage(String host) throws Exception {
        String answer =
                site().raw("GET /stadt/static.html HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
        assertThat(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 400.*"))
                .as(answer)
                .isTrue();
    }

    @Test
    default void undeployingLeavesNoThreadAndNoClassLoader() throws Exception {
        RunningWar war = start(War.assemble(getClass().getSimpleName() + "-undeployed"));
        try {
            WeakReference<ClassLoader> loader = use(war);
            war.undeploy();
            // The thread that answered may still be on its way out of the application.
            Eventually.within(
                    Duration.ofSeconds(10), () -> threadsWithin(loader).isEmpty());
            assertThat(threadsWithin(loader)).isEmpty();
            Eventually.collected(loader);
            assertThat(loader.get()).isNull();
        } finally {
            war.stop();
        }
    }

    /** On a connection of its own: Jetty keeps the last application of a connection as long as that is open. */
    private static WeakReference<ClassLoader> use(RunningWar war) throws IOException {
        assertThat(new DeployedSite(war)
                        .raw("GET /stadt/static.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("data-zweiklick-blocked")
                .doesNotContain(FRAME);
        return new WeakReference<>(war.loader());
    }

    private static List<Thread> threadsWithin(WeakReference<ClassLoader> loader) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getContextClassLoader() == loader.get() && loader.get() != null)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ohne/static.html", "/ohne/scene/forward", "/ohne/scene/include", "/ohne/scene/missing"})
    default void excludedPathsAreLeftAloneWithAllTheyDispatchTo(String path) throws Exception {
        HttpResponse<byte[]> response = site().get(path);
        assertThat(text(response)).contains(FRAME).doesNotContain("zweiklick");
        assertThat(response.headers().map()).doesNotContainKeys("content-security-policy", "x-dns-prefetch-control");
    }

    /** Proof that the CSRF filter is there: it refuses the application's own POST. */
    @Test
    default void theAirlockAnswersBeforeTheCsrfFilter() throws Exception {
        HttpResponse<byte[]> guarded = site().post("/scene/writer");
        assertThat(guarded.statusCode()).isEqualTo(403);
        assertThat(header(guarded, "X-Csrf-Filter")).isEqualTo("asked");

        HttpResponse<byte[]> forged = site().post("/zweiklick/airlock", "Sec-Fetch-Site", "cross-site");
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.headers().map()).doesNotContainKey("x-csrf-filter");
        assertThat(text(forged)).doesNotContain("<iframe");
    }
}
