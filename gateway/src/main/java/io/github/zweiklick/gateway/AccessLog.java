package io.github.zweiklick.gateway;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jetty.server.CustomRequestLog;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.RequestLogWriter;

/**
 * One line a request: time, method, path, protocol, status, bytes sent, milliseconds. Neither the visitor's address nor what
 * follows the path stands in it, for both may be about a person.
 *
 * @param file a new one each day, seven are kept; empty: standard output
 * @param addresses whether the visitor's address stands before all else
 */
record AccessLog(Optional<Path> file, boolean addresses) {
    private static final String FORMAT = "%{yyyy-MM-dd'T'HH:mm:ssX|UTC}t \"%m %U %H\" %s %O %{ms}T";
    private static final int DAYS_KEPT = 7;

    RequestLog open(PrintStream out) {
        return new CustomRequestLog(
                file.map(AccessLog::writer).orElse(out::println), addresses ? "%{client}a " + FORMAT : FORMAT);
    }

    private static RequestLog.Writer writer(Path file) {
        RequestLogWriter writer = new RequestLogWriter(file.toString());
        writer.setAppend(true);
        writer.setRetainDays(DAYS_KEPT);
        return writer;
    }
}
