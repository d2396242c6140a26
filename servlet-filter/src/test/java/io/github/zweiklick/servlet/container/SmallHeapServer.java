package io.github.zweiklick.servlet.container;

import java.nio.file.Path;

/** A container in a process of its own, whose heap the test chooses; it ends when its standard input does. */
final class SmallHeapServer {
    private SmallHeapServer() {}

    public static void main(String[] arguments) throws Exception {
        RunningWar war = new TomcatWar(Path.of(arguments[0]), RunningWar.Compression.NONE);
        System.out.println("port " + war.port());
        while (System.in.read() >= 0) {
            // Only its end counts.
        }
        war.stop();
    }
}
