package io.github.zweiklick.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/** Eight bytes at once must find what one at a time would, also near the array's end. */
final class BytesTest {
    private static final String ODD = "ab <>/='\":;?&\t\n\f\r\u000b\0\u0001\u007f\u0080\u00a0\u00bc\u00ff";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] random(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(40);
        boolean rare = random.nextBoolean();
        for (int i = 0; i < length; i++) {
            text.append(rare && random.nextInt(9) > 0 ? 'x' : ODD.charAt(random.nextInt(ODD.length())));
        }
        return bytes(text.toString());
    }

    private static int first(byte[] bytes, int from, int end, IntPredicate wanted) {
        int i = from;
        while (i < end && !wanted.test(bytes[i] & 0xff)) {
            i++;
        }
        return i;
    }

    @Test
    void whatIsSoughtIsFoundWhereItStands() {
        for (long seed = 0; seed < 40_000; seed++) {
            Random random = new Random(seed);
            byte[] b = random(random);
            int from = random.nextInt(b.length + 1);
            int end = from + random.nextInt(b.length - from + 1);
            String where = "seed " + seed;
            for (char wanted : new char[] {'<', '>', '\0', ' ', '"', '\u0001'}) {
                int place = first(b, from, end, c -> c == wanted);
                assertThat(Bytes.indexOf(b, from, end, wanted)).as(where).isEqualTo(place);
                assertThat(Bytes.contains(b, from, end, wanted)).as(where).isEqualTo(place < end);
                assertThat(Bytes.after(b, from, end, wanted)).as(where).isEqualTo(Math.min(end, place + 1));
            }
            assertThat(Bytes.tagNameEnd(b, from, end))
                    .as(where)
                    .isEqualTo(first(b, from, end, c -> Ascii.isSpace(c) || c == '/' || c == '>'));
            assertThat(Bytes.attributeNameEnd(b, from, end))
                    .as(where)
                    .isEqualTo(first(b, from, end, c -> Ascii.isSpace(c) || c == '/' || c == '>' || c == '='));
            assertThat(Bytes.tokenEnd(b, from, end)).as(where).isEqualTo(first(b, from, end, Ascii::isSpace));
            assertThat(Bytes.skipSpace(b, from, end)).as(where).isEqualTo(first(b, from, end, c -> !Ascii.isSpace(c)));
        }
    }

    @Test
    void everyByteIsLowered() {
        for (int c = 0; c < 256; c++) {
            int lower = Ascii.lower(String.valueOf((char) c)).charAt(0);
            assertThat(Bytes.lower((byte) c) & 0xff).isEqualTo(lower);
            for (int place = 0; place < 8; place++) {
                byte[] eight = bytes("@Zz[`{\u00c1\u00da");
                byte[] wanted = bytes("@zz[`{\u00c1\u00da");
                eight[place] = (byte) c;
                wanted[place] = (byte) lower;
                assertThat(Bytes.lower(Bytes.eightAt(eight, 0)))
                        .as("%d at %d", c, place)
                        .isEqualTo(ByteBuffer.wrap(wanted)
                                .order(ByteOrder.LITTLE_ENDIAN)
                                .getLong());
            }
        }
    }

    @Test
    void aBeginningIsFoundInAnyCaseAndOnlyWithinTheRange() {
        byte[] b = bytes("xScRipt>");
        assertThat(Bytes.startsWith(b, 1, b.length, "script")).isTrue();
        assertThat(Bytes.startsWith(b, 1, 6, "script")).isFalse();
        assertThat(Bytes.startsWith(b, 0, b.length, "script")).isFalse();
    }

    private static String name(Random random) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(20);
        for (int i = 0; i < length; i++) {
            name.append("abcz-1:".charAt(random.nextInt(7)));
        }
        return name.toString();
    }

    /** A name of more than eight bytes may be taken for another, but one in the table is never missed. */
    @Test
    void aTableFindsItsNamesAndNoOtherShortOnes() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Map<String, Integer> names = new HashMap<>();
            for (int i = random.nextInt(60); i >= 0; i--) {
                names.put(name(random), 1 + random.nextInt(1 << 20));
            }
            NameTable table = NameTable.of(names);
            List<String> asked = new ArrayList<>(names.keySet());
            for (int i = 0; i < 100; i++) {
                asked.add(name(random));
            }
            for (String name : asked) {
                String before = "<".repeat(random.nextInt(12));
                byte[] b = bytes(before + name.toUpperCase(java.util.Locale.ROOT) + ">".repeat(random.nextInt(3)));
                int found = table.get(b, before.length(), before.length() + name.length());
                int wanted = names.getOrDefault(name, 0);
                if (wanted != 0) {
                    assertThat(found & wanted).as("seed %d %s", seed, name).isEqualTo(wanted);
                } else if (name.length() <= 8) {
                    assertThat(found).as("seed %d %s", seed, name).isZero();
                }
            }
            assertThat(table.get(bytes("abc"), 1, 1)).isZero();
        }
    }

    @Test
    void aClassIsFoundAmongOthers() {
        for (ClassNames known : List.of(
                new ClassNames(Set.of("fb-post", "a2a_dd", "kurz"), List.of("Vscat-")),
                // One of fewer than four bytes is not told by four.
                new ClassNames(Set.of("fb-post", "a2a_dd", "kurz", "vid"), List.of("Vscat-", "\ud83d\ude00")))) {
            for (String name : List.of("fb-post", "FB-POST", "a2a_dd", "Kurz", "Vscat-3")) {
                for (String in : List.of(name, "menu " + name, name + " menu", "  a\n" + name + "\tb", "x &amp;")) {
                    byte[] b = bytes("<" + in);
                    assertThat(known.mayBeIn(b, 1, b.length)).as(in).isTrue();
                    assertThat(known.mayBeIn(bytes("<" + in + "\">"), 1, b.length))
                            .as(in)
                            .isTrue();
                }
            }
            for (String in : List.of("", "menu", "f", "fb-post2 fb-pos xkurz", "vscat-3", "a2a_dd_x kur\"z")) {
                assertThat(known.mayBeIn(bytes(in), 0, in.length())).as(in).isFalse();
            }
        }
        assertThat(new ClassNames(Set.of("vid"), List.of()).mayBeIn(bytes("a vid"), 0, 5))
                .isTrue();
        assertThat(new ClassNames(Set.of(), List.of()).mayBeIn(bytes("menu main"), 0, 9))
                .isFalse();
    }

    @Test
    void aHostIsFoundByItsParents() {
        NameTable table = NameTable.of(Map.of("netz.example", 1, "b.example", 1));
        for (String in : List.of("netz.example", "www.netz.example", "a.b.NETZ.example", "b.example")) {
            assertThat(table.hasHostOrParent(bytes(in), 0, in.length())).as(in).isTrue();
        }
        for (String out : List.of("meinnetz.example", "example", "netz.example.org", "etz.example", "")) {
            assertThat(table.hasHostOrParent(bytes(out), 0, out.length()))
                    .as(out)
                    .isFalse();
        }
    }
}
