package io.github.zweiklick.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Compares one page at a time; the last comparison is kept. */
final class Comparisons implements AutoCloseable {

    /**
     * What there is to show.
     *
     * @param version grows with each step
     */
    record Standing(long version, Optional<Comparison> last) {}

    private final UpstreamAddress upstream;
    private final List<String> own;
    private final Audit audit;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "comparison");
        thread.setDaemon(true);
        return thread;
    });
    private Standing standing = new Standing(0, Optional.empty());

    /** @param own hosts of the site */
    Comparisons(UpstreamAddress upstream, List<String> own, Audit audit) {
        this.upstream = upstream;
        this.own = List.copyOf(own);
        this.audit = audit;
    }

    UpstreamAddress upstream() {
        return upstream;
    }

    List<String> own() {
        return own;
    }

    synchronized Standing standing() {
        return standing;
    }

    /**
     * Begins a comparison unless one is running.
     *
     * @param origin where the site is served behind Zweiklick
     * @param path begins with a slash
     */
    synchronized void begin(String origin, String path) {
        if (standing.last().filter(Comparison::isRunning).isEmpty()) {
            Comparison begun = Comparison.of(path);
            show(begun);
            worker.execute(() -> run(begun, origin));
        }
    }

    private void run(Comparison begun, String origin) {
        Comparison reached = begun;
        try {
            reached = reached.withToday(page(upstream.origin(), begun.path()));
            show(reached);
            reached = reached.withAfter(page(origin, begun.path()));
        } catch (Audit.NotTested why) {
            reached = reached.failed(String.valueOf(why.getMessage()));
        } catch (InterruptedException ended) {
            reached = reached.failed("The demo was ended");
        } catch (RuntimeException broken) {
            reached = reached.failed(broken.toString());
        }
        show(reached);
    }

    /** What was seen on another site's page says nothing of this one's. */
    private Measurement page(String origin, String path) throws Audit.NotTested, InterruptedException {
        Measurement measured = audit.visit(origin + path, own);
        if (!measured.isPageOf(origin)) {
            throw new Audit.NotTested(measured.url() + " led to " + measured.shown()
                    + ". Start the demo with the address that the site leads to.");
        }
        return measured;
    }

    private synchronized void show(Comparison comparison) {
        standing = new Standing(standing.version() + 1, Optional.of(comparison));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
