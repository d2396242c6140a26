package io.github.zweiklick.audit.scan;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files below a folder that are scanned, in the order of their paths, and what was in the way of finding them. */
final class SourceFiles implements FileVisitor<Path> {
    /** Whose content is other people's, or no source. */
    private static final String PACKAGES = "node_modules";

    private final Path folder;
    private final Globs include;
    private final Globs exclude;
    /** By path: empty for a file, else why there is none. */
    private final Map<Path, Optional<Obstacle>> found = new TreeMap<>();

    /** @param harmless whether nothing is left out for it */
    record Obstacle(String what, boolean harmless) {}

    private SourceFiles(Path folder, Globs include, Globs exclude) {
        this.folder = folder;
        this.include = include;
        this.exclude = exclude;
    }

    static Map<Path, Optional<Obstacle>> in(Path folder, Globs include, Globs exclude) throws IOException {
        SourceFiles files = new SourceFiles(folder, include, exclude);
        // A site serves what its links lead to.
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, files);
        return files.found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
        if (directory.equals(folder)) {
            return FileVisitResult.CONTINUE;
        }
        String name = String.valueOf(directory.getFileName());
        boolean passedOver = name.startsWith(".") || name.equals(PACKAGES) || isExcluded(directory);
        return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (isSought(file)) {
            if (attributes.isRegularFile()) {
                found.put(file, Optional.empty());
            } else {
                String what = attributes.isSymbolicLink() ? "it is a link that leads nowhere" : "it is no regular file";
                found.put(file, Optional.of(new Obstacle(what, false)));
            }
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isSought(Path file) {
        boolean named = include.isEmpty() ? FileTypes.isSought(file) : include.match(folder.relativize(file));
        return named && !isExcluded(file);
    }

    private boolean isExcluded(Path path) {
        return exclude.match(folder.relativize(path));
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        if (failure instanceof FileSystemLoopException) {
            found.put(file, Optional.of(new Obstacle("it is a link to a folder around it, and is not followed", true)));
        } else if (!isExcluded(file)) {
            found.put(file, Optional.of(new Obstacle(reason(failure), false)));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
        if (failure != null) {
            found.put(directory, Optional.of(new Obstacle(reason(failure), false)));
        }
        return FileVisitResult.CONTINUE;
    }

    /** Exceptions of files often say no more than their name. */
    static String reason(IOException failure) {
        return "it cannot be read: " + failure.getClass().getSimpleName();
    }
}
