package io.github.zweiklick.audit.serve;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The pages of {@code zweiklick-audit serve}: a form, progress, reports, history. They are there for browsers on this machine
 * that were told the address, until this is closed.
 */
public final class AuditPages implements AutoCloseable {
    private final Desk desk;
    private final LocalServer server;

    private AuditPages(Desk desk, LocalServer server) {
        this.desk = desk;
        this.server = server;
    }

    /**
     * Starts to serve.
     *
     * @param port 0: one that is free
     * @param folder in which audits are kept; made where it is missing
     * @throws IOException when the port is taken or the folder cannot be made
     */
    public static AuditPages start(int port, Path folder, Auditor auditor, Clock clock) throws IOException {
        Shelf shelf = Shelf.in(folder.toAbsolutePath().normalize(), ZoneId.systemDefault());
        Desk desk = new Desk(shelf, auditor);
        LocalServer server = LocalServer.start(port, new SecureRandom(), root -> new Routes(root, shelf, desk, clock));
        return new AuditPages(desk, server);
    }

    /** Folder in which audits are kept where none is named. */
    public static Path standardFolder() {
        return Shelf.standardFolder(System.getenv());
    }

    /** The address of the first page. Whoever has it is let in: it is a secret. */
    public String address() {
        return server.address();
    }

    /** An address that leads to the first page once. */
    public String ticket() {
        return server.ticket();
    }

    /** An audit that is being made comes to a report of what was done first. */
    @Override
    public void close() {
        desk.close();
        server.close();
    }
}
