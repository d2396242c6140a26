package io.github.zweiklick.audit.serve;

import java.util.List;
import java.util.Locale;

/**
 * What a browser that may do so asks for.
 *
 * @param posts whether something is to be done; otherwise something is to be read
 * @param path behind the token, without empty parts; each of letters, digits, dots, dashes and underscores
 * @param query behind the question mark
 * @param form that was sent
 * @param preferred the language the browser asks for: German or English
 */
record Request(boolean posts, List<String> path, Fields query, Fields form, Locale preferred) {

    Request {
        path = List.copyOf(path);
    }

    /** A part of the path; empty where it ends before. */
    String part(int index) {
        return index < path.size() ? path.get(index) : "";
    }
}
