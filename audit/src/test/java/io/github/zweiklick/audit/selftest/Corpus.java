package io.github.zweiklick.audit.selftest;

import io.github.zweiklick.audit.harness.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole corpus, whatever the page. */
final class Corpus {
    private Corpus() {}

    static List<LeakVector> vectors() {
        return LeakCorpus.pages().stream()
                .flatMap(page -> page.vectors().stream())
                .toList();
    }

    static Map<String, Set<Level>> levels() {
        return vectors().stream().collect(Collectors.toMap(LeakVector::name, LeakVector::levels));
    }
}
