package io.github.zweiklick.catalogue;

import io.github.zweiklick.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads address patterns. */
record AddressReader(ServiceReader.HostSets sets, Map<String, Capture> captures) {

    /** One pattern for each of the paths: a path's captures may stand in one place only. */
    List<AddressPattern> read(JsonObject json) {
        json.allow("hosts", "paths", "query", "required", "whole");
        json.require("hosts", "paths");
        List<String> hosts = sets.hosts(json, "hosts");
        if (hosts.contains(HostPatterns.ANY)) {
            throw json.wrong("hosts", "name the hosts; for servers of the visitor's choice write {host}");
        }
        if (hosts.contains(HostPatterns.CHOSEN) && hosts.size() > 1) {
            throw json.wrong("hosts", "{host} stands for any host; write it alone");
        }
        Map<String, String> query =
                json.entries("query", (entries, name) -> known(entries, name, entries.requiredString(name)));
        Map<String, Pattern> required = json.entries("required", PatternLint::read);
        required.values()
                .forEach(pattern -> NamedGroups.of(pattern).names().forEach(name -> known(json, "required", name)));
        Optional<String> whole = json.string("whole").map(name -> known(json, "whole", name));
        whole.map(captures::get)
                .filter(capture -> capture.type() != Capture.Type.ADDRESS)
                .ifPresent(capture -> {
                    throw json.wrong("whole", "name a capture of type address");
                });
        return json.strings("paths").stream()
                .map(glob -> PathGlob.compile(glob, captures, remedy -> json.wrong("paths", remedy)))
                .map(path -> new AddressPattern(hosts, path, query, new LinkedHashMap<>(required), whole))
                .toList();
    }

    private String known(JsonObject json, String key, String name) {
        CaptureReader.known(captures, json, key, name);
        return name;
    }
}
