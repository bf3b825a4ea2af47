package vn.dondoc.contracts.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.PackageRecords;
import vn.dondoc.contracts.RecordSchemas;
import vn.dondoc.contracts.RecordSchemas.Absence;
import vn.dondoc.contracts.Schemas;
import vn.dondoc.contracts.event.EventJson;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.dondoc.contracts.api.OpenApiDocument.map;

/** Examples are bodies that the records take and that their schemas allow. */
class OpenApiExamplesTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();
    private static final JsonMapper STRICT = EventJson.mapper()
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static Stream<String> examples() {
        return map(DOCUMENT.components(), "examples").keySet().stream();
    }

    private static String json(String example) {
        return STRICT.writeValueAsString(map(map(DOCUMENT.components(), "examples"), example).get("value"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsValid(String name) {
        assertThat(Schemas.complaints(DOCUMENT.components(), DOCUMENT.schemas().get(name), json(name))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleIsUnderstoodCompletely(String name) {
        var type = typeOf(name);
        var written = STRICT.writeValueAsString(STRICT.readValue(json(name), type));

        assertThat(STRICT.readTree(written)).isEqualTo(STRICT.readTree(json(name)));
    }

    @Test
    void aWrongBodyIsNotValid() {
        var complaints = Schemas.complaints(
                DOCUMENT.components(), DOCUMENT.schemas().get("Tasks.Completion"), "{\"note\":5,\"documentDate\":\"2026-02-30\",\"documentNumber\":7}");

        assertThat(complaints).hasSize(3);
    }

    private static JavaType typeOf(String name) {
        var types = new RecordSchemas(Absence.NULLABLE).closure(PackageRecords.beside(Tasks.class).stream().filter(type -> type != Page.class).toList());
        var factory = STRICT.getTypeFactory();
        if (name.startsWith("PageOf.")) {
            return factory.constructParametricType(Page.class, types.get(name.substring("PageOf.".length())));
        }
        // A patch is no record: any object is taken, its schema says the rest
        return factory.constructType(name.equals("DraftPatch") ? Map.class : types.get(name));
    }
}
