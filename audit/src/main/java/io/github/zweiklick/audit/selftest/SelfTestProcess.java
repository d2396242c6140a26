package io.github.zweiklick.audit.selftest;

/** The self-test's process inside the namespace: the result goes to standard output, what is under way to standard error. */
final class SelfTestProcess {

    static final String PROGRESS = "self-test: ";

    private SelfTestProcess() {}

    /** @param arguments how much of the corpus, as {@link Extent}'s name */
    public static void main(String[] arguments) {
        SelfTestOutcome outcome = new SelfTestRun(line -> System.err.println(PROGRESS + line))
                .run(Extent.valueOf(arguments[0]), Mode.NAMESPACE);
        if (outcome instanceof SelfTestResult result) {
            System.out.println(ResultJson.write(result));
        } else if (outcome instanceof SelfTestOutcome.NotRun notRun) {
            System.err.println(notRun.why());
        }
        System.exit(0); // the servers' threads are nobody's business any more
    }
}
