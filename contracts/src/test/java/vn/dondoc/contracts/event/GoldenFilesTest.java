package vn.dondoc.contracts.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import vn.dondoc.contracts.RecordSchemas;
import vn.dondoc.contracts.Schemas;
import vn.dondoc.contracts.event.GoldenFiles.Golden;

import static org.assertj.core.api.Assertions.assertThat;

/** What was ever published is still read, completely and with the same meaning. */
class GoldenFilesTest {

    private static Stream<Golden> everyFile() {
        return GoldenFiles.all().stream();
    }

    private static Stream<Golden> newestFiles() {
        return GoldenFiles.newest();
    }

    @Test
    void everyTypeHasAFile() {
        assertThat(newestFiles().map(Golden::name)).containsExactlyElementsOf(GoldenFiles.types().keySet());
        assertThat(everyFile()).allSatisfy(golden -> assertThat(golden.type()).as(golden.toString()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void nothingOfAPublishedRecordIsLost(Golden golden) {
        assertThat(missing("", golden.tree(), throughTheRecord(golden.type(), golden.tree()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("newestFiles")
    void theNewestFileShowsWhatIsWrittenToday(Golden golden) {
        assertThat(throughTheRecord(golden.type(), golden.tree())).isEqualTo(golden.tree());
    }

    @ParameterizedTest
    @MethodSource("newestFiles")
    void theNewestFileShowsEveryField(Golden golden) {
        assertThat(unused("", EventJson.mapper().readValue(golden.json(), golden.type()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void fieldsOfALaterVersionAreIgnored(Golden golden) {
        var later = (ObjectNode) golden.tree();
        addEverywhere(later);

        assertThat(later).isNotEqualTo(golden.tree());
        assertThat(EventJson.mapper().treeToValue(later, golden.type())).isEqualTo(EventJson.mapper().treeToValue(golden.tree(), golden.type()));
    }

    @ParameterizedTest
    @MethodSource("everyFile")
    void aPublishedRecordIsAsItIsDescribed(Golden golden) {
        var components = (Map<?, ?>) AsyncApiDocument.make().get("components");
        var schema = Map.of("$ref", "#/components/schemas/" + RecordSchemas.nameOf(golden.type()));

        assertThat(Schemas.complaints(components, schema, golden.json())).isEmpty();
    }

    /** A task as a version would have it that took the ordinal away and called the title otherwise. */
    record Renamed(Inner task) {
        record Inner(String id, String name) {}
    }

    @Test
    void aFieldThatWasRenamedOrTakenAwayIsSeen() {
        var published = EventJson.mapper().readTree("{\"task\":{\"id\":\"t\",\"title\":\"Việc\",\"ordinal\":\"1\"}}");

        assertThat(missing("", published, throughTheRecord(Renamed.class, published))).containsExactly("/task/title", "/task/ordinal");
    }

    private static JsonNode throughTheRecord(Class<?> type, JsonNode tree) {
        var mapper = EventJson.mapper();
        return mapper.readTree(mapper.writeValueAsString(mapper.treeToValue(tree, type)));
    }

    /** Places of the first tree that the second does not have with the same value; it may have more. */
    private static List<String> missing(String path, JsonNode published, JsonNode written) {
        if (published.isObject() && written.isObject()) {
            var lost = new ArrayList<String>();
            published.forEachEntry((name, value) -> lost.addAll(missing(path + "/" + name, value, written.path(name))));
            return lost;
        }
        return published.equals(written) ? List.of() : List.of(path);
    }

    /** Components that are null or empty in the record or its parts. */
    private static List<String> unused(String path, Object value) {
        if (value == null || value instanceof List<?> list && list.isEmpty()) {
            return List.of(path);
        } else if (!value.getClass().isRecord() || RecordSchemas.isId(value.getClass())) {
            return List.of();
        }
        return Stream.of(value.getClass().getRecordComponents())
                .flatMap(component -> {
                    try {
                        return unused(path + "/" + component.getName(), component.getAccessor().invoke(value)).stream();
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static void addEverywhere(JsonNode node) {
        node.forEach(GoldenFilesTest::addEverywhere);
        if (node instanceof ObjectNode object) {
            object.put("addedLater", "x").putObject("addedLaterToo").put("a", 1);
        }
    }
}
