package io.github.zweiklick.servlet;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the browser asked for, before the chain is asked something simpler.
 *
 * @param mayBePage whether the answer may be shown as a page: then the chain sees neither conditional headers nor
 *     Range, for its 304 would revive a page cached before the installation, or freeze one whose embeds changed
 * @param safe whether the method is GET or HEAD
 * @param head whether it is HEAD
 * @param acceptsGzip whether the browser takes a gzip body
 * @param validators the conditional headers
 * @param range the part asked for
 */
record BrowserRequest(
        boolean mayBePage,
        boolean safe,
        boolean head,
        boolean acceptsGzip,
        Validators.Asked validators,
        RangeRequest range) {

    /** Destinations whose response is shown as a document, and fetch() whose response a script may write into one. */
    private static final Set<String> DESTINATIONS =
            Set.of("document", "iframe", "frame", "fencedframe", "embed", "object", "empty", "");

    /** Browsers send Sec-Fetch-Dest on secure contexts only; elsewhere these extensions are believed to be no pages. */
    private static final Set<String> NO_PAGES = Set.of("""
            avif avi bmp bz2 css csv doc docx eot epub exe flac gif gz ico ics iso jar jpeg jpg js
            json m4a m4v map mjs mkv mov mp3 mp4 mpeg mpg odp ods odt oga ogg ogv otf pdf png ppt pptx
            rar tar tgz tif tiff ttf txt vcf wasm wav webm webmanifest webp woff woff2 xls xlsx xz zip
            7z""".split("\\s"));

    private static final Pattern REFUSED = Pattern.compile(".*;q=0(\\.0{0,3})?");

    static BrowserRequest of(HttpServletRequest request) {
        boolean head = request.getMethod().equals("HEAD");
        boolean safe = head || request.getMethod().equals("GET");
        return new BrowserRequest(
                safe && isPageRequest(request),
                safe,
                head,
                acceptsGzip(request),
                Validators.Asked.of(request),
                RangeRequest.of(request));
    }

    private static boolean isPageRequest(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Sec-Fetch-Dest"))
                .map(destination -> DESTINATIONS.contains(destination.toLowerCase(Locale.ROOT)))
                .orElseGet(() -> !NO_PAGES.contains(extension(request.getRequestURI())));
    }

    private static String extension(String uri) {
        int parameters = uri.indexOf(';');
        String path = parameters < 0 ? uri : uri.substring(0, parameters);
        int dot = path.lastIndexOf('.');
        return dot > path.lastIndexOf('/') ? path.substring(dot + 1).toLowerCase(Locale.ROOT) : "";
    }

    private static boolean acceptsGzip(HttpServletRequest request) {
        List<String> codings = new ArrayList<>();
        for (Enumeration<String> lines = request.getHeaders("Accept-Encoding"); lines.hasMoreElements(); ) {
            for (String coding : lines.nextElement().toLowerCase(Locale.ROOT).split(",")) {
                codings.add(withoutSpaces(coding));
            }
        }
        return first(codings, "gzip")
                .or(() -> first(codings, "*"))
                .filter(coding -> !isRefused(coding))
                .isPresent();
    }

    private static String withoutSpaces(String text) {
        boolean none = text.indexOf(' ') < 0 && text.indexOf('\t') < 0;
        return none ? text : text.replace(" ", "").replace("\t", "");
    }

    private static Optional<String> first(List<String> codings, String name) {
        for (String coding : codings) {
            if (coding.startsWith(name) && (coding.length() == name.length() || coding.charAt(name.length()) == ';')) {
                return Optional.of(coding);
            }
        }
        return Optional.empty();
    }

    /** RFC 9110, section 12.4.2: "a value of 0 means 'not acceptable'". */
    private static boolean isRefused(String coding) {
        return coding.contains(";q=0") && REFUSED.matcher(coding).matches();
    }
}
