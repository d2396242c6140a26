package io.github.zweiklick.catalogue;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of a pattern's groups; {@code Pattern.namedGroups} is there from Java 20 on. */
record NamedGroups(Set<String> names) {
    private static final Pattern NAME = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*+)>");

    static NamedGroups of(Pattern pattern) {
        Set<String> names = new LinkedHashSet<>();
        Matcher matcher = NAME.matcher(pattern.pattern());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return new NamedGroups(names);
    }

    /** Values of the groups that took part in the match. */
    Map<String, String> values(Matcher matched) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : names) {
            String value = matched.group(name);
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }
}
