package io.github.zweiklick.audit.report;

import static io.github.zweiklick.audit.report.JsonWalk.text;

import io.github.zweiklick.audit.harness.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads what of an {@code audit.json} can be compared: one contact or observation is held at a time. */
final class AuditReader {
    private final JsonWalk walk;
    private Instant started = Instant.EPOCH;
    private final Map<String, String> setup = new LinkedHashMap<>();
    private final List<AuditRecord.Page> pages = new ArrayList<>();

    private AuditReader(JsonWalk walk) {
        this.walk = walk;
    }

    static AuditRecord read(Path file) throws IOException {
        return JsonWalk.through(file, walk -> new AuditReader(walk).record());
    }

    private AuditRecord record() {
        walk.document(this::member);
        if (setup.isEmpty()) {
            throw new IllegalArgumentException("it does not say how the audit was made");
        }
        return new AuditRecord(started, setup, pages);
    }

    private void member(String name) {
        switch (name) {
            case "started" -> started = Instant.parse(walk.text());
            case "setup" ->
                walk.tree().properties().forEach(entry -> {
                    if (entry.getKey().equals("options")) {
                        entry.getValue()
                                .properties()
                                .forEach(option -> setup.put(
                                        "options." + option.getKey(),
                                        option.getValue().toString()));
                    } else {
                        setup.put(entry.getKey(), entry.getValue().toString());
                    }
                });
            case "pages" -> walk.each(() -> pages.add(page()));
            default -> walk.skip();
        }
    }

    private AuditRecord.Page page() {
        String[] url = {""};
        boolean[] tested = {true};
        Map<Integer, String> abouts = new HashMap<>();
        Set<String> untested = new HashSet<>();
        Set<AuditRecord.Host> hosts = new HashSet<>();
        Set<AuditRecord.Observed> observations = new HashSet<>();
        walk.members(name -> {
            switch (name) {
                case "url" -> url[0] = walk.text();
                case "failure" -> tested[0] = false;
                case "steps" ->
                    walk.each(() -> {
                        JsonNode step = walk.tree();
                        abouts.put(step.required("number").asInt(), text(step, "about"));
                    });
                case "opinions" -> walk.each(() -> opinion(walk.tree(), url[0], untested, hosts));
                case "untested" -> walk.each(() -> untested.add(text(walk.tree(), "kind")));
                case "contacts" ->
                    walk.each(() -> {
                        JsonNode contact = walk.tree();
                        hosts.add(new AuditRecord.Host(
                                url[0], text(contact, "host"), stage(text(contact, "phase")), about(abouts, contact)));
                    });
                case "observations" ->
                    walk.each(() -> {
                        JsonNode seen = walk.tree();
                        observations.add(new AuditRecord.Observed(
                                url[0], text(seen, "kind"), text(seen, "subject"), about(abouts, seen)));
                    });
                default -> walk.skip();
            }
        });
        return new AuditRecord.Page(url[0], tested[0], untested, hosts, observations);
    }

    /** What another browser could not do is a difference of what was tested, as what the first could not is. */
    private static void opinion(JsonNode opinion, String url, Set<String> untested, Set<AuditRecord.Host> hosts) {
        String browser = text(opinion, "browser");
        if (opinion.has("failure")) {
            untested.add(browser);
        }
        opinion.path("untested").forEach(gap -> untested.add(browser + " " + text(gap, "kind")));
        opinion.path("contacts")
                .forEach(contact ->
                        hosts.add(new AuditRecord.Host(url, text(contact, "host"), stage(text(contact, "phase")), "")));
    }

    private static String about(Map<Integer, String> abouts, JsonNode of) {
        return abouts.getOrDefault(of.path("step").asInt(-1), "");
    }

    private static AuditRecord.Stage stage(String phase) {
        return AuditRecord.Stage.of(Phase.valueOf(phase.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
