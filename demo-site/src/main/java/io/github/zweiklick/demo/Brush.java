package io.github.zweiklick.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Draws what stands in more than one scene. */
@SuppressWarnings("MagicNumber") // A drawing is made of them.
final class Brush {
    static final int HEIGHT = 900;
    static final Color WINE = new Color(0x7a1f2b);
    static final Color GOLD = new Color(0xf2c14e);
    static final Color LIT = new Color(0xffd98a);
    static final Color SNOW = new Color(0xf4f7fb);
    static final Color WOOD = new Color(0x6b4a32);
    static final Color GREEN = new Color(0x3f7d4e);
    static final Color FIR = new Color(0x1f5138);
    static final Color WATER = new Color(0x3c7fa6);

    private Brush() {}

    static void sky(Graphics2D g, int width, int top, int bottom) {
        fill(
                g,
                new GradientPaint(0, 0, new Color(top), 0, 700, new Color(bottom)),
                new Rectangle2D.Double(0, 0, width, HEIGHT));
    }

    static void house(Graphics2D g, int x, int y, int width, int height, Color colour, int columns) {
        fill(g, colour, new Rectangle2D.Double(x, y, width, height));
        fill(g, colour.darker().darker(), triangle(x + width / 2, y - 90, width / 2 + 14, 92));
        for (int column = 0; column < columns; column++) {
            for (int row = 0; row < 2; row++) {
                window(g, x + (int) ((column + .5) * width / columns) - 22, y + 40 + row * 110, 44, 66);
            }
        }
    }

    static void window(Graphics2D g, int x, int y, int width, int height) {
        fill(g, LIT, new Rectangle2D.Double(x, y, width, height));
        stroke(g, SNOW, 5, new Rectangle2D.Double(x, y, width, height));
        stroke(g, SNOW, 4, new Line2D.Double(x + width / 2.0, y, x + width / 2.0, y + height));
    }

    static void stall(Graphics2D g, int x, int y) {
        fill(g, WOOD, new Rectangle2D.Double(x + 12, y, 196, 170));
        fill(g, new Color(0xf3d9a4), new Rectangle2D.Double(x + 24, y + 20, 172, 76));
        for (int stripe = 0; stripe < 5; stripe++) {
            fill(g, stripe % 2 == 0 ? WINE : SNOW, new Rectangle2D.Double(x + stripe * 44, y - 60, 44, 70));
        }
        for (int fruit = 0; fruit < 6; fruit++) {
            fill(g, fruit % 2 == 0 ? GREEN : new Color(0xd8742c), dot(x + 42 + fruit * 27, y + 92, 14));
        }
    }

    static void person(Graphics2D g, int x, int y, Color coat) {
        fill(g, coat, new Ellipse2D.Double(x - 26, y - 50, 52, 110));
        fill(g, new Color(0xd9ab87), dot(x, y - 66, 22));
    }

    static void bicycle(Graphics2D g, double x, double y, double size, Color colour) {
        stroke(g, Color.DARK_GRAY, 6, dot(x, y, size * .55));
        stroke(g, Color.DARK_GRAY, 6, dot(x + size * 1.6, y, size * .55));
        Path2D frame = new Path2D.Double();
        frame.moveTo(x, y);
        frame.lineTo(x + size * .5, y - size * .8);
        frame.lineTo(x + size * 1.3, y - size * .8);
        frame.lineTo(x + size * .75, y);
        frame.closePath();
        frame.moveTo(x + size * 1.2, y - size * 1.1);
        frame.lineTo(x + size * 1.6, y);
        stroke(g, colour, 9, frame);
        stroke(g, Color.DARK_GRAY, 9, new Line2D.Double(x + size * .3, y - size, x + size * .65, y - size));
    }

    static void snow(Graphics2D g, int width, int flakes) {
        Random random = new Random(1561);
        for (int flake = 0; flake < flakes; flake++) {
            fill(g, SNOW, dot(random.nextInt(width), random.nextInt(HEIGHT), 2 + random.nextInt(5)));
        }
    }

    static Path2D triangle(double middle, double top, double half, double height) {
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(middle, top);
        triangle.lineTo(middle + half, top + height);
        triangle.lineTo(middle - half, top + height);
        triangle.closePath();
        return triangle;
    }

    static Ellipse2D dot(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, radius * 2, radius * 2);
    }

    static void fill(Graphics2D g, Paint paint, Shape shape) {
        g.setPaint(paint);
        g.fill(shape);
    }

    static void stroke(Graphics2D g, Paint paint, int width, Shape shape) {
        g.setPaint(paint);
        g.setStroke(new BasicStroke(width));
        g.draw(shape);
    }
}
