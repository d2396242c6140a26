package io.github.zweiklick.audit.report;

import java.io.PrintWriter;
import java.util.Map;

/** What a check of a report found, for the terminal, in English. Claims no more than sums and signatures prove. */
public final class VerificationText {
    private static final Map<Verification.State, String> WORDS = Map.of(
            Verification.State.CHANGED, "changed",
            Verification.State.MISSING, "missing",
            Verification.State.ADDED, "added",
            Verification.State.DELETED, "raw log, deleted when it was due",
            Verification.State.DUE, "raw log, due for deletion",
            Verification.State.UNREAD, "could not be read");

    private VerificationText() {}

    public static void write(Verification found, PrintWriter out) {
        out.println(
                switch (found.outcome()) {
                    case INTACT ->
                        "Intact: " + found.files() + " files are as the manifest says, and there are no others.";
                    case CHANGED ->
                        "Not intact: the report is not as the manifest says, or the manifest not as it was signed.";
                    case UNCHECKED -> "Could not be checked whole.";
                });
        for (Verification.State state : Verification.State.values()) {
            found.paths(state).forEach(path -> out.println("  " + WORDS.get(state) + ": " + Plain.line(path)));
        }
        String signer = found.signer().orElse("");
        out.println(
                switch (found.signature()) {
                    case NONE ->
                        "The manifest is not signed. The sums show that the files fit it, and not that nobody wrote files and manifest"
                                + " anew: for that, compare the sum below with one that was written down elsewhere.";
                    case KNOWN_KEY ->
                        "Signed with the key that was given, " + signer
                                + ". Whoever holds that key made this manifest; when, a" + " signature does not prove.";
                    case UNKNOWN_KEY ->
                        "Signed with the key " + signer
                                + ", which stands beside the signature. Whoever holds that key made this"
                                + " manifest; whose key it is, and when it signed, the report cannot prove. Compare the fingerprint"
                                + " with one you know, or name the key with --public-key.";
                    case BROKEN -> "The signature is not this manifest's: one of the two was changed.";
                    case OTHER_KEY -> "The manifest is signed with another key than the one given: " + signer + ".";
                    case MISSING -> "The manifest says that it is signed, and its signature is not there.";
                    case LACKING -> "The manifest is not signed: with a key it cannot be checked.";
                });
        out.println("SHA-256 of " + Manifest.FILE + ": " + found.sum());
    }
}
