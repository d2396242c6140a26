package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.harness.Source;
import io.github.zweiklick.audit.result.PageResult;
import io.github.zweiklick.url.WebUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** With whom a page was in contact, how far, what went along, and what caused it. */
record ContactTables(Sheet sheet, PageResult page, int number) {
    private static final int MOST = 200;
    private static final int MOST_NAMED = 20;
    private static final int MOST_NAMES = 30;

    void write() {
        List<HostContact> contacts = HostContact.of(page);
        sheet.heading("h4", sheet.say("page.contacts.heading"));
        if (contacts.isEmpty()) {
            sheet.paragraph(sheet.say(Outcome.isTested(page) ? "page.contacts.none" : "page.contacts.none.failed")
                    + (page.opinions().isEmpty() ? "" : " " + sheet.say("page.contacts.others")));
            return;
        }
        new TimelinePicture(sheet, page, number, contacts).write();
        contacts(contacts);
        sheet.heading("h4", sheet.say("page.sent.heading"));
        sheet.paragraph(sheet.say("page.sent.about"));
        sheet.out().open("div", "sent");
        sent(contacts);
        sheet.out().close().line();
    }

    private void contacts(List<HostContact> contacts) {
        Table table = sheet.table(
                sheet.say("page.contacts", "n", sheet.words().number(number)),
                "page.contacts.operator",
                "page.contacts.step",
                "page.contacts.first",
                "page.contacts.levels",
                "page.contacts.requests",
                "page.contacts.bytes",
                "page.contacts.demands");
        contacts.stream()
                .limit(MOST)
                .forEach(contact -> table.row()
                        .head(() -> host(contact.host()))
                        .cell(sheet.step(contact.step()))
                        .number(after(contact))
                        .cell(sheet.words()
                                .list(contact.levels().stream()
                                        .map(level -> sheet.words().name("level", level))
                                        .toList()))
                        .number(contact.requests())
                        .number(
                                contact.logged()
                                        ? sheet.words().number(contact.sent()) + " / "
                                                + sheet.words().number(contact.received())
                                        : sheet.say("page.contacts.notlogged"))
                        .cell(() -> demands(contact)));
        rest(table, contacts);
        table.close();
    }

    /** Those without a row of their own are named as far as there is room, and counted. */
    private void rest(Table table, List<HostContact> contacts) {
        if (contacts.size() <= MOST) {
            return;
        }
        List<HostContact> rest = contacts.subList(MOST, contacts.size());
        List<String> hosts = rest.stream().map(HostContact::host).distinct().toList();
        List<String> named = new ArrayList<>(hosts.stream().limit(MOST_NAMED).toList());
        if (hosts.size() > MOST_NAMED) {
            named.add(sheet.words().count("more", hosts.size() - MOST_NAMED));
        }
        long requests = rest.stream().mapToLong(HostContact::requests).sum();
        table.note(() -> sheet.out()
                .text(sheet.say(
                                "page.contacts.more",
                                "hosts",
                                sheet.words().list(named),
                                "requests",
                                sheet.words().number(requests))
                        + ". " + sheet.say("more.file", "file", JsonReport.FILE)));
    }

    private void host(String host) {
        sheet.name(host);
        String country = sheet.operators()
                .country(host)
                .map(name -> sheet.say("list.separator") + name)
                .orElse("");
        sheet.out().text(" ").element("span", "operator", sheet.operators().operator(host) + country);
    }

    private void demands(HostContact contact) {
        if (isTrusted(contact.host())) {
            sheet.out().text(sheet.say("hosts.trusted"));
        } else if (contact.demands().isEmpty()) {
            sheet.out().text("\u2013");
        } else {
            sheet.demands(contact.demands());
        }
    }

    private boolean isTrusted(String host) {
        return sheet.result().setup().trusted().stream().anyMatch(trusted -> trusted.covers(host));
    }

    private String after(HostContact contact) {
        Duration after = Duration.between(page.started(), contact.first());
        String point = sheet.say("number.separator").equals(".") ? "," : ".";
        return sheet.say(
                "page.contacts.seconds",
                "n",
                String.format(Locale.ROOT, "%.1f", Math.max(0, after.toMillis()) / 1000.0)
                        .replace(".", point));
    }

    private void sent(List<HostContact> contacts) {
        Table table = sheet.table(
                sheet.say("page.sent", "n", sheet.words().number(number)),
                "hosts.host",
                "page.sent.referer",
                "page.sent.cookies",
                "page.sent.parameters",
                "page.sent.source");
        Map<String, List<Exchange>> exchanges = new LinkedHashMap<>();
        contacts.forEach(contact -> exchanges.put(contact.host(), new ArrayList<>()));
        page.contacts().exchanges().stream()
                .filter(exchange -> exchanges.containsKey(exchange.host()))
                .forEach(exchange ->
                        Objects.requireNonNull(exchanges.get(exchange.host())).add(exchange));
        exchanges.entrySet().stream()
                .limit(MOST)
                .forEach(entry -> table.row()
                        .head(() -> sheet.name(entry.getKey()))
                        .cell(() -> quotes(
                                entry.getValue().stream()
                                        .flatMap(exchange ->
                                                exchange.referer().stream().map(Masking::address)),
                                Sheet.FEW))
                        .cell(() -> quotes(
                                entry.getValue().stream()
                                        .flatMap(exchange ->
                                                exchange.cookies().stream().map(Masking::word)),
                                MOST_NAMES))
                        .cell(() -> quotes(entry.getValue().stream().flatMap(ContactTables::parameters), MOST_NAMES))
                        .cell(() -> causes(entry.getKey(), entry.getValue())));
        table.more(exchanges.size() - Math.min(MOST, exchanges.size()));
        table.close();
    }

    /** Names of what an address carries behind its question mark. */
    private static Stream<String> parameters(Exchange exchange) {
        return WebUrl.parse(exchange.url()).flatMap(WebUrl::query).stream()
                .flatMap(query -> Stream.of(query.split("&")))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .map(Masking::word);
    }

    private void quotes(Stream<String> texts, int most) {
        Set<String> distinct = new TreeSet<>();
        texts.forEach(distinct::add);
        if (distinct.isEmpty()) {
            sheet.out().text("\u2013");
        }
        sheet.several(List.copyOf(distinct), most, sheet::quote);
    }

    private record Cause(String how, String what, List<String> stack) {}

    private void causes(String host, List<Exchange> exchanges) {
        Set<Cause> causes = new LinkedHashSet<>();
        for (Source source : page.contacts().sources()) {
            if (source.host().equals(host)) {
                causes.add(new Cause(
                        sheet.words().name("page.source", source.kind()),
                        Masking.text(source.text()),
                        source.stack().stream().map(Masking::text).toList()));
            }
        }
        Optional<String> here = WebUrl.parse(page.shown()).map(WebUrl::host);
        exchanges.stream()
                .map(Exchange::initiator)
                .filter(origin -> WebUrl.parse(origin)
                        .map(WebUrl::host)
                        .filter(initiator -> !here.equals(Optional.of(initiator)))
                        .isPresent())
                .forEach(origin ->
                        causes.add(new Cause(sheet.say("page.source.initiator"), Masking.address(origin), List.of())));
        if (causes.isEmpty()) {
            sheet.out().text(sheet.say("page.sent.unknown"));
            return;
        }
        sheet.list(List.copyOf(causes), Sheet.FEW, this::cause);
    }

    private void cause(Cause cause) {
        sheet.out().text(cause.how() + ": ");
        sheet.quote(cause.what());
        if (!cause.stack().isEmpty()) {
            sheet.out().text("; " + sheet.say("page.source.stack") + " ");
            sheet.several(cause.stack(), Sheet.FEW, sheet::quote);
        }
    }
}
