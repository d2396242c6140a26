package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aPortThatIsAboutToBeLeftIsWaitedFor() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        String opened = Ports.open(() -> {
            if (tries.incrementAndGet() < 3) {
                throw new BindException("Address already in use");
            }
            return "open";
        });
        assertThat(opened).isEqualTo("open");
        assertThat(tries).hasValue(3);
    }

    @Test
    void anythingElseIsSaidAtOnce() {
        AtomicInteger tries = new AtomicInteger();
        assertThatThrownBy(() -> Ports.open(() -> {
                    tries.incrementAndGet();
                    throw new IOException("no permission");
                }))
                .hasMessage("no permission");
        assertThat(tries).hasValue(1);
    }
}
