package io.github.zweiklick.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.finding.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
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
            log.report(new Finding(Kind.CHARSET, "/" + i, "m", "r"));
        }
        assertThat(log.findings()).hasSize(FindingLog.CAPACITY);
        assertThat(log.omitted()).isEqualTo(5);
    }
}
