package io.github.zweiklick.view;

import io.github.zweiklick.catalogue.Embed;
import io.github.zweiklick.catalogue.EmbedKind;
import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.page.PageMarkup.Occurrence;
import io.github.zweiklick.page.PageMarkup.Placeholder;
import io.github.zweiklick.page.PageMarkup.Quote;
import io.github.zweiklick.page.Poster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Placeholders written lately: a page is asked for again and again, and each of its placeholders is some 10 kB of the same
 * markup. Thread-safe.
 */
final class WrittenPlaceholders {
    /** At most some 4 MB. */
    static final int MOST = 256;

    private final Map<List<Object>, Written> latest = new Latest();

    private record Written(Service service, EmbedKind kind, Placeholder placeholder) {
        /** The very same: what is read again is another, with perhaps other facts. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(Embed embed) {
            return service == embed.service() && kind == embed.kind();
        }
    }

    private static final class Latest extends LinkedHashMap<List<Object>, Written> {
        private static final long serialVersionUID = 1L;

        Latest() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Object>, Written> eldest) {
            return size() > MOST;
        }
    }

    /** The placeholder of an embed, written where it is not known. */
    Placeholder of(Embed embed, Occurrence where, Wording wording, String base, Supplier<Placeholder> write) {
        List<Object> key = key(embed, where, wording, base);
        return get(key, embed).orElseGet(() -> {
            Placeholder placeholder = write.get();
            put(key, new Written(embed.service(), embed.kind(), placeholder));
            return placeholder;
        });
    }

    /**
     * Everything a placeholder depends on beside service and kind. No records: the JDK's {@code equals} for records keeps the
     * class of the one compared last, and with it the class loader of an undeployed application (measured, JDK 17).
     */
    private static List<Object> key(Embed embed, Occurrence where, Wording wording, String base) {
        return List.of(
                embed.service().id(),
                embed.kind().id(),
                embed.captures(),
                where.number(),
                where.place(),
                where.width(),
                where.height(),
                where.title(),
                where.quote().map(Quote::text),
                where.quote().flatMap(Quote::language),
                where.headingLevel(),
                where.poster().map(Poster::address),
                where.poster().map(Poster::ofNetwork),
                wording.tag(),
                base);
    }

    private synchronized Optional<Placeholder> get(List<Object> key, Embed embed) {
        return Optional.ofNullable(latest.get(key))
                .filter(written -> written.isOf(embed))
                .map(Written::placeholder);
    }

    private synchronized void put(List<Object> key, Written written) {
        latest.put(key, written);
    }

    synchronized int size() {
        return latest.size();
    }
}
