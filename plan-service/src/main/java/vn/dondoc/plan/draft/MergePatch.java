package vn.dondoc.plan.draft;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** RFC 7396: objects are merged, null takes away, anything else replaces. */
final class MergePatch {

    private MergePatch() {}

    static JsonNode applied(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var merged = target instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                merged.remove(change.getKey());
            } else {
                var before = merged.get(change.getKey());
                merged.set(change.getKey(), applied(before == null ? JsonNodeFactory.instance.nullNode() : before, change.getValue()));
            }
        });
        return merged;
    }
}
