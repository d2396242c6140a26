package io.github.zweiklick.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tags that load files from plainly foreign hosts which no service is known by: most of what there is to disarm, and
 * only the names of their attributes change. Kept as numbers, since a page may have hundreds.
 */
final class PlainTags {
    /** Numbers before those of the attributes: the tag's start, the end of its name, the host's range, how many follow. */
    private static final int HEAD = 5;

    private int[] numbers = new int[0];
    private int size;

    /** @param attributes where the names of the attributes begin that are to be renamed */
    void add(int start, int nameEnd, int host, int hostEnd, int[] attributes, int count) {
        if (size + HEAD + count > numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.max(128, numbers.length * 2));
        }
        numbers[size] = start;
        numbers[size + 1] = nameEnd;
        numbers[size + 2] = host;
        numbers[size + 3] = hostEnd;
        numbers[size + 4] = count;
        System.arraycopy(attributes, 0, numbers, size + HEAD, count);
        size += HEAD + count;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * All splices in the order of the text; a tag within a replaced range goes with it.
     *
     * @param others splices in the order of the text
     */
    List<Splice> join(List<Splice> others, byte[] b, Session session) {
        List<Splice> joined = new ArrayList<>(others.size() + size / 2);
        Map<String, String> marks = new HashMap<>();
        int next = 0;
        int done = 0;
        for (int at = 0; at < size; at += HEAD + numbers[at + 4]) {
            int start = numbers[at];
            while (next < others.size() && others.get(next).start() <= start) {
                done = Math.max(done, others.get(next).end());
                joined.add(others.get(next++));
            }
            if (start >= done) {
                add(at, b, session, marks, joined);
            }
        }
        joined.addAll(others.subList(next, others.size()));
        return joined;
    }

    private void add(int at, byte[] b, Session session, Map<String, String> marks, List<Splice> into) {
        int nameEnd = numbers[at + 1];
        String host = Ascii.lower(text(b, numbers[at + 2], numbers[at + 3]));
        String element = Ascii.lower(text(b, numbers[at] + 1, nameEnd));
        session.blocked(element, host);
        session.notes.plain(numbers[at], numbers, at + HEAD, numbers[at + 4]);
        String mark = marks.computeIfAbsent(host, name -> " data-zweiklick-blocked=\"" + name + "\"");
        if (element.equals("script")) {
            // Without its address its content would run.
            into.add(Splice.insert(nameEnd, " type=\"text/plain\""));
        }
        into.add(Splice.insert(nameEnd, mark));
        for (int i = 0; i < numbers[at + 4]; i++) {
            into.add(Splice.insert(numbers[at + HEAD + i], "data-zweiklick-"));
        }
    }

    private static String text(byte[] b, int from, int to) {
        return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
