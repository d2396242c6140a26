package io.github.zweiklick.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import javax.imageio.ImageIO;

/** The pictures in the city's simulated posts, each drawn when it is first asked for. Thread-safe. */
final class DrawnPictures {
    private static final int DRAWN_HEIGHT = 900;

    private static final Map<String, Motif> MOTIFS = Map.of(
            "rathaus.jpg", new Motif(2400, 1350, Scenes::townHall),
            "marktplatz.jpg", new Motif(1600, 900, Scenes::market),
            "tanne.jpg", new Motif(1600, 1600, Scenes::tree),
            "buecherei.jpg", new Motif(1600, 1000, Scenes::library),
            "radweg.jpg", new Motif(1600, 1200, Scenes::bicyclePath),
            "bruecke.jpg", new Motif(1200, 630, Scenes::bridge),
            "fluss.jpg", new Motif(1200, 1600, Scenes::river),
            "feuerwehr.jpg", new Motif(1600, 900, Scenes::fireEngine),
            "bad.jpg", new Motif(1280, 720, Scenes::pool),
            "saal.jpg", new Motif(1200, 630, Scenes::hall));

    /** The only one that is no photograph: its edges are transparent. */
    private static final Motif ARMS = new Motif(256, 256, Scenes::arms);

    private static final String ARMS_NAME = "wappen.png";

    private static final Map<String, Drawn> DRAWN = new ConcurrentHashMap<>();

    private DrawnPictures() {}

    /**
     * What is drawn, and how large.
     *
     * @param drawing on a sheet 900 high; told is its width
     */
    private record Motif(int width, int height, BiConsumer<Graphics2D, Integer> drawing) {}

    /** A picture as it is sent. */
    record Drawn(String type, byte[] content) {
        byte[] bytes() {
            return content.clone();
        }
    }

    /** The picture of a name; empty where there is none. */
    static Optional<Drawn> named(String name) {
        if (name.equals(ARMS_NAME)) {
            return Optional.of(DRAWN.computeIfAbsent(
                    name, arms -> new Drawn("image/png", drawn(ARMS, BufferedImage.TYPE_INT_ARGB, "png"))));
        }
        return Optional.ofNullable(MOTIFS.get(name))
                .map(motif -> DRAWN.computeIfAbsent(
                        name, photo -> new Drawn("image/jpeg", drawn(motif, BufferedImage.TYPE_INT_RGB, "jpeg"))));
    }

    private static byte[] drawn(Motif motif, int type, String format) {
        BufferedImage image = new BufferedImage(motif.width(), motif.height(), type);
        Graphics2D sheet = image.createGraphics();
        try {
            sheet.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            double scale = (double) motif.height() / DRAWN_HEIGHT;
            sheet.scale(scale, scale);
            motif.drawing().accept(sheet, (int) Math.ceil(motif.width() / scale));
        } finally {
            sheet.dispose();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a picture to memory", e);
        }
        return out.toByteArray();
    }
}
