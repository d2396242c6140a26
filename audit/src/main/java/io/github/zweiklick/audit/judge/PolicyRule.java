package io.github.zweiklick.audit.judge;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Header lines that protect visitors where markup and scripts fail to (Art. 25(1), 32 GDPR). */
record PolicyRule(List<String> firstParty) implements Judge.Rule {
    private static final String POLICY = "content-security-policy";
    private static final String WWW = "www.";
    private static final String REFERRER = "referrer-policy";

    /** Those that tell other sites the address of the page. */
    private static final Set<String> TALKATIVE = Set.of("unsafe-url", "no-referrer-when-downgrade");

    @Override
    public List<Observation> apply(PageResult page) {
        if (page.status().isEmpty()) {
            return List.of();
        }
        List<Observation> found = new ArrayList<>();
        weakness(page).ifPresent(why -> found.add(about(page, Observation.Kind.WEAK_POLICY, why)));
        String referrer = page.policies().getOrDefault(REFERRER, "").toLowerCase(Locale.ROOT);
        // Of several the last that is known counts.
        String last = referrer.substring(referrer.lastIndexOf(',') + 1).strip();
        if (TALKATIVE.contains(last)) {
            found.add(about(page, Observation.Kind.REFERRER_POLICY, last));
        }
        return found;
    }

    private static Observation about(PageResult page, Observation.Kind kind, String why) {
        return new Observation(kind, page.url(), Optional.empty(), "", why.isEmpty() ? List.of() : List.of(why));
    }

    /** Why the page's policy keeps other hosts out by no means; empty where it does. */
    private Optional<String> weakness(PageResult page) {
        String header = page.policies().getOrDefault(POLICY, "");
        if (header.isBlank()) {
            return Optional.of("");
        }
        Set<String> own = new HashSet<>(firstParty);
        page.contacts().firstParty().stream().map(Contact::host).forEach(host -> {
            own.add(host);
            // A site's name with and without www. are one site: the filter counts them as such unless told otherwise.
            own.add(host.startsWith(WWW) ? host.substring(WWW.length()) : WWW + host);
        });
        // Policies add up: one that is strict is enough.
        List<String> weaknesses = new ArrayList<>();
        for (String policy : header.split(",")) {
            Optional<String> weakness = weakness(policy, own);
            if (weakness.isEmpty()) {
                return Optional.empty();
            }
            weaknesses.add(weakness.get());
        }
        return Optional.of(weaknesses.get(0));
    }

    private static Optional<String> weakness(String policy, Set<String> own) {
        boolean hasDefault = false;
        for (String directive : policy.split(";")) {
            String[] words = directive.strip().toLowerCase(Locale.ROOT).split("\\s+");
            if (!words[0].endsWith("-src")) {
                continue;
            }
            hasDefault |= words[0].equals("default-src");
            for (int i = 1; i < words.length; i++) {
                if (isForeign(words[i], own)) {
                    return Optional.of(words[0] + " " + words[i]);
                }
            }
        }
        return hasDefault ? Optional.empty() : Optional.of("default-src");
    }

    /** Keywords, nonces and hashes stand in quotes; data and blob contact nobody. */
    private static boolean isForeign(String source, Set<String> own) {
        if (source.startsWith("'") || source.equals("data:") || source.equals("blob:")) {
            return false;
        }
        String host = source.replaceFirst("^[a-z*]+://", "").replaceFirst("[:/].*", "");
        return host.isEmpty()
                || host.equals("*")
                || source.endsWith(":")
                || !(own.contains(host) || HostList.covers(own, host));
    }
}
