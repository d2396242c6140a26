package io.github.zweiklick.audit.serve;

import io.github.zweiklick.audit.visit.AuditOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Makes audits that end when a test says so, and counts how many are made at once. */
final class Pretended implements Auditor {

    /** What a test does in place of an audit. */
    interface Act {
        void on(AuditOrder order, Path report, Watch watch) throws IOException;
    }

    final List<AuditOrder> orders = Collections.synchronizedList(new ArrayList<>());
    final List<Path> resumed = Collections.synchronizedList(new ArrayList<>());
    private final BlockingQueue<Act> acts = new LinkedBlockingQueue<>();
    private volatile Optional<String> missing = Optional.empty();
    private int atOnce;
    private int most;

    void lacks(String what) {
        missing = Optional.of(what);
    }

    /** What the next audit does. */
    void next(Act act) {
        acts.add(act);
    }

    synchronized int most() {
        return most;
    }

    private synchronized void count(int one) {
        atOnce += one;
        most = Math.max(most, atOnce);
    }

    @Override
    public Optional<String> missing() {
        return missing;
    }

    @Override
    public void carryOut(AuditOrder order, Path report, Optional<Path> key, Watch watch) throws IOException {
        Files.createDirectories(report);
        act(order, report, watch);
    }

    @Override
    public void goOn(Path report, Optional<Path> key, Watch watch) throws IOException {
        resumed.add(report);
        act(orders.get(0), report, watch);
    }

    private void act(AuditOrder order, Path report, Watch watch) throws IOException {
        count(1);
        try {
            orders.add(order);
            Act act = acts.poll(1, TimeUnit.MINUTES);
            if (act == null) {
                throw new IOException("this test has no act for " + report);
            }
            act.on(order, report, watch);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            count(-1);
        }
    }
}
