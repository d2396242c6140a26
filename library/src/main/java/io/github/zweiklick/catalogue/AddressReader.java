package io.github.zweiklick.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads address patterns. */
record AddressReader(ServiceReader.HostSets sets, Map<String, Capture> captures) {

    /** One pattern for each of the paths: a path's captures may stand in one place only. */
    List<AddressPattern> read(Keys keys) {
        List<String> hosts = sets.hosts(keys, "hosts");
        if (hosts.contains(HostPatterns.ANY)) {
            throw keys.wrong("hosts", "name the hosts; for servers of the visitor's choice write {host}");
        }
        if (hosts.contains(HostPatterns.CHOSEN) && hosts.size() > 1) {
            throw keys.wrong("hosts", "{host} stands for any host; write it alone");
        }
        Map<String, String> query = keys.entries("query", (entries, name) -> known(entries, name, entries.text(name)));
        Map<String, Pattern> required = keys.entries("required", Keys::pattern);
        required.values()
                .forEach(pattern -> NamedGroups.of(pattern).names().forEach(name -> known(keys, "required", name)));
        Optional<String> whole = keys.textIfAny("whole").map(name -> known(keys, "whole", name));
        whole.map(captures::get)
                .filter(capture -> capture.type() != Capture.Type.ADDRESS)
                .ifPresent(capture -> {
                    throw keys.wrong("whole", "name a capture of type address");
                });
        return keys.texts("paths").stream()
                .map(glob -> PathGlob.compile(glob, captures, remedy -> keys.wrong("paths", remedy)))
                .map(path -> new AddressPattern(hosts, path, query, new LinkedHashMap<>(required), whole))
                .toList();
    }

    private String known(Keys keys, String key, String name) {
        if (!captures.containsKey(name)) {
            throw keys.wrong(
                    key,
                    "'" + name + "' is no capture"
                            + Nearest.to(name, captures.keySet())
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse("; add it to 'captures'"));
        }
        return name;
    }
}
