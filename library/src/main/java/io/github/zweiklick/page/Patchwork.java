package io.github.zweiklick.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text made of the author's pieces and of ours. Every piece of the author's still knows where it comes from, so that
 * its very bytes go out; what is ours is never taken for the author's when the text is examined again.
 */
final class Patchwork {
    /** A range of the original text, or a text of ours. */
    sealed interface Piece {
        int length();

        record Original(int start, int end) implements Piece {
            @Override
            public int length() {
                return end - start;
            }
        }

        record Ours(String text) implements Piece {
            @Override
            public int length() {
                return text.length();
            }
        }
    }

    private final String original;
    private final List<Piece> pieces;
    private final String text;
    private final int[] ends;

    private Patchwork(String original, List<Piece> pieces) {
        this.original = original;
        this.pieces = pieces;
        this.ends = new int[pieces.size()];
        StringBuilder joined = new StringBuilder(original.length() + 256);
        for (int i = 0; i < ends.length; i++) {
            joined.append(textOf(pieces.get(i)));
            ends[i] = joined.length();
        }
        this.text = joined.toString();
    }

    static Patchwork of(String original) {
        return new Patchwork(original, List.of(new Piece.Original(0, original.length())));
    }

    private String textOf(Piece piece) {
        return piece instanceof Piece.Original range
                ? original.substring(range.start(), range.end())
                : ((Piece.Ours) piece).text();
    }

    String text() {
        return text;
    }

    /** Whether nothing was ever spliced. */
    boolean isOriginal() {
        return pieces.size() == 1 && pieces.get(0).equals(new Piece.Original(0, original.length()));
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Whether the character at a position is one of ours. */
    boolean isOurs(int position) {
        int piece = piece(position);
        return piece < ends.length && pieces.get(piece) instanceof Piece.Ours;
    }

    /** The number of the piece at a position. */
    private int piece(int position) {
        int low = 0;
        int high = ends.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where a character of the author's stands in the original; of one of ours, where the author's last one before it does. */
    int origin(int position) {
        // The fast way has no text here, and nothing of ours in what it reads.
        for (int i = position < text.length() ? piece(position) : -1; i >= 0; i--) {
            if (pieces.get(i) instanceof Piece.Original range) {
                return Math.min(range.start() + position - (ends[i] - range.length()), range.end() - 1);
            }
        }
        return position;
    }

    /**
     * The text after splicing. Where two splices overlap the one that begins first is applied and the other left to
     * the next examination; insertions at one position keep their order and stand before a range that begins there.
     */
    Patchwork apply(List<Splice> splices) {
        List<Splice> sorted = new ArrayList<>(splices);
        sorted.sort(Comparator.comparingInt(Splice::start).thenComparing(s -> s.start() != s.end()));
        List<Piece> result = new ArrayList<>();
        Cursor cursor = new Cursor(result);
        int done = 0;
        for (Splice splice : sorted) {
            if (splice.start() < done) {
                continue;
            }
            cursor.copyTo(splice.start());
            cursor.skipTo(splice.end());
            done = splice.end();
            if (!splice.replacement().isEmpty()) {
                result.add(new Piece.Ours(splice.replacement()));
            }
        }
        cursor.copyTo(text.length());
        return new Patchwork(original, List.copyOf(result));
    }

    /** Walks over the pieces once, cutting them where asked. */
    private final class Cursor {
        private final List<Piece> target;
        private int index;
        private int at;

        Cursor(List<Piece> target) {
            this.target = target;
        }

        void copyTo(int position) {
            advance(position, true);
        }

        void skipTo(int position) {
            advance(position, false);
        }

        private void advance(int position, boolean copy) {
            while (at < position) {
                Piece piece = pieces.get(index);
                int pieceStart = ends[index] - piece.length();
                int stop = Math.min(position, ends[index]);
                if (copy && stop > at) {
                    target.add(cut(piece, at - pieceStart, stop - pieceStart));
                }
                at = stop;
                if (at == ends[index]) {
                    index++;
                }
            }
        }

        private Piece cut(Piece piece, int from, int to) {
            return piece instanceof Piece.Original range
                    ? new Piece.Original(range.start() + from, range.start() + to)
                    : new Piece.Ours(((Piece.Ours) piece).text().substring(from, to));
        }
    }
}
