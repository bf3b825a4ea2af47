package vn.dondoc.contracts.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;
import vn.dondoc.contracts.PackageRecords;
import vn.dondoc.contracts.RecordSchemas;
import vn.dondoc.contracts.RecordSchemas.Absence;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.id.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.contracts.api.OpenApiDocument.map;

/** The described bodies are the records, no more and no less. */
class OpenApiSchemasTest {

    private static final String PAGE = "PageOf.";
    private static final List<String> NOT_RECORDS = List.of("DraftPatch", "DashboardChange");

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
    private static final RecordSchemas SCHEMAS = new RecordSchemas(Absence.NULLABLE);

    private static Map<String, Class<?>> types() {
        return SCHEMAS.closure(PackageRecords.beside(Tasks.class).stream().filter(type -> type != Page.class).toList());
    }

    private static Stream<String> names() {
        return types().keySet().stream();
    }

    private static Stream<String> pages() {
        return DOCUMENT.schemas().keySet().stream().filter(name -> name.startsWith(PAGE));
    }

    @Test
    void everyRecordIsDescribedAndNothingElse() {
        var expected = new TreeSet<>(types().keySet());
        expected.addAll(NOT_RECORDS);
        pages().forEach(expected::add);

        assertThat(types()).hasSizeGreaterThan(50);
        assertThat(new TreeSet<>(DOCUMENT.schemas().keySet())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("names")
    void aDescriptionAgreesWithItsRecord(String name) {
        var expected = SCHEMAS.of(types().get(name));

        assertThat(RecordSchemas.differences(name, expected, DOCUMENT.schemas().get(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageHoldsWhatItsNameSays(String name) {
        var expected = SCHEMAS.of(Page.class, types().get(name.substring(PAGE.length())));

        assertThat(RecordSchemas.differences(name, expected, DOCUMENT.schemas().get(name))).isEmpty();
    }

    @Test
    void aDraftPatchNamesThePartsOfItsContent() {
        var content = map(map(map(DOCUMENT.schemas(), "DraftPatch"), "properties"), "content");

        assertThat(map(content, "properties").keySet()).isEqualTo(map(map(DOCUMENT.schemas(), "Plans.Content"), "properties").keySet());
    }

    @Test
    void theShapeOfIdentifiersIsTheOneThatIsChecked() {
        types().forEach((name, type) -> {
            if (RecordSchemas.isId(type)) {
                var pattern = (String) map(DOCUMENT.schemas(), name).get("pattern");
                for (var text : List.of("a", "xa-van-khanh", "-a", "", "a b", "a/b", "A.b_c:9", "a".repeat(80), "a".repeat(81))) {
                    assertThat(text.matches(pattern)).as("%s against %s", text, name).isEqualTo(Ids.plausible(text));
                }
            }
        });
    }

    static Stream<Consumer<Map<String, Object>>> plantedDifferences() {
        return Stream.of(
                schema -> map(schema, "properties").remove("percent"),
                schema -> map(schema, "properties").put("mood", Map.of("type", "string")),
                schema -> map(schema, "properties").put("note", Map.of("type", "integer")),
                schema -> map(schema, "properties").put("note", Map.of("type", List.of("string", "null"))),
                schema -> map(schema, "properties").put("difficulty", Map.of("type", "string")),
                schema -> map(schema, "properties").put("percent", Map.of("type", List.of("integer", "null"), "format", "int64")),
                schema -> schema.put("required", List.of("note", "percent")),
                schema -> schema.remove("required"),
                schema -> schema.put("oneOf", List.of()));
    }

    @ParameterizedTest
    @MethodSource("plantedDifferences")
    void aDifferenceIsSeen(Consumer<Map<String, Object>> plant) {
        var described = copyOf("Tasks.Progress");
        plant.accept(described);

        assertThat(RecordSchemas.differences("Tasks.Progress", SCHEMAS.of(Tasks.Progress.class), described)).isNotEmpty();
    }

    @Test
    void aMissingWordIsSeen() {
        var described = copyOf("TimeClass");
        described.put("enum", List.of("overdue"));

        assertThat(RecordSchemas.differences("TimeClass", SCHEMAS.of(TimeClass.class), described)).isNotEmpty();
    }

    private static Map<String, Object> copyOf(String name) {
        var mapper = EventJson.mapper();
        return mapper.readValue(mapper.writeValueAsString(DOCUMENT.schemas().get(name)), new TypeReference<LinkedHashMap<String, Object>>() {});
    }
}
