package io.github.zweiklick.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.zweiklick.upstream.UpstreamException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Answers that a network never gave, or somebody else in its place: they yield posts that do no harm, or a named fault. */
@Timeout(120)
class GraphMutationTest {
    private static final long SEED = Long.getLong("zweiklick.seed", 20_261_129);
    /** Of each fixture, and of each recording. */
    private static final int EACH =
            Integer.getInteger("zweiklick.mutations", System.getProperty("full") == null ? 100 : 5_000);

    private static final int EACH_RECORDING = EACH / 5;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Stands for what no tree can hold. */
    private static final String DEEP = "deep-nesting";

    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//evil.example/x",
            "https:\\\\evil.example\\x",
            "https://user:password@evil.example/",
            "https://evil.example/\u202egpj.exe",
            "http://127.0.0.1:1/\" onload=\"x",
            "file:///etc/passwd",
            "https://l.facebook.com/l.php?u=javascript%3Aalert(1)",
            "a\u0000b\u0008c\u001b[31m\u007f\u0085",
            "\u202eabc\u2066def\u2069\u200f",
            "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
            "\ud83d",
            "\udc00\ud83d\ude01",
            "\ud83d\ude01\ud83d\ude01 &amp;lt;b&amp;gt;",
            "@a #b $c https://d.example/".repeat(200),
            "((((".repeat(2_000),
            "#".repeat(5_000),
            "99999999999999999999999999",
            "-1",
            "0000-00-00T00:00:00+0000",
            "+999999999-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00+0000",
            "und-u-co-phonebk",
            "x".repeat(30_000));

    /** How an answer is read. */
    interface Reading {
        Timeline read(String body) throws UpstreamException;
    }

    @Test
    void facebook() throws Exception {
        mutate(GraphRecordingsTest::facebook, "facebook-posts.json", "facebook");
    }

    @Test
    void instagram() throws Exception {
        mutate(GraphRecordingsTest::instagram, "instagram-media.json", "instagram");
    }

    @Test
    void x() throws Exception {
        mutate(GraphRecordingsTest::x, "x-timeline.json", "x");
        mutate(GraphRecordingsTest::x, "x-timeline-posts.json", "none");
    }

    @Test
    void xAccounts() throws Exception {
        mutate(
                body -> GraphRecordingsTest.read(
                        new XFeed(), Map.of("user", "a"), 200, body, ReadPosts.fixture("x-timeline.json")),
                "x-user.json",
                "none");
    }

    @Test
    @Timeout(20)
    void manyMarksInLongTextsTakeNoTime() throws UpstreamException {
        String text = "\ud83d\ude01".repeat(50_000);
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            int start = 2 * (5_000 - i);
            marks.append(i > 0 ? "," : "").append("""
                    {"start":%d,"end":%d,"offset":%d,"length":1,"id":"1","name":"a","url":"https://t.co/a","media_key":"1"}""".formatted(start, start + 1, start));
        }
        String time = "2026-11-01T10:00:00+0000";
        String post = """
                {"data":[{"id":"1","created_at":"%s","created_time":"%s","text":"%s","message":"%s","message_tags":[%s],
                "entities":{"urls":[%s]}}]}""".formatted(time, time, text, text, marks, marks);
        assertThat(GraphRecordingsTest.x(post).posts()).hasSize(1);
        assertThat(GraphRecordingsTest.facebook(post).posts()).hasSize(1);
    }

    static void mutate(Reading reading, String fixture, String recordings) throws Exception {
        List<String> bodies = new ArrayList<>(List.of(ReadPosts.fixture(fixture)));
        Path folder = Path.of(System.getProperty("zweiklick.shared", "../../shared"), "recordings", recordings);
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String body = Files.readString(file);
                    bodies.add(
                            body.startsWith("{\"data\"") || body.contains("\"data\": [")
                                    ? body
                                    : "{\"data\":[" + body + "]}");
                }
            }
        }
        Random random = new Random(SEED);
        int read = 0;
        for (String body : bodies) {
            int times = body.equals(bodies.get(0)) ? EACH : EACH_RECORDING;
            for (int i = 0; i < times; i++) {
                String mutated = random.nextInt(4) == 0 ? scratched(body, random) : swapped(body, random);
                read += check(
                        reading, mutated, "seed " + SEED + ", " + fixture + " and " + recordings + ", number " + i);
            }
        }
        assertThat(read).as("answers that were still read").isPositive();
    }

    private static int check(Reading reading, String body, String what) {
        try {
            Timeline timeline = reading.read(body);
            timeline.posts().forEach(ReadPosts::assertClean);
            return 1;
        } catch (UpstreamException named) {
            assertThat(named.fault().message()).matches("[\\x20-\\x7e]{1,200}").doesNotContain("s3cr3t");
            return 0;
        } catch (RuntimeException | StackOverflowError | AssertionError e) {
            throw new AssertionError(what + "\n" + body.substring(0, Math.min(body.length(), 20_000)), e);
        }
    }

    /** Cut, or with other characters. */
    private static String scratched(String body, Random random) {
        if (body.isEmpty() || random.nextBoolean()) {
            return body.substring(0, random.nextInt(body.length() + 1));
        }
        StringBuilder out = new StringBuilder(body);
        for (int i = random.nextInt(4); i >= 0; i--) {
            out.setCharAt(random.nextInt(out.length()), (char)
                    (random.nextInt(4) == 0 ? random.nextInt(0x10000) : random.nextInt(0x7f)));
        }
        return out.toString();
    }

    /** With some members of another type or with hostile values. */
    private static String swapped(String body, Random random) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(body);
        } catch (JacksonException html) {
            return scratched(body, random);
        }
        for (int i = random.nextInt(5); i >= 0; i--) {
            List<JsonNode> holders = new ArrayList<>();
            collect(root, holders);
            if (holders.isEmpty()) {
                return body;
            }
            swap(any(holders, random), child(any(holders, random), random), random);
        }
        int levels = random.nextInt(1_500);
        return root.toString().replace("\"" + DEEP + "\"", "[".repeat(levels) + "]".repeat(levels));
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if ((node.isObject() || node.isArray()) && !node.isEmpty()) {
            holders.add(node);
        }
        node.forEach(child -> collect(child, holders));
    }

    private static JsonNode any(List<JsonNode> nodes, Random random) {
        return nodes.get(random.nextInt(nodes.size()));
    }

    private static JsonNode child(JsonNode holder, Random random) {
        List<JsonNode> children = new ArrayList<>();
        holder.forEach(children::add);
        return any(children, random);
    }

    /** @param other what stands elsewhere: so posts quote themselves, and users are pictures */
    private static void swap(JsonNode holder, JsonNode other, Random random) {
        if (holder instanceof ObjectNode object) {
            List<String> names = new ArrayList<>(object.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            if (random.nextInt(6) == 0) {
                object.remove(name);
            } else {
                object.set(name, hostile(object.get(name), other, random));
            }
        } else if (holder instanceof ArrayNode array) {
            int at = random.nextInt(array.size());
            array.set(at, hostile(array.get(at), other, random));
        }
    }

    private static JsonNode hostile(JsonNode old, JsonNode other, Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextBoolean() ? random.nextLong() : random.nextInt(200) - 20);
            case 3 -> NODES.numberNode(new BigInteger("9".repeat(60)));
            case 4 -> NODES.numberNode(Double.MAX_VALUE);
            case 5 -> NODES.arrayNode().add(old);
            case 6 -> NODES.objectNode().set("data", old);
            case 7 -> NODES.stringNode(DEEP);
            case 8, 9, 10 -> other.deepCopy();
            default -> NODES.stringNode(HOSTILE.get(random.nextInt(HOSTILE.size())));
        };
    }
}
