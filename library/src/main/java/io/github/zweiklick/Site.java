package io.github.zweiklick;

import io.github.zweiklick.catalogue.Catalogue;
import io.github.zweiklick.endpoint.AdminPages;
import io.github.zweiklick.endpoint.EndpointSettings;
import io.github.zweiklick.endpoint.Endpoints;
import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.page.PageRewriter;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.view.Guarding;
import io.github.zweiklick.view.View;
import io.github.zweiklick.view.ViewSettings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Everything built once from a configuration. */
record Site(
        Configuration configuration,
        Catalogue catalogue,
        FindingLog findings,
        View view,
        PageRewriter rewriter,
        Endpoints endpoints,
        Ownership ownership,
        Places places,
        AdminPages admin,
        Asked asked,
        Clock clock,
        KeptPages pages,
        Map<List<String>, SiteLines> linesByHosts) {
    /** Hosts come from requests: their header lines are kept for so many, and built anew beyond. */
    private static final int KEPT_LINES = 64;

    /** Of the heap, which belongs to the application. */
    private static final int PART_FOR_PAGES = 32;

    static Site of(Configuration configuration, Clock clock) {
        Site site = of(configuration, clock, new FindingLog(clock), Optional.empty());
        site.asked.begin();
        return site;
    }

    /**
     * One that goes on with the findings of a site before it, and with what that asks, as far as it asks the same. It asks nobody,
     * and the site before goes on, until it is told to {@link Asked#begin}.
     */
    static Site succeeding(Site before, Configuration configuration) {
        return of(configuration, before.clock, before.findings, Optional.of(before.asked));
    }

    private static Site of(Configuration configuration, Clock clock, FindingLog findings, Optional<Asked> before) {
        Catalogue catalogue = Catalogue.bundled();
        for (var service : configuration.services()) {
            catalogue = catalogue.with(service);
        }
        catalogue = catalogue.substituting(configuration.simulate());
        boolean enforced = configuration.connectionAllowlist() == Configuration.ConnectionAllowlist.ENFORCE;
        Ownership ownership = new Ownership(configuration, catalogue);
        Asked asked = Asked.of(configuration, ownership, clock, findings, before);
        View view = View.of(
                new ViewSettings(
                        configuration.presentation(),
                        enforced,
                        asked.counts(),
                        asked.feeds(),
                        name -> asked.pictures()
                                .filter(pictures -> pictures.isReady(name))
                                .isPresent()),
                catalogue.services(),
                clock,
                findings);
        OwnHosts declared = new OwnHosts(
                configuration.own().stream().map(Configuration.OwnHost::host).toList());
        EndpointSettings settings = new EndpointSettings(
                declared,
                enforced,
                findings,
                asked.counts(),
                configuration.shares().counts().answers(),
                asked.feeds(),
                asked.pictures());
        return new Site(
                configuration,
                catalogue,
                findings,
                view,
                new PageRewriter(catalogue, configuration.shares(), findings),
                new Endpoints(catalogue, view, settings),
                ownership,
                new Places(configuration),
                new AdminPages(view, settings.unlisted(), findings),
                asked,
                clock,
                new KeptPages(
                        Math.min(configuration.keepPages(), Runtime.getRuntime().maxMemory() / PART_FOR_PAGES)),
                new ConcurrentHashMap<>());
    }

    Guarding guarding(OwnHosts own) {
        return switch (configuration.guard()) {
            case AUTO -> new Guarding(Guarding.Pages.WITH_SCRIPTS, own);
            case ALWAYS -> new Guarding(Guarding.Pages.ALL, own);
            case NEVER -> Guarding.NONE;
        };
    }

    /**
     * The patterns are the key, not the record: the JDK's equals for records keeps the class of the one compared last, and with
     * it the class loader of an undeployed application.
     *
     * @param base absolute path of the endpoints, which an application has one of
     */
    SiteLines lines(OwnHosts own, String base) {
        SiteLines kept = linesByHosts.get(own.patterns());
        if (kept != null && kept.base().equals(base)) {
            return kept;
        }
        SiteLines built = SiteLines.of(own, base, configuration.connectionAllowlist());
        if (kept == null && linesByHosts.size() < KEPT_LINES) {
            linesByHosts.put(own.patterns(), built);
        }
        return built;
    }
}
