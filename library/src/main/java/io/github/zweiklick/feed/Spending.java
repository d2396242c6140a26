package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Fault;
import io.github.zweiklick.upstream.Fetch;
import io.github.zweiklick.upstream.Ledger;
import io.github.zweiklick.upstream.UpstreamException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts what is paid for of one source, and lets nothing be read that might cost more than its budget. What a reading may cost is
 * counted before it begins, in one step with the look at the budget, and what it did not cost is given back after it: so several
 * nodes with one ledger do not exceed it together, and of a process that ends while it reads all is counted that it may have read.
 * What cannot be written down is not read. Thread-safe.
 */
final class Spending {
    /** Another node may give back what it did not need. */
    private static final Duration AGAIN = Duration.ofMinutes(15);

    private final Ledger ledger;
    private final String source;
    private final Clock clock;
    /** As the ledger had it last; counts where it keeps nothing. */
    private volatile Spent known;

    /** Posts that the ledger does not count yet; negative: that it counts and that were not read. */
    private int owed;

    private LocalDate owedOn;
    private int readings;

    /**
     * Asks nobody yet.
     *
     * @param before what was known of the same source until now
     */
    Spending(Ledger ledger, String source, Clock clock, Optional<Spending> before) {
        this.ledger = ledger;
        this.source = source;
        this.clock = clock;
        this.owedOn = today();
        this.known = before.map(Spending::spent).orElseGet(() -> new Spent(today(), 0, 0));
        look();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What was spent until now, as far as it is known. */
    Spent spent() {
        return known.on(today());
    }

    /** Takes up what other nodes of the site have spent, for whoever wants to know. */
    void look() {
        try {
            Optional<byte[]> stored = ledger.read(key());
            if (stored.isPresent()) {
                known = Spent.read(stored.get());
            }
        } catch (IOException | RuntimeException unreadable) {
            // Nothing is read then, and that is told.
        }
    }

    /**
     * Reads something that costs.
     *
     * @param most it may cost
     * @throws UpstreamException of the reading; of kind {@code PAYMENT} where it might cost more than there is left, or it cannot be
     *     told how much that is
     */
    <T> T pay(Budget budget, int most, Fetch<T> reading) throws UpstreamException {
        LocalDate begun = reserve(budget, most);
        try {
            return reading.fetch();
        } finally {
            settle(begun, most);
        }
    }

    private synchronized LocalDate reserve(Budget budget, int most) throws UpstreamException {
        AtomicBoolean granted = new AtomicBoolean();
        try {
            change(now -> {
                boolean month = now.inMonth() + most <= budget.perMonth();
                granted.set(month && now.onDay() + most <= budget.perDay());
                return granted.get() ? now.plus(most) : now;
            });
        } catch (IOException | RuntimeException failure) {
            throw new UpstreamException(unknown(failure));
        }
        if (!granted.get()) {
            throw new UpstreamException(usedUp(budget, most));
        }
        readings++;
        return today();
    }

    private synchronized void settle(LocalDate begun, int most) {
        readings--;
        // What was counted on another day stays counted: better too much than too little.
        if (begun.equals(today())) {
            owe(-most);
        }
        flush();
    }

    /** Posts were paid for. */
    synchronized void add(int posts) {
        if (posts <= 0) {
            return;
        }
        owe(posts);
        if (readings == 0) {
            flush();
        }
    }

    private void owe(int posts) {
        owed = owed() + posts;
        owedOn = today();
    }

    /** What would have been given back on another day is not. */
    private int owed() {
        return owedOn.equals(today()) ? owed : Math.max(0, owed);
    }

    private void flush() {
        if (owed() != 0) {
            try {
                change(now -> now);
            } catch (IOException | RuntimeException later) {
                // Counted with the next reading: where that cannot be either, there is none.
            }
        }
    }

    /** What the ledger counts from now on. */
    @FunctionalInterface
    private interface Change {
        Spent of(Spent now);
    }

    private void change(Change change) throws IOException {
        byte[] kept = ledger.change(key(), stored -> {
            Spent before = stored.isPresent() ? Spent.read(stored.get()) : known;
            return change.of(before.on(today()).plus(owed())).written();
        });
        known = Spent.read(kept);
        owed = 0;
    }

    private String key() {
        return "spent." + source;
    }

    private Fault usedUp(Budget budget, int most) {
        Spent now = spent();
        boolean month = now.inMonth() + most > budget.perMonth();
        LocalDate next = month
                ? YearMonth.from(now.day()).plusMonths(1).atDay(1)
                : now.day().plusDays(1);
        Instant begin = next.atStartOfDay(ZoneOffset.UTC).toInstant();
        Duration rest = Duration.between(clock.instant(), begin);
        return new Fault(
                        Fault.Kind.PAYMENT,
                        "the budget of posts for this " + (month ? "month" : "day") + " is used up until " + begin)
                .withRemedy("Make \"refresh\" longer, \"limit\" smaller, or \"budget\" larger.")
                .withRest(Optional.of(rest.compareTo(AGAIN) < 0 ? rest : AGAIN));
    }

    private static Fault unknown(Exception failure) {
        return failure instanceof Ledger.UnreadableException
                ? new Fault(
                                Fault.Kind.PAYMENT,
                                "what was paid for cannot be known, and nothing is read: " + failure.getMessage())
                        .withRemedy("Put it back from a backup, or delete it: then the count begins anew.")
                : new Fault(
                                Fault.Kind.PAYMENT,
                                "what is paid for cannot be written down, and nothing is read ("
                                        + failure.getClass().getSimpleName() + ")")
                        .withRemedy("Let the application write to the directory named in \"outbound.snapshots\".");
    }
}
