package vn.dondoc.plan.annex;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.EventJson;

/** Puts the rows of an annex behind those of a draft: numbered on, and with the name of the file they stand in. */
final class Merging {

    private static final JsonMapper JSON = EventJson.mapper();
    private static final List<Part> PARTS = List.of(
            new Part("tasks", "t"), new Part("targets", "c"), new Part("reporting", "r"), new Part("duties", "d"), new Part("measures", "m"),
            new Part("objectives", "o"));

    private record Part(String field, String letter) {}

    private Merging() {}

    /** The heading and the recipients stay those of the draft. */
    static Plans.Content of(Plans.Content draft, Plans.Content annex, String fileName) {
        ObjectNode merged = JSON.valueToTree(draft);
        ObjectNode added = JSON.valueToTree(annex);
        for (var part : PARTS) {
            var rows = merged.withArray(part.field());
            var taken = ids(rows);
            for (var row : added.withArray(part.field())) {
                var next = ((ObjectNode) row).deepCopy();
                if (next.has("row")) {
                    next.put("row", free(part.letter(), taken));
                }
                named(next, fileName);
                rows.add(next);
            }
        }
        return JSON.treeToValue(merged, Plans.Content.class);
    }

    private static void named(ObjectNode row, String fileName) {
        if (row.get("source") instanceof ObjectNode source) {
            source.put("file", fileName);
        }
    }

    private static Set<String> ids(ArrayNode rows) {
        var ids = new HashSet<String>();
        for (JsonNode row : rows) {
            ids.add(row.path("row").asString(""));
        }
        return ids;
    }

    private static String free(String letter, Set<String> taken) {
        int number = 1;
        while (!taken.add(letter + number)) {
            number++;
        }
        return letter + number;
    }
}
