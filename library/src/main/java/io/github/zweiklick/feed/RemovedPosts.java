package io.github.zweiklick.feed;

import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.upstream.Ledger;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Posts of one source that an officer had taken out: they are not shown again, whatever the network goes on answering. Where it
 * cannot be read which these are, any post may be one, and none is shown until it can be read or an officer decides. Thread-safe.
 */
final class RemovedPosts {
    private static final byte[] NOTHING = Removals.NONE.written();

    private final Ledger ledger;
    private final String source;
    private final Clock clock;
    private final FindingLog findings;
    private Removals said;
    /** What was kept at the last look, and as it was written: most looks find the same. */
    private Removals kept = Removals.NONE;

    private byte[] seen = NOTHING;
    private Optional<Finding> told;

    /** In force, of which pages ask. */
    private volatile State state;

    /**
     * What holds for pages.
     *
     * @param out ids; another set after each change
     * @param known whether these are all
     */
    private record State(Set<String> out, boolean known) {}

    /**
     * Reads what is kept; takes no longer than the ledger does.
     *
     * @param before what was known of the same source until now
     */
    RemovedPosts(Ledger ledger, String source, Clock clock, FindingLog findings, Optional<RemovedPosts> before) {
        this.ledger = ledger;
        this.source = source;
        this.clock = clock;
        this.findings = findings;
        this.said = before.map(RemovedPosts::said).orElse(Removals.NONE);
        this.told = before.flatMap(RemovedPosts::told);
        this.state = new State(said.out(), false);
        look();
    }

    private synchronized Removals said() {
        return said;
    }

    private synchronized Optional<Finding> told() {
        return told;
    }

    private String key() {
        return "removed." + source;
    }

    /** Takes up what other nodes of the site have changed. */
    synchronized void look() {
        try {
            Optional<byte[]> stored = ledger.read(key());
            if (stored.isEmpty()) {
                kept = Removals.NONE;
            } else if (!Arrays.equals(stored.get(), seen)) {
                kept = Removals.read(stored.get());
            }
            seen = stored.orElse(NOTHING);
            take(said.and(kept), true);
            if (said.equals(kept)) {
                tell(Optional.empty());
            } else {
                // It was out of reach, or is another one than before.
                keep();
            }
        } catch (Ledger.UnreadableException failure) {
            if (failure.isDamaged() && state.known()) {
                remember(failure);
            } else {
                unreadable(failure);
            }
        } catch (IOException | RuntimeException failure) {
            unreadable(failure);
        }
    }

    /** What other nodes have changed since the last look they know themselves, and add to this. */
    private void remember(Exception failure) {
        if (write()) {
            findings.report(finding(
                    "Which posts of \"" + source + "\" were taken out could no longer be read (" + failure.getMessage()
                            + "): it was written anew from memory",
                    "Nothing need be done. Should it happen again, have the disk examined."));
        }
    }

    private boolean write() {
        try {
            ledger.replace(key(), said.written());
            tell(Optional.empty());
            return true;
        } catch (IOException | RuntimeException failure) {
            unkept(failure.getClass().getSimpleName());
            return false;
        }
    }

    private void take(Removals next, boolean known) {
        boolean same = next.equals(said) && known == state.known();
        said = next;
        if (!same) {
            state = new State(next.out(), known);
        }
    }

    /** Whether it is known which posts are taken out: else none may be shown. */
    boolean isKnown() {
        return state.known();
    }

    /** All of them, as far as they are known; another set after each change. */
    Set<String> now() {
        return state.out();
    }

    /** What was taken out is not shown within another post either. */
    static Post without(Post post, Set<String> removed) {
        boolean quotes = post.quoted()
                .flatMap(Quoted::post)
                .filter(quoted -> removed.contains(id(quoted)))
                .isPresent();
        return quotes
                ? new PostBuilder(post)
                        .quoted(Optional.of(new Quoted(Optional.empty(), Optional.empty())))
                        .build()
                : post;
    }

    static String id(Post post) {
        return Removals.line(post.id());
    }

    List<String> ids() {
        return List.copyOf(now());
    }

    synchronized void add(String id) {
        say(id, true);
    }

    synchronized void restore(String id) {
        say(id, false);
    }

    private void say(String id, boolean out) {
        take(said.with(id, out, clock.millis()), state.known());
        keep();
    }

    /** An officer has decided: what cannot be read counts no more, only what was taken out since does. */
    synchronized void decide() {
        if (!state.known()) {
            take(said, true);
            write();
        }
    }

    private void keep() {
        try {
            byte[] written = ledger.change(
                    key(), before -> (before.isPresent() ? said.and(Removals.read(before.get())) : said).written());
            take(Removals.read(written), true);
            if (ledger.read(key()).isPresent()) {
                tell(Optional.empty());
            } else {
                unkept("there is no place for it");
            }
        } catch (Ledger.UnreadableException failure) {
            unreadable(failure);
        } catch (IOException | RuntimeException failure) {
            unkept(failure.getClass().getSimpleName());
        }
    }

    private void unreadable(Exception failure) {
        String why = failure instanceof Ledger.UnreadableException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
        tell(Optional.of(finding(
                "Which posts of \"" + source + "\" were taken out cannot be read (" + why + "): "
                        + (isKnown()
                                ? "what was known before goes on to hold"
                                : "any may be one of them, so that none is shown"),
                "Let the application read it, or put it back from a backup: it is looked for again every few seconds. Where"
                        + " that cannot be done, take out on the page of posts that are held what is not to be shown, and have"
                        + " the others shown there.")));
    }

    private void unkept(String why) {
        tell(Optional.of(finding(
                "Which posts of \"" + source + "\" were taken out cannot be kept for the time after a restart (" + why
                        + ")",
                "Let the application write to the directory named in \"outbound.snapshots\".")));
    }

    private Finding finding(String message, String remedy) {
        return new Finding(Finding.Kind.UPSTREAM, "feeds." + source, message, remedy);
    }

    /** Once, not at each look; and no longer than it holds. */
    private void tell(Optional<Finding> now) {
        if (!now.equals(told)) {
            told.ifPresent(last -> findings.forget(last::equals));
            now.ifPresent(findings::report);
            told = now;
        }
    }
}
