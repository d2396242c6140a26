package io.github.zweiklick.catalogue;

import java.util.List;

/**
 * What a service's frame may do after consent.
 *
 * @param hosts host patterns the frame itself is loaded from: the airlock's {@code frame-src}
 * @param contacts further host patterns the service is known to contact, for the notice and the audit
 * @param scripts host patterns of script, style, image and connect for a script service
 * @param sandbox tokens of the {@code sandbox} attribute; never top navigation, popups that escape, storage access
 * @param allow features of Permissions Policy it needs, such as {@code fullscreen}
 * @param referrer what it is told about the page
 * @param credentialless whether it works without the visitor's login
 */
public record FrameRules(
        List<String> hosts,
        List<String> contacts,
        List<String> scripts,
        List<String> sandbox,
        List<String> allow,
        Referrer referrer,
        boolean credentialless) {

    /** What the service learns of the embedding page's address. */
    public enum Referrer {
        NONE,
        ORIGIN
    }
}
