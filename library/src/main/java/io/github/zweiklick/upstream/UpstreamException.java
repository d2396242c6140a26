package io.github.zweiklick.upstream;

/** An upstream gave no answer that can be used. */
public final class UpstreamException extends Exception {
    private static final long serialVersionUID = 1;

    /** Exceptions can be serialised, faults need not. */
    private final transient Fault fault;

    public UpstreamException(Fault fault) {
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    /** With the kind's own remedy. */
    public UpstreamException(Fault.Kind kind, String message) {
        this(new Fault(kind, message));
    }

    public Fault fault() {
        return fault;
    }
}
