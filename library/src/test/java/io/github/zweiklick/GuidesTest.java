package io.github.zweiklick;

import static io.github.zweiklick.Mode.OBSERVE;
import static io.github.zweiklick.Mode.PROTECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.feed.Budget;
import io.github.zweiklick.feed.FeedSource;
import io.github.zweiklick.feed.FeedSources;
import io.github.zweiklick.view.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs} shows to developers can be copied: the Java compiles, the configuration starts. */
final class GuidesTest {
    /** What the guide leaves to the application. */
    private static final String APPLICATION = """
            import io.github.zweiklick.*;
            import io.github.zweiklick.endpoint.*;
            import io.github.zweiklick.page.*;
            import io.github.zweiklick.url.*;
            import java.util.*;
            import java.util.function.Function;

            class Application {
                void run(String json, String value, byte[] body, String method, String path, String pathBelowBase,
                        String contextPath, Function<String, Optional<String>> headers) {
            %s
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theLibrarysExampleCompiles() throws Exception {
        Path source = Files.writeString(
                folder.resolve("Application.java"), APPLICATION.formatted(sample("library.md", "java")));
        Path messages = folder.resolve("messages");

        Process javac = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "-cp",
                        Path.of("target", "classes").toString(),
                        "-d",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(messages.toFile())
                .start();

        assertThat(javac.waitFor()).as(Files.readString(messages)).isZero();
    }

    @Test
    void theConfigurationsExampleStarts() throws IOException {
        Configuration configuration =
                Configuration.parse(sample("configuration.md", "jsonc"), "zweiklick.json", name -> {
                    assertThat(name).isEqualTo("services/stadtradio.json");
                    return Optional.of(sample("catalogue.md", "json"));
                });

        assertThat(configuration.services()).hasSize(1);
        try (Zweiklick zweiklick = Zweiklick.of(configuration)) {
            assertThat(zweiklick.summary()).contains("musterstadt.example").contains("/redaktion");
        }
    }

    @Test
    void whatIsSaidToVisitorsCanBeSet() throws IOException {
        List<Configuration> samples = samples("visitors.md", "jsonc").stream()
                .map(json -> Configuration.parse(json, "zweiklick.json"))
                .toList();

        assertThat(samples).hasSize(2).allSatisfy(sample -> Zweiklick.of(sample).close());
        assertThat(Files.readString(Path.of("../docs/visitors.md")))
                .contains("\n" + String.join(" ", Texts.UNREVIEWED) + "\n");
    }

    @Test
    void theStepsOfTheIntroductionStart() {
        List<Configuration> steps = samples("introducing.md", "jsonc").stream()
                .map(json -> Configuration.parse(json, "zweiklick.json"))
                .toList();

        assertThat(steps).extracting(Configuration::mode).containsExactly(OBSERVE, OBSERVE, OBSERVE, PROTECT);
        assertThat(Zweiklick.of(steps.get(2)).mode("/aktuelles/heute", "www.musterstadt.example"))
                .isEqualTo(PROTECT);
    }

    @Test
    void sharingCanBeSet() {
        assertThat(samples("sharing.md", "jsonc"))
                .extracting(json -> Configuration.parse(json, "zweiklick.json").shares())
                .satisfiesExactly(
                        usual -> assertThat(usual.services()).hasSize(3),
                        counted -> assertThat(counted.counts().sources()).hasSize(2),
                        shariff -> assertThat(shariff.shariff()).isTrue());
    }

    @Test
    void postsCanBeShown() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        assertThat(samples("feeds.md", "jsonc"))
                .extracting(json -> Configuration.parse(
                                json.replace("\"${X_TOKEN}\"", "{\"file\": \"" + token + "\"}"), "zweiklick.json")
                        .feeds())
                .satisfiesExactly(
                        some -> assertThat(some.sources()).hasSize(3),
                        others -> assertThat(others.sources().get(0).rights()).isPresent(),
                        paid -> assertThat(paid.sources().get(0).budget()).contains(new Budget(200, 3_000)));
    }

    @Test
    void singlePostsCanBeShown() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "secret");
        assertThat(samples("posts.md", "jsonc"))
                .extracting(json -> Configuration.parse(
                                json.replaceAll("\"\\$\\{\\w+\\}\"", "{\"file\": \"" + token + "\"}"), "zweiklick.json")
                        .feeds()
                        .posts())
                .satisfiesExactly(
                        posts -> {
                            assertThat(posts.sources()).hasSize(3);
                            assertThat(posts.networks()).hasSize(3);
                            assertThat(posts.pasted()).isTrue();
                        },
                        videos -> {
                            assertThat(videos.sources()).isEmpty();
                            assertThat(videos.networks())
                                    .hasSize(2)
                                    .allMatch(network -> network.given().texts().containsKey("account"));
                            assertThat(videos.pasted()).isTrue();
                        });
    }

    /** Each kind stands in the guide's table, with all that can be set of it. */
    @Test
    void allSourcesOfPostsAreTold() throws IOException {
        String guide = Files.readString(Path.of("../docs/feeds.md"));
        FeedSources sources = FeedSources.all();
        for (String kind : sources.kinds()) {
            String row = guide.lines()
                    .filter(line -> line.startsWith("| `" + kind + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(kind));
            assertThat(sources.named(kind).orElseThrow().settings().stream()
                            .map(FeedSource.Setting::key)
                            .filter(key -> !key.equals("base") && !key.equals("api")))
                    .allSatisfy(key -> assertThat(row).as(kind).contains("`" + key + "`"));
        }
    }

    @Test
    void theWayOutCanBeSet() {
        assertThat(samples("upstreams.md", "jsonc"))
                .extracting(json -> Configuration.parse(json, "zweiklick.json").outbound())
                .singleElement()
                .satisfies(outbound -> assertThat(outbound.proxy()).isPresent());
    }

    private static String sample(String guide, String language) {
        return samples(guide, language).get(0);
    }

    private static List<String> samples(String guide, String language) {
        try {
            String text = Files.readString(Path.of("..", "docs", guide));
            Matcher sample =
                    Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(text);
            List<String> all = sample.results().map(found -> found.group(1)).toList();
            assertThat(all).as("samples in " + guide).isNotEmpty();
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
