package io.github.zweiklick.servlet;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The container's writer; what was written is copied. Every call goes on as it came: containers differ in line ends, in the
 * locale of formats and in when they encode.
 */
final class ObservedWriter extends PrintWriter {
    private final PrintWriter writer;
    private final PageCopy copy;
    private final BooleanSupplier closing;

    /** @param closing whether the next the container does is to close it: then its flush before is left out */
    ObservedWriter(PrintWriter writer, PageCopy copy, BooleanSupplier closing) {
        super(writer);
        this.writer = writer;
        this.copy = copy;
        this.closing = closing;
    }

    @Override
    public void write(int character) {
        writer.write(character);
        copy.append(String.valueOf((char) character));
    }

    @Override
    public void write(char[] text, int offset, int length) {
        writer.write(text, offset, length);
        copy.append(new String(text, offset, length));
    }

    @Override
    public void write(char[] text) {
        write(text, 0, text.length);
    }

    @Override
    public void write(String text, int offset, int length) {
        writer.write(text, offset, length);
        copy.append(text.substring(offset, offset + length));
    }

    @Override
    public void write(String text) {
        writer.write(text);
        copy.append(text);
    }

    @Override
    public void println() {
        writer.println();
        copy.append("\n");
    }

    @Override
    public PrintWriter format(String format, @Nullable Object... parameters) {
        writer.format(format, parameters);
        copy.append(String.format(Locale.ROOT, format, parameters));
        return this;
    }

    @Override
    public PrintWriter format(@Nullable Locale locale, String format, @Nullable Object... parameters) {
        writer.format(locale, format, parameters);
        copy.append(String.format(locale, format, parameters));
        return this;
    }

    @Override
    public void flush() {
        if (!closing.getAsBoolean()) {
            writer.flush();
        }
    }

    @Override
    public void close() {
        writer.close();
    }

    @Override
    public boolean checkError() {
        return writer.checkError();
    }
}
