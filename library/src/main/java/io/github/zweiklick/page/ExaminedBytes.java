package io.github.zweiklick.page;

import io.github.zweiklick.page.Extents.Extent;
import io.github.zweiklick.text.Literals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The fast way: what {@link FastScan} has found in a page that is read one way only, and what surrounds it. */
final class ExaminedBytes extends Examined {
    /** What is asked cannot be answered without a tree: the page goes the exact way. */
    static final class Uncertain extends RuntimeException {
        private static final long serialVersionUID = 1;

        Uncertain() {
            super("not to be told without a tree", null, false, false);
        }
    }

    /** So many times the length of the page may be gone through in search of ends. */
    private static final int WALKS = 8;

    private final byte[] b;
    private final int begin;
    private final FastScan scan;
    private final List<Candidate> candidates;
    private final OpenElements open;
    /** Bytes in which ends were looked for. */
    private long walked;

    ExaminedBytes(PlainBytes page, FastScan scan) {
        super(page.source, false, true);
        this.b = page.bytes;
        this.begin = page.start;
        this.scan = scan;
        this.open = new OpenElements(b, begin, source);
        this.candidates = new ArrayList<>(scan.count());
        for (int n = 0; n < scan.count(); n++) {
            StartTag tag = TagBytes.startTag(b, scan.start(n), b.length).orElseThrow();
            candidates.add(new Candidate(tag, Optional.of(open.standing(tag.start(), scan.inSvg(n)))));
        }
    }

    @Override
    Iterable<Candidate> candidates() {
        return candidates;
    }

    @Override
    Iterable<Candidate> between(int start, int end) {
        List<Candidate> inside = new ArrayList<>();
        TagWalk walk = new TagWalk(b, start, end);
        for (Optional<Token> token = walk.next(); token.isPresent(); token = walk.next()) {
            if (token.get() instanceof Token.Start found) {
                inside.add(new Candidate(found.tag(), Optional.empty()));
            }
        }
        return inside;
    }

    @Override
    Optional<Span> content(StartTag tag) {
        if (isText(tag)) {
            return Optional.of(new Span(tag.end(), textEnd(tag)));
        }
        return reach(tag).map(extent -> new Span(tag.end(), Math.max(tag.end(), extent.contentEnd())));
    }

    private static boolean isText(StartTag tag) {
        return tag.name().equals("script") || tag.name().equals("style");
    }

    private int textEnd(StartTag tag) {
        return tag.name().equals("script")
                ? RawBytes.scriptEnd(b, tag.end(), b.length)
                : RawBytes.end(b, tag.end(), b.length, tag.name());
    }

    /** In SVG, style sheets that hold references or markup were left to the exact way. */
    @Override
    boolean isRaw(StartTag tag) {
        return isText(tag);
    }

    @Override
    Span rawStyle(StartTag tag) {
        return new Span(tag.end(), textEnd(tag));
    }

    @Override
    Optional<Extent> reach(StartTag tag) {
        return reachOf(tag).map(Reach::extent);
    }

    /** The exact way knows all ends from one walk; where looking for each would add up to many walks it does better. */
    private Optional<Reach> reachOf(StartTag tag) {
        Optional<Reach> reach = Reach.of(b, tag);
        int end = Math.min(b.length, tag.start() + Extents.CAP);
        walked += reach.map(found -> found.extent().end()).orElse(end) - tag.start();
        if (walked > WALKS * (long) b.length) {
            throw new Uncertain();
        }
        return reach;
    }

    @Override
    Optional<Extent> extent(Candidate candidate) {
        Optional<Reach> reach = reachOf(candidate.tag());
        if (reach.isPresent() && !isCertain(reach.get(), candidate.tag().start())) {
            throw new Uncertain();
        }
        return reach.map(Reach::extent);
    }

    /** A block inside ends a paragraph around, a link inside a link around, and the element with it. */
    private boolean isCertain(Reach reach, int position) {
        return reach.nested()
                && !(reach.block() && open.isInParagraph(position))
                && !(reach.links() && open.isInLink(position));
    }

    @Override
    int headingLevel(int position) {
        return open.headingLevel(position);
    }

    @Override
    void needAnotherLook() {
        throw new Uncertain();
    }

    @Override
    Iterable<Span> instructions() {
        return List.of();
    }

    @Override
    int headPosition(int first) {
        return certain(scan.places().inHead());
    }

    @Override
    int bodyPosition(int first) {
        return certain(scan.places().inBody());
    }

    @Override
    Optional<StartTag> firstTag() {
        TagWalk walk = new TagWalk(b, begin, b.length);
        for (Optional<Token> token = walk.next(); token.isPresent(); token = walk.next()) {
            if (token.get() instanceof Token.Start found) {
                return Optional.of(found.tag());
            }
        }
        return Optional.empty();
    }

    @Override
    Iterable<StartTag> shownTags() {
        List<StartTag> tags = new ArrayList<>();
        boolean hidden = false;
        TagWalk walk = new TagWalk(b, begin, b.length);
        for (Optional<Token> token = walk.next(); token.isPresent(); token = walk.next()) {
            if (token.get() instanceof Token.Start found) {
                if (!hidden) {
                    tags.add(found.tag());
                }
                hidden |= found.tag().name().equals("noscript");
            } else if (token.get() instanceof Token.End end) {
                hidden &= !end.name().equals("noscript");
            }
        }
        return tags;
    }

    @Override
    boolean holds(String ascii) {
        return Literals.of(List.of(ascii)).anyIn(b, begin, b.length);
    }

    @Override
    OptionalInt bodyEnd() {
        if (scan.places().isBodyEndOdd()) {
            throw new Uncertain();
        }
        int end = scan.places().bodyEnd();
        return end < 0 ? OptionalInt.empty() : OptionalInt.of(end);
    }

    private static int certain(int position) {
        if (position < 0) {
            throw new Uncertain();
        }
        return position;
    }
}
