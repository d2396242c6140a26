package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.CookieWrite;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StorageDump;
import io.github.zweiklick.audit.harness.StoredCookie;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.StepResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is stored: nothing before a consent (§ 25(1) TDDDG), the declared cookies after it, and nothing of the site's own
 * once it was taken back. Cookies a network has set cannot be taken back by the site, which its notice says.
 */
record StorageRule(Declared declared, Set<String> loginCookies) implements Judge.Rule {

    @Override
    public List<Observation> apply(PageResult page) {
        Findings found = new Findings(page);
        Set<String> own = new HashSet<>();
        for (StepResult step : page.steps()) {
            switch (step.step().phase()) {
                case LOAD, SCROLL, HOVER, IDLE -> {
                    own.addAll(items(step.stored()));
                    items(step.stored()).forEach(item -> found.add(Observation.Kind.STORAGE, step.step(), item));
                }
                case RELOAD ->
                    ownItems(page, step.stored()).stream()
                            .filter(item -> !own.contains(item) && !keepsTheChoice(page, item))
                            .forEach(item -> found.add(Observation.Kind.STORAGE_AFTER_WITHDRAWAL, step.step(), item));
                case CONSENT, WITHDRAW, LEAVE -> {
                    // What a service stores is looked at as it is written.
                }
            }
        }
        page.contacts().cookies().forEach(cookie -> written(page, cookie, found));
        return found.list;
    }

    /** § 25(2) TDDDG: that a choice is kept is what the visitor wants of a consent tool. */
    private static boolean keepsTheChoice(PageResult page, String item) {
        String name = item.substring(item.indexOf(": ") + 2).replaceFirst(" \\(.*", "");
        return page.facts().banner().stream()
                .flatMap(banner -> banner.stores().stream())
                .anyMatch(known -> Declared.matches(known, name));
    }

    private void written(PageResult page, CookieWrite cookie, Findings found) {
        Step step = cookie.step();
        String item = cookie(cookie.domain(), cookie.name());
        if (loginCookies.contains(cookie.name())) {
            return;
        }
        switch (step.phase()) {
            case LOAD, SCROLL, HOVER, IDLE -> found.add(Observation.Kind.STORAGE, step, item);
            case CONSENT -> {
                Set<String> allowed = Allowed.during(page, step);
                boolean known = Allowed.anything(allowed)
                        || allowed.stream().anyMatch(service -> declared.hasCookie(service, cookie.name()));
                if (!known) {
                    found.add(Observation.Kind.UNDECLARED_COOKIE, step, item);
                }
            }
            case WITHDRAW, RELOAD, LEAVE -> {
                // What is left of the site's own is told by what is stored afterwards.
            }
        }
    }

    private Set<String> items(StorageDump stored) {
        Set<String> items = new LinkedHashSet<>();
        stored.cookies().stream()
                .filter(cookie -> !loginCookies.contains(cookie.name()))
                .forEach(cookie -> items.add(cookie(cookie.domain(), cookie.name())));
        stored.localStorage().forEach(key -> items.add("local storage: " + key));
        stored.sessionStorage().forEach(key -> items.add("session storage: " + key));
        stored.databases().forEach(name -> items.add("IndexedDB: " + name));
        stored.caches().forEach(name -> items.add("cache: " + name));
        stored.serviceWorkers().forEach(scope -> items.add("service worker: " + scope));
        return items;
    }

    /** Without the cookies of other hosts. */
    private Set<String> ownItems(PageResult page, StorageDump stored) {
        Set<String> items = items(stored);
        List<String> hosts = page.contacts().firstParty().stream()
                .map(contact -> contact.host())
                .distinct()
                .toList();
        for (StoredCookie cookie : stored.cookies()) {
            if (!HostList.covers(hosts, cookie.host())) {
                items.remove(cookie(cookie.domain(), cookie.name()));
            }
        }
        return items;
    }

    private static String cookie(String domain, String name) {
        return "cookie: " + name + " (" + (domain.startsWith(".") ? domain.substring(1) : domain) + ")";
    }

    /** Each thing once, when it was first seen. */
    private static final class Findings {
        private final List<Observation> list = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();
        private final PageResult page;

        Findings(PageResult page) {
            this.page = page;
        }

        void add(Observation.Kind kind, Step step, String item) {
            if (seen.add(kind + item)) {
                list.add(new Observation(kind, page.url(), Optional.of(step), item, List.of()));
            }
        }
    }
}
