package io.github.zweiklick.audit.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a report is as its manifest says.
 *
 * @param files how many the manifest names
 * @param paths of files of which there is something to say; one that could not be read has the reason behind it
 * @param sum SHA-256 of the manifest, to be compared with one that was written down elsewhere
 * @param signature what its signature says
 * @param signer fingerprint of the key the signature is valid by
 */
public record Verification(
        int files, Map<State, List<String>> paths, String sum, Signature signature, Optional<String> signer) {

    /** What is to be said of a file. */
    public enum State {
        /** Its content is another. */
        CHANGED,
        /** It is not there and should be. */
        MISSING,
        /** The manifest does not name it. */
        ADDED,
        /** A raw log that is gone since the day on which it was to be. */
        DELETED,
        /** A raw log that is there though its day has come. */
        DUE,
        /** It could not be read. */
        UNREAD
    }

    /** What a manifest's signature says. */
    public enum Signature {
        /** There is none, the manifest names no key, and none was asked for. */
        NONE,
        /** It is the manifest's, by the key that was asked for. */
        KNOWN_KEY,
        /** It is the manifest's, by the key that stands beside it; none was asked for. */
        UNKNOWN_KEY,
        /** It is not this manifest's. */
        BROKEN,
        /** It was made by another key than the one asked for. */
        OTHER_KEY,
        /** The manifest names a key, and there is no signature. */
        MISSING,
        /** The manifest was not signed, and a key was asked for. */
        LACKING
    }

    /** What it comes to. */
    public enum Outcome {
        INTACT,
        CHANGED,
        UNCHECKED
    }

    private static final Set<State> CHANGES = Set.of(State.CHANGED, State.MISSING, State.ADDED);
    private static final Set<Signature> FORGED = Set.of(Signature.BROKEN, Signature.OTHER_KEY, Signature.MISSING);

    public Verification {
        paths = Map.copyOf(paths);
    }

    /**
     * Compares.
     *
     * @param report the report's folder, or the manifest in it
     * @param key that must have signed it; empty: none need have, and any may
     * @param today tells which raw logs may be gone
     * @throws IOException when there is no manifest, or none that can be read; the message says so
     */
    public static Verification of(Path report, Optional<VerifyingKey> key, LocalDate today) throws IOException {
        SignedManifest manifest = SignedManifest.read(report);
        ReportFiles found = ReportFiles.in(manifest.folder());
        Map<State, List<String>> paths = new EnumMap<>(State.class);
        Set<String> added = new TreeSet<>(found.regular().keySet());
        added.addAll(found.others());
        for (Manifest.Entry entry : manifest.files()) {
            added.remove(entry.path());
            compare(entry, found, today, paths);
        }
        added.forEach(path -> say(paths, State.ADDED, path));
        SignedManifest.Found signature = manifest.signature(key);
        return new Verification(
                manifest.files().size(), paths, manifest.sum(), signature.signature(), signature.signer());
    }

    private static void compare(
            Manifest.Entry entry, ReportFiles found, LocalDate today, Map<State, List<String>> paths) {
        Path file = found.regular().get(entry.path());
        boolean over = entry.until().filter(day -> !today.isBefore(day)).isPresent();
        if (found.others().contains(entry.path())) {
            say(paths, State.CHANGED, entry.path());
        } else if (file == null) {
            say(paths, over ? State.DELETED : State.MISSING, entry.path());
        } else {
            if (over) {
                say(paths, State.DUE, entry.path());
            }
            try {
                if (!Sha256.of(file).equals(entry.sha256())) {
                    say(paths, State.CHANGED, entry.path());
                }
            } catch (IOException failed) {
                say(paths, State.UNREAD, entry.path() + " (" + failed + ")");
            }
        }
    }

    private static void say(Map<State, List<String>> paths, State state, String path) {
        paths.computeIfAbsent(state, none -> new ArrayList<>()).add(path);
    }

    /** In order of their names. */
    public List<String> paths(State state) {
        return paths.getOrDefault(state, List.of());
    }

    public Outcome outcome() {
        if (FORGED.contains(signature) || paths.keySet().stream().anyMatch(CHANGES::contains)) {
            return Outcome.CHANGED;
        }
        return signature == Signature.LACKING || paths.containsKey(State.UNREAD) ? Outcome.UNCHECKED : Outcome.INTACT;
    }
}
