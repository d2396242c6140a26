package io.github.zweiklick.audit.result;

/** Version of this program. */
public final class AuditVersion {

    public static final String NUMBER = "0.1.0";

    private AuditVersion() {}
}
