package io.github.zweiklick;

import io.github.zweiklick.catalogue.Service;
import io.github.zweiklick.feed.FeedSettings;
import io.github.zweiklick.share.ShareSettings;
import io.github.zweiklick.upstream.OutboundSettings;
import io.github.zweiklick.view.Presentation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that can be set. All of it is optional.
 *
 * @param base path of the endpoints below the context path, {@code /zweiklick}
 * @param origin public origin of the site, where a proxy in front hides it; empty: from the request
 * @param trustedProxies addresses (CIDR) whose Forwarded and X-Forwarded-* headers are believed
 * @param forwarded which of those headers the trusted proxies write
 * @param own further hosts that are the site's own
 * @param exclude path prefixes, which begin with a slash, and requested hosts, exactly or by {@code *.} pattern, left
 *     alone altogether
 * @param guard which pages get the script that keeps their own scripts from contacting foreign hosts
 * @param onFailure what visitors get of a page that cannot be examined
 * @param maxPage bytes of the largest page that is rewritten
 * @param keepPages bytes of memory for pages that come again, as they came and as they went out; never more than a 32nd of the
 *     heap
 * @param presentation what visitors are told, in which languages and by whom
 * @param services the site's own services, and replacements of bundled ones
 * @param connectionAllowlist what browsers that know {@code Connection-Allowlist} are told
 * @param simulate hosts of networks replaced by origins, for demonstrations and tests only
 * @param mode what is done with pages
 * @param rules the mode of some paths and hosts; the first that matches counts
 * @param admin who may see findings
 * @param shares how pages are shared, and who is asked how often they were
 * @param feeds which posts of networks are shown
 * @param outbound the way out to the networks that the server asks
 */
public record Configuration(
        String base,
        Optional<String> origin,
        List<String> trustedProxies,
        Forwarded forwarded,
        List<OwnHost> own,
        List<String> exclude,
        Guard guard,
        OnFailure onFailure,
        int maxPage,
        int keepPages,
        Presentation presentation,
        List<Service> services,
        ConnectionAllowlist connectionAllowlist,
        Map<String, String> simulate,
        Mode mode,
        List<Rule> rules,
        Admin admin,
        ShareSettings shares,
        FeedSettings feeds,
        OutboundSettings outbound) {

    /** A host the operator declares the site's own, and answers for. */
    public record OwnHost(String host, Optional<String> reason, Optional<String> contract) {}

    /**
     * Which headers the trusted proxies write. A proxy hands on the others as the visitor sent them, so only those it writes can
     * be believed.
     */
    public enum Forwarded {
        /** Not known. Where a request has both and they do not tell the same, it is refused. */
        EITHER,
        /** {@code Forwarded}, of RFC 7239. */
        RFC7239,
        /** {@code X-Forwarded-For}, {@code -Proto}, {@code -Host} and {@code -Port}. */
        X_FORWARDED
    }

    /** Which pages get the guard. */
    public enum Guard {
        /** Those that hold a script. */
        AUTO,
        /** All, for sites whose scripts are put in behind the filter. */
        ALWAYS,
        /** None. */
        NEVER
    }

    /** What visitors get of a page that cannot be examined. */
    public enum OnFailure {
        /** A plain page saying that it cannot be shown protected. */
        WITHHOLD,
        /** The page as it is, with the headers only. */
        PASS
    }

    /** What browsers that know {@code Connection-Allowlist} are told. */
    public enum ConnectionAllowlist {
        /** Nothing, and no reports are asked for. */
        OFF,
        /** To report what is not listed. */
        REPORT,
        /** To stop it as well; pages list what their links lead to, networks' hosts are reached through our endpoint. */
        ENFORCE
    }

    public static Configuration defaults() {
        return new Configuration(
                "/zweiklick",
                Optional.empty(),
                List.of(),
                Forwarded.EITHER,
                List.of(),
                List.of(),
                Guard.AUTO,
                OnFailure.WITHHOLD,
                16 << 20,
                16 << 20,
                Presentation.defaults(),
                List.of(),
                ConnectionAllowlist.REPORT,
                Map.of(),
                Mode.PROTECT,
                List.of(),
                Admin.nobody(),
                ShareSettings.defaults(),
                FeedSettings.none(),
                OutboundSettings.direct());
    }

    /** The same, with a place for what is fetched from networks, unless it names one. */
    public Configuration withSnapshots(Path directory) {
        return new Configuration(
                base,
                origin,
                trustedProxies,
                forwarded,
                own,
                exclude,
                guard,
                onFailure,
                maxPage,
                keepPages,
                presentation,
                services,
                connectionAllowlist,
                simulate,
                mode,
                rules,
                admin,
                shares,
                feeds,
                outbound.snapshots().isPresent() ? outbound : outbound.withSnapshots(directory));
    }

    /**
     * Reads a configuration file: JSON, comments allowed.
     *
     * @param name of the file, for messages
     * @param files reads a file named in the configuration, by its path relative to the configuration
     * @throws ConfigurationException naming file, line, key, value and the nearest valid key
     */
    public static Configuration parse(String json, String name, Function<String, Optional<String>> files) {
        return parse(json, name, files, List.of());
    }

    /** Reads a configuration file in which other modules have members. */
    public static Configuration parse(
            String json, String name, Function<String, Optional<String>> files, List<ConfigurationPart> parts) {
        return ConfigurationReader.read(json, name, files, parts);
    }

    /** Reads a configuration file that names no other files. */
    public static Configuration parse(String json, String name) {
        return parse(json, name, path -> Optional.empty());
    }
}
