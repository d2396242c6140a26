package io.github.zweiklick.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a network knows from the contacts of one world.
 *
 * @param uninvited contacts nobody had asked for
 * @param invited contacts after the visitor's consent
 * @param hosts contacted
 * @param cookies set
 * @param pages addresses learned, or origins where no more was told
 * @param trails pages in the order of the visit, by the identifier under which the visitor is known
 */
record Learned(
        int uninvited,
        int invited,
        Set<String> hosts,
        Set<String> cookies,
        Set<String> pages,
        Map<String, List<String>> trails) {

    static Learned from(Network network, World world, List<Contact> contacts, Consents consents) {
        int invited = 0;
        int uninvited = 0;
        Set<String> hosts = new LinkedHashSet<>();
        Set<String> cookies = new LinkedHashSet<>();
        Set<String> pages = new LinkedHashSet<>();
        Map<String, List<String>> trails = new LinkedHashMap<>();
        for (Contact contact : contacts) {
            if (contact.world() != world || !contact.network().equals(network.id())) {
                continue;
            }
            if (world == World.PROTECTED && consents.cover(network, contact)) {
                invited++;
            } else {
                uninvited++;
            }
            hosts.add(contact.host());
            cookies.addAll(contact.cookiesSet());
            contact.page().ifPresent(pages::add);
            contact.visitor()
                    .ifPresent(visitor -> contact.page()
                            .ifPresent(
                                    page -> follow(trails.computeIfAbsent(visitor, known -> new ArrayList<>()), page)));
        }
        return new Learned(uninvited, invited, hosts, cookies, pages, trails);
    }

    boolean nothing() {
        return uninvited + invited == 0;
    }

    /** One visit is told several times, by the browser's bare origin and by the network's script: once is enough. */
    private static void follow(List<String> trail, String page) {
        int last = trail.size() - 1;
        if (last >= 0 && isOrigin(page)) {
            return;
        }
        if (last >= 0 && isOrigin(trail.get(last))) {
            trail.set(last, page);
        } else if (last < 0 || !trail.get(last).equals(page)) {
            trail.add(page);
        }
    }

    private static boolean isOrigin(String page) {
        return page.matches("https?://[^/]+/");
    }
}
