package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What another browser contacted on a page on which nobody consented to anything. No self-test stands for it.
 *
 * @param version name and version as the browser says it; empty where it could not be started
 * @param failure why the page could not be tested in it, or not to the end, in English; empty where it was
 * @param contacts steps are numbered on from those before on the page
 */
public record SecondOpinion(
        SecondBrowser browser,
        String version,
        Optional<String> failure,
        Instant started,
        Instant ended,
        ContactReport contacts) {

    /** The foreign hosts, sorted. */
    public Set<String> hosts() {
        return contacts.contacts().stream().map(Contact::host).collect(Collectors.toCollection(TreeSet::new));
    }
}
