package io.github.zweiklick;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.zweiklick.Protection.PageOutcome;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.page.PageSource;
import io.github.zweiklick.page.Rewrite;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.zip.CRC32C;

/**
 * What became of pages: most come again byte for byte, from one visitor to the next, and to see that costs little beside examining
 * them once more. A page is kept from its second time on, so that what is made for one visitor takes no room. Thread-safe.
 */
final class KeptPages {
    /** A page that nobody has asked for so long is let go when the next one is kept. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** A page may take a fourth of the room: one must not drive out all others. */
    private static final int SHARE = 4;

    private static final int SIGHTINGS = 1 << 12;

    /** Bytes of a finding beside its texts, about. */
    private static final int OBJECT = 200;

    private final long room;
    private final Cache<String, Kept> pages;
    /** Of pages met once: which was met last of those that fall to a slot. Two that are taken for one cost nothing but room. */
    private final AtomicLongArray sightings = new AtomicLongArray(SIGHTINGS);

    /**
     * What an outcome depends on beside the address.
     *
     * @param source with a body of our own
     */
    private record Kept(PageSource source, List<String> policies, Known known, int weight) {
        boolean isOf(PageSource other, List<String> otherPolicies) {
            return Arrays.equals(source.body(), other.body())
                    && source.contentType().equals(other.contentType())
                    // Not the records themselves: the JDK's equals for records keeps the class of the one compared
                    // last.
                    && source.own().patterns().equals(other.own().patterns())
                    && source.base().equals(other.base())
                    && policies.equals(otherPolicies);
        }
    }

    /**
     * What is told of a page that is known.
     *
     * @param outcome with the body that is kept
     * @param findings to be reported again: each is counted
     */
    record Known(PageOutcome outcome, List<Finding> findings) {}

    /** @param room in bytes, for pages as they came and as they went out; 0: none is kept */
    KeptPages(long room) {
        this.room = room;
        this.pages = Caffeine.newBuilder()
                .maximumWeight(room)
                .weigher((String address, Kept page) -> page.weight())
                .expireAfterAccess(LONGEST)
                .executor(Runnable::run)
                .build();
    }

    /** The outcome that the very same page had; empty where it must be examined. */
    Optional<Known> get(PageSource source, List<String> policies) {
        return room == 0
                ? Optional.empty()
                : Optional.ofNullable(pages.getIfPresent(source.address().href()))
                        .filter(kept -> kept.isOf(source, policies))
                        .map(Kept::known);
    }

    /** The body kept for an address, where it is the very same as a range of bytes. */
    Optional<byte[]> body(WebUrl address, byte[] bytes, int offset, int length) {
        return room == 0
                ? Optional.empty()
                : Optional.ofNullable(pages.getIfPresent(address.href()))
                        .map(kept -> kept.source().body())
                        .filter(body -> Arrays.equals(body, 0, body.length, bytes, offset, offset + length));
    }

    /** Keeps an outcome that will be the same as long as the page is. */
    void offer(PageSource source, List<String> policies, PageOutcome outcome, List<Finding> findings) {
        String address = source.address().href();
        long weight = address.length() + source.body().length + (long) written(outcome) + told(findings);
        if (weight > room / SHARE || !isMetAgain(source, policies)) {
            return;
        }
        PageSource own = new PageSource(
                source.body().clone(), source.contentType(), source.address(), source.own(), source.base());
        Known known = new Known(copy(outcome), List.copyOf(findings));
        pages.put(address, new Kept(own, List.copyOf(policies), known, Math.toIntExact(weight)));
    }

    private boolean isMetAgain(PageSource source, List<String> policies) {
        CRC32C check = new CRC32C();
        check.update(source.body(), 0, source.body().length);
        // A policy with a nonce never comes again, even where the page does.
        int hash = (source.address().href().hashCode() * 31 + policies.hashCode()) * 31
                + source.contentType().hashCode();
        long sighting = check.getValue() << Integer.SIZE | (hash & 0xffffffffL);
        // Spread as tables of hashes do: similar texts have similar hashes.
        return sightings.getAndSet((hash ^ hash >>> 16) & (SIGHTINGS - 1), sighting) == sighting;
    }

    private static long told(List<Finding> findings) {
        return findings.stream()
                .mapToLong(finding -> OBJECT
                        + finding.message().length()
                        + finding.remedy().length()
                        + finding.place().length())
                .sum();
    }

    private static int written(PageOutcome outcome) {
        return outcome.rewrite() instanceof Rewrite.Rewritten rewritten ? rewritten.body().length : 0;
    }

    /** Whoever gets it may do with the body what he likes. */
    static PageOutcome copy(PageOutcome outcome) {
        return outcome.rewrite() instanceof Rewrite.Rewritten rewritten
                ? new PageOutcome(
                        new Rewrite.Rewritten(rewritten.body().clone(), rewritten.charset()),
                        outcome.headers(),
                        outcome.lifetime())
                : outcome;
    }

    /** Bytes that may be kept. */
    long room() {
        return room;
    }

    /** Bytes kept. */
    long kept() {
        pages.cleanUp();
        return pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
    }

    void clear() {
        pages.invalidateAll();
    }
}
