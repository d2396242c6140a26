package io.github.zweiklick.servlet.container;

/** A WAR served by some container at an ephemeral port, under the context path {@code /stadt}. */
interface RunningWar {
    String CONTEXT = "/stadt";

    /** Whether the container itself compresses what the application sends. */
    enum Compression {
        NONE,
        BY_CONTAINER
    }

    int port();

    /** The application's class loader. */
    ClassLoader loader();

    /** Stops the application and gives up everything that the container itself holds of it. */
    void undeploy() throws Exception;

    void stop() throws Exception;
}
