package io.github.zweiklick.page;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.finding.Finding.Kind;
import io.github.zweiklick.finding.FindingSink;
import io.github.zweiklick.page.EncodingSniffer.Sniffed;
import io.github.zweiklick.policy.LinkRelations;
import io.github.zweiklick.share.ShareSettings;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Finds what a page would load from elsewhere and replaces exactly those bytes; all other bytes are the author's.
 *
 * <p>What becomes of what is told by {@link Verdict}; what loads at all by {@link Contact} and {@link LinkRelations}.
 */
public final class PageRewriter {
    private final Recognition recognition;
    private final FindingSink findings;
    private final Optional<FastWay> fast;
    private final TreeMemory memory;

    public PageRewriter(Catalogue catalogue, FindingSink findings) {
        this(catalogue, ShareSettings.defaults(), findings);
    }

    public PageRewriter(Catalogue catalogue, ShareSettings shares, FindingSink findings) {
        this(new Recognition(catalogue, shares), findings, TreeMemory.OF_APPLICATION);
    }

    PageRewriter(Catalogue catalogue, FindingSink findings, TreeMemory memory) {
        this(new Recognition(catalogue), findings, memory);
    }

    private PageRewriter(Recognition recognition, FindingSink findings, TreeMemory memory) {
        this(recognition, findings, Optional.of(new FastWay(recognition, memory)), memory);
    }

    /** One that takes the exact way always: what it says the fast way must say too. */
    static PageRewriter exact(Catalogue catalogue, FindingSink findings) {
        return exact(catalogue, ShareSettings.defaults(), findings);
    }

    static PageRewriter exact(Catalogue catalogue, ShareSettings shares, FindingSink findings) {
        return new PageRewriter(
                new Recognition(catalogue, shares), findings, Optional.empty(), TreeMemory.OF_APPLICATION);
    }

    private PageRewriter(Recognition recognition, FindingSink findings, Optional<FastWay> fast, TreeMemory memory) {
        this.memory = memory;
        this.recognition = recognition;
        this.findings = findings;
        this.fast = fast;
    }

    /**
     * Whether bodies of a media type are pages: HTML or any XML. A body without a type is one too, if it is text.
     *
     * @param contentType the Content-Type header
     */
    public static boolean isPage(Optional<String> contentType) {
        return MediaType.parse(contentType).isPage();
    }

    /**
     * Whether a type is of XML other than XHTML and SVG, such as a feed, which is data unless it holds elements of these.
     *
     * @param contentType the Content-Type header
     */
    public static boolean isData(Optional<String> contentType) {
        return MediaType.parse(contentType).isOtherXml();
    }

    /**
     * The type a body without one was read as, to be sent: browsers might sniff another.
     *
     * @param contentType the Content-Type header, which may say that the type is unknown
     * @return empty where the header tells the type
     */
    public static Optional<String> sniffedType(Optional<String> contentType, byte[] body) {
        if (!MediaType.parse(contentType).isSniffed()) {
            return Optional.empty();
        }
        return Optional.of(MediaType.of(contentType, body).isXml() ? "text/xml" : "text/html");
    }

    /** Whether a body of a media type is a page as far as its beginning tells. */
    public static boolean isPage(Optional<String> contentType, byte[] beginning) {
        MediaType type = MediaType.of(contentType, beginning);
        return type.isPage() && !(type.isSniffed() && isBinary(beginning));
    }

    /** Thread-safe; never throws for any input. */
    public Rewrite rewrite(PageSource source, PageMarkup markup) {
        return rewrite(source, markup, LinkRule.LEFT).rewrite();
    }

    /** The same, looking at links as well. */
    public LinkedPage rewrite(PageSource source, PageMarkup markup, LinkRule links) {
        return rewrite(() -> new Session(recognition, source, markup, links, false, Notes.NONE), links);
    }

    /**
     * What {@link #rewrite} would do, for a page that goes out as it came: reports what would be replaced as well, and of
     * all the rest that it would be done. Thread-safe; never throws for any input.
     */
    public Rewrite observe(PageSource source, PageMarkup markup) {
        return rewrite(() -> new Session(recognition, source, markup, LinkRule.LEFT, true, Notes.NONE), LinkRule.LEFT)
                .rewrite();
    }

    /**
     * The same as {@link #rewrite}, told place by place.
     *
     * @param notes new ones each time: the exact way begins anew
     */
    Rewrite rewrite(PageSource source, PageMarkup markup, Supplier<? extends Notes> notes) {
        return rewrite(() -> new Session(recognition, source, markup, LinkRule.LEFT, false, notes.get()), LinkRule.LEFT)
                .rewrite();
    }

    private LinkedPage rewrite(Supplier<Session> sessions, LinkRule links) {
        try {
            return examine(sessions);
        } catch (TreeMemory.Exhausted | OutOfMemoryError exhausted) {
            return new LinkHosts(links).page(new Rewrite.Postponed(TreeMemory.SHORT));
        } catch (RuntimeException | StackOverflowError failure) {
            return new LinkHosts(links).page(new Rewrite.Withheld(failure.toString()));
        }
    }

    private LinkedPage examine(Supplier<Session> sessions) {
        Session session = sessions.get();
        PageSource source = session.source;
        MediaType type = MediaType.of(source.contentType(), source.body());
        if (!type.isPage()) {
            return session.links.page(new Rewrite.Unchanged(Optional.empty()));
        }
        if (type.isSniffed() && isBinary(source.body())) {
            return session.links.page(new Rewrite.Unchanged(Optional.empty()));
        }
        Sniffed sniffed = EncodingSniffer.sniff(source.body(), type);
        if (sniffed.encoding().isReplacement()) {
            return session.links.page(
                    new Rewrite.Withheld("The page declares an encoding that browsers refuse to read"));
        }
        if (sniffed.encoding().name().equals("ISO-2022-JP") && switchesOddly(source.body())) {
            return session.links.page(
                    new Rewrite.Withheld("The page switches character sets in a way that browsers do not"));
        }
        if (fast.isPresent() && !type.isXml()) {
            Optional<Rewrite> quick = fast.get().rewrite(session, sniffed);
            if (quick.isPresent()) {
                return finished(session, sniffed, quick.get());
            }
        }
        // Whoever fetches an observed page must not notice.
        return memory.with(
                source.body().length,
                tags(source.body()),
                !session.isObserving(),
                () -> decoded(sessions, PageText.read(source.body(), sniffed), sniffed, type));
    }

    private LinkedPage decoded(Supplier<Session> sessions, PageText text, Sniffed sniffed, MediaType type) {
        if (fast.isPresent() && !type.isXml() && !sniffed.encoding().isTransparent()) {
            Session session = sessions.get();
            Optional<Rewrite> quick =
                    fast.get().rewrite(session, text, sniffed.encoding().charset());
            if (quick.isPresent()) {
                return finished(session, sniffed, quick.get());
            }
        }
        Session session = sessions.get();
        return finished(session, sniffed, exactly(session, text, sniffed, type));
    }

    private static long tags(byte[] body) {
        long tags = 0;
        for (byte b : body) {
            tags += b == '<' ? 1 : 0;
        }
        return tags;
    }

    private LinkedPage finished(Session session, Sniffed sniffed, Rewrite rewrite) {
        reportGuess(session, sniffed);
        List<Finding> reported = session.flush(findings);
        LinkedPage page = session.links.page(rewrite);
        return new LinkedPage(page.rewrite(), page.linkedHosts(), session.lifetime(), reported);
    }

    private static Rewrite exactly(Session session, PageText page, Sniffed sniffed, MediaType type) {
        session.notes.readAs(page);
        UnaryOperator<String> decode = page::value;
        if (type.isXml()) {
            Optional<XmlEntities> entities =
                    XmlEntities.read(type.isOtherXml() ? XmlLexer.prolog(page.text()) : page.text());
            if (entities.isEmpty()) {
                return new Rewrite.Withheld("The document declares entities that may hold markup");
            }
            XmlEntities declared = entities.get();
            decode = value -> declared.expand(page.value(value));
        }
        Charset charset = sniffed.encoding().charset();
        if (type.isOtherXml() && XmlNamespaces.isPlainData(page.text(), decode)) {
            return new Rewrite.Unchanged(Optional.of(charset));
        }
        return new DocumentRewriter(session, DocumentRewriter.Syntax.of(type))
                .rewrite(page.text(), decode)
                .<Rewrite>map(patchwork -> result(page, patchwork, charset))
                .orElseGet(() -> new Rewrite.Withheld("The page keeps showing new foreign markup when rewritten"));
    }

    private static Rewrite result(PageText page, Patchwork patchwork, Charset charset) {
        if (patchwork.isOriginal()) {
            return new Rewrite.Unchanged(Optional.of(charset));
        }
        return new Rewrite.Rewritten(page.bytes(patchwork.pieces()), charset);
    }

    /**
     * Browsers take a body without a type for HTML only if it begins with a tag or holds no bytes that text never holds.
     *
     * @see <a href="https://mimesniff.spec.whatwg.org/#identifying-a-resource-with-an-unknown-mime-type">MIME Sniffing, 7.1</a>
     */
    private static boolean isBinary(byte[] body) {
        int first = 0;
        while (first < body.length && Ascii.isSpace(body[first])) {
            first++;
        }
        if (first < body.length && body[first] == '<') {
            return false;
        }
        boolean utf16 = body.length > 1 && (body[0] & 0xff) >= 0xfe && (body[1] & 0xff) >= 0xfe;
        for (int i = 0; i < Math.min(body.length, 512) && !utf16; i++) {
            if (body[i] >= 0 && body[i] <= 8) {
                return true;
            }
        }
        return false;
    }

    /**
     * The JDK knows escape sequences that browsers show as characters; what follows them would be read differently
     * (Encoding Standard, 12.2.1).
     */
    private static boolean switchesOddly(byte[] body) {
        for (int i = 0; i < body.length; i++) {
            boolean shift = body[i] == 0x0e || body[i] == 0x0f;
            if (shift || (body[i] == 0x1b && !isKnownEscape(body, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isKnownEscape(byte[] body, int at) {
        if (at + 2 >= body.length) {
            return false;
        }
        int second = body[at + 1];
        int third = body[at + 2];
        return (second == '(' && (third == 'B' || third == 'J')) || (second == '$' && (third == '@' || third == 'B'));
    }

    private static void reportGuess(Session session, Sniffed sniffed) {
        if (sniffed.source() == EncodingSniffer.Source.GUESS && !isAscii(session.source.body())) {
            session.report(
                    Kind.CHARSET,
                    "The page declares no charset; it was read as "
                            + sniffed.encoding().name(),
                    "Send the charset in the Content-Type header.");
        }
    }

    private static boolean isAscii(byte[] body) {
        return Bytes.asciiEnd(body, 0) == body.length;
    }
}
