package io.github.zweiklick.audit.harness;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a visit contacted.
 *
 * @param contacts with hosts that are not the site's own, in order of time
 * @param firstParty with hosts of the site
 * @param browserOwn the browser's own traffic (updates, time, settings), told apart and not hidden
 * @param exchanges all requests the browser's log has, in order of time; empty without one
 * @param cookies all cookies written, as the browser's log has them
 * @param sources what in the page is known to have caused foreign contacts, or names their hosts
 * @param steps the parts of the visit in their order
 * @param untested what could not be observed in this visit
 */
public record ContactReport(
        List<Contact> contacts,
        List<Contact> firstParty,
        List<Contact> browserOwn,
        List<Exchange> exchanges,
        List<CookieWrite> cookies,
        List<Source> sources,
        List<Step> steps,
        List<Untested> untested) {

    public ContactReport {
        contacts = List.copyOf(contacts);
        firstParty = List.copyOf(firstParty);
        browserOwn = List.copyOf(browserOwn);
        exchanges = List.copyOf(exchanges);
        cookies = List.copyOf(cookies);
        sources = List.copyOf(sources);
        steps = List.copyOf(steps);
        untested = List.copyOf(untested);
    }

    /** The foreign hosts of all phases, sorted. */
    public Set<String> foreignHosts() {
        return hosts(contacts);
    }

    /** The foreign hosts of one phase, sorted. */
    public Set<String> foreignHosts(Phase phase) {
        return hosts(contacts(phase));
    }

    /** The foreign contacts of one phase, in order of time. */
    public List<Contact> contacts(Phase phase) {
        return contacts.stream().filter(contact -> contact.phase() == phase).toList();
    }

    /** The foreign contacts with one host, in order of time. */
    public List<Contact> contacts(String host) {
        return contacts.stream().filter(contact -> contact.host().equals(host)).toList();
    }

    /** How far contact with a foreign host went, by whichever witness. */
    public Set<Level> levels(String host) {
        return collect(contacts(host));
    }

    /** How far contact with a foreign host went, as this witness saw it. */
    public Set<Level> levels(String host, Witness witness) {
        return collect(contacts(host).stream()
                .filter(contact -> contact.witness() == witness)
                .toList());
    }

    private static Set<Level> collect(List<Contact> contacts) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        contacts.forEach(contact -> levels.add(contact.level()));
        return levels;
    }

    private static Set<String> hosts(List<Contact> contacts) {
        return contacts.stream().map(Contact::host).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One line per contact: what an assertion's message needs. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("foreign contacts: " + contacts.size());
        contacts.forEach(contact -> text.append("\n  ").append(contact));
        untested.forEach(gap -> text.append("\nnot tested: ").append(gap));
        return text.toString();
    }
}
