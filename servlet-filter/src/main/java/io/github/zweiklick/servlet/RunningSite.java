package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration;
import io.github.zweiklick.Zweiklick;
import java.util.Optional;

/** What the filter needs of one configuration. A request under way keeps the one it began with. */
record RunningSite(
        Zweiklick zweiklick,
        PublicAddress addresses,
        EndpointExchange endpoints,
        EntityTags tags,
        Admission admission) {

    /** @throws io.github.zweiklick.ConfigurationException where an address range is none */
    static RunningSite of(Zweiklick zweiklick) {
        Configuration configuration = zweiklick.configuration();
        return new RunningSite(
                zweiklick,
                new PublicAddress(configuration),
                new EndpointExchange(zweiklick, configuration.base()),
                new EntityTags(version() + configuration),
                Admission.of(configuration.admin()));
    }

    /** @throws io.github.zweiklick.ConfigurationException where an address range is none */
    static void check(Configuration configuration) {
        PublicAddress.trusted(configuration);
        Admission.of(configuration.admin());
    }

    private static String version() {
        return Optional.ofNullable(Zweiklick.class.getPackage().getImplementationVersion())
                .orElse("");
    }
}
