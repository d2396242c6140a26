package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Level;
import io.github.zweiklick.audit.harness.Phase;
import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.audit.result.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page's contacts as a drawing: hosts below each other, steps beside each other. How far a contact went is told by how
 * full its bar is, not by colour. The table that follows it says the same in words.
 */
record TimelinePicture(Sheet sheet, PageResult page, int number, List<HostContact> contacts) {
    private static final int MOST_HOSTS = 30;
    private static final int LONGEST_LABEL = 30;

    /** All in units of the drawing, which are CSS pixels on a wide window. */
    private static final int WIDTH = 820;

    private static final int LEFT = 220;
    private static final int TOP = 52;
    private static final int ROW = 24;
    private static final int BAR = 14;
    private static final int LEGEND = 34;
    private static final int NARROWEST_BAR = 5;
    /** From here on a column has room for its step's name. */
    private static final int ROOM_FOR_NAME = 80;

    private static final String INK = "#1c1c1c";
    private static final String BLUE = "#1d4477";
    private static final String PALE = "#e9eef5";
    private static final String RULE = "#8a8a8a";

    /** @param end of the step, where the next begins */
    private record Column(Step step, Instant end, double x, double width) {}

    void write() {
        List<String> hosts = contacts.stream().map(HostContact::host).distinct().toList();
        List<String> drawn = hosts.stream().limit(MOST_HOSTS).toList();
        Map<Integer, Column> columns = columns();
        int rows = drawn.size() + (hosts.size() > drawn.size() ? 1 : 0);
        int height = TOP + rows * ROW + LEGEND;
        Markup out = sheet.out();
        String id = "timeline-" + number;
        String title = sheet.say("timeline", "n", sheet.words().number(number));
        out.open("figure", "timeline");
        out.open("div", "scroll")
                .attribute("role", "group")
                .attribute("tabindex", "0")
                .attribute("aria-labelledby", id + "-caption");
        out.openDrawing(WIDTH, height, id + "-title " + id + "-desc");
        out.open("title").attribute("id", id + "-title").text(title).close();
        out.open("desc")
                .attribute("id", id + "-desc")
                .text(description(hosts, columns))
                .close()
                .line();
        columns.values().forEach(column -> column(column, TOP + rows * ROW));
        for (int i = 0; i < drawn.size(); i++) {
            row(drawn.get(i), TOP + i * ROW, columns);
        }
        if (hosts.size() > drawn.size()) {
            label(
                    0,
                    TOP + drawn.size() * ROW + 16,
                    sheet.say("timeline.more", "n", sheet.words().number(hosts.size() - drawn.size())));
        }
        line(0, TOP, WIDTH, TOP);
        legend(TOP + rows * ROW + 18);
        out.close().close();
        out.open("figcaption")
                .attribute("id", id + "-caption")
                .text(sheet.figure(title))
                .close();
        out.close().line();
    }

    private String description(List<String> hosts, Map<Integer, Column> columns) {
        return sheet.say(
                "timeline.desc",
                "hosts",
                sheet.words().count("timeline.hosts", hosts.size()),
                "steps",
                sheet.words().count("timeline.steps", columns.size()));
    }

    private Map<Integer, Column> columns() {
        Map<Integer, Step> steps = new TreeMap<>();
        page.contacts().steps().forEach(step -> steps.put(step.number(), step));
        page.steps().stream().map(StepResult::step).forEach(step -> steps.put(step.number(), step));
        contacts.forEach(contact -> steps.put(contact.step().number(), contact.step()));
        List<Step> inOrder = new ArrayList<>(steps.values());
        double width = (double) (WIDTH - LEFT) / inOrder.size();
        Map<Integer, Column> columns = new TreeMap<>();
        for (int i = 0; i < inOrder.size(); i++) {
            Instant end = i + 1 < inOrder.size() ? inOrder.get(i + 1).began() : page.ended();
            columns.put(inOrder.get(i).number(), new Column(inOrder.get(i), end, LEFT + i * width, width));
        }
        return columns;
    }

    /** Consents are shaded. */
    private void column(Column column, int bottom) {
        boolean isConsent = column.step().phase() == Phase.CONSENT;
        if (isConsent) {
            rectangle("after", column.x(), 0, column.width(), bottom, PALE, "none");
        }
        line(column.x(), 0, column.x(), bottom);
        double middle = column.x() + column.width() / 2;
        text("middle", middle, 14, Integer.toString(column.step().number() + 1));
        if (column.width() >= ROOM_FOR_NAME) {
            text("middle", middle, 29, sheet.words().name("step", column.step().phase()));
            String about = sheet.operators().service(column.step().about());
            text("middle", middle, 44, shortened(about, (int) (column.width() / 7)));
        }
    }

    private void row(String host, int y, Map<Integer, Column> columns) {
        label(0, y + 16, shortened(host, LONGEST_LABEL));
        line(0, y + ROW, WIDTH, y + ROW);
        for (HostContact contact : contacts) {
            Column column = columns.get(contact.step().number());
            if (contact.host().equals(host) && column != null) {
                double from = at(column, contact.first());
                double to = Math.max(from + NARROWEST_BAR, at(column, contact.last()));
                bar(from, y + (ROW - BAR) / 2, to - from, furthest(contact));
            }
        }
    }

    private static double at(Column column, Instant time) {
        double whole = Math.max(
                1, Duration.between(column.step().began(), column.end()).toMillis());
        double part = Duration.between(column.step().began(), time).toMillis() / whole;
        double room = column.width() - NARROWEST_BAR - 4;
        return column.x() + 2 + Math.max(0, Math.min(1, part)) * Math.max(0, room);
    }

    private static Level furthest(HostContact contact) {
        if (contact.levels().contains(Level.REQUEST)) {
            return Level.REQUEST;
        }
        return contact.levels().contains(Level.SOCKET) || contact.levels().contains(Level.UDP)
                ? Level.SOCKET
                : Level.DNS;
    }

    /** Empty, half or full. */
    private void bar(double x, double y, double width, Level level) {
        rectangle("bar", x, y, width, BAR, "none", BLUE);
        switch (level) {
            case DNS -> {
                // the outline alone
            }
            case SOCKET, UDP -> rectangle("full", x, y + BAR / 2.0, width, BAR / 2.0, BLUE, "none");
            case REQUEST -> rectangle("full", x, y, width, BAR, BLUE, "none");
        }
    }

    private void legend(int y) {
        int x = 0;
        for (Level level : List.of(Level.DNS, Level.SOCKET, Level.REQUEST)) {
            bar(x + 1, y - 11, 24, level);
            String text = sheet.words().name("timeline", level);
            label(x + 32, y, text);
            x += 60 + text.length() * 7;
        }
        rectangle("after", x, y - 11, 24, BAR, PALE, RULE);
        label(x + 32, y, sheet.say("timeline.consent"));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, Math.max(0, most - 1)) + "\u2026";
    }

    private void label(double x, double y, String text) {
        text("start", x, y, text);
    }

    private void text(String anchor, double x, double y, String text) {
        sheet.out()
                .open("text")
                .attribute("x", length(x))
                .attribute("y", length(y))
                .attribute("text-anchor", anchor)
                .attribute("font-size", "13")
                .attribute("font-family", "Arial, Helvetica, sans-serif")
                .attribute("fill", INK)
                .text(text)
                .close();
    }

    private void line(double x1, double y1, double x2, double y2) {
        sheet.out()
                .open("line")
                .attribute("x1", length(x1))
                .attribute("y1", length(y1))
                .attribute("x2", length(x2))
                .attribute("y2", length(y2))
                .attribute("stroke", RULE)
                .attribute("stroke-width", "1")
                .close();
    }

    private void rectangle(
            String className, double x, double y, double width, double height, String fill, String stroke) {
        sheet.out()
                .open("rect", className)
                .attribute("x", length(x))
                .attribute("y", length(y))
                .attribute("width", length(width))
                .attribute("height", length(height))
                .attribute("fill", fill)
                .attribute("stroke", stroke)
                .close();
    }

    private static String length(double value) {
        return Double.toString(Math.round(value * 10) / 10.0);
    }
}
