package io.github.zweiklick.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindingLogTest {
    private final List<String> lines = new ArrayList<>();
    private final Logger logger = Logger.getLogger("io.github.zweiklick");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final FindingLog log = new FindingLog();

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void whatManyPagesShareIsKeptForEachAndLoggedOnce() {
        Finding first = new Finding(Kind.BLOCKED_RESOURCE, "/a", "A font was disarmed", "Host it yourself.");
        Finding second = new Finding(Kind.BLOCKED_RESOURCE, "/b", "A font was disarmed", "Host it yourself.");
        log.report(first);
        log.report(first);
        log.report(second);
        assertThat(log.findings()).containsExactly(first, second);
        assertThat(lines).containsExactly("BLOCKED_RESOURCE at /a: A font was disarmed. Host it yourself.");
    }

    @Test
    void quotedInputForgesNoLines() {
        log.report(new Finding(Kind.FOREIGN_HEADER, "/", "Link: x\r\nINFO: all is well {0}", "Remove it"));
        assertThat(lines).containsExactly("FOREIGN_HEADER at /: Link: x INFO: all is well {0}. Remove it.");
    }

    @Test
    void isBounded() {
        for (int i = 0; i < FindingLog.CAPACITY + 5; i++) {
            log.report(new Finding(Kind.CHARSET, "/", "m" + i, "r"));
        }
        assertThat(log.findings()).hasSize(FindingLog.CAPACITY);
        assertThat(log.omitted()).isEqualTo(5);
    }

    @Test
    void aFaultOfEveryPageLeavesRoomForOthers() {
        for (int i = 0; i < FindingLog.CAPACITY + 5; i++) {
            log.report(new Finding(Kind.CHARSET, "/" + i, "m", "r"));
        }
        log.report(new Finding(Kind.CHARSET, "/", "another", "r"));

        assertThat(log.omitted()).isZero();
        assertThat(log.tallies()).hasSize(2);
        Tally many = log.tallies().get(0);
        assertThat(many.places()).hasSize(FindingLog.PLACES).startsWith("/0", "/1");
        assertThat(many.morePlaces()).isTrue();
        assertThat(many.count()).isEqualTo(FindingLog.CAPACITY + 5);
        assertThat(log.tallies().get(1).morePlaces()).isFalse();
    }

    @Test
    void tellsWhenAFindingWasMetFirstAndLast() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T10:00:00Z"));
        FindingLog timed = new FindingLog(now::get);
        timed.report(new Finding(Kind.CHARSET, "/", "m", "r"));
        now.set(Instant.parse("2026-11-24T12:00:00Z"));
        timed.report(new Finding(Kind.CHARSET, "/", "m", "r"));
        assertThat(timed.tallies()).singleElement().satisfies(tally -> {
            assertThat(tally.first()).isEqualTo("2026-11-24T10:00:00Z");
            assertThat(tally.last()).isEqualTo("2026-11-24T12:00:00Z");
            assertThat(tally.count()).isEqualTo(2);
        });
    }

    @Test
    void whatIsLongIsCut() {
        log.report(new Finding(Kind.FOREIGN_HEADER, "/" + "x".repeat(9000), "m".repeat(9000), "r"));
        assertThat(log.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).hasSize(FindingLog.LONGEST_TEXT);
            assertThat(finding.message()).hasSize(FindingLog.LONGEST_TEXT).endsWith("…");
        });
    }

    @Test
    void forgetsPlaceByPlace() {
        log.report(new Finding(Kind.CHARSET, "/a", "m", "r"));
        log.report(new Finding(Kind.CHARSET, "/b", "m", "r"));
        log.report(new Finding(Kind.TRACKER, "/a", "m", "r"));

        log.forget(finding -> finding.place().equals("/a"));

        assertThat(log.findings()).containsExactly(new Finding(Kind.CHARSET, "/b", "m", "r"));
    }
}
