package io.github.zweiklick.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One network, as its JSON file describes it.
 *
 * @param id lower-case ASCII, the file's name
 * @param name the brand as visitors know it
 * @param role what it is to a site, and so what becomes of its companions
 * @param instead what the operator can do instead, one sentence for findings
 * @param hosts host patterns ({@code example.com} exactly, {@code *.example.com} any host below it) that belong to it
 * @param embeds the kinds of content it lets others embed, the most specific first
 * @param companions scripts and the like that come with its embed codes and are of no use without them
 * @param frame what the frame may do and whom it contacts
 * @param posts how its posts are shown
 * @param facts what a visitor must be told, empty where not all of it is known with a source
 */
public record Service(
        String id,
        String name,
        Role role,
        Optional<String> instead,
        List<String> hosts,
        List<EmbedKind> embeds,
        Companions companions,
        FrameRules frame,
        PostDisplay posts,
        Optional<Facts> facts) {

    /** What a service is to the site that uses it. */
    public enum Role {
        /** Its content is embedded; what comes along with it is removed silently. */
        NETWORK,
        /** It watches visitors and shows them nothing: removed with a finding. */
        TRACKER,
        /** The page itself works with it: disarmed, and the finding says how to do without. */
        RESOURCE,
        /** Another tool that asks for consent: what it has parked is left alone, itself disarmed where it is foreign. */
        CONSENT_TOOL;

        /** Whether its companions are taken out of pages rather than disarmed. */
        public boolean isRemoved() {
            return this == NETWORK || this == TRACKER;
        }
    }

    /** Whether visitors can be asked to allow it: it is embedded, and what they must be told is known. */
    public boolean isOffered() {
        return role == Role.NETWORK && facts.isPresent();
    }

    /** Whether a host is the service's, or one of those its companions come from. */
    public boolean isAt(String host) {
        return HostPatterns.matches(hosts, host)
                || companions.resources().stream().anyMatch(resource -> HostPatterns.matches(resource.hosts(), host));
    }

    /** Whether one of these hosts is as told; a pattern is asked for as it is written. */
    public boolean isAtAny(Predicate<String> told) {
        return Stream.concat(
                        hosts.stream(), companions.resources().stream().flatMap(resource -> resource.hosts().stream()))
                .anyMatch(told);
    }

    public Optional<EmbedKind> embed(String kindId) {
        return embeds.stream().filter(kind -> kind.id().equals(kindId)).findFirst();
    }
}
