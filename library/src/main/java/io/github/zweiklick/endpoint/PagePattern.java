package io.github.zweiklick.endpoint;

import io.github.zweiklick.url.WebUrl;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where on the site something happens, without what tells one page, or one person's page, from others of its kind. */
final class PagePattern {
    private static final int DEEPEST = 8;
    private static final int LONGEST_SEGMENT = 60;

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    /** Numbers in other guises: keys of records and sessions. */
    private static final Pattern KEY = Pattern.compile("(?=.*[0-9])[0-9A-Za-z_=]{16,}"
            + "|(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z_=-]{16,}|(?=.*[0-9])[0-9a-f-]{12,}");
    /** Anything but a word or file name: addresses of letters, encoded characters of whatever meaning. */
    private static final Pattern ODD = Pattern.compile(".*[^A-Za-z0-9._~-].*");

    private PagePattern() {}

    static String of(WebUrl page) {
        String[] segments = page.path().substring(1).split("/", -1);
        String path = Arrays.stream(segments)
                .limit(DEEPEST)
                .map(PagePattern::segment)
                .collect(Collectors.joining("/", "/", segments.length > DEEPEST ? "/*" : ""));
        return page.origin() + path;
    }

    private static String segment(String raw) {
        // ";jsessionid=" and other parameters.
        int parameters = raw.indexOf(';');
        String segment = parameters < 0 ? raw : raw.substring(0, parameters);
        if (segment.length() > LONGEST_SEGMENT
                || ODD.matcher(segment).matches()
                || KEY.matcher(segment).matches()) {
            return "*";
        }
        return DIGITS.matcher(segment).replaceAll("*");
    }
}
