package io.github.zweiklick.audit.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Addresses as RFC 3986 has them: browsers write some characters that it does not know. */
public final class Uris {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private static final String IN_SEGMENT = UNRESERVED + "!$&'()*+,;=@";
    private static final String ANYWHERE = UNRESERVED + "!$&'()*+,;=@:/?#[]%";

    private Uris() {}

    /** A path below the folder where the program runs. */
    public static String relative(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(segment -> encoded(segment.toString(), IN_SEGMENT))
                .collect(Collectors.joining("/"));
    }

    /** An address in which whatever may not stand in one is written in percents. */
    public static String legal(String address) {
        return encoded(address, ANYWHERE);
    }

    private static String encoded(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (plain.indexOf(b & 0xff) >= 0) {
                encoded.append((char) b);
            } else {
                encoded.append(String.format("%%%02X", b));
            }
        }
        return encoded.toString();
    }
}
