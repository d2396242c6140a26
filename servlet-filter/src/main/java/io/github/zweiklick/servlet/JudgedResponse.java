package io.github.zweiklick.servlet;

import io.github.zweiklick.Protection;
import io.github.zweiklick.policy.HeaderLine;
import io.github.zweiklick.policy.HeaderVerdict;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The header half of a guarded response: adds the protection's lines, judges the application's, holds some back. */
abstract class JudgedResponse extends HttpServletResponseWrapper {
    private final Protection protection;
    private final ProtectionLines lines;
    private final HeldHeaders held = new HeldHeaders();
    private final List<String> furtherValues = new ArrayList<>();
    private boolean holding = true;

    JudgedResponse(HttpServletResponse response, Protection protection) {
        super(response);
        this.protection = protection;
        this.lines = new ProtectionLines(protection.headers());
        lines.addTo(response);
    }

    /** The container's response, or that of a filter in front. */
    final HttpServletResponse outer() {
        return (HttpServletResponse) getResponse();
    }

    final HeldHeaders held() {
        return held;
    }

    /** Begins anew: nothing is known of the body. */
    final void hold() {
        held.clear();
        holding = true;
        lines.addTo(outer());
    }

    /** Sets lines that depend on what the body is, unless the application has lines of that name of its own. */
    final void further(List<HeaderLine> lines) {
        for (HeaderLine line : lines) {
            List<String> others = this.lines.hide(line.name(), outer().getHeaders(line.name()));
            others.removeAll(furtherValues);
            if (!others.isEmpty()) {
                // A dispatch to an error page makes a new response of this kind over the same one below.
                others.removeAll(values(protection.otherHeaders()));
                others.removeAll(values(protection.unexaminedHeaders()));
            }
            if (others.isEmpty()) {
                outer().setHeader(line.name(), line.value());
                furtherValues.add(line.value());
            }
        }
    }

    private static List<String> values(List<HeaderLine> lines) {
        return lines.stream().map(HeaderLine::value).toList();
    }

    /** Lets the headers held back go, except some. */
    final void release(Set<String> except) {
        holding = false;
        for (String name : held.names()) {
            if (except.stream().noneMatch(name::equalsIgnoreCase)) {
                if (name.equalsIgnoreCase("Content-Length")) {
                    held.contentLength().ifPresent(super::setContentLengthLong);
                } else {
                    held.values(name).forEach(value -> super.addHeader(name, value));
                }
            }
        }
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        if (isCommitted()) {
            return;
        }
        if (value == null) {
            held.remove(name);
            super.setHeader(name, null);
        } else {
            judge(name, value).ifPresent(kept -> set(name, kept));
        }
        if (lines.covers(name)) {
            lines.addTo(outer());
        }
    }

    private void set(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (holding && HeldHeaders.covers(name)) {
            held.set(name, value);
        } else {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        if (value != null && !isCommitted()) {
            judge(name, value).ifPresent(kept -> add(name, kept));
        }
    }

    private void add(String name, String value) {
        if (name.equalsIgnoreCase("Content-Type")) {
            setContentType(value);
        } else if (holding && name.equalsIgnoreCase("Content-Length")) {
            held.set(name, value);
        } else if (holding && HeldHeaders.covers(name)) {
            held.add(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    private Optional<String> judge(String name, String value) {
        HeaderVerdict verdict = protection.judge(name, value);
        if (verdict instanceof HeaderVerdict.Replace replace) {
            return Optional.of(replace.value());
        }
        return verdict instanceof HeaderVerdict.Keep ? Optional.of(value) : Optional.empty();
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public void setDateHeader(String name, long date) {
        setHeader(name, Validators.date(date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        addHeader(name, Validators.date(date));
    }

    @Override
    public void setContentLength(int length) {
        setContentLengthLong(length);
    }

    @Override
    public void setContentLengthLong(long length) {
        if (isCommitted()) {
            return;
        }
        if (!holding) {
            super.setContentLengthLong(length);
        } else if (length < 0) {
            held.remove("Content-Length");
        } else {
            held.set("Content-Length", Long.toString(length));
        }
    }

    @Override
    public boolean containsHeader(String name) {
        return isOurs(name) ? !getHeaders(name).isEmpty() : super.containsHeader(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isOurs(name) ? getHeaders(name).stream().findFirst().orElse(null) : super.getHeader(name);
    }

    @Override
    public Collection<String> getHeaders(String name) {
        List<String> waiting = held.values(name);
        return holding && !waiting.isEmpty() ? waiting : lines.hide(name, super.getHeaders(name));
    }

    @Override
    public Collection<String> getHeaderNames() {
        Set<String> names = new LinkedHashSet<>(super.getHeaderNames());
        names.removeIf(name -> lines.covers(name) && getHeaders(name).isEmpty());
        if (holding) {
            names.addAll(held.names());
        }
        return names;
    }

    private boolean isOurs(String name) {
        return lines.covers(name) || (holding && HeldHeaders.covers(name));
    }
}
