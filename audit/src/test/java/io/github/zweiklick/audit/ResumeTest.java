package io.github.zweiklick.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.harness.SiteRequest;
import io.github.zweiklick.audit.harness.SiteResponse;
import io.github.zweiklick.audit.report.Sha256;
import io.github.zweiklick.audit.selftest.Results;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An audit that is killed goes on where it was, and comes to the same. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ResumeTest {
    private static final String ORIGIN = "http://www.stueckwerk.test";
    private static final List<String> PAGES = List.of(ORIGIN + "/eins", ORIGIN + "/zwei", ORIGIN + "/drei");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicInteger first = new AtomicInteger();
    /** The second page's answer waits for it. */
    private volatile CountDownLatch answered = new CountDownLatch(0);

    private volatile CountDownLatch asked = new CountDownLatch(1);
    private ContactHarness harness;
    private Path state = Path.of("");

    @TempDir
    Path folder;

    @BeforeAll
    void start(@TempDir Path kept) throws IOException {
        state = kept;
        assumeTrue(ContactHarness.inNamespace(), "no network namespace here: see docs/measuring.md");
        assumeTrue(ContactHarness.hasChromium(), "Chromium is not installed");
        harness = ContactHarness.start();
        Results.keepChromium(state);
        harness.serve("www.stueckwerk.test", this::answer);
    }

    @AfterAll
    void stop() throws IOException {
        if (harness != null) {
            harness.close();
        }
    }

    @BeforeEach
    void begin() {
        first.set(0);
        answered = new CountDownLatch(0);
        asked = new CountDownLatch(1);
    }

    private SiteResponse answer(SiteRequest request) {
        switch (request.target()) {
            case "/eins" -> first.incrementAndGet();
            case "/zwei" -> {
                asked.countDown();
                await(answered);
            }
            default -> {
                // Nothing to wait for.
            }
        }
        return SiteResponse.page("<!doctype html><html lang=de><meta charset=utf-8><title>Stück</title>"
                + "<link rel=icon href=data:,><h1>Stück</h1><img src='http://fremd.test" + request.target()
                + "' alt=''>");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(2, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void killedInTheMiddleOfAPage() throws Exception {
        Path cut = folder.resolve("cut");
        kill(cut);
        assertThat(cut.resolve("audit.json")).doesNotExist();
        assertThat(cut.resolve("unfinished").resolve("page-0001.json")).exists();
        assertThat(cut.resolve("unfinished").resolve("page-0002.json")).doesNotExist();

        assertThat(run("visit", "--state=" + state, "--resume=" + cut))
                .as("%s", err)
                .isEqualTo(1);
        assertThat(first).as("visits of the page that was done").hasValue(1);
        assertThat(cut.resolve("unfinished")).doesNotExist();
        assertThat(run("verify", cut.toString())).isZero();
        assertThat(Files.readString(cut.resolve("report.html"))).contains("unterbrochen und sp");

        Path whole = folder.resolve("whole");
        assertThat(run(command(whole))).isEqualTo(1);
        JsonNode resumed = read(cut);
        assertThat(resumed.at("/resumed/0/kept").asInt()).isEqualTo(1);
        assertThat(resumed.at("/setup")).isEqualTo(read(whole).at("/setup"));
        assertThat(resumed.at("/file")).isEqualTo(read(whole).at("/file"));
        assertThat(withoutTimes(resumed).toPrettyString())
                .isEqualTo(withoutTimes(read(whole)).toPrettyString());
    }

    @Test
    void whatWasDamagedIsVisitedAgainAndOthersOptionsAreRefused() throws Exception {
        Path cut = folder.resolve("cut");
        kill(cut);
        assertThat(run(command(cut))).isEqualTo(2);
        assertThat(err.toString()).contains("an audit lies there that was cut off. Go on with it by --resume " + cut);

        assertThat(run(
                        "visit",
                        "--state=" + state,
                        "--resume=" + cut,
                        "--gpc",
                        "--phases=load,leave",
                        PAGES.get(0),
                        PAGES.get(2)))
                .isEqualTo(2);
        assertThat(err.toString().lines().findFirst().orElse(""))
                .contains(
                        "pages: 3 then, 2 now, and from number 2 on they differ",
                        "--gpc: false then, true now",
                        "--phases: ")
                .doesNotContain("--locale", "--occasion");

        Path page = cut.resolve("unfinished").resolve("page-0001.json");
        Files.writeString(page, Files.readString(page).replace("chrome", "chrame"));
        assertThat(run("visit", "--state=" + state, "--resume=" + cut, "--occasion=Anlass", "--locale=de-DE"))
                .as("%s", err)
                .isEqualTo(1);
        assertThat(err.toString()).contains("What was kept of " + PAGES.get(0) + " is damaged: it is visited again");
        assertThat(first).hasValue(2);
        assertThat(read(cut).at("/resumed/0/again").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsKeptNowhereIsAskedForAndAnotherBrowserIsRefused() throws Exception {
        Path cut = folder.resolve("cut");
        Path login = Files.writeString(folder.resolve("login"), ORIGIN + "/ sitzung=geheim123");
        kill(cut, "--login-cookie=" + login);
        try (Stream<Path> files = Files.walk(cut)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).doesNotContain("geheim123");
            }
        }
        assertThat(run("visit", "--state=" + state, "--resume=" + cut)).isEqualTo(2);
        assertThat(err.toString()).contains("--login-cookie FILE is needed again");

        // As if it had been visited by an older browser: the sum is that of the changed content.
        Path page = cut.resolve("unfinished").resolve("page-0001.json");
        String content = Files.readString(page).split("\n", 2)[1].replaceFirst("chrome [0-9.]+", "chrome 99.0");
        Files.writeString(page, Sha256.of(content.getBytes(StandardCharsets.UTF_8)) + "\n" + content);
        assertThat(run("visit", "--state=" + state, "--resume=" + cut, "--login-cookie=" + login))
                .isEqualTo(2);
        assertThat(err.toString()).contains("chrome 99.0 then, chrome ");
        assertThat(cut.resolve("unfinished")).exists();
    }

    @Test
    void whereNothingWasCutOffNothingGoesOn() {
        assertThat(run("visit", "--state=" + state, "--resume=" + folder)).isEqualTo(2);
        assertThat(err.toString()).contains("no audit lies there that could go on");
    }

    /** Less the times, that it was resumed, and what differs between any two visits of one page. */
    private static JsonNode withoutTimes(JsonNode audit) {
        if (audit instanceof ObjectNode members) {
            members.remove(Set.of("started", "ended", "began", "time", "resumed", "browserOwn"));
            for (String contacts : List.of("contacts", "firstParty")) {
                if (members.get(contacts) instanceof ArrayNode all) {
                    // Which of two sockets comes first, and whether there is a second, is chance.
                    String seen = all.valueStream()
                            .map(one -> one.path("step") + " " + one.path("host") + " " + one.path("level"))
                            .collect(Collectors.toCollection(TreeSet::new))
                            .toString();
                    members.put(contacts, seen);
                }
            }
            if (members.get("exchanges") instanceof ArrayNode exchanges) {
                exchanges.removeIf(one -> !one.path("host").asString().endsWith(".test"));
            }
        }
        audit.forEach(ResumeTest::withoutTimes);
        return audit;
    }

    /** Ends the command once its second page is asked for, as a crash would. */
    private void kill(Path report, String... more) throws Exception {
        answered = new CountDownLatch(1);
        List<String> command = StadtSite.java(Main.class.getName(), command(report));
        command.addAll(List.of(more));
        Process audit = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(asked.await(3, TimeUnit.MINUTES))
                    .as(() -> read(folder.resolve("log"), ""))
                    .isTrue();
        } finally {
            List<ProcessHandle> browsers = audit.descendants().toList();
            audit.destroyForcibly().waitFor();
            browsers.forEach(ProcessHandle::destroyForcibly);
            answered.countDown();
        }
    }

    private String[] command(Path report) {
        return Stream.concat(
                        Stream.of(
                                "visit",
                                "--state=" + state,
                                "--out=" + report,
                                "--phases=load",
                                "--parallel=1",
                                "--occasion=Anlass",
                                "--zone=Europe/Berlin"),
                        PAGES.stream())
                .toArray(String[]::new);
    }

    private static String read(Path file, String otherwise) {
        try {
            return Files.readString(file);
        } catch (IOException none) {
            return otherwise;
        }
    }

    private static JsonNode read(Path report) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(report.resolve("audit.json")));
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.command()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
