package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.Problem;
import io.github.zweiklick.audit.report.Masking;
import io.github.zweiklick.finding.Finding;
import io.github.zweiklick.policy.HeaderJudge;
import io.github.zweiklick.policy.OwnHosts;
import io.github.zweiklick.url.WebUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The header lines of a page by which browsers contact somebody, as the filter judges them. */
final class HeaderScan {
    private HeaderScan() {}

    static List<Scanned.Found> found(Map<String, List<String>> fields, WebUrl page, OwnHosts own) {
        List<Finding> findings = new ArrayList<>();
        HeaderJudge judge = new HeaderJudge(page, own, findings::add);
        fields.forEach((name, values) -> values.forEach(value -> judge.observe(name, value)));
        return findings.stream()
                .filter(finding -> finding.kind() == Finding.Kind.FOREIGN_HEADER)
                .map(HeaderScan::found)
                .toList();
    }

    private static Scanned.Found found(Finding finding) {
        String message = Masking.text(finding.message());
        return new Scanned.Found(
                new Problem(
                        ScanRules.HEADER.id(),
                        ScanRules.HEADER.level(),
                        message + ". " + finding.remedy() + ".",
                        Optional.empty(),
                        message),
                Optional.empty());
    }
}
