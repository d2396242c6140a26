package io.github.zweiklick.servlet;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import io.github.zweiklick.Zweiklick;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A listener is not called while the application is inside, be it for the first time or again. */
class PageWritingTest {
    private final Zweiklick zweiklick = Zweiklick.create();
    private final AsyncContext context = mock(AsyncContext.class);
    private final WriteListener listener = mock(WriteListener.class);
    private GuardedResponse response;

    @BeforeEach
    void ask() throws IOException {
        response = new StandInContainer(Optional.of("text/html;charset=utf-8")).guarded(zweiklick, 100_000);
        begin();
    }

    @AfterEach
    void close() {
        zweiklick.close();
    }

    private void begin() {
        response.passBegins();
        response.asyncStarted(new GuardedAsync(context, response));
    }

    @Test
    void isCalledWhenTheFirstPassEnds() throws IOException {
        response.getOutputStream().setWriteListener(listener);
        verify(listener, never()).onWritePossible();
        response.passEnds();
        verify(listener).onWritePossible();
    }

    @Test
    void isCalledWhenADispatchEnds() throws IOException {
        response.passEnds();
        begin();
        response.getOutputStream().setWriteListener(listener);
        verify(context, never()).start(any());
        verify(listener, never()).onWritePossible();
        response.passEnds();
        verify(listener).onWritePossible();
    }

    @Test
    void isCalledByTheContainerWhenNobodyIsInside() throws IOException {
        response.passEnds();
        response.getOutputStream().setWriteListener(listener);
        verify(context).start(any());
        verify(listener, never()).onWritePossible();
    }
}
