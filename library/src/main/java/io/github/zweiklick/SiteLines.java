package io.github.zweiklick;

import io.github.zweiklick.Configuration.ConnectionAllowlist;
import io.github.zweiklick.page.LinkRule;
import io.github.zweiklick.policy.Allowlist;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.policy.PolicyLines;
import io.github.zweiklick.policy.ReportOnly;
import io.github.zweiklick.policy.ReportTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header lines for a site with certain own hosts.
 *
 * @param base absolute path of the endpoints they were built for
 * @param every lines of every response that is protected
 * @param observed lines of every response that is observed
 * @param allowlist empty where it is off, or where the base cannot stand in a header
 */
record SiteLines(String base, List<HeaderLine> every, List<HeaderLine> observed, Optional<Allowlist> allowlist) {

    static SiteLines of(OwnHosts own, String base, ConnectionAllowlist mode) {
        Optional<Allowlist> allowlist = ReportTarget.below(base)
                .filter(target -> mode != ConnectionAllowlist.OFF)
                .map(target -> new Allowlist(own, mode == ConnectionAllowlist.ENFORCE, target));
        List<HeaderLine> policy =
                allowlist.map(list -> PolicyLines.of(own, list.target())).orElseGet(() -> PolicyLines.of(own));
        return new SiteLines(
                base,
                with(policy, allowlist.map(Allowlist::atFirst)),
                // The page is on its way before anybody knows where its links lead.
                with(ReportOnly.of(policy), allowlist.map(Allowlist::unknown)),
                allowlist);
    }

    private static List<HeaderLine> with(List<HeaderLine> lines, Optional<List<HeaderLine>> others) {
        return Stream.concat(lines.stream(), others.stream().flatMap(List::stream))
                .toList();
    }

    LinkRule linkRule() {
        return allowlist
                .map(list -> list.enforced() ? LinkRule.LED_OUT : LinkRule.LISTED)
                .orElse(LinkRule.LEFT);
    }
}
