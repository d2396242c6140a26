package io.github.zweiklick.servlet.webapp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Pages written asynchronously. */
final class AsyncScenes {
    private AsyncScenes() {}

    static void async(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext context = request.startAsync();
        context.start(() -> {
            try {
                Scenes.page((HttpServletResponse) context.getResponse());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } finally {
                context.complete();
            }
        });
    }

    static void asyncDispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getDispatcherType() == DispatcherType.ASYNC) {
            Scenes.page(response);
        } else {
            request.startAsync().dispatch();
        }
    }

    static void asyncTimeout(HttpServletRequest request, HttpServletResponse response) {
        onTimeout(request, Scenes::page);
    }

    /** What answers when nobody else has. */
    @FunctionalInterface
    interface Late {
        void answer(HttpServletResponse response) throws IOException;
    }

    /** Answers, and completes, when a short time is over. */
    static void onTimeout(HttpServletRequest request, Late late) {
        AsyncContext context = request.startAsync();
        context.setTimeout(50);
        context.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) throws IOException {
                late.answer((HttpServletResponse) event.getAsyncContext().getResponse());
                event.getAsyncContext().complete();
            }

            @Override
            public void onComplete(AsyncEvent event) {}

            @Override
            public void onError(AsyncEvent event) {}

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    static void nonBlocking(HttpServletRequest request, HttpServletResponse response, String type) throws IOException {
        AsyncContext context = request.startAsync();
        response.setContentType(type + ";charset=iso-8859-1");
        ServletOutputStream out = response.getOutputStream();
        byte[] bytes = Scenes.PAGE.getBytes(ISO_8859_1);
        out.setWriteListener(new PieceWriter(context, out, bytes, 7));
    }
}
