package io.github.zweiklick.audit.pages;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The site's addresses that a sitemap names, those of the sitemaps it names included: at most 50,000 of 500 sitemaps of 50 MB
 * each.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">Sitemaps XML format</a>
 */
public final class Sitemap {
    private static final int MOST_ADDRESSES = 50_000;
    private static final int MOST_MAPS = 500;
    private static final int MOST_BYTES = 50 << 20;
    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private final Fetch fetch = new Fetch();
    private final Predicate<String> own;

    /** @param own whether a host is the site's; the sitemap's own host is in any case, with and without {@code www.} */
    public Sitemap(Predicate<String> own) {
        this.own = own;
    }

    /** @throws IOException when a sitemap cannot be read; the message names it */
    public List<String> addresses(URI sitemap) throws IOException {
        Set<String> addresses = new LinkedHashSet<>();
        Set<URI> seen = new HashSet<>();
        Deque<URI> maps = new ArrayDeque<>(List.of(sitemap));
        while (!maps.isEmpty() && seen.size() < MOST_MAPS && addresses.size() < MOST_ADDRESSES) {
            URI map = maps.poll();
            if (seen.add(map)) {
                read(map, addresses, maps);
            }
        }
        // What is opened counts as the site's own: a sitemap does not make other sites so.
        List<String> pages = addresses.stream()
                .filter(address -> isOwn(URI.create(address), sitemap))
                .limit(MOST_ADDRESSES)
                .toList();
        if (pages.isEmpty() && !addresses.isEmpty()) {
            throw new IOException(sitemap + " names pages of other hosts only, such as "
                    + addresses.iterator().next() + ": where they are the site's own, say so (--first-party)");
        }
        return pages;
    }

    private boolean isOwn(URI address, URI sitemap) {
        String host = address.getHost();
        return host != null
                && (plain(host).equals(plain(String.valueOf(sitemap.getHost())))
                        || own.test(host.toLowerCase(Locale.ROOT)));
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
    }

    private void read(URI map, Set<String> addresses, Deque<URI> maps) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            InputStream body =
                    new ByteArrayInputStream(unpacked(map, fetch.get(map).body()));
            XMLStreamReader reader = factory.createXMLStreamReader(body);
            boolean index = false;
            while (reader.hasNext()) {
                if (reader.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                switch (reader.getLocalName()) {
                    case "sitemap" -> index = true;
                    case "url" -> index = false;
                    case "loc" -> {
                        String address = reader.getElementText().strip();
                        if (index) {
                            maps.add(map.resolve(address));
                        } else {
                            addresses.add(map.resolve(address).toString());
                        }
                    }
                    default -> {
                        // dates, pictures, other languages
                    }
                }
            }
        } catch (XMLStreamException | IllegalArgumentException unreadable) {
            throw new IOException(map + " is no sitemap that can be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static byte[] unpacked(URI map, byte[] body) throws IOException {
        boolean packed = body.length > 1 && (body[0] & 0xff) == GZIP_FIRST && (body[1] & 0xff) == GZIP_SECOND;
        if (!packed) {
            return body;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] bytes = plain.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(map + " is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            return bytes;
        } catch (EOFException | ZipException broken) {
            throw new IOException(map + " is no sitemap that can be read: " + broken.getMessage(), broken);
        }
    }
}
