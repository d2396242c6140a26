package io.github.zweiklick.audit.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One audit at a time, and what is asked for meanwhile waits where it can be seen. */
final class DeskTest {
    private static final String PAGE = "https://a.example/";

    private final Pretended auditor = new Pretended();

    @TempDir
    Path folder;

    private Shelf shelf = new Shelf(Path.of(""), ZoneOffset.UTC);
    private Desk desk = new Desk(shelf, auditor);

    @BeforeEach
    void open() throws IOException {
        desk.close();
        shelf = Shelf.in(folder, ZoneOffset.UTC);
        desk = new Desk(shelf, auditor);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void oneAtATimeAndTheOthersInTheirOrder() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        auditor.next((order, report, watch) -> {
            watch.begun(List.of(), 3, () -> {});
            watch.step(PAGE, new Step(0, Phase.SCROLL, "", Instant.EPOCH));
            begun.countDown();
            await(go);
        });
        CountDownLatch all = new CountDownLatch(2);
        auditor.next((order, report, watch) -> all.countDown());
        auditor.next((order, report, watch) -> all.countDown());
        String first = begin();
        String second = begin();
        String third = begin();
        await(begun);

        LiveAudit.Moment now = moment(first);
        assertThat(now.state()).isEqualTo(LiveAudit.State.RUNNING);
        assertThat(now.total()).isEqualTo(3);
        assertThat(now.underWay()).containsOnlyKeys(PAGE);
        assertThat(moment(second).state()).isEqualTo(LiveAudit.State.WAITING);
        assertThat(List.of(desk.before(first), desk.before(second), desk.before(third)))
                .containsExactly(0, 1, 2);
        go.countDown();
        await(all);
        desk.close();
        assertThat(auditor.most()).isEqualTo(1);
        assertThat(List.of(
                        moment(first).state(),
                        moment(second).state(),
                        moment(third).state()))
                .containsOnly(LiveAudit.State.ENDED);
    }

    @Test
    void whatWaitsCanBeTakenOut() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        auditor.next((order, report, watch) -> {
            begun.countDown();
            await(go);
        });
        String first = begin();
        String second = begin();
        await(begun);
        desk.stop(second);
        assertThat(moment(second).state()).isEqualTo(LiveAudit.State.CANCELLED);
        assertThat(desk.isBusyWith(second)).isFalse();
        go.countDown();
        desk.close();
        assertThat(auditor.orders).hasSize(1);
        assertThat(moment(first).state()).isEqualTo(LiveAudit.State.ENDED);
    }

    @Test
    void stoppingIsPassedOnEvenBeforeThereIsSomethingToStop() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        auditor.next((order, report, watch) -> {
            begun.countDown();
            await(asked);
            watch.begun(List.of(), 1, stopped::countDown);
            await(stopped);
        });
        String id = begin();
        await(begun);
        desk.stop(id);
        assertThat(moment(id).stopping()).isTrue();
        asked.countDown();
        desk.close();
        assertThat(stopped.getCount()).isZero();
        assertThat(moment(id).state()).isEqualTo(LiveAudit.State.ENDED);
    }

    @Test
    void whatFailsIsToldAndTheNextIsMade() {
        auditor.next((order, report, watch) -> {
            throw new IOException("the disk is full");
        });
        auditor.next((order, report, watch) -> {
            throw new IllegalStateException("a fault");
        });
        auditor.next((order, report, watch) -> {});
        String first = begin();
        String second = begin();
        String third = begin();
        end();
        assertThat(moment(first).failure()).isEqualTo("the disk is full");
        assertThat(moment(second).failure()).contains("a fault");
        assertThat(moment(third).state()).isEqualTo(LiveAudit.State.ENDED);
    }

    /** Twice clicked is once done. */
    @Test
    void anAuditThatIsBeingMadeIsNotQueuedAgain() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        auditor.next((order, report, watch) -> {
            begun.countDown();
            await(go);
        });
        String id = begin();
        await(begun);
        desk.goOn(id);
        go.countDown();
        end();
        assertThat(auditor.resumed).isEmpty();
    }

    /** Closing lets the one under way stop with a report; here all come to their end by themselves. */
    private void end() {
        CountDownLatch last = new CountDownLatch(1);
        auditor.next((order, report, watch) -> last.countDown());
        begin();
        await(last);
        desk.close();
    }

    private String begin() {
        try {
            Fields asked = new Fields(Map.of("addresses", List.of(PAGE)));
            String id = shelf.add(asked, "a.example", Instant.EPOCH);
            desk.begin(id, OrderForm.read(asked).wanted().orElseThrow());
            return id;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private LiveAudit.Moment moment(String id) {
        return desk.live(id).orElseThrow().now();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
