package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.catalogue.Catalogue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says what of that which was seen on a page touches a demand. It judges what was seen and guesses at nothing. */
public final class Judge {
    private final List<Rule> rules;
    private final OpinionsRule opinions;

    /** One kind of look at a page. */
    @FunctionalInterface
    interface Rule {
        List<Observation> apply(PageResult page);
    }

    /**
     * @param trusted hosts that are no finding
     * @param firstParty hosts that are the site's own, as options name them
     * @param loginCookies names of cookies the browser was given
     */
    public Judge(
            Catalogue catalogue,
            List<TrustedHost> trusted,
            List<String> firstParty,
            Set<String> loginCookies,
            Clock clock) {
        Declared declared = new Declared(catalogue);
        ContactRule contacts = new ContactRule(declared, trusted);
        opinions = new OpinionsRule(contacts);
        rules = List.of(
                contacts,
                new RefererRule(trusted),
                new StorageRule(declared, loginCookies),
                new PatternRule(catalogue, clock),
                new PolicyRule(firstParty));
    }

    /** What was found, contacts first. */
    public List<Observation> judge(PageResult page) {
        List<Observation> found = new ArrayList<>();
        rules.forEach(rule -> found.addAll(rule.apply(page)));
        return opinions.merge(page, found);
    }
}
