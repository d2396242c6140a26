package io.github.zweiklick.audit;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.ContactReport;
import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.Untested;
import io.github.zweiklick.audit.harness.Witness;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.Manifest;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.audit.result.Observation;
import io.github.zweiklick.audit.result.PageFacts;
import io.github.zweiklick.audit.result.PageResult;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** Reports of audits that were never made. */
public final class Reports {
    private static final Step LOAD = new Step(0, Phase.LOAD, "", Instant.EPOCH);

    private Reports() {}

    public static AuditResult audit(Instant started, PageResult... pages) {
        AuditResult like = ReportCommandsTest.AUDIT;
        return new AuditResult(
                like.file(),
                like.setup(),
                started,
                started.plusSeconds(60),
                Optional.empty(),
                List.of(pages),
                List.of());
    }

    /** As far as these tests need it, with its sums. */
    public static void write(Path folder, AuditResult audit) throws IOException {
        Files.createDirectories(folder);
        try (Writer file = Files.newBufferedWriter(folder.resolve(JsonReport.FILE))) {
            JsonReport.write(audit, file);
        }
        try (Writer file = Files.newBufferedWriter(folder.resolve(HtmlReport.FILE))) {
            HtmlReport.write(audit, file);
        }
        Manifest.write(folder, audit, Optional.empty(), Clock.systemUTC());
    }

    /** @param hosts contacted, each of which stored a cookie as well */
    public static PageResult page(String url, String... hosts) {
        List<Contact> contacts = Stream.of(hosts)
                .map(host -> new Contact(host, Level.DNS, LOAD, Witness.NETLOG, Instant.EPOCH, ""))
                .toList();
        ContactReport report = new ContactReport(
                contacts,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(LOAD),
                List.of(Untested.of(Untested.Kind.WIRE)));
        List<Observation> observations = Stream.of(hosts)
                .flatMap(host -> Stream.of(
                        new Observation(Observation.Kind.CONTACT, url, Optional.of(LOAD), host, List.of()),
                        new Observation(
                                Observation.Kind.STORAGE, url, Optional.of(LOAD), "cookie: " + host, List.of())))
                .toList();
        return new PageResult(
                url,
                url,
                OptionalInt.of(200),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                List.of(),
                report,
                PageFacts.NONE,
                Map.of(),
                List.of(),
                observations);
    }
}
