package io.github.zweiklick.audit.visit;

import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.ContactHarness;
import io.github.zweiklick.audit.result.AuditPhase;
import io.github.zweiklick.audit.result.AuditVersion;
import io.github.zweiklick.audit.result.Proof;
import io.github.zweiklick.audit.result.Setup;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells how an audit was made. */
final class Setups {
    private Setups() {}

    static Setup of(AuditOrder order, String browser, Proof proof) {
        List<String> flags = ContactHarness.chromiumFlags();
        String system = System.getProperty("os.name") + " " + System.getProperty("os.version");
        List<AuditPhase> phases = order.phasesInOrder();
        return new Setup(
                AuditVersion.NUMBER,
                browser,
                flags,
                system,
                phases,
                order.options(),
                order.trusted(),
                order.configuration(),
                proof,
                hash(flags, phases, order),
                order.opinions());
    }

    /** Browser and system are left out: audits with another version can be compared, and say so. */
    private static String hash(List<String> flags, List<AuditPhase> phases, AuditOrder order) {
        BrowserOptions options = order.options();
        String text = String.join("\n", flags)
                + "\nphases " + phases
                + "\nscripts " + options.javaScript()
                + "\nwindow " + options.width() + "x" + options.height()
                + "\nlanguages " + options.languages()
                + "\nfirst party " + options.firstParty()
                + "\nGPC " + options.gpc()
                + "\nlogin " + options.login()
                + "\ntrusted " + order.trusted()
                + "\nconfiguration " + order.configuration()
                + "\ntools " + order.tools()
                // Audits without are as they were before there were any.
                + (order.opinions().isEmpty() ? "" : "\nsecond opinions " + order.opinions());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
