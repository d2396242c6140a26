package io.github.zweiklick.demo;

import static io.github.zweiklick.demo.Brush.FIR;
import static io.github.zweiklick.demo.Brush.GOLD;
import static io.github.zweiklick.demo.Brush.GREEN;
import static io.github.zweiklick.demo.Brush.HEIGHT;
import static io.github.zweiklick.demo.Brush.LIT;
import static io.github.zweiklick.demo.Brush.SNOW;
import static io.github.zweiklick.demo.Brush.WATER;
import static io.github.zweiklick.demo.Brush.WINE;
import static io.github.zweiklick.demo.Brush.WOOD;
import static io.github.zweiklick.demo.Brush.bicycle;
import static io.github.zweiklick.demo.Brush.dot;
import static io.github.zweiklick.demo.Brush.fill;
import static io.github.zweiklick.demo.Brush.house;
import static io.github.zweiklick.demo.Brush.person;
import static io.github.zweiklick.demo.Brush.sky;
import static io.github.zweiklick.demo.Brush.snow;
import static io.github.zweiklick.demo.Brush.stall;
import static io.github.zweiklick.demo.Brush.stroke;
import static io.github.zweiklick.demo.Brush.triangle;
import static io.github.zweiklick.demo.Brush.window;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Drawings of Musterstadt, each on a sheet of a given width and 900 high. */
@SuppressWarnings("MagicNumber") // A drawing is made of them.
final class Scenes {
    private Scenes() {}

    static void townHall(Graphics2D g, int width) {
        sky(g, width, 0x9fb9d3, 0xe8eef5);
        fill(g, SNOW, new Rectangle2D.Double(0, 690, width, 210));
        int left = width / 2 - 380;
        house(g, left - 290, 430, 250, 270, new Color(0xd9c5a0), 2);
        house(g, left + 800, 400, 270, 300, new Color(0xc7d2c0), 2);
        Path2D gable = new Path2D.Double();
        gable.moveTo(left, 700);
        for (int step = 0; step < 5; step++) {
            gable.lineTo(left + step * 76, 400 - step * 70);
            gable.lineTo(left + (step + 1) * 76, 400 - step * 70);
        }
        for (int step = 4; step >= 0; step--) {
            gable.lineTo(left + 760 - (step + 1) * 76, 400 - step * 70);
            gable.lineTo(left + 760 - step * 76, 400 - step * 70);
        }
        gable.lineTo(left + 760, 700);
        gable.closePath();
        fill(g, new Color(0xa8483f), gable);
        for (int step = 0; step < 5; step++) {
            fill(g, SNOW, new Rectangle2D.Double(left + step * 76 - 6, 388 - step * 70, 82, 14));
            fill(g, SNOW, new Rectangle2D.Double(left + 684 - step * 76, 388 - step * 70, 82, 14));
        }
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 6 - row; column++) {
                window(g, left + 60 + row * 56 + column * 118, 570 - row * 110, 54, 78);
            }
        }
        fill(g, SNOW, new Ellipse2D.Double(left + 330, 180, 100, 100));
        stroke(g, WINE, 8, new Line2D.Double(left + 380, 230, left + 380, 195));
        stroke(g, WINE, 8, new Line2D.Double(left + 380, 230, left + 408, 244));
        fill(g, WOOD, new Arc2D.Double(left + 325, 590, 110, 240, 0, 180, Arc2D.PIE));
        snow(g, width, 260);
    }

    static void market(Graphics2D g, int width) {
        sky(g, width, 0x8fbbe0, 0xfbe9cf);
        for (int x = -40; x < width; x += 235) {
            house(g, x, 330 + (x * 7 % 60 + 60) % 60, 220, 340, new Color(0xe7d3a8 - (x % 5) * 0x060a04), 3);
        }
        fill(g, new Color(0xcbbba6), new Rectangle2D.Double(0, 650, width, 250));
        for (int x = 60; x < width - 150; x += 330) {
            stall(g, x, 560);
        }
        for (int x = 20; x < width; x += 170) {
            person(g, x + 90, 750 + x % 60, new Color(Color.HSBtoRGB(x / 900f, .5f, .6f)));
        }
    }

    static void tree(Graphics2D g, int width) {
        sky(g, width, 0x0f1c3a, 0x3a3560);
        fill(g, new Color(0xdfe4f2), new Rectangle2D.Double(0, 770, width, 130));
        house(g, -30, 470, 240, 310, new Color(0x5a4660), 3);
        house(g, width - 220, 440, 260, 340, new Color(0x4d4a6b), 3);
        int middle = width / 2;
        fill(g, WOOD, new Rectangle2D.Double(middle - 24, 740, 48, 90));
        Random random = new Random(24);
        for (int level = 0; level < 4; level++) {
            int half = 110 + level * 62;
            int top = 150 + level * 140;
            fill(g, FIR, triangle(middle, top, half, 220));
            for (int light = 0; light < 12 + level * 5; light++) {
                double down = .15 + random.nextDouble() * .8;
                double x = middle + (random.nextDouble() * 2 - 1) * half * down * .92;
                fill(
                        g,
                        light % 3 == 0 ? GOLD : light % 3 == 1 ? new Color(0xff8c75) : LIT,
                        dot(x, top + 220 * down, 8));
            }
        }
        fill(g, GOLD, triangle(middle, 92, 34, 52));
        fill(g, GOLD, triangle(middle, 162, 34, -52));
        snow(g, width, 120);
    }

    static void library(Graphics2D g, int width) {
        sky(g, width, 0x101a33, 0x33406b);
        fill(g, new Color(0xf6e7b2), dot(width - 190, 150, 60));
        fill(g, new Color(0x2b2a33), new Rectangle2D.Double(0, 760, width, 140));
        fill(g, new Color(0x51415a), new Rectangle2D.Double(150, 300, width - 300.0, 470));
        fill(g, new Color(0x3b3047), triangle(width / 2.0, 130, width / 2.0 - 110, 180));
        for (int x = 210; x < width - 280; x += 150) {
            for (int y = 360; y < 600; y += 190) {
                window(g, x, y, 92, 140);
                fill(g, WINE, new Rectangle2D.Double(x + 10, y + 92, 18, 40));
                fill(g, WATER, new Rectangle2D.Double(x + 32, y + 84, 14, 48));
                fill(g, GREEN, new Rectangle2D.Double(x + 52, y + 98, 22, 34));
            }
        }
    }

    static void bicyclePath(Graphics2D g, int width) {
        sky(g, width, 0x9ccbe8, 0xf3f3dc);
        fill(g, new Color(0x86b06b), new Rectangle2D.Double(0, 480, width, 420));
        Path2D path = new Path2D.Double();
        path.moveTo(width * .47, 480);
        path.lineTo(width * .53, 480);
        path.lineTo(width * .86, HEIGHT);
        path.lineTo(width * .1, HEIGHT);
        path.closePath();
        fill(g, new Color(0xa84a3e), path);
        for (int y = 500; y < HEIGHT; y += 90) {
            fill(g, SNOW, new Rectangle2D.Double(width * .5 - (y - 470) * .012, y, (y - 470) * .024, (y - 440) * .13));
        }
        for (int side = -1; side <= 1; side += 2) {
            for (int far = 1; far < 6; far++) {
                double size = 34 * far;
                double x = width * .5 + side * (60 + far * 84);
                double foot = 480 + far * 42;
                fill(g, WOOD, new Rectangle2D.Double(x - size * .08, foot - size, size * .16, size));
                fill(g, GREEN, new Ellipse2D.Double(x - size * .6, foot - size * 2.1, size * 1.2, size * 1.5));
            }
        }
        bicycle(g, width * .32, 760, 88, WINE);
        bicycle(g, width * .6, 660, 60, new Color(0x1f5a7c));
    }

    static void bridge(Graphics2D g, int width) {
        sky(g, width, 0xa9c6dd, 0xf1efe6);
        fill(g, GREEN, new Ellipse2D.Double(-200, 360, width * .8, 400));
        fill(g, new Color(0x5d9160), new Ellipse2D.Double(width * .45, 400, width * .9, 380));
        fill(g, WATER, new Rectangle2D.Double(0, 600, width, 300));
        fill(g, new Color(0x8b7f74), new Rectangle2D.Double(0, 400, width, 250));
        for (int arch = 0; arch < 4; arch++) {
            double x = 60 + arch * (width - 60) / 4.0;
            fill(g, WATER, new Arc2D.Double(x, 470, (width - 300) / 4.0, 360, 0, 180, Arc2D.PIE));
        }
        fill(g, new Color(0x6f645b), new Rectangle2D.Double(0, 384, width, 26));
        fill(g, GOLD, new Rectangle2D.Double(width * .4, 270, 240, 114));
        for (int pane = 0; pane < 4; pane++) {
            fill(g, new Color(0x29455c), new Rectangle2D.Double(width * .4 + 14 + pane * 56, 290, 44, 44));
        }
        fill(g, Color.DARK_GRAY, dot(width * .4 + 50, 386, 20));
        fill(g, Color.DARK_GRAY, dot(width * .4 + 190, 386, 20));
    }

    static void river(Graphics2D g, int width) {
        sky(g, width, 0xf5b889, 0xfdf0d5);
        fill(g, new Color(0xffe7a3), dot(width * .68, 250, 62));
        fill(g, new Color(0x6d8f5c), new Rectangle2D.Double(0, 400, width, 500));
        Path2D water = new Path2D.Double();
        water.moveTo(width * .55, 400);
        water.curveTo(width * 1.1, 520, -width * .2, 620, width * .25, HEIGHT);
        water.lineTo(width * .95, HEIGHT);
        water.curveTo(width * .5, 650, width * 1.3, 540, width * .62, 400);
        water.closePath();
        fill(g, WATER, water);
        for (int bench = 0; bench < 3; bench++) {
            double x = 30 + bench * 62;
            double y = 690 - bench * 70;
            fill(g, WOOD, new Rectangle2D.Double(x, y, 76, 10));
            fill(g, WOOD, new Rectangle2D.Double(x, y - 26, 76, 10));
            fill(g, WOOD, new Rectangle2D.Double(x + 8, y, 8, 30));
            fill(g, WOOD, new Rectangle2D.Double(x + 60, y, 8, 30));
        }
        fill(g, FIR, triangle(width - 70, 300, 60, 190));
        fill(g, FIR, triangle(80, 330, 50, 160));
    }

    static void fireEngine(Graphics2D g, int width) {
        sky(g, width, 0x707a85, 0xc9c2ba);
        fill(g, new Color(0x55504c), new Rectangle2D.Double(width * .5, 330, width * .5, 360));
        for (int puff = 0; puff < 9; puff++) {
            fill(g, new Color(60, 60, 64, 120), dot(width * .72 + puff % 3 * 70, 300 - puff * 34, 60 + puff * 9));
        }
        fill(g, new Color(0x8c8780), new Rectangle2D.Double(0, 690, width, 210));
        fill(g, new Color(0xb3202a), new Rectangle2D.Double(180, 440, 640, 260));
        fill(g, new Color(0xd8323c), new Rectangle2D.Double(820, 490, 200, 210));
        fill(g, new Color(0x9ec6dd), new Rectangle2D.Double(880, 515, 120, 85));
        fill(g, SNOW, new Rectangle2D.Double(180, 590, 840, 26));
        stroke(g, new Color(0xdadde0), 16, new Line2D.Double(220, 425, 860, 360));
        fill(g, new Color(0x3b8fff), new Rectangle2D.Double(900, 466, 70, 26));
        for (double x : new double[] {300, 620, 920}) {
            fill(g, new Color(0x222222), dot(x, 705, 62));
            fill(g, new Color(0xb9bdc2), dot(x, 705, 28));
        }
    }

    static void pool(Graphics2D g, int width) {
        fill(g, new Color(0xe6eef0), new Rectangle2D.Double(0, 0, width, HEIGHT));
        for (int x = 80; x < width; x += 240) {
            fill(g, new Color(0xb8dcef), new Rectangle2D.Double(x, 90, 170, 270));
        }
        fill(g, new Color(0x4fb0cf), new Rectangle2D.Double(0, 480, width, 420));
        for (int lane = 0; lane < 4; lane++) {
            for (int x = 0; x < width; x += 50) {
                fill(g, x / 50 % 2 == 0 ? WINE : SNOW, new Ellipse2D.Double(x, 540 + lane * 95, 44, 14));
            }
        }
        fill(g, new Color(0xd9b08c), dot(width * .45, 620, 26));
        fill(g, GOLD, new Arc2D.Double(width * .45 - 27, 592, 54, 54, 0, 180, Arc2D.CHORD));
    }

    static void hall(Graphics2D g, int width) {
        fill(g, new Color(0x6e3b35), new Rectangle2D.Double(0, 0, width, HEIGHT));
        for (int x = 60; x < width; x += 300) {
            fill(g, new Color(0xcfe2ee), new Rectangle2D.Double(x, 110, 150, 320));
            fill(g, new Color(0xcfe2ee), new Arc2D.Double(x, 35, 150, 150, 0, 180, Arc2D.PIE));
            stroke(g, WOOD, 8, new Line2D.Double(x + 75, 40, x + 75, 430));
        }
        for (int row = 0; row < 3; row++) {
            fill(g, new Color(0xa77b4f), new Rectangle2D.Double(0, 560 + row * 120, width, 44));
            for (int x = 60 + row * 40; x < width; x += 150) {
                person(g, x, 540 + row * 120, new Color(Color.HSBtoRGB((x + row * 90) / 700f, .35f, .75f)));
            }
            fill(g, new Color(0x8a6239), new Rectangle2D.Double(0, 590 + row * 120, width, 60));
        }
    }

    static void arms(Graphics2D g, int width) {
        Path2D shield = new Path2D.Double();
        shield.moveTo(110, 60);
        shield.lineTo(width - 110.0, 60);
        shield.lineTo(width - 110.0, 460);
        shield.curveTo(width - 110.0, 700, width / 2.0, 820, width / 2.0, 850);
        shield.curveTo(width / 2.0, 820, 110, 700, 110, 460);
        shield.closePath();
        fill(g, WINE, shield);
        stroke(g, GOLD, 26, shield);
        fill(g, GOLD, new Rectangle2D.Double(270, 330, 360, 260));
        for (int merlon = 0; merlon < 3; merlon++) {
            fill(g, GOLD, new Rectangle2D.Double(270 + merlon * 140, 240, 80, 100));
        }
        fill(g, WINE, new Arc2D.Double(390, 440, 120, 300, 0, 180, Arc2D.PIE));
        stroke(g, new Color(0x8cc4e4), 34, new Line2D.Double(240, 660, width - 240.0, 660));
    }
}
