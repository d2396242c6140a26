package io.github.zweiklick.audit.harness;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of Firefox's log that tell of contacts, as ESR 153 writes them. Its writers come between each other's lines, so what
 * belongs together is put together by thread and by the address of the object it is about.
 */
final class MozLogLines {

    /** Names, sockets, requests. */
    static final int KINDS = 3;

    private static final int MOST = 200_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");
    private static final Pattern LINE = Pattern.compile(
            "(?<time>\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}) UTC - \\[(?<thread>[^\\]]{1,100})]:"
                    + " [A-Z]/(?<module>nsHostResolver|nsSocketTransport|nsHttp) (?<text>.*)");

    private static final String HOST = "(?<host>[^\\s\\[\\]<>/]{1,255})";
    private static final Pattern WANTED = Pattern.compile(
            "Resolving host \\[" + HOST + "]<(?<key>[^<>]{0,1000})>(?: - [a-z ]{1,40})* type (?<type>\\d+)\\..*");
    /** Comes only when no cache held the answer, whichever way is then taken. */
    private static final Pattern ASKED = Pattern.compile("NameLookup host:" + HOST + " af:\\d+");

    private static final Pattern SOCKET = Pattern.compile(
            "nsSocketTransport::Init \\[this=(?<this>(?:0x)?[0-9a-f]+) host=" + HOST + ":(?<port>\\d+) origin=.*");
    private static final Pattern CONNECTS =
            Pattern.compile("nsSocketTransport::SendStatus \\[this=(?<this>(?:0x)?[0-9a-f]+) status=4b0007].*");

    private static final Pattern TRANSACTION =
            Pattern.compile("nsHttpTransaction::Init \\[this=(?<this>(?:0x)?[0-9a-f]+) caps=.*");
    private static final String REQUEST = "http request [";
    private static final Pattern REQUEST_LINE = Pattern.compile("  (?<line>[A-Z]{1,20} \\S{1,60000}) HTTP/[0-9.]+\\s*");
    private static final Pattern HOST_LINE = Pattern.compile("  Host: " + HOST + "\\s*");
    private static final Pattern SENDS =
            Pattern.compile("nsHttpTransaction::OnTransportStatus \\[this=(?<this>(?:0x)?[0-9a-f]+) status=4b0005 .*");

    private static final Pattern PARTITION = Pattern.compile("[\\^&]partitionKey=(?<key>[^&]+)");
    private static final String HTTPS_RECORD = "65";

    /** What a thread said last that its next line goes on with. */
    private record Said(String what, String value) {}

    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, Said> lastSaid = bounded();
    private final Map<String, String> transactions = bounded();
    private final Map<String, String> sockets = bounded();
    private final Map<String, String> keys = bounded();
    private final Map<String, Boolean> known = new HashMap<>();
    private boolean overflowed;
    private long byPages;

    private static <K, V> Map<K, V> bounded() {
        return NetLogNames.bounded();
    }

    /** A line without its end; one of other make, or half a line, says nothing. */
    synchronized void take(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return;
        }
        Optional<Instant> time = time(parts.group("time"));
        if (time.isPresent()) {
            String thread = parts.group("thread");
            String text = parts.group("text");
            switch (parts.group("module")) {
                case "nsHostResolver" -> name(time.get(), thread, text);
                case "nsSocketTransport" -> socket(time.get(), text);
                default -> request(time.get(), thread, text);
            }
        }
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }

    private void name(Instant time, String thread, String text) {
        Matcher wanted = WANTED.matcher(text);
        Matcher asked = ASKED.matcher(text);
        if (wanted.matches()) {
            known.put("names", true);
            String host = NetLogHosts.plain(wanted.group("host"));
            if (!wanted.group("key").isEmpty()) {
                keys.put(host, wanted.group("key"));
            }
            lastSaid.put(thread, new Said(host, wanted.group("type") + " " + wanted.group("key")));
        } else if (asked.matches()) {
            String host = NetLogHosts.plain(asked.group("host"));
            Said said = lastSaid.get(thread);
            String of = said != null && said.what().equals(host) ? said.value() : "0 " + keys.getOrDefault(host, "");
            String[] typeAndKey = of.split(" ", 2);
            Optional<String> site = site(typeAndKey[1]);
            add(new Sighting(
                    time,
                    host,
                    Level.DNS,
                    Witness.MOZ_LOG,
                    NetLogHosts.cause(site.map(one -> one + " ").orElse("null"), host),
                    (typeAndKey[0].equals(HTTPS_RECORD) ? "HTTPS" : "A, AAAA")
                            + site.map(one -> ", for " + one).orElse("")));
        }
    }

    private void socket(Instant time, String text) {
        Matcher made = SOCKET.matcher(text);
        Matcher connects = CONNECTS.matcher(text);
        if (made.matches()) {
            known.put("sockets", true);
            sockets.put(made.group("this"), made.group("port") + " " + NetLogHosts.plain(made.group("host")));
        } else if (connects.matches()) {
            String socket = sockets.get(connects.group("this"));
            if (socket != null) {
                String[] portAndHost = socket.split(" ", 2);
                add(seen(time, portAndHost[1], Level.SOCKET, "port " + portAndHost[0]));
            }
        }
    }

    private void request(Instant time, String thread, String text) {
        Matcher begun = TRANSACTION.matcher(text);
        if (begun.matches()) {
            lastSaid.put(thread, new Said("transaction", begun.group("this")));
            return;
        }
        Matcher sends = SENDS.matcher(text);
        if (sends.matches()) {
            String request = transactions.remove(sends.group("this"));
            if (request != null) {
                String[] hostAndLine = request.split(" ", 2);
                add(seen(time, hostAndLine[0], Level.REQUEST, hostAndLine[1]));
            }
            return;
        }
        Said said = lastSaid.get(thread);
        if (said != null) {
            goOn(thread, said, text);
        }
    }

    /** The head of a request comes line by line: what a page may have put into it comes after the line that names the host. */
    private void goOn(String thread, Said said, String text) {
        Matcher line = REQUEST_LINE.matcher(text);
        Matcher host = HOST_LINE.matcher(text);
        if (said.what().equals("transaction") && text.equals(REQUEST)) {
            known.put("requests", true);
            lastSaid.put(thread, new Said("request", said.value()));
        } else if (said.what().equals("request") && line.matches()) {
            lastSaid.put(thread, new Said("line", said.value() + " " + line.group("line")));
        } else if (said.what().equals("line") && host.matches()) {
            String[] addressAndLine = said.value().split(" ", 2);
            String named = host.group("host");
            transactions.put(addressAndLine[0], withoutPort(named) + " " + address(addressAndLine[1], named));
            lastSaid.remove(thread);
        }
    }

    private static String withoutPort(String host) {
        return NetLogHosts.plain(host.replaceFirst(":\\d+$", ""));
    }

    /** {@code GET //host/path}: the scheme is not told, and an address is what masking knows. */
    private static String address(String line, String host) {
        int space = line.indexOf(' ');
        String path = line.substring(space + 1);
        return line.substring(0, space + 1) + (path.startsWith("/") ? "//" + host : "") + path;
    }

    private Sighting seen(Instant time, String host, Level level, String detail) {
        Optional<String> site = site(keys.getOrDefault(host, ""));
        Sighting.Cause cause =
                site.map(one -> NetLogHosts.cause(one + " ", host)).orElse(Sighting.Cause.UNKNOWN);
        return new Sighting(time, host, level, Witness.MOZ_LOG, cause, detail);
    }

    /** The site in whose window it happened: {@code (https,example.org)}; the browser's own traffic has none. */
    private static Optional<String> site(String key) {
        Matcher partition = PARTITION.matcher(key);
        if (!partition.find()) {
            return Optional.empty();
        }
        try {
            String[] parts = URLDecoder.decode(partition.group("key"), StandardCharsets.UTF_8)
                    .replaceAll("[()]", "")
                    .split(",");
            return parts.length < 2 || parts[1].isBlank() ? Optional.empty() : Optional.of(parts[0] + "://" + parts[1]);
        } catch (IllegalArgumentException noEscape) {
            // Somebody's site all the same.
            return Optional.of("x://unknown");
        }
    }

    private void add(Sighting sighting) {
        byPages += sighting.cause() == Sighting.Cause.BROWSER ? 0 : 1;
        if (sightings.size() < MOST) {
            sightings.add(sighting);
        } else {
            overflowed = true;
        }
    }

    synchronized List<Sighting> sightings() {
        return List.copyOf(sightings);
    }

    /** How many contacts there were that are not known to be the browser's own. */
    synchronized long byPages() {
        return byPages;
    }

    synchronized boolean overflowed() {
        return overflowed;
    }

    /** Of which kinds of contact no line is known: where a page was opened there are some of each. */
    synchronized List<String> unknown() {
        List<String> unknown = new ArrayList<>(List.of("names", "sockets", "requests"));
        unknown.removeAll(known.keySet());
        return unknown;
    }
}
