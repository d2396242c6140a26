package io.github.zweiklick.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What was made lately of texts that come again and again, such as the addresses of a site's pages: as many as there are slots,
 * of each slot the last. Texts of more than {@value #LONGEST} characters are read anew each time. Thread-safe.
 *
 * @param <V> may be used by several threads at once
 */
public final class Lately<V> {
    private static final int LONGEST = 512;

    private final Function<String, V> reading;
    private final AtomicReferenceArray<Entry<V>> slots;

    private record Entry<V>(String text, V value) {}

    /**
     * None yet.
     *
     * @param slots a power of two
     * @param reading tells the same of a text however often it is asked
     */
    public Lately(int slots, Function<String, V> reading) {
        this.slots = new AtomicReferenceArray<>(slots);
        this.reading = reading;
    }

    /** What a text is read as. */
    public V get(String text) {
        if (text.length() > LONGEST) {
            return reading.apply(text);
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 16) & (slots.length() - 1);
        Entry<V> known = slots.get(slot);
        if (known != null && known.text().equals(text)) {
            return known.value();
        }
        V value = reading.apply(text);
        slots.set(slot, new Entry<>(text, value));
        return value;
    }
}
