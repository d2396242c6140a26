package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fetch;
import io.github.zweiklick.upstream.Ledger;
import io.github.zweiklick.upstream.MemoryStore;
import io.github.zweiklick.upstream.SnapshotStore;
import io.github.zweiklick.upstream.TestClock;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock begins at ten in the morning on 24 November. */
@Timeout(60)
class SpendingTest {
    private static final String KEY = "spent.rathaus-x";
    private static final Budget BUDGET = new Budget(100, 250);

    private final TestClock clock = new TestClock();
    private final MemoryStore store = new MemoryStore();
    private final Ledger ledger = store.ledger(clock);

    private Spending spending() {
        return spending(ledger, Optional.empty());
    }

    private Spending spending(Ledger kept, Optional<Spending> before) {
        return new Spending(kept, "rathaus-x", clock, before);
    }

    /** Reads what costs as much as it might. */
    private static void read(Spending spending, int posts) throws UpstreamException {
        String read = spending.pay(BUDGET, posts, () -> {
            spending.add(posts);
            return "read";
        });
        assertThat(read).isEqualTo("read");
    }

    private static Fault refused(Spending spending, int most) {
        return refused(spending, most, () -> {
            throw new AssertionError("It is read");
        });
    }

    private static Fault refused(Spending spending, int most, Fetch<String> reading) {
        return catchThrowableOfType(UpstreamException.class, () -> spending.pay(BUDGET, most, reading))
                .fault();
    }

    @Test
    void nothingIsReadThatMightCostMoreThanTheDaysBudget() throws UpstreamException {
        Spending spending = spending();
        read(spending, 70);
        assertThatCode(() -> spending.pay(BUDGET, 30, () -> "free of charge")).doesNotThrowAnyException();
        Fault fault = refused(spending, 31);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.PAYMENT);
        assertThat(fault.message()).contains("this day", "2026-11-25T00:00:00Z");
        assertThat(fault.remedy()).contains("\"budget\"");
        assertThat(fault.rest()).as("others may give back").contains(Duration.ofMinutes(15));

        clock.advance(Duration.ofHours(13).plusMinutes(50));
        assertThat(refused(spending, 31).rest()).contains(Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(10));
        assertThatCode(() -> spending.pay(BUDGET, 100, () -> "")).doesNotThrowAnyException();
    }

    @Test
    void norTheMonths() throws UpstreamException {
        Spending spending = spending();
        for (int day = 0; day < 2; day++) {
            read(spending, 100);
            clock.advance(Duration.ofDays(1));
        }
        assertThat(refused(spending, 51).message()).contains("this month", "2026-12-01T00:00:00Z");
        clock.advance(Duration.ofDays(5));
        assertThatCode(() -> spending.pay(BUDGET, 100, () -> "")).doesNotThrowAnyException();
    }

    @Test
    void whatAReadingDidNotCostIsGivenBack() throws UpstreamException {
        Spending spending = spending();
        spending.pay(BUDGET, 100, () -> {
            assertThat(spending().spent().onDay()).as("until it has ended").isEqualTo(100);
            spending.add(3);
            spending.add(0);
            return "";
        });
        assertThat(spending().spent()).isEqualTo(new Spent(LocalDate.of(2026, 11, 24), 3, 3));
    }

    @Test
    void whatItCostIsCountedThoughItFails() {
        Spending spending = spending();
        Fault fault = refused(spending, 50, () -> {
            spending.add(20);
            throw new UpstreamException(Fault.Kind.BROKEN, "m");
        });
        assertThat(fault.kind()).isEqualTo(Fault.Kind.BROKEN);
        assertThat(spending().spent().onDay()).isEqualTo(20);
        assertThat(spending.spent().inMonth()).isEqualTo(20);
    }

    @Test
    void ofAProcessThatEndsWhileItReadsAllIsCounted() throws UpstreamException {
        spending().pay(BUDGET, 60, () -> {
            // As another process finds it.
            assertThat(refused(spending(), 41).kind()).isEqualTo(Fault.Kind.PAYMENT);
            return "";
        });
        assertThatCode(() -> read(spending(), 100)).doesNotThrowAnyException();
    }

    @Test
    void readingsAtTheSameTimeAreAllCounted() throws UpstreamException {
        Spending spending = spending();
        spending.pay(BUDGET, 40, () -> {
            spending.add(4);
            return spending.pay(BUDGET, 30, () -> {
                spending.add(3);
                return "";
            });
        });
        assertThat(spending.spent().onDay()).isEqualTo(7);
    }

    @Test
    void whatIsReadOverMidnightIsRatherCountedTwice() throws UpstreamException {
        Spending spending = spending();
        clock.advance(Duration.ofHours(13).plusMinutes(59));
        spending.pay(BUDGET, 40, () -> {
            clock.advance(Duration.ofMinutes(2));
            spending.add(4);
            return "";
        });
        assertThat(spending.spent()).isEqualTo(new Spent(LocalDate.of(2026, 11, 25), 4, 44));
    }

    @Test
    void aRestartMakesNoBudgetNew() throws UpstreamException {
        read(spending(), 90);
        assertThat(spending().spent()).isEqualTo(new Spent(LocalDate.of(2026, 11, 24), 90, 90));
        assertThat(refused(spending(), 11).kind()).isEqualTo(Fault.Kind.PAYMENT);
        clock.advance(Duration.ofDays(1));
        assertThat(spending().spent().onDay()).isZero();
        assertThat(spending().spent().inMonth()).isEqualTo(90);
    }

    @Test
    void norDoesAnotherConfigurationWhereNothingIsKept() throws UpstreamException {
        Spending before = spending(SnapshotStore.none().ledger(clock), Optional.empty());
        read(before, 90);
        Spending after = spending(SnapshotStore.none().ledger(clock), Optional.of(before));
        assertThat(refused(after, 11).kind()).isEqualTo(Fault.Kind.PAYMENT);
        read(after, 10);
        assertThat(after.spent().inMonth()).isEqualTo(100);
    }

    @Test
    void whatOneNodeSpendsTheOthersKnow() throws UpstreamException {
        Spending there = spending();
        read(spending(), 60);
        there.look();
        assertThat(there.spent().onDay()).isEqualTo(60);
    }

    /** Each looks at the budget before the others have paid. */
    @Test
    void nodesDoNotExceedItTogether() throws Exception {
        AtomicInteger read = new AtomicInteger();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> readings = new ArrayList<>();
            for (int node = 0; node < 8; node++) {
                Spending spending = spending();
                for (int time = 0; time < 5; time++) {
                    readings.add(() -> {
                        try {
                            return spending.pay(BUDGET, 15, () -> {
                                spending.add(7);
                                return read.addAndGet(7) > 0;
                            });
                        } catch (UpstreamException usedUp) {
                            return usedUp.fault().kind() != Fault.Kind.PAYMENT;
                        }
                    });
                }
            }
            for (Future<Boolean> reading : nodes.invokeAll(readings)) {
                reading.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(read.get()).isBetween(7, 100);
        assertThat(spending().spent().onDay()).isEqualTo(read.get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "spent 1 2026-13-45 1 1", "spent 1 2026-11-24 -5 1", "spent 2 2026-11-24 1 1", "gibberish"})
    void whereItCannotBeReadNothingIsSpent(String written) throws IOException {
        ledger.replace(KEY, written.getBytes(StandardCharsets.UTF_8));
        Fault fault = refused(spending(), 1);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.PAYMENT);
        assertThat(fault.message()).contains("nothing is read");
        assertThat(fault.remedy()).contains("backup", "delete");
        assertThat(fault.rest()).isEmpty();
    }

    @Test
    void whatCannotBeWrittenDownIsNotRead() throws UpstreamException {
        Spending spending = spending();
        spending.pay(BUDGET, 50, () -> {
            store.breakDown(true);
            spending.add(20);
            return "";
        });
        Fault fault = refused(spending, 1);
        assertThat(fault.kind()).isEqualTo(Fault.Kind.PAYMENT);
        assertThat(fault.remedy()).contains("outbound.snapshots");

        store.breakDown(false);
        read(spending, 1);
        assertThat(spending().spent().onDay())
                .as("what was not needed is given back late")
                .isEqualTo(21);
    }

    @Test
    void clocksThatDifferMakeNoBudgetNew() {
        Spent tomorrow = new Spent(LocalDate.of(2026, 12, 1), 90, 90);
        assertThat(tomorrow.on(LocalDate.of(2026, 11, 30))).isEqualTo(tomorrow);
        assertThat(tomorrow.on(LocalDate.of(2026, 11, 24)))
                .as("a clock that went wrong")
                .isEqualTo(new Spent(LocalDate.of(2026, 11, 24), 90, 90));
    }
}
