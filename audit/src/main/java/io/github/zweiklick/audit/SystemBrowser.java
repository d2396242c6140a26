package io.github.zweiklick.audit;

import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The browser that whoever sits at this machine uses. */
final class SystemBrowser {
    private static final String STARTER = "xdg-open";

    private SystemBrowser() {}

    /** @return whether something was asked to open the address; nothing else is tried */
    static boolean open(String address) {
        return byDesktop(address) || byStarter(address);
    }

    private static boolean byDesktop(String address) {
        try {
            if (GraphicsEnvironment.isHeadless()
                    || !Desktop.isDesktopSupported()
                    || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                return false;
            }
            Desktop.getDesktop().browse(URI.create(address));
            return true;
        } catch (IOException | UnsupportedOperationException | AWTError | LinkageError none) {
            // Some Javas come without what desktops need.
            return false;
        }
    }

    private static boolean byStarter(String address) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            Path starter = Path.of(folder).resolve(STARTER);
            if (starter.isAbsolute() && Files.isExecutable(starter)) {
                try {
                    new ProcessBuilder(starter.toString(), address)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
                    return true;
                } catch (IOException broken) {
                    return false;
                }
            }
        }
        return false;
    }
}
