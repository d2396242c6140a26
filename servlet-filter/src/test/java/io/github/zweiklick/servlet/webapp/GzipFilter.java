package io.github.zweiklick.servlet.webapp;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A compression filter as applications have written them for twenty years. */
public final class GzipFilter implements Filter {
    /** For the container. */
    public GzipFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String accepted = ((HttpServletRequest) request).getHeader("Accept-Encoding");
        if (accepted == null || !accepted.contains("gzip")) {
            chain.doFilter(request, response);
            return;
        }
        Compressed compressed = new Compressed((HttpServletResponse) response);
        chain.doFilter(request, compressed);
        compressed.end();
    }

    private static final class Compressed extends HttpServletResponseWrapper {
        private Optional<Stream> stream = Optional.empty();
        private Optional<PrintWriter> writer = Optional.empty();

        Compressed(HttpServletResponse response) {
            super(response);
            response.addHeader("Vary", "Accept-Encoding");
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (stream.isEmpty()) {
                setHeader("Content-Encoding", "gzip");
                stream = Optional.of(new Stream(super.getOutputStream()));
            }
            return stream.get();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (writer.isEmpty()) {
                writer =
                        Optional.of(new PrintWriter(new OutputStreamWriter(getOutputStream(), getCharacterEncoding())));
            }
            return writer.get();
        }

        @Override
        public void flushBuffer() throws IOException {
            writer.ifPresent(PrintWriter::flush);
            super.flushBuffer();
        }

        @Override
        public void setContentLength(int length) {}

        @Override
        public void setContentLengthLong(long length) {}

        void end() throws IOException {
            writer.ifPresent(PrintWriter::flush);
            if (stream.isPresent()) {
                stream.get().close();
            }
        }
    }

    private static final class Stream extends ServletOutputStream {
        private final GZIPOutputStream gzip;

        Stream(ServletOutputStream out) throws IOException {
            gzip = new GZIPOutputStream(out);
        }

        @Override
        public void write(int b) throws IOException {
            gzip.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            gzip.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            gzip.close();
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("Blocking only");
        }
    }
}
