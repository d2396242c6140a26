package io.github.zweiklick.servlet;

import io.github.zweiklick.Configuration.OnFailure;
import io.github.zweiklick.policy.HeaderLine;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The body half of a guarded response: decides whether it is a page, buffers pages, passes the rest. */
final class GuardedBody {
    /** What becomes of the bytes. */
    private enum Fate {
        UNDECIDED,
        PASSED,
        BUFFERED,
        /** The response is complete, or was given to the container as an error or a redirect. */
        DROPPED
    }

    private final GuardedResponse response;
    private final PageRules rules;
    private final BrowserRequest asked;
    private final PassedBody passed;
    final PageWriting listening = new PageWriting();
    private Fate fate = Fate.UNDECIDED;
    private Optional<PageBuffer> buffer = Optional.empty();
    private PageMemory.Share memory;
    private boolean sniffed;
    private boolean committed;
    private boolean ignoring;
    private boolean draining;
    private boolean delivered;

    GuardedBody(GuardedResponse response, PageRules rules, BrowserRequest asked) {
        this.response = response;
        this.rules = rules;
        this.asked = asked;
        this.memory = rules.memory().share();
        this.passed = new PassedBody(response, asked);
    }

    boolean isCommitted() {
        return committed;
    }

    /** As {@link Visitor#takesMore(jakarta.servlet.ServletResponse)}. */
    boolean takesMore() {
        return fate != Fate.DROPPED && !passed.isComplete();
    }

    boolean hasBytes() {
        return buffer.filter(page -> page.length() > 0).isPresent();
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0 || ignoring) {
            return;
        }
        decide();
        switch (fate) {
            case BUFFERED -> {
                Optional<PageBuffer> page = buffer;
                // Else the container has completed the response since, on a thread of its own.
                if (page.isPresent()) {
                    keep(page.get(), bytes, offset, length);
                }
            }
            case PASSED -> passed.write(bytes, offset, length);
            case UNDECIDED, DROPPED -> {}
        }
    }

    private void decide() throws IOException {
        if (fate != Fate.UNDECIDED) {
            return;
        }
        if (!PassedBody.mayExist(response.getStatus()) || !rules.protection().isPage(type())) {
            pass();
        } else {
            fate = Fate.BUFFERED;
            // The announced length is a hint only: it counts when the bytes come. What has no type may be no page.
            long announced = isUntyped() ? 0 : response.held().contentLength().orElse(0L);
            memory = rules.memory().share();
            buffer = Optional.of(new PageBuffer(memory, announced));
            if (announced > rules.maxPage()) {
                fail("it is larger than maxPage (" + rules.maxPage() + " bytes)");
            }
        }
    }

    private void pass() {
        response.further(rules.protection().otherHeaders());
        fate = passed.begin() ? Fate.PASSED : Fate.DROPPED;
    }

    private void keep(PageBuffer written, byte[] bytes, int offset, int length) throws IOException {
        PageBuffer page = written;
        if (length > rules.maxPage() - page.length()) {
            tooLarge(page, bytes, offset, length);
            return;
        }
        int before = page.length();
        try {
            Optional<byte[]> known =
                    before == 0 ? rules.known(response.held(), bytes, offset, length) : Optional.empty();
            if (known.isPresent()) {
                page = PageBuffer.of(known.get(), memory);
                buffer = Optional.of(page);
            } else {
                page.append(bytes, offset, length);
            }
        } catch (PageMemory.Exhausted exhausted) {
            int kept = page.length() - before;
            postpone();
            write(bytes, offset + kept, length - kept);
            return;
        }
        if (!sniffed && page.length() >= Beginning.ENOUGH) {
            sniff(page);
        }
    }

    private void tooLarge(PageBuffer page, byte[] bytes, int offset, int length) throws IOException {
        if (sniffed || !isUntyped()) {
            fail("it is larger than maxPage (" + rules.maxPage() + " bytes)");
            write(bytes, offset, length);
            return;
        }
        int beginning = Math.min(length, Beginning.ENOUGH - page.length());
        page.append(bytes, offset, beginning);
        sniff(page);
        write(bytes, offset + beginning, length - beginning);
    }

    private Optional<String> type() {
        return Optional.ofNullable(response.getContentType());
    }

    private boolean isUntyped() {
        return rules.protection().sniffedType(type(), new byte[0]).isPresent();
    }

    /** Once: it looks at all that is there, and applications write byte by byte. */
    private void sniff(PageBuffer page) throws IOException {
        sniffed = true;
        byte[] beginning = page.toBytes();
        List<String> codings = response.held().values("Content-Encoding");
        if (Beginning.isDownload(rules.protection(), type(), codings, beginning)) {
            abandon();
            pass();
            if (fate == Fate.PASSED) {
                passed.write(beginning, 0, beginning.length);
            }
        }
    }

    private void fail(String reason) throws IOException {
        if (PageDelivery.mayPass(rules, type())) {
            passUnexamined(reason);
        } else {
            abandon();
            committed = true;
            delivery().withhold(reason);
        }
    }

    private void postpone() throws IOException {
        rules.protection().overloaded(PageMemory.Exhausted.REASON);
        if (rules.onFailure() == OnFailure.PASS) {
            passUnexamined(PageMemory.Exhausted.REASON);
        } else {
            abandon();
            committed = true;
            delivery().postpone(PageMemory.Exhausted.REASON);
        }
    }

    private void passUnexamined(String reason) throws IOException {
        fate = Fate.PASSED;
        delivery().passUnexamined(reason);
        try (PageMemory.Share taken = memory) {
            Optional<byte[]> bytes = take();
            if (bytes.isPresent()) {
                taken.keep(bytes.get().length);
                response.outer().getOutputStream().write(bytes.get());
            }
        }
    }

    private PageDelivery delivery() {
        return new PageDelivery(response, rules, asked);
    }

    /**
     * What was written, which nothing here refers to any more: it is not to stay while the page goes out.
     *
     * @return empty where it was abandoned meanwhile
     */
    private Optional<byte[]> take() {
        Optional<byte[]> page = buffer.map(PageBuffer::toBytes);
        buffer = Optional.empty();
        return page;
    }

    /** Somebody else answers, or nobody. Containers may tell so on a thread of their own while the application writes. */
    void abandon() {
        fate = Fate.DROPPED;
        buffer = Optional.empty();
        memory.close();
    }

    void flush() throws IOException {
        if (ignoring || draining) {
            return;
        }
        decide();
        if (fate == Fate.PASSED) {
            response.outer().flushBuffer();
        }
        committed = true;
    }

    /** Takes what a writer has encoded so far, without committing. */
    void drain(PrintWriter writer) {
        draining = true;
        writer.flush();
        draining = false;
    }

    /** Throws away what a writer has encoded so far. */
    void discard(PrintWriter writer) {
        ignoring = true;
        writer.flush();
        ignoring = false;
    }

    void reset() {
        abandon();
        fate = Fate.UNDECIDED;
        sniffed = false;
        passed.reset();
    }

    /** Lines for what the container writes itself, and nobody examines. */
    List<HeaderLine> unexaminedHeaders() {
        return rules.protection().unexaminedHeaders();
    }

    /** As {@link GuardedResponse#finish(Optional)}. */
    boolean finish(Optional<Runnable> sent) throws IOException {
        PageMemory.Share taken = memory;
        boolean sending = false;
        try {
            Optional<byte[]> page = complete(taken);
            sending = page.isPresent()
                    && PageSending.begin(page.get(), response.outer().getOutputStream(), sent.map(then -> () -> {
                        taken.close();
                        then.run();
                    }));
        } finally {
            if (!sending) {
                taken.close();
            }
        }
        return sending;
    }

    /** What is left to be written of a page that is complete. */
    private Optional<byte[]> complete(PageMemory.Share taken) throws IOException {
        if (fate != Fate.BUFFERED) {
            if (fate == Fate.UNDECIDED && !response.outer().isCommitted()) {
                pass();
            }
            return Optional.empty();
        }
        fate = Fate.DROPPED;
        committed = true;
        Optional<byte[]> written = take();
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<byte[]> page = delivery().prepare(written.get(), taken);
        page.ifPresent(bytes -> taken.keep(bytes.length));
        delivered = !asked.head() && response.outer().getStatus() != 304;
        return page;
    }

    /** A compression filter in front ends its own body on closing; where nothing was written it must not begin one. */
    void close() throws IOException {
        if (fate == Fate.PASSED || delivered) {
            response.outer().getOutputStream().close();
        }
        committed = true;
    }

    boolean isReady() {
        if (fate != Fate.PASSED || passed.isComplete()) {
            return true;
        }
        try {
            return response.outer().getOutputStream().isReady();
        } catch (IOException gone) {
            return false;
        }
    }

    void setWriteListener(WriteListener listener, Optional<GuardedAsync> async) {
        try {
            decide();
            if (fate == Fate.PASSED) {
                response.outer().getOutputStream().setWriteListener(listener);
            } else {
                listening.begin(listener, async);
            }
        } catch (IOException failed) {
            listener.onError(failed);
        }
    }
}
