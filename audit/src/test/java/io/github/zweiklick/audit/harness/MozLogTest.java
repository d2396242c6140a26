package io.github.zweiklick.audit.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines as Firefox ESR 153 wrote them, and as it never would. */
class MozLogTest {
    private static final String MAIN = "2026-11-30 08:32:12.265371 UTC - [Parent 7486: Main Thread]: ";
    private static final String SOCKET = "2026-11-30 08:32:12.265385 UTC - [Parent 7486: Socket Thread]: ";
    private static final String CITY = "<^partitionKey=%28https%2Cmusterstadt.test%29>";

    private static final List<String> NAMES = List.of(
            SOCKET + "D/nsHostResolver Resolving host [hint.test]" + CITY + " type 65. [this=7fef5520cd20]",
            SOCKET + "D/nsHostResolver   No usable record in cache for host [hint.test] type 65.",
            SOCKET + "D/nsHostResolver NameLookup host:hint.test af:0",
            SOCKET + "D/nsHostResolver NameLookup: hint.test effectiveTRRmode: 1 flags: 12",
            SOCKET + "D/nsHostResolver NativeLookup host:hint.test af:0",
            SOCKET + "E/nsHostResolver DNS resolve task - Calling getaddrinfo for host [hint.test].");

    private static final List<String> CONNECTION = List.of(
            SOCKET + "E/nsSocketTransport nsSocketTransport::Init [this=7fef4506d400 host=img.test:443"
                    + " origin=img.test:443 proxy=:0]",
            SOCKET + "E/nsSocketTransport nsSocketTransport::SendStatus [this=7fef4506d400 status=4b0007]");

    private static final List<String> REQUEST = List.of(
            MAIN + "E/nsHttp nsHttpTransaction::Init [this=7fef3f373900 caps=1200911]",
            MAIN + "E/nsHttp nsHttpTransaction 7fef3f373900 SetRequestContext 0",
            MAIN + "E/nsHttp http request [",
            MAIN + "E/nsHttp   GET /x.png?id=17 HTTP/1.1",
            MAIN + "E/nsHttp   Host: img.test",
            MAIN + "E/nsHttp   User-Agent: Mozilla/5.0",
            MAIN + "E/nsHttp ]");

    private static final String SENDS =
            SOCKET + "E/nsHttp nsHttpTransaction::OnTransportStatus [this=7fef3f373900 status=4b0005 progress=0]";

    @TempDir
    Path folder;

    @Test
    void aNameThatNoCacheHeldWasAskedForByTheSiteThatTheKeyNames() {
        assertThat(read(NAMES)).singleElement().satisfies(seen -> {
            assertThat(seen.host() + " " + seen.level() + " " + seen.detail())
                    .isEqualTo("hint.test DNS HTTPS, for https://musterstadt.test");
            assertThat(seen.cause()).isEqualTo(Sighting.Cause.PAGE);
            assertThat(seen.time()).isEqualTo("2026-11-30T08:32:12.265385Z");
        });
    }

    @Test
    void aNameThatIsToBypassTheCacheIsAskedForLikeAnother() {
        assertThat(read(List.of(
                        SOCKET + "D/nsHostResolver Resolving host [hint.test]" + CITY
                                + " - bypassing cache type 0. [this=0x7fef5520cd20]",
                        NAMES.get(2))))
                .singleElement()
                .satisfies(seen -> assertThat(seen.detail()).isEqualTo("A, AAAA, for https://musterstadt.test"));
    }

    /** RFC 9460, 2.3: the record of a service at another port than 443 has a name of its own, which is the host's all the same. */
    @Test
    void aQuestionAboutAnotherPortIsAboutTheHost() {
        assertThat(read(List.of(
                        SOCKET + "D/nsHostResolver Resolving host [_8443._https.hint.test]" + CITY
                                + " type 65. [this=7fef5520cd20]",
                        SOCKET + "D/nsHostResolver NameLookup host:_8443._https.hint.test af:0")))
                .singleElement()
                .satisfies(seen -> assertThat(seen.host() + " " + seen.detail())
                        .isEqualTo("hint.test HTTPS, for https://musterstadt.test"));
    }

    @Test
    void aNameThatACacheHeldWasNot() {
        assertThat(read(List.of(NAMES.get(0), SOCKET + "D/nsHostResolver   Using cached record for host [hint.test].")))
                .isEmpty();
    }

    @Test
    void theBrowsersOwnTrafficHasNoKeyAndASitesOwnHostsNeedNotBeThePages() {
        assertThat(read(List.of(
                        MAIN + "D/nsHostResolver Resolving host [aus5.mozilla.org]<> type 0. [this=7fef5520cd20]",
                        MAIN + "D/nsHostResolver NameLookup host:aus5.mozilla.org af:0",
                        MAIN + "D/nsHostResolver Resolving host [www.musterstadt.test]" + CITY + " type 0. [this=1]",
                        MAIN + "D/nsHostResolver NameLookup host:www.musterstadt.test af:0")))
                .extracting(Sighting::cause)
                .containsExactly(Sighting.Cause.BROWSER, Sighting.Cause.UNKNOWN);
    }

    @Test
    void connectionsAreToldAsTheyStart() {
        assertThat(read(CONNECTION))
                .extracting(seen -> seen.host() + " " + seen.level() + " " + seen.detail())
                .containsExactly("img.test SOCKET port 443");
        assertThat(read(List.of(CONNECTION.get(0)))).as("made, not begun").isEmpty();
    }

    /** The log's writers do not wait for each other. */
    @Test
    void aRequestIsToldOnceItIsSentWhateverOtherThreadsWriteBetween() {
        List<String> mixed = new ArrayList<>();
        REQUEST.forEach(line -> {
            mixed.add(line);
            mixed.addAll(NAMES);
        });
        assertThat(read(mixed)).extracting(Sighting::level).containsOnly(Level.DNS);
        mixed.add(SENDS);
        mixed.add(SENDS);
        assertThat(read(mixed))
                .filteredOn(seen -> seen.level() == Level.REQUEST)
                .singleElement()
                .satisfies(seen ->
                        assertThat(seen.host() + " " + seen.detail()).isEqualTo("img.test GET //img.test/x.png?id=17"));
    }

    /** A page chooses paths and some headers of its requests, and names. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "E/nsHttp   X-Kopf: nsHostResolver NameLookup host:falsch.test af:0",
                "E/nsHttp   Host: falsch.test",
                "E/nsHttp   GET /falsch.test HTTP/1.1",
                "E/nsHttp uri=http://musterstadt.test/] D/nsHostResolver NameLookup host:falsch.test af:0",
                "D/nsHostResolver Resolving host [falsch.test]<^partitionKey=%2",
                "D/nsHostResolver NameLookup host:falsch.test]< af:0",
                "D/nsHostResolver NameLookup host:falsch.test",
                "E/nsSocketTransport nsSocketTransport::SendStatus [this=1 status=4b0007]"
            })
    void nothingIsReadIntoALine(String text) {
        assertThat(read(Stream.concat(REQUEST.stream(), Stream.of(MAIN + text, SENDS))
                        .toList()))
                .extracting(Sighting::host)
                .containsExactly("img.test");
    }

    @Test
    void aKeyThatIsNoneIsSomebodysAllTheSame() {
        assertThat(read(List.of(
                        MAIN + "D/nsHostResolver Resolving host [a.test]<^partitionKey=%zz> type 0. [this=1]",
                        MAIN + "D/nsHostResolver NameLookup host:a.test af:0")))
                .extracting(Sighting::cause)
                .containsExactly(Sighting.Cause.PAGE);
    }

    @Test
    void aLogThatGrowsIsReadOnAndHalfALineWaits() throws IOException {
        Path file = folder.resolve("contacts.moz_log");
        Files.writeString(folder.resolve("contacts.child-1.moz_log"), String.join("\n", CONNECTION) + "\n");
        MozLog log = new MozLog(folder, () -> {});
        assertThat(log.seen()).isZero();
        String all = String.join("\n", NAMES) + "\n" + String.join("\n", CONNECTION);
        append(file, all.substring(0, 250));
        assertThat(log.seen()).isZero();
        append(file, all.substring(250));
        assertThat(log.seen()).isEqualTo(1);
        append(file, "\n");
        assertThat(log.seen()).isEqualTo(2);
        assertThat(gaps(log)).contains("the browser's log (no line about requests is known in this version's)");
    }

    /** Another version may write other lines, or none. */
    @Test
    void whatIsNotUnderstoodIsNotSilence() throws IOException {
        MozLog log = new MozLog(folder, () -> {});
        assertThat(gaps(log)).contains("everything: this browser has no log of its own");
        append(folder.resolve("contacts.moz_log"), "12:00 [Parent]: nsHostResolver asks for hint.test\n");
        assertThat(gaps(log)).contains("everything: this browser has no log of its own");
    }

    private static List<String> gaps(MozLog log) {
        return log.tell(new Timeline(Clock.systemUTC()), true).gaps().stream()
                .map(Untested::toString)
                .toList();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<Sighting> read(List<String> written) {
        MozLogLines lines = new MozLogLines();
        written.forEach(lines::take);
        return lines.sightings();
    }
}
