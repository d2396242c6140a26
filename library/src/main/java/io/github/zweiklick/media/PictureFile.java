package io.github.zweiklick.media;

import io.github.zweiklick.media.PictureStore.Held;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * How a picture is written down: a head of fixed length with what is needed to find one version, then the versions one after the
 * other. Head and versions have sums of their own, so that one version is read and checked without the others.
 */
final class PictureFile {
    /** "ZwP" and the version of the format. */
    private static final int MAGIC = 0x5a775001;

    private static final int NAME = 22;
    private static final int MOST_VERSIONS = 4;
    /** Width, type, length, sum, tag. */
    private static final int ENTRY = 4 * Integer.BYTES + Long.BYTES;
    /** Magic number, preparation, time, name, number of versions, these, sum. */
    private static final int HEAD =
            2 * Integer.BYTES + Long.BYTES + NAME + Integer.BYTES + MOST_VERSIONS * ENTRY + Integer.BYTES;

    private static final int LARGEST = 64 << 20;

    private PictureFile() {}

    private record Entry(int width, int type, int length, int sum, long tag, long offset) {}

    /** @param preparation {@link Preparation#version} of what made it */
    static byte[] written(String name, Pictures pictures, Instant made, int preparation) {
        ByteBuffer file = ByteBuffer.allocate(Math.toIntExact(HEAD + pictures.bytes()));
        file.putInt(MAGIC).putInt(preparation).putLong(made.toEpochMilli());
        file.put(name.getBytes(StandardCharsets.US_ASCII));
        file.putInt(pictures.versions().size());
        for (Pictures.Version version : pictures.versions()) {
            Picture picture = version.picture();
            PictureType type = PictureType.named(picture.contentType()).orElseThrow();
            file.putInt(version.width()).putInt(type.code()).putInt(picture.bytes().length);
            file.putInt(sum(picture.bytes(), picture.bytes().length))
                    .putLong(HexFormat.fromHexDigitsToLong(picture.tag()));
        }
        file.putInt(HEAD - Integer.BYTES, sum(file.array(), HEAD - Integer.BYTES));
        file.position(HEAD);
        pictures.versions().forEach(version -> file.put(version.picture().bytes()));
        return file.array();
    }

    /** Empty where it is damaged, another picture's, or made in another way. */
    static Optional<Held> read(FileChannel file, String name, int width, int preparation) throws IOException {
        Optional<byte[]> start = bytes(file, 0, HEAD);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(start.get());
        if (head.getInt(HEAD - Integer.BYTES) != sum(start.get(), HEAD - Integer.BYTES)
                || head.getInt() != MAGIC
                || head.getInt() != preparation) {
            return Optional.empty();
        }
        Instant made = Instant.ofEpochMilli(head.getLong());
        byte[] own = new byte[NAME];
        head.get(own);
        List<Entry> entries = entries(head);
        if (!name.equals(new String(own, StandardCharsets.US_ASCII)) || entries.isEmpty()) {
            return Optional.empty();
        }
        Entry entry =
                entries.get(Pictures.index(entries.stream().map(Entry::width).toList(), width));
        return bytes(file, entry.offset(), entry.length())
                .filter(bytes -> sum(bytes, entry.length()) == entry.sum())
                .flatMap(bytes -> PictureType.coded(entry.type())
                        .map(type ->
                                new Picture(type.contentType(), HexFormat.of().toHexDigits(entry.tag()), bytes)))
                .map(picture -> new Held(picture, made));
    }

    private static List<Entry> entries(ByteBuffer head) {
        int count = head.getInt();
        List<Entry> entries = new ArrayList<>();
        long offset = HEAD;
        for (int i = 0; i < Math.min(count, MOST_VERSIONS); i++) {
            int width = head.getInt();
            int type = head.getInt();
            int length = head.getInt();
            entries.add(new Entry(width, type, length, head.getInt(), head.getLong(), offset));
            offset += length;
        }
        return entries;
    }

    private static Optional<byte[]> bytes(FileChannel file, long offset, int length) throws IOException {
        if (length < 0 || length > LARGEST || offset + length > file.size()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            if (file.read(buffer, offset + buffer.position()) < 0) {
                return Optional.empty();
            }
        }
        return Optional.of(bytes);
    }

    private static int sum(byte[] bytes, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
