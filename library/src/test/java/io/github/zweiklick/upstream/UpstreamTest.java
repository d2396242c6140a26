package io.github.zweiklick.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Fault.Kind;
import io.github.zweiklick.upstream.UpstreamStatus.Circuit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(30)
class UpstreamTest {
    private final TestClock clock = new TestClock();
    private final FindingLog findings = new FindingLog(clock);
    private final StubServer stub = StubServer.http();
    private final Upstreams upstreams = new Upstreams(
            OutboundSettings.direct(),
            OutboundTest.USER_AGENT,
            SystemDefaultDnsResolver.INSTANCE,
            SnapshotStore.none(),
            clock,
            findings);
    private final Upstream upstream = open("counts", stub, 60);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        upstreams.close();
        stub.close();
    }

    @Test
    void opensAfterFailuresAndTriesAgainAfterAMinute() throws UpstreamException {
        for (int i = 0; i < 10; i++) {
            fail(Kind.SERVER);
        }
        assertThat(status().circuit()).isEqualTo(Circuit.OPEN);
        assertThat(upstream.isResting()).isTrue();
        assertThat(upstream.fetch(() -> "not asked", true)).isEmpty();

        clock.advance(Duration.ofSeconds(61));
        assertThat(upstream.isResting()).isFalse();
        fail(Kind.TIMEOUT);
        fail(Kind.TIMEOUT);
        assertThat(status().circuit()).isEqualTo(Circuit.OPEN);

        clock.advance(Duration.ofSeconds(61));
        assertThat(upstream.fetch(() -> "a", true)).contains("a");
        assertThat(status().circuit()).isEqualTo(Circuit.HALF_OPEN);
        assertThat(upstream.fetch(() -> "b", true)).contains("b");
        assertThat(status().circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(asked).hasValue(12);
    }

    @ParameterizedTest
    @EnumSource(names = {"UNREACHABLE", "TIMEOUT", "BROKEN", "TOO_LARGE", "UNREADABLE", "SERVER"})
    void whoIsUnwellIsLeftAlone(Kind kind) {
        for (int i = 0; i < 10; i++) {
            fail(kind);
        }
        assertThat(status().circuit()).isEqualTo(Circuit.OPEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"GONE", "REJECTED", "FORBIDDEN_ADDRESS"})
    void whoWasAskedForTheWrongThingIsWell(Kind kind) {
        for (int i = 0; i < 20; i++) {
            fail(kind);
        }
        assertThat(status().circuit()).isEqualTo(Circuit.CLOSED);
        assertThat(upstream.isResting()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDENTIALS", "PERMISSION", "PAYMENT", "THROTTLED"})
    void whatConcernsEveryRequestIsARest(Kind kind) throws UpstreamException {
        fail(kind);
        assertThat(status().restingUntil()).contains(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(upstream.fetch(() -> "not asked", true)).isEmpty();
        clock.advance(Duration.ofMinutes(15));
        assertThat(status().restingUntil()).isEmpty();
        assertThat(upstream.fetch(() -> "a", true)).contains("a");
    }

    @Test
    void aFaultMayTellItsOwnRest() {
        assertThat(faultOf(() -> {
                    throw new UpstreamException(
                            new Fault(Kind.THROTTLED, "m").withRest(Optional.of(Duration.ofMinutes(2))));
                }))
                .extracting(Fault::kind)
                .isEqualTo(Kind.THROTTLED);
        assertThat(status().restingUntil()).contains(clock.instant().plus(Duration.ofMinutes(2)));
    }

    @ParameterizedTest
    @CsvSource({"429, Retry-After, 120", "503, Retry-After, 120", "200, Retry-After, 120"})
    void retryAfterIsObeyed(int status, String name, String value) throws UpstreamException {
        stub.replies(StubServer.answer(status, Map.of(name, value), new byte[0]));
        ask();
        assertThat(status().restingUntil()).contains(clock.instant().plusSeconds(120));
        assertThat(upstream.fetch(() -> "not asked", true)).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(upstream.isResting()).isFalse();
    }

    @Test
    void quotaIsObeyedAndTold() throws UpstreamException {
        stub.replies(StubServer.answer(
                200, Map.of("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "2026-11-24T10:05:00Z"), new byte[0]));
        ask();
        assertThat(status().restingUntil()).contains(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(status().quota().orElseThrow().remaining()).hasValue(0);
        clock.advance(Duration.ofMinutes(5));
        stub.replies(StubServer.json("{}"));
        ask();
        assertThat(status().quota())
                .as("an answer that says nothing of it changes nothing")
                .isPresent();
    }

    @Test
    void aShorterRestDoesNotEndALongerOne() throws UpstreamException {
        stub.replies(
                StubServer.answer(200, Map.of("Retry-After", "600"), new byte[0]),
                StubServer.answer(200, Map.of("Retry-After", "1"), new byte[0]));
        upstream.fetch(
                () -> {
                    upstream.exchange(Ask.get(stub.url("/")));
                    return upstream.exchange(Ask.get(stub.url("/")));
                },
                true);
        assertThat(status().restingUntil()).contains(clock.instant().plusSeconds(600));
    }

    @Test
    void keepsItsPace() throws UpstreamException {
        Upstream slow = open("slow", stub, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(slow.fetch(asked::incrementAndGet, true)).isPresent();
        }
        assertThat(slow.fetch(asked::incrementAndGet, true)).isEmpty();
        assertThat(asked).hasValue(3);
    }

    @Test
    void oneThatHangsHoldsUpNoOther() {
        AtomicInteger done = new AtomicInteger();
        stub.replies(StubServer.silence());
        for (int i = 0; i < 10; i++) {
            upstream.submit(this::askInVain, true);
        }
        Eventually.until("both its threads hang", () -> stub.requests().size() == 2);
        Upstream other = open("other", stub, 60);
        other.submit(done::incrementAndGet, true);
        Eventually.until("another has threads of its own", () -> done.get() == 1);
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void whoMayNotWaitIsTurnedAway() {
        stub.replies(StubServer.silence());
        int taken = 0;
        while (upstream.submit(this::askInVain, true) && taken < 2_000) {
            taken++;
        }
        assertThat(taken).isBetween(1_000, 1_002);
    }

    @Test
    void theEndEndsItsThreadsAndIsNoFault() {
        stub.replies(StubServer.silence());
        upstream.submit(this::askInVain, true);
        Eventually.until("it hangs", () -> stub.requests().size() == 1);
        assertThat(threads()).isPositive();
        upstreams.close();
        Eventually.until("its threads end", () -> threads() == 0);
        assertThat(upstream.submit(asked::incrementAndGet, true)).isFalse();
        assertThat(findings.findings()).isEmpty();
        assertThat(status().lastFault()).isEmpty();
    }

    @Test
    void tellsHowItIs() throws UpstreamException {
        assertThat(status())
                .isEqualTo(new UpstreamStatus(
                        "counts",
                        stub.origin(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Circuit.CLOSED,
                        Optional.empty(),
                        0,
                        0,
                        5,
                        2));
        fail(Kind.SERVER);
        assertThat(status().lastFault().orElseThrow().kind()).isEqualTo(Kind.SERVER);
        assertThat(status().lastFaultAt()).contains(clock.instant());
        assertThat(status().failed()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(1));
        upstream.fetch(() -> "a", true);
        assertThat(status().lastSuccess()).contains(clock.instant());
        assertThat(status().lastFault()).isEmpty();
        assertThat(status().lastFaultAt()).isEmpty();
        assertThat(status().asked()).isEqualTo(2);
    }

    @Test
    void whatIsGoneIsNoFinding() {
        fail(Kind.GONE);
        assertThat(findings.findings()).isEmpty();
        assertThat(status().lastSuccess()).contains(clock.instant());
    }

    @Test
    void whatAParserDidNotForeseeIsAFault() {
        List<Fetch<String>> parsers = List.of(
                () -> {
                    throw new IllegalStateException("s3cret");
                },
                () -> {
                    throw new StackOverflowError("s3cret");
                },
                () -> {
                    throw new NoSuchMethodError("s3cret");
                });
        List<String> names = List.of("IllegalStateException", "StackOverflowError", "NoSuchMethodError");
        for (int i = 0; i < parsers.size(); i++) {
            Fetch<String> parser = parsers.get(i);
            assertThat(faultOf(parser))
                    .isEqualTo(new Fault(Kind.UNREADABLE, "its answer could not be read (" + names.get(i) + ")"));
        }
    }

    private void fail(Kind kind) {
        assertThat(faultOf(() -> {
                    asked.incrementAndGet();
                    throw new UpstreamException(kind, "m");
                }))
                .isEqualTo(new Fault(kind, "m"));
    }

    private Fault faultOf(Fetch<String> parser) {
        return catchThrowableOfType(UpstreamException.class, () -> upstream.fetch(parser, true))
                .fault();
    }

    private void askInVain() {
        try {
            ask();
        } catch (UpstreamException ended) {
            // As it should be.
        }
    }

    private void ask() throws UpstreamException {
        upstream.fetch(() -> upstream.exchange(Ask.get(stub.url("/"))), true);
    }

    private UpstreamStatus status() {
        return upstream.status(5, 2);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("zweiklick-upstream-counts"))
                .count();
    }

    private Upstream open(String id, StubServer there, int perMinute) {
        Limits limits =
                new Limits(Duration.ofSeconds(5), Duration.ofMinutes(5), Duration.ofMinutes(5), 1 << 16, 2, perMinute);
        return upstreams.open(new UpstreamSettings(
                id,
                new Reach.Api(Set.of(there.origin()), true),
                limits,
                new Keeping(Duration.ofMinutes(30), Duration.ofMinutes(1), Duration.ofDays(1))));
    }
}
