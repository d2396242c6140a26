package io.github.zweiklick.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.UpstreamException;
import io.github.zweiklick.upstream.UpstreamStatus;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ShareCountsTest {
    private static final String PAGE = "https://www.musterstadt.example/fest";

    private static Map<String, CountSource.Counter> counters() {
        Map<String, CountSource.Counter> counters = new LinkedHashMap<>();
        counters.put("facebook", address -> 1452);
        counters.put("reddit", address -> {
            throw new UpstreamException(Fault.Kind.SERVER, "it is down");
        });
        counters.put("pinterest", address -> 0);
        return counters;
    }

    @Test
    void nothingIsKnownAtFirstAndWhatFailsStaysUnknown() {
        try (Counting counting = new Counting(counters())) {
            assertThat(counting.counts.bySource(PAGE)).isEmpty();

            assertThat(counting.await(PAGE, 2)).containsExactlyEntriesOf(inOrder("facebook", 1452L, "pinterest", 0L));
            assertThat(counting.counts.byService(PAGE)).containsOnlyKeys("facebook", "pinterest");
        }
    }

    @Test
    void onePageIsAskedForOnceHoweverItIsWritten() {
        try (Counting counting = new Counting(Map.of("facebook", address -> 7))) {
            counting.await(PAGE, 1);
            for (String spelling :
                    List.of(PAGE + "#oben", "http://musterstadt.example/fest", PAGE + "?utm_campaign=x")) {
                assertThat(counting.counts.bySource(spelling)).containsEntry("facebook", 7L);
            }
            assertThat(counting.asked).containsExactly("facebook " + PAGE);
        }
    }

    @Test
    void nobodyIsAskedForPagesOfOthers() {
        try (Counting counting = new Counting(Map.of("facebook", address -> 7))) {
            assertThat(counting.counts.isOwn("https://evil.example/")).isFalse();
            assertThat(counting.counts.bySource("https://evil.example/")).isEmpty();
            counting.await(PAGE, 1);

            assertThat(counting.asked).containsExactly("facebook " + PAGE);
        }
    }

    @Test
    void eachNetworkHasItsStatus() {
        try (Counting counting = new Counting(counters())) {
            counting.await(PAGE, 2);

            assertThat(counting.counts.statuses())
                    .extracting(UpstreamStatus::id, UpstreamStatus::held)
                    .contains(tuple("facebook", 1L), tuple("reddit", 0L));
        }
    }

    @Test
    void aSecretThatIsGoneIsNamedAsSuch() {
        Map<String, CountSource.Counter> counters = counters();
        counters.put("facebook", address -> {
            throw new UncheckedIOException(new NoSuchFileException("/run/secrets/token"));
        });
        try (Counting counting = new Counting(counters)) {
            counting.await(PAGE, 1);
            counting.awaitFault("facebook");

            assertThat(counting.counts.statuses().get(0).lastFault()).hasValueSatisfying(fault -> {
                assertThat(fault.kind()).isEqualTo(Fault.Kind.CREDENTIALS);
                assertThat(fault.message()).isEqualTo("the file with its secret cannot be read");
                assertThat(fault.remedy()).contains("Put the file");
            });
        }
    }

    @Test
    void withoutNetworksThereIsNothing() {
        assertThat(ShareCounts.none().bySource(PAGE)).isEmpty();
        assertThat(ShareCounts.none().isOwn(PAGE)).isFalse();
        assertThat(ShareCounts.none().statuses()).isEmpty();
    }

    private static Map<String, Long> inOrder(String one, long count, String other, long otherCount) {
        Map<String, Long> map = new LinkedHashMap<>();
        map.put(one, count);
        map.put(other, otherCount);
        return map;
    }
}
