package io.github.zweiklick.feed;

import io.github.zweiklick.upstream.Ledger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The last word on each post that was taken out, or shown again. Two of them make one by the later word on each: so nothing is lost
 * where two nodes of a site change them at the same moment, in whatever order they learn of it.
 */
record Removals(Map<String, Word> words) {
    static final Removals NONE = new Removals(Map.of());
    /** Words kept; beyond, those on posts shown again go first, then the oldest. */
    static final int MOST = 1_000;

    private static final String HEAD = "removed 1";
    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (out|in) (.*)");
    private static final Comparator<Map.Entry<String, Word>> NEEDED = Map.Entry.comparingByValue(
            Comparator.comparing(Word::out).thenComparing(Word::time).reversed());

    /**
     * What was said.
     *
     * @param out whether the post is taken out
     * @param time in milliseconds since 1970; of words on one post said one after the other it grows, whatever clocks do
     */
    record Word(boolean out, long time) {
        /** Of two said at once the stricter. */
        static Word later(Word one, Word other) {
            return one.time() == other.time() ? (one.out() ? one : other) : one.time() > other.time() ? one : other;
        }
    }

    Removals {
        words = words.size() <= MOST
                ? Map.copyOf(words)
                : words.entrySet().stream()
                        .sorted(NEEDED.thenComparing(Map.Entry.comparingByKey()))
                        .limit(MOST)
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** What both of them say. */
    Removals and(Removals others) {
        Map<String, Word> all = new HashMap<>(words);
        others.words.forEach((id, word) -> all.merge(id, word, Word::later));
        return new Removals(all);
    }

    /**
     * The same and one word more.
     *
     * @param now in milliseconds since 1970
     */
    Removals with(String id, boolean out, long now) {
        String name = line(id);
        long after = Optional.ofNullable(words.get(name)).map(Word::time).orElse(0L) + 1;
        return and(new Removals(Map.of(name, new Word(out, Math.max(now, after)))));
    }

    /** Ids of the posts that are taken out. */
    Set<String> out() {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().out())
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    /** They are kept line by line. */
    static String line(String id) {
        return id.replaceAll("\\R", " ");
    }

    byte[] written() {
        return Stream.concat(
                        Stream.of(HEAD),
                        words.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(entry -> entry.getValue().time()
                                        + (entry.getValue().out() ? " out " : " in ")
                                        + entry.getKey()))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * What was written.
     *
     * @throws Ledger.UnreadableException where any of it cannot be understood
     */
    static Removals read(byte[] written) throws Ledger.UnreadableException {
        List<String> lines = new String(written, StandardCharsets.UTF_8).lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
            throw Ledger.UnreadableException.ofAnotherVersion("what is kept");
        }
        Map<String, Word> words = new HashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher word = LINE.matcher(line);
            if (!word.matches()) {
                throw Ledger.UnreadableException.ofAnotherVersion("what is kept");
            }
            words.put(word.group(3), new Word(word.group(2).equals("out"), Long.parseLong(word.group(1))));
        }
        return new Removals(words);
    }
}
