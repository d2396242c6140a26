package io.github.zweiklick.page;

/**
 * Sees of a style sheet as it stands in the page that it certainly loads nothing foreign, without reading its values.
 * What is unusual is left to {@link CssScanner}.
 */
final class StyleProbe {
    private final byte[] b;
    private final AddressProbe addresses;
    private final int start;
    private final int end;
    private int at;
    /** Whether the block that {@code at} stands in has a custom property before {@code searched}, or what looks like one. */
    private boolean custom;

    private int searched;

    private StyleProbe(byte[] b, int from, int end, AddressProbe addresses) {
        this.b = b;
        this.start = from;
        this.at = from;
        this.searched = from;
        this.end = end;
        this.addresses = addresses;
    }

    static boolean isHarmless(byte[] b, int from, int end, AddressProbe addresses) {
        return new StyleProbe(b, from, end, addresses).run();
    }

    private boolean run() {
        boolean harmless = true;
        while (harmless) {
            int i = at;
            while (i < end && !Bytes.is(b[i], Bytes.CSS_MARK)) {
                i++;
            }
            at = i;
            if (i >= end) {
                return true;
            }
            byte c = b[i];
            switch (c) {
                case '}' -> {
                    custom = false;
                    searched = ++at;
                }
                case '(' -> harmless = function();
                case '@' -> harmless = rule();
                case '"', '\'' -> harmless = string(c, false);
                case '\\' -> harmless = escape();
                default -> comment();
            }
        }
        return false;
    }

    private void comment() {
        at++;
        if (at >= end || b[at] != '*') {
            return;
        }
        int star = Bytes.indexOf(b, at + 1, end, '*');
        while (star + 1 < end && b[star + 1] != '/') {
            star = Bytes.indexOf(b, star + 1, end, '*');
        }
        at = Math.min(end, star + 2);
    }

    /** An escaped mark stands for itself; a letter or a code could spell a function's name. */
    private boolean escape() {
        if (at + 1 >= end || Bytes.is(b[at + 1], Bytes.CSS_NAME | Bytes.SPACE)) {
            return false;
        }
        at += 2;
        return true;
    }

    private boolean rule() {
        int name = ++at;
        while (at < end && Bytes.is(b[at], Bytes.CSS_NAME)) {
            at++;
        }
        if (at < end && b[at] == '\\') {
            return false;
        }
        return !isName(name, "import")
                && !isName(name, "namespace")
                && !isName(name, "property")
                && !isName(name, "function")
                && !isName(name, "mixin");
    }

    private boolean isName(int from, String name) {
        return at - from == name.length() && Bytes.startsWith(b, from, at, name);
    }

    private boolean function() {
        int name = at;
        while (name > start && Bytes.is(b[name - 1], Bytes.CSS_NAME)) {
            name--;
        }
        if (isName(name, "url")) {
            at++;
            return url();
        }
        // An escape before the name would be part of it.
        boolean loads = isName(name, "src")
                || isName(name, "image")
                || isName(name, "image-set")
                || isName(name, "-webkit-image-set")
                || isName(name, "cross-fade");
        at++;
        return !loads;
    }

    private boolean url() {
        at = Bytes.skipSpace(b, at, end);
        if (at < end && (b[at] == '"' || b[at] == '\'')) {
            return string(b[at], true) && endsUrl();
        }
        int from = at;
        at = Bytes.indexOf(b, at, end, ')');
        // With a quote or bracket it is no address, and what the rest means is left to others.
        for (char odd : new char[] {'\\', '"', '\'', '('}) {
            if (Bytes.contains(b, from, at, odd)) {
                return false;
            }
        }
        int last = at;
        while (last > from && Bytes.is(b[last - 1], Bytes.SPACE)) {
            last--;
        }
        return addresses.isOwn(b, from, last, true);
    }

    /** What follows the string may be another, which counts as well. */
    private boolean endsUrl() {
        at = Bytes.skipSpace(b, at, end);
        return at >= end || b[at] == ')';
    }

    /** A string names an address inside a function that loads, and wherever a custom property might carry it there. */
    private boolean string(byte quote, boolean loads) {
        int from = ++at;
        boolean escapes = false;
        while (at < end && b[at] != quote && b[at] != '\n' && b[at] != '\r' && b[at] != '\f') {
            if (b[at] == '\\') {
                escapes = true;
                at++;
            }
            at++;
        }
        at = Math.min(at, end);
        int stop = at;
        at = Math.min(at + 1, end);
        boolean own = !escapes && addresses.isOwn(b, from, stop, true);
        return own || (!loads && !mayBeCustom(from));
    }

    private boolean mayBeCustom(int until) {
        while (!custom && searched + 1 < until) {
            custom = b[searched] == '-' && b[searched + 1] == '-';
            searched++;
        }
        return custom;
    }
}
