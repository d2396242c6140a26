package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What lies in a report's folder beside its manifest. Links are not followed: what they lead to can change without the
 * folder.
 *
 * @param regular files by their path below the folder, with slashes
 * @param others paths of what is no file: links, devices
 */
record ReportFiles(SortedMap<String, Path> regular, Set<String> others) {
    private static final Set<String> OWN = Set.of(Manifest.FILE, Manifest.SIGNATURE);

    /** What an audit keeps until it is whole, and nothing else that lies there. */
    private static final Pattern KEPT = Pattern.compile(
            Manifest.UNFINISHED + "/(?:order|page-[0-9]{4,})\\.json(?:\\.draft)?|" + Manifest.UNFINISHED + "/lock");

    static ReportFiles in(Path report) throws IOException {
        SortedMap<String, Path> regular = new TreeMap<>();
        Set<String> others = new TreeSet<>();
        Files.walkFileTree(report, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String path = path(report.relativize(file));
                if (OWN.contains(path) || KEPT.matcher(path).matches()) {
                    return FileVisitResult.CONTINUE;
                }
                if (attributes.isRegularFile()) {
                    regular.put(path, file);
                } else {
                    others.add(path);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return new ReportFiles(regular, others);
    }

    private static String path(Path relative) {
        StringBuilder path = new StringBuilder();
        relative.forEach(name -> path.append(path.isEmpty() ? "" : "/").append(name));
        return path.toString();
    }
}
