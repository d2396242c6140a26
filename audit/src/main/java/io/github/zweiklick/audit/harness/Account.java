package io.github.zweiklick.audit.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a browser tells of its contacts itself. */
interface Account {

    /** Of a browser that is not asked, because servers see what it does. */
    Account NONE = new Account() {
        @Override
        public long seen() {
            return 0;
        }

        @Override
        public Told tell(Timeline timeline, boolean ended) {
            return Told.of(List.of(), List.of());
        }

        @Override
        public void forget(Consumer<Path> keeper) {
            // There is no file.
        }
    };

    /** A number that grows with everything that is told. */
    long seen();

    /** Asks the page what only a page knows, while it is there. */
    default void look() {}

    /** @param ended whether the browser has left, so that its account must be whole */
    Told tell(Timeline timeline, boolean ended);

    /** Gives its files to whoever keeps them, and deletes them. To be called when the browser has left. */
    void forget(Consumer<Path> keeper);

    /**
     * What was told.
     *
     * @param gaps what was not
     */
    record Told(NetLog.Reading reading, List<Untested> gaps) {

        public Told {
            gaps = List.copyOf(gaps);
        }

        static Told of(List<Sighting> sightings, List<Untested> gaps) {
            return new Told(new NetLog.Reading(sightings, List.of(), List.of(), Aliases.none(), false, true), gaps);
        }
    }

    /**
     * Chromium's own log.
     *
     * @param browser in whose folder it lies
     */
    record OfChromium(ChromiumBrowser browser, Path file) implements Account {

        @Override
        public long seen() {
            return file.toFile().length();
        }

        @Override
        public Told tell(Timeline timeline, boolean ended) {
            List<Untested> gaps = new ArrayList<>();
            try {
                NetLog.Reading reading = NetLog.read(file, timeline);
                if (ended && !reading.complete()) {
                    gaps.add(Untested.of(Untested.Kind.END_OF_LOG));
                }
                if (reading.askedBySystem()) {
                    gaps.add(Untested.of(Untested.Kind.RESOLVER));
                }
                return new Told(reading, gaps);
            } catch (IOException e) {
                gaps.add(Untested.of(Untested.Kind.LOG, String.valueOf(e.getMessage())));
                return new Told(NetLog.Reading.NOTHING, gaps);
            }
        }

        @Override
        public void forget(Consumer<Path> keeper) {
            try {
                if (Files.isRegularFile(file)) {
                    keeper.accept(file);
                }
            } finally {
                browser.forget();
            }
        }
    }
}
