package io.github.zweiklick.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportOnlyTest {
    @Test
    void whatWouldStopAnythingOnlyReports() {
        assertThat(ReportOnly.of(List.of(
                        new HeaderLine("Content-Security-Policy", "default-src 'self'; report-to z"),
                        new HeaderLine("Connection-Allowlist", "(response-origin)"),
                        new HeaderLine("Connection-Allowlist-Report-Only", "(response-origin);report-to=z"),
                        new HeaderLine("Reporting-Endpoints", "z=\"/zweiklick/reports\""),
                        PolicyLines.NO_DNS_PREFETCH)))
                .containsExactly(
                        new HeaderLine("Content-Security-Policy-Report-Only", "default-src 'self'; report-to z"),
                        new HeaderLine("Connection-Allowlist-Report-Only", "(response-origin)"),
                        new HeaderLine("Connection-Allowlist-Report-Only", "(response-origin);report-to=z"),
                        new HeaderLine("Reporting-Endpoints", "z=\"/zweiklick/reports\""));
    }
}
