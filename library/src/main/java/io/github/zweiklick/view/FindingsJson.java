package io.github.zweiklick.view;

import io.github.zweiklick.finding.FindingLog;
import io.github.zweiklick.finding.Tally;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings for programs; {@code docs/contract.md} tells what stands in it. */
public final class FindingsJson {
    private FindingsJson() {}

    /** @param omitted reports that found no room */
    public static String of(List<Tally> tallies, long omitted) {
        ObjectNode document = JsonMapper.shared().createObjectNode();
        document.put("capacity", FindingLog.CAPACITY);
        document.put("omitted", omitted);
        ArrayNode findings = document.putArray("findings");
        tallies.forEach(tally -> add(tally, findings.addObject()));
        return document.toPrettyString();
    }

    private static void add(Tally tally, ObjectNode to) {
        to.put("kind", tally.finding().kind().name());
        to.put("observed", tally.finding().observed());
        to.put("message", tally.finding().message());
        to.put("remedy", tally.finding().remedy());
        tally.finding().host().ifPresent(host -> to.put("host", host));
        tally.finding().line().ifPresent(line -> to.put("line", line));
        ArrayNode places = to.putArray("places");
        tally.places().forEach(places::add);
        to.put("morePlaces", tally.morePlaces());
        to.put("count", tally.count());
        to.put("first", tally.first().toString());
        to.put("last", tally.last().toString());
    }
}
