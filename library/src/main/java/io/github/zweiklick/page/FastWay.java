package io.github.zweiklick.page;

import io.github.zweiklick.html.Html;
import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import io.github.zweiklick.policy.OwnHosts;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Rewrites a page in one pass over its bytes, without a tree. It must come to the very result of the exact way, and leaves to
 * that whatever it is not certain of.
 */
final class FastWay {
    /** It names hosts that a header has room for. In bytes. */
    private static final int LONGEST_LINK_SCRIPT = 16 << 10;

    private final Interests interests;
    private final TreeMemory memory;
    /** Of the hosts asked for last: a site has one set of them. */
    private volatile Own last = new Own(new OwnHosts(List.of()));

    private record Own(OwnHosts hosts, AddressProbe probe) {
        Own(OwnHosts hosts) {
            this(hosts, new AddressProbe(hosts));
        }
    }

    FastWay(Recognition recognition, TreeMemory memory) {
        this.memory = memory;
        this.interests = Interests.of(recognition);
    }

    /** Empty where the page is to go another way; the session may hold findings then and is not to be used again. */
    Optional<Rewrite> rewrite(Session session, Sniffed sniffed) {
        PageSource source = session.source;
        return isReadable(source, sniffed)
                ? rewrite(
                        session,
                        PlainBytes.own(source.body(), sniffed),
                        sniffed.encoding().charset())
                : Optional.empty();
    }

    /** The same for a page whose own bytes cannot be read. To be called with memory for the exact way at hand. */
    Optional<Rewrite> rewrite(Session session, PageText text, Charset charset) {
        // Notes hold places in the page's own bytes.
        return session.notes == Notes.NONE ? rewrite(session, PlainBytes.of(text), charset) : Optional.empty();
    }

    private Optional<Rewrite> rewrite(Session session, PlainBytes page, Charset charset) {
        if (!session.source.own().contains(session.source.address().host())) {
            return Optional.empty();
        }
        AddressProbe own = probe(session.source.own());
        LinkProbe links = new LinkProbe(page.bytes, own, interests.networks, session.links.rule);
        FastScan scan = new FastScan(page, interests, own, endpoint(session.source.base()), links);
        if (!scan.run()) {
            return Optional.empty();
        }
        links.forEach(session.links::add);
        Html guard = guard(session, page.bytes, scan.places());
        if (scan.isIdle() && guard.isEmpty() && !session.links.areLedOut()) {
            return Optional.of(new Rewrite.Unchanged(Optional.of(charset)));
        }
        try {
            List<Splice> closer = scan.isPlain() ? List.of() : splices(session, page, scan);
            List<Splice> splices = scan.plain().join(closer, page.bytes, session);
            if (!guard.isEmpty()) {
                add(Splice.insert(scan.places().beforeScripts(), guard.toString()), splices);
            }
            linkScript(session, page.bytes, scan.places()).ifPresent(script -> add(script, splices));
            return Optional.of(
                    splices.isEmpty()
                            ? new Rewrite.Unchanged(Optional.of(charset))
                            : new Rewrite.Rewritten(page.with(splices), charset));
        } catch (ExaminedBytes.Uncertain uncertain) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(PageSource source, Sniffed sniffed) {
        return sniffed.encoding().isTransparent()
                || AsciiApart.isIn(source.body(), sniffed.start(), sniffed.encoding());
    }

    /** Empty as well where the very same stands there: the page has been rewritten before. */
    private static Html guard(Session session, byte[] body, DocumentPlaces places) {
        int place = places.beforeScripts();
        if (place < 0) {
            return Html.EMPTY;
        }
        OwnScripts own = new OwnScripts(session.source.base());
        Html guard = session.markup.guard(() -> hasScripts(body, places, own), true);
        return isGuarded(body, place, guard.toString(), own) ? Html.EMPTY : guard;
    }

    private static boolean isGuarded(byte[] body, int place, String guard, OwnScripts own) {
        // In nearly all pages something else stands there.
        if (guard.isEmpty() || !Bytes.startsWith(body, place, body.length, "<script ")) {
            return guard.isEmpty();
        }
        int length = Math.min(body.length - place, LONGEST_LINK_SCRIPT + guard.length());
        return own.isGuarded(new String(body, place, length, StandardCharsets.ISO_8859_1), 0, guard);
    }

    /** Whether there are any but ours. */
    private static boolean hasScripts(byte[] body, DocumentPlaces places, OwnScripts own) {
        return hasOthers(body, places.firstScript(), own)
                || EventHandlers.mayStandIn(new String(body, StandardCharsets.ISO_8859_1));
    }

    private static boolean hasOthers(byte[] body, int first, OwnScripts own) {
        SourceText source = new ByteText(body, StandardCharsets.ISO_8859_1);
        TagWalk walk = new TagWalk(body, first < 0 ? body.length : first, body.length);
        for (Optional<Token> token = walk.next(); token.isPresent(); token = walk.next()) {
            if (token.get() instanceof Token.Start found
                    && found.tag().name().equals("script")
                    && !own.isOwn(source, found.tag())) {
                return true;
            }
        }
        return false;
    }

    /** What leads out the links that scripts make. */
    private static Optional<Splice> linkScript(Session session, byte[] body, DocumentPlaces places) {
        if (session.links.areLedOut() && !places.isStructured()) {
            session.links.unknown();
        }
        Optional<Html> script = session.links.script(session);
        if (script.isPresent() && places.inHead() < 0) {
            throw new ExaminedBytes.Uncertain();
        }
        SourceText source = new ByteText(body, StandardCharsets.ISO_8859_1);
        // As in a page that was rewritten before.
        return script.filter(markup -> !source.stands(markup.toString(), places.inHead()))
                .map(markup -> Splice.insert(places.inHead(), markup.toString()));
    }

    /** Before all others at its place. */
    private static void add(Splice insertion, List<Splice> splices) {
        int at = 0;
        while (at < splices.size() && splices.get(at).start() < insertion.start()) {
            at++;
        }
        splices.add(at, insertion);
    }

    private List<Splice> splices(Session session, PlainBytes bytes, FastScan scan) {
        ExaminedBytes page = new ExaminedBytes(bytes, scan);
        List<Splice> splices = new ArrayList<>(new PageScan(
                        session,
                        page,
                        Patchwork.of(""),
                        new Insertions(session.markup, false),
                        document -> nested(session, bytes, document))
                .run());
        splices.sort(Comparator.comparingInt(Splice::start).thenComparing(s -> s.start() != s.end()));
        return splices;
    }

    /** A document in a page's attribute is read into a tree, even where the page is not. */
    private Optional<String> nested(Session session, PlainBytes page, String document) {
        if (page.isDecoded()) {
            // It holds memory, and waiting for more might never end.
            throw new ExaminedBytes.Uncertain();
        }
        DocumentRewriter rewriter = new DocumentRewriter(session, DocumentRewriter.Syntax.HTML);
        return memory.with(
                document.length(),
                document.chars().filter(c -> c == '<').count(),
                !session.isObserving(),
                () -> rewriter.nested(document));
    }

    private AddressProbe probe(OwnHosts hosts) {
        Own own = last;
        // Not the records themselves: the JDK's equals for records keeps the class of the one compared last, and with
        // it
        // the class loader of an undeployed application (measured, JDK 17).
        if (!own.hosts().patterns().equals(hosts.patterns())) {
            own = new Own(hosts);
            last = own;
        }
        return own.probe();
    }

    /** The last segment of the endpoints' path, which every address of theirs holds. */
    private static byte[] endpoint(String base) {
        return base.substring(base.lastIndexOf('/') + 1).getBytes(StandardCharsets.ISO_8859_1);
    }
}
